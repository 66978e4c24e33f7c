"""Who may do what to the register and to reference data, role by role; the others are told and nothing is written."""

import re
from datetime import date
from inspect import getsource
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

import jijuqu.reference
import jijuqu.registry
from jijuqu.journal.models import Event
from jijuqu.policy.notices import NOTICES
from jijuqu.procedure.clocks import Kind
from jijuqu.procedure.roles import Role
from jijuqu.reference import actions as reference
from jijuqu.registry import actions as registry
from jijuqu.registry.existing.report import Report
from jijuqu.registry.models import Cluster, Park, PlanningLayer
from jijuqu.words.records import ACTS
from tests.accounts.people import JIANGJIN, YONGCHUAN, a_person
from tests.registry.entries import LIANGPING, a_paper, a_park, approved, recorded, square

pytestmark = pytest.mark.django_db
DAY = date(2022, 9, 15)
CITY = {Role.CITY_OFFICER}
KEEPERS = {Role.CITY_OFFICER, Role.SYSTEM_ADMIN}


def in_park(holder):
    return Cluster(
        code="new", holder_id=holder, park=a_park(holder_id=holder), name_zh="某某中小企业集聚区", industry_zh="某某",
        industrial_land_m2=1.0, recorded_on=DAY, evidence=a_paper(),
    )  # fmt: skip


def publish(actor):
    registry.publish_cluster(approved(), DAY, actor=actor)


def unpublish(actor):
    registry.unpublish_cluster(approved(published_on=date(2022, 7, 1)), DAY, why="边界复核", actor=actor)


def change_map_number(actor):
    shown = approved(published_on=date(2022, 7, 1))
    registry.change_map_review_number(shown, "渝S（2022）001号", why="补办审核", actor=actor, on=DAY)


def enter_park(actor):
    park = Park(code="p9", holder_id=LIANGPING, kind="customs", name_zh="乙园区", industrial_land_m2=1.0)
    registry.enter_park(park, square(), actor=actor, on=DAY)


def enter_layer(actor):
    layer = PlanningLayer(code="l9", kind="farmland", source="某局")
    registry.enter_layer(layer, square(), [square()], actor=actor, on=DAY)


ALLOWED = [
    (publish, CITY),
    (unpublish, CITY),
    (change_map_number, CITY),
    (lambda actor: registry.end_cluster(approved(), DAY, why="撤销", actor=actor), CITY),
    (lambda actor: registry.correct_cluster(approved(), {"operator": "乙"}, why="笔误", actor=actor, on=DAY), CITY),
    (lambda actor: registry.enter_existing(Report((), ()), actor=actor, on=DAY), CITY),
    (lambda actor: registry.enter_cluster(in_park(JIANGJIN), square(), actor=actor, on=DAY), CITY | {Role.DRAFTER}),
    (lambda actor: registry.enter_cluster(in_park(YONGCHUAN), square(), actor=actor, on=DAY), CITY),
    (enter_park, KEEPERS),
    (enter_layer, KEEPERS),
    (lambda actor: reference.publish_year(2027, [], "文", actor=actor, on=DAY), KEEPERS),
    (lambda actor: reference.change_time_limit(Kind.CITY_CHECK, 3, "文", actor=actor, on=DAY), KEEPERS),
    (
        lambda actor: reference.enter_parameter(
            NOTICES[0], "max_ancillary_land_share", "0.07", "文", actor=actor, on=DAY
        ),
        KEEPERS,
    ),
]


@pytest.mark.parametrize(("act", "allowed"), ALLOWED)
@pytest.mark.parametrize("role", list(Role))
def test_an_act_is_for_those_whom_the_permission_table_names(act, allowed, role):
    actor = a_person(role)

    if role in allowed:
        act(actor)
        return
    before = Event.objects.count()
    with pytest.raises(PermissionDenied, match=r"您无权办理“.+”，请转有此权限的经办人。"):
        act(actor)
    assert Event.objects.filter(number__gt=before, actor=actor).count() == 0


def test_a_district_corrects_its_own_in_park_entries_only():
    own = recorded(a_park("p1", holder_id=JIANGJIN), code="own", holder_id=JIANGJIN)
    other = recorded(a_park("p2", holder_id=YONGCHUAN), code="other", holder_id=YONGCHUAN)
    drafter = a_person(Role.DRAFTER)

    registry.correct_cluster(own, {"operator": "乙"}, why="笔误", actor=drafter, on=DAY)
    with pytest.raises(PermissionDenied):
        registry.correct_cluster(other, {"operator": "乙"}, why="笔误", actor=drafter, on=DAY)


def test_every_act_that_is_recorded_has_a_name_for_people():
    recorded_acts = set()
    for room in (jijuqu.registry, jijuqu.reference):
        for file in (Path(room.__file__).parent / "actions").glob("*.py"):
            text = file.read_text(encoding="utf-8")
            recorded_acts |= set(
                re.findall(r'record\("((?:registry|reference)\.\w+)"', text.replace("\n", "").replace(" ", ""))
            )
            recorded_acts |= {f"registry.{act}" for act in re.findall(r'_record\("(\w+)", cluster', text)}

    assert recorded_acts == {act for act in ACTS if act.startswith(("registry.", "reference."))}
    assert 'f"registry.{act}"' in getsource(registry.clusters._record)
