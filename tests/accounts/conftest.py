"""Sites of their own, made once and copied for each test that wants one."""

import pytest

from tests.own_database import copy_of, own_site


@pytest.fixture(scope="session")
def site_without_people(tmp_path_factory):
    with own_site(tmp_path_factory.mktemp("without-people")) as made:
        yield made


@pytest.fixture
def site(site_without_people, tmp_path):
    with copy_of(site_without_people, tmp_path / "site") as copy:
        yield copy
