"""Enter the organisations of the city and of every quota holder."""

from django.db import migrations

from jijuqu.accounts.organisations import organisation_rows


def enter(apps, schema_editor):
    """Enter every organisation with its days."""
    organisation = apps.get_model("accounts", "Organisation")
    organisation.objects.bulk_create(organisation(**row) for row in organisation_rows())


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_people")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
