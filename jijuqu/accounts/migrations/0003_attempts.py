"""Make the table in which attempts to sign in are counted (the database cache), so that all workers count together."""

from django.conf import settings
from django.core.management import call_command
from django.db import migrations


def make(apps, schema_editor):
    """Make the table of the cache."""
    table = settings.CACHES["default"]["LOCATION"]
    call_command("createcachetable", table, database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_organisations")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
