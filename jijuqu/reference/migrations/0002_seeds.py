"""Enter the known calendar, the industries down to their groups, and the time limits a site starts with."""

from django.db import migrations

from jijuqu.reference import seeds


def enter(apps, schema_editor):
    """Enter every row that a new site starts with."""
    for model, rows in (
        ("WorkingYear", seeds.working_years),
        ("SpecialDay", seeds.special_days),
        ("TimeLimit", seeds.time_limits),
        ("Industry", seeds.industries),
    ):
        table = apps.get_model("reference", model)
        table.objects.bulk_create(table(**row) for row in rows())


class Migration(migrations.Migration):
    dependencies = [("reference", "0001_reference")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
