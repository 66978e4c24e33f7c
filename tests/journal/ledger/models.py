from django.db import models

from jijuqu.journal.covered import covered
from jijuqu.journal.models import Attachment


@covered()
class Page(models.Model):
    title = models.CharField(max_length=50)
    count = models.IntegerField(default=0)
    share = models.FloatField(default=0)
    price = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    day = models.DateField(null=True)
    moment = models.DateTimeField(null=True)
    hour = models.TimeField(null=True)
    span = models.DurationField(null=True)
    open = models.BooleanField(default=False)
    data = models.JSONField(default=dict)
    shape = models.BinaryField(default=b"")
    mark = models.UUIDField(null=True)
    scan = models.ForeignKey(Attachment, models.PROTECT, null=True)

    def __str__(self):
        return self.title


@covered(personal=True, apart=("last_seen",))
class Contact(models.Model):
    name = models.CharField(max_length=50)
    phone = models.CharField(max_length=20, blank=True)
    last_seen = models.DateTimeField(null=True)

    def __str__(self):
        return self.name


class Note(models.Model):
    """Not covered."""

    text = models.CharField(max_length=50)

    def __str__(self):
        return self.text


@covered(sealed_when="OLD.number <> ''")
class Deed(models.Model):
    """Open while it is a draft; final with its number."""

    number = models.CharField(max_length=20, blank=True)
    text = models.CharField(max_length=50)

    def __str__(self):
        return self.text
