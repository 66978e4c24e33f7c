"""The demonstration city, loaded once for a whole module of tests."""

import pytest
from django.db import transaction

from jijuqu.demo.load import load_land


@pytest.fixture(scope="module", autouse=True)
def city(django_db_setup, django_db_blocker):
    """Load the city before a module's tests and take it back after them; each test's own changes go as usual."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_land()
        yield
        transaction.set_rollback(True)
