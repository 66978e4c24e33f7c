"""What the notice asks for without giving it: entered with source and days, and used in the check from then on."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from jijuqu.journal.models import Event
from jijuqu.policy.case import Case
from jijuqu.policy.notices import NOTICES
from jijuqu.policy.rule import Outcome
from jijuqu.reference.actions import enter_parameter
from jijuqu.reference.queries import limits_with_entered

pytestmark = pytest.mark.django_db
NOTICE = NOTICES[0]
SHARE = "max_ancillary_land_share"
SOURCE = "渝府办发〔2020〕99号 三（二）"
DAY = date(2022, 3, 1)
SITE = {"industrial_land_mu": 300.0, "ancillary_land_mu": 20.0, "total_land_mu": 320.0}


def enter(value="0.07", name=SHARE, on=DAY, source=SOURCE):
    return enter_parameter(NOTICE, name, value, source, actor=None, on=on)


def outcome(on):
    findings = NOTICE.check(Case(SITE), limits_with_entered(NOTICE, on))
    return next(each for each in findings if each.rule.name.endswith("ancillary_land")).outcome


def test_without_entry_the_limits_are_the_notices_own():
    entered, own = limits_with_entered(NOTICE, DAY), NOTICE.limits(DAY)

    assert {each.name: each.value for each in entered} == {each.name: each.value for each in own}


def test_a_value_entered_decides_the_check_from_its_day_on_and_names_its_source():
    assert outcome(DAY) is Outcome.UNKNOWN
    enter("0.07")

    assert outcome(date(2022, 2, 28)) is Outcome.UNKNOWN
    assert outcome(DAY) is Outcome.MET
    share = getattr(limits_with_entered(NOTICE, DAY), SHARE)
    assert (share.value, share.source.zh) == (0.07, SOURCE)

    enter("0.05", on=date(2022, 6, 1))
    assert outcome(DAY) is Outcome.MET
    assert outcome(date(2022, 6, 1)) is Outcome.NOT_MET
    assert Event.objects.count() == 2


def test_a_setting_of_this_software_may_be_set_otherwise():
    enter("0.6", "min_standard_factory_share")

    assert limits_with_entered(NOTICE, DAY).min_standard_factory_share.value == 0.6


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("min_industrial_land_mu", "100", "由通知（二（二）2）规定，不能另行录入"),
        ("last_day_of_acceptance", "2023-12-31", "由通知（文末）规定，不能另行录入"),
        ("no_such_number", "1", "没有名为“no_such_number”的参数"),
        (SHARE, "7", "不合要求"),
        (SHARE, "7%", "不合要求"),
        (SHARE, "nan", "不合要求"),
        (SHARE, "-0.1", "不合要求"),
    ],
)
def test_what_may_not_be_entered_is_refused_with_a_sentence(name, value, sentence):
    with pytest.raises(ValidationError, match=sentence):
        enter(value, name)
    assert not Event.objects.exists()


def test_a_source_is_wanted():
    with pytest.raises(ValidationError):
        enter(source="")
