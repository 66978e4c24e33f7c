"""Sites of their own, made once and copied for each test that wants one."""

import pytest

from tests.own_database import copy_of, own_site


@pytest.fixture(scope="session")
def pristine_site(tmp_path_factory):
    with own_site(tmp_path_factory.mktemp("pristine")) as made:
        yield made


@pytest.fixture
def site(pristine_site, tmp_path):
    with copy_of(pristine_site, tmp_path / "site") as copy:
        yield copy
