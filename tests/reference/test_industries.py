"""GB/T 4754-2017: our table of sections, divisions and groups, and the import of the classes."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from jijuqu.journal.models import Event
from jijuqu.reference import seeds
from jijuqu.reference.actions import import_industries
from jijuqu.reference.models import Industry
from jijuqu.reference.queries import industries_named

pytestmark = pytest.mark.django_db
WHOLE_STANDARD = next(
    (found for up in Path(__file__).parents if (found := up / "shared" / "data" / "gbt4754_2017.csv").exists()), None
)
needs_the_standard = pytest.mark.skipif(
    WHOLE_STANDARD is None, reason="The whole table of the standard is not part of the product; it is not at hand here."
)
DAY = date(2022, 9, 15)


def whole_standard():
    with WHOLE_STANDARD.open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@needs_the_standard
def test_our_codes_names_and_parents_are_those_of_the_standard():
    theirs = {
        code: (row["name"], row["parent"] or None) for code, row in whole_standard().items() if int(row["level"]) < 4
    }

    assert {row["code"]: (row["name_zh"], row["parent_id"]) for row in seeds.industries()} == theirs


def test_every_level_has_as_many_codes_as_the_standard_says():
    counts = {
        level: Industry.objects.filter(level=level).count() for level in ("section", "division", "group", "class")
    }

    assert counts == {"section": 20, "division": 97, "group": 473, "class": 0}


def test_every_code_has_an_english_name_without_chinese_in_it():
    assert not [each.code for each in Industry.objects.all() if not each.name_en or not each.name_en.isascii()]


@needs_the_standard
def test_the_four_levels_come_in_by_import_and_a_second_import_adds_nothing():
    data = WHOLE_STANDARD.read_bytes()

    first = import_industries("gbt4754.csv", data, actor=None, on=DAY)
    again = import_industries("gbt4754.csv", data, actor=None, on=DAY)

    assert (first.added, again.added) == (1381, 0)
    assert first.named_otherwise == again.named_otherwise == ()
    assert Industry.objects.get(code="2927").parent_id == "292"
    assert Event.objects.get().details == {"added": 1381}


def test_another_name_is_told_and_ours_stays():
    data = "代码,名称\n292,塑料业\nC2927,日用塑料制品制造\n".encode("gbk")

    answer = import_industries("行业.csv", data, actor=None, on=DAY)

    assert (answer.added, answer.named_otherwise) == (1, (("292", "塑料制品业", "塑料业"),))
    assert [each.name_zh for each in industries_named(["2927", "292", "9999"])] == ["日用塑料制品制造", "塑料制品业"]


@pytest.mark.parametrize("code", ["9991", "29271", "X", "29"[:1]])
def test_a_code_that_hangs_nowhere_is_refused(code):
    with pytest.raises(ValidationError, match=f"不在国民经济行业分类的层级中：{code}"):
        import_industries("行业.csv", f"代码,名称\n{code},无名业\n".encode(), actor=None, on=DAY)


def test_the_database_itself_wants_a_parent_below_every_section():
    with pytest.raises(IntegrityError), transaction.atomic():
        Industry.objects.filter(code="292").update(parent=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Industry.objects.filter(code="C").update(parent="292")
