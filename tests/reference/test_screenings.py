"""Screenings that are kept: moved to their place, opened by those of the district, removed with their result."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError

from jijuqu.accounts.models import Organisation
from jijuqu.accounts.permissions import reach
from jijuqu.journal.models import Event
from jijuqu.land.screening.saved import save
from jijuqu.reference.actions import keep_screening, remove_screening
from jijuqu.reference.kept_screenings import folder_of, load_screening, screenings_for
from jijuqu.reference.models import KeptScreening
from tests.cases import people
from tests.land.screening.ground import plot, screened

pytestmark = pytest.mark.django_db
TODAY = date(2022, 3, 1)
JIANGJIN = "500116"


@pytest.fixture(scope="module")
def screening(tmp_path_factory):
    """Two parcels side by side, one group of some 29 mu."""
    return screened(tmp_path_factory.mktemp("screening"), [plot(0, 0, 100), plot(100, 0, 100)])


def keep(screening, actor, organisation, name="全区工业用地"):
    result = Path(settings.SCREENINGS) / f"incoming-{name}"
    save(screening, result)
    kept = KeptScreening(
        name=name,
        organisation=Organisation.objects.get(pk=organisation),
        options=asdict(screening.options),
        sources={"parcels": "地块.parquet", "parks": None, "keep_clear": []},
        counts={"rows": 2, "industrial": 2, "kept": 2, "groups": 1, "near_misses": 0},
    )
    return keep_screening(kept, result, actor=actor, on=TODAY)


def test_a_kept_screening_is_taken_back_whole_and_goes_with_its_result(screening, django_capture_on_commit_callbacks):
    drafter = people.drafter()
    kept = keep(screening, drafter, "500155-economy")
    again = load_screening(KeptScreening.objects.get())
    assert again.options == screening.options
    assert again.regroup().area_mu.tolist() == screening.regroup().area_mu.tolist()
    assert load_screening(kept) is again

    with django_capture_on_commit_callbacks(execute=True):
        remove_screening(kept, actor=drafter, on=TODAY)
    assert not folder_of(kept.digest).exists()
    acts = Event.objects.order_by("number").values_list("act", "actor", "details__digest")
    assert list(acts) == [
        ("reference.keep_screening", drafter.pk, kept.digest), ("reference.remove_screening", drafter.pk, kept.digest)
    ]  # fmt: skip


def test_a_district_opens_its_own_screenings_and_the_city_all(screening):
    liangping, jiangjin, officer = people.drafter(), people.drafter("other", JIANGJIN), people.city_officer()
    own = keep(screening, liangping, "500155-economy")
    of_the_city = keep(screening, officer, "commission")

    def seen_by(person):
        return set(screenings_for(reach(person, TODAY)))

    assert seen_by(liangping) == {own}
    assert seen_by(jiangjin) == set()
    assert seen_by(officer) == {own, of_the_city}


def test_nobody_keeps_or_removes_for_another_organisation(screening):
    with pytest.raises(PermissionDenied, match="选址筛查"):
        keep(screening, people.district_leader(), "500155-economy")
    kept = keep(screening, people.drafter(), "500155-economy", name="二")
    with pytest.raises(PermissionDenied, match="梁平区"):
        remove_screening(kept, actor=people.city_officer(), on=TODAY)
    assert folder_of(kept.digest).exists()


@pytest.mark.parametrize(("name", "sentence"), [("", "不能为空"), ("一", "已有同名的筛查")])
def test_a_screening_has_a_name_of_its_own(screening, name, sentence):
    drafter = people.drafter()
    keep(screening, drafter, "500155-economy", name="一")
    with pytest.raises(ValidationError, match=sentence):
        keep(screening, drafter, "500155-economy", name=name)
    assert KeptScreening.objects.count() == 1
