"""The demonstration keeps out of a database that is not its own."""

import pytest

from jijuqu.demo.load import load
from jijuqu.registry.actions import DatabaseInUseError
from jijuqu.registry.models import Demonstration, Park
from tests.registry.entries import a_park


@pytest.mark.django_db
def test_a_database_with_somebodys_records_is_left_alone():
    a_park()

    with pytest.raises(DatabaseInUseError, match="JIJUQU_DATA"):
        load()
    assert not Demonstration.objects.exists()
    assert Park.objects.count() == 1
