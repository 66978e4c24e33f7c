"""Empty the tables between tests that commit: the guards of the journal are lifted meanwhile.

What migrations entered is entered again, so that the next test finds it too; attempts at signing in are forgotten.
"""

from django.core.cache import cache
from django.core.management.commands import flush
from django.db import connections

from jijuqu.accounts.models import Organisation
from jijuqu.accounts.organisations import organisation_rows
from jijuqu.journal import guards
from jijuqu.registry.holders import holder_rows
from jijuqu.registry.models import QuotaHolder


class Command(flush.Command):
    def handle(self, **options):
        with guards.lifted(connections[options["database"]]):
            super().handle(**options)
        QuotaHolder.objects.bulk_create(QuotaHolder(**row) for row in holder_rows())
        Organisation.objects.bulk_create(Organisation(**row) for row in organisation_rows())
        cache.clear()
