"""Let the database refuse to change issued letters, frozen plans, editions of texts and boundaries."""

from django.db import migrations

from jijuqu.journal import seals


def seal(apps, schema_editor):
    """Put the seals on."""
    seals.seal(schema_editor.connection)


def unseal(apps, schema_editor):
    """Take them off."""
    seals.unseal(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_dropped_clusters")]
    operations = [migrations.RunPython(seal, unseal)]
