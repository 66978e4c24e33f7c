"""Empty the tables between tests that commit: the guards of the journal are lifted meanwhile."""

from django.core.management.commands import flush
from django.db import connections

from jijuqu.journal import guards


class Command(flush.Command):
    def handle(self, **options):
        with guards.lifted(connections[options["database"]]):
            super().handle(**options)
