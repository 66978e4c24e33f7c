"""Enter the quota holders of the notice."""

from django.db import migrations

from jijuqu.registry.holders import holder_rows


def enter(apps, schema_editor):
    """Enter every holder with its outline."""
    holder = apps.get_model("registry", "QuotaHolder")
    for row in holder_rows():
        holder.objects.create(**row)


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_registry")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
