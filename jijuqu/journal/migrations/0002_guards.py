"""Let the database refuse to change or remove events."""

from django.db import migrations

from jijuqu.journal import guards


def install(apps, schema_editor):
    """Install the guards."""
    guards.install(schema_editor.connection)


def remove(apps, schema_editor):
    """Take them away."""
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_journal")]
    operations = [migrations.RunPython(install, remove)]
