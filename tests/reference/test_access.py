"""Planned projects held against the access lists of the day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from jijuqu.journal.models import Event
from jijuqu.land.parcel import UnreadableError
from jijuqu.reference.actions import end_access_entry, enter_access_entry, import_access_list
from jijuqu.reference.models import AccessEntry
from jijuqu.reference.screening import PlannedProject, Verdict, screen_project

pytestmark = pytest.mark.django_db
DAY = date(2022, 9, 15)
LIST = "某市产业投资准入清单（测试）"


def an_entry(restriction="prohibited", **columns):
    given = {"condition": "不得新建", "source": LIST, "first_day": date(2022, 1, 1)}
    return enter_access_entry(AccessEntry(restriction=restriction, **given | columns), actor=None, on=DAY)


def screened(industry="2110", name="木质家具项目", holder="500155", products="", on=DAY):
    return screen_project(PlannedProject(name, industry, holder, products), on)


def test_without_a_list_nothing_can_be_said():
    answer = screened()

    assert (answer.verdict, answer.lists_entered, answer.meets_access_rules) == (Verdict.UNKNOWN, False, None)


@pytest.mark.parametrize(
    ("entered", "planned", "verdict"),
    [
        ("211", "2110", Verdict.PROHIBITED),
        ("211", "C2110", Verdict.PROHIBITED),
        ("21", "2110", Verdict.PROHIBITED),
        ("C", "2110", Verdict.PROHIBITED),
        ("C", "C", Verdict.PROHIBITED),
        ("213", "2110", Verdict.CLEAR),
        ("B", "2110", Verdict.CLEAR),
        ("211", "21", Verdict.UNKNOWN),
        ("211", "C", Verdict.UNKNOWN),
        ("211", "", Verdict.UNKNOWN),
        ("011", "", Verdict.UNKNOWN),
        ("B", "C", Verdict.CLEAR),
    ],
)
def test_an_industry_takes_in_all_below_it_and_a_broad_code_leaves_it_open(entered, planned, verdict):
    entry = an_entry(industry_id=entered)

    answer = screened(planned)

    assert answer.verdict is verdict
    assert answer.hits == ((entry,) if verdict is Verdict.PROHIBITED else ())
    assert answer.possible == ((entry,) if verdict is Verdict.UNKNOWN else ())


def test_words_are_looked_for_in_name_and_products_and_one_is_enough():
    an_entry(words="电镀、蓄电池")

    assert screened(name="某电镀项目").verdict is Verdict.PROHIBITED
    assert screened(products="铅酸蓄电池极板").verdict is Verdict.PROHIBITED
    assert screened().verdict is Verdict.CLEAR


def test_industry_and_words_together_both_have_to_fit():
    an_entry(industry_id="211", words="喷漆")

    assert screened(name="家具喷漆项目").verdict is Verdict.PROHIBITED
    assert screened(name="家具项目").verdict is Verdict.CLEAR
    assert screened("292", name="塑料喷漆项目").verdict is Verdict.CLEAR


def test_a_prohibition_goes_before_a_restriction_and_a_restriction_is_for_people_to_judge():
    an_entry("restricted", industry_id="21")
    assert (screened().verdict, screened().meets_access_rules) == (Verdict.RESTRICTED, None)

    an_entry(words="木质家具")
    assert (screened().verdict, screened().meets_access_rules, len(screened().hits)) == (Verdict.PROHIBITED, False, 2)


def test_an_entry_for_one_district_leaves_the_others_alone():
    an_entry(industry_id="21", holder="500155")

    assert screened(holder="500155").verdict is Verdict.PROHIBITED
    assert screened(holder="500116").verdict is Verdict.UNKNOWN


def test_an_entry_counts_on_its_days_only():
    entry = an_entry(industry_id="21")
    an_entry(industry_id="06")
    end_access_entry(entry, date(2022, 9, 14), why="清单修订", actor=None, on=DAY)

    assert screened(on=date(2022, 9, 14)).verdict is Verdict.PROHIBITED
    assert screened(on=DAY).verdict is Verdict.CLEAR
    assert screened(on=date(2021, 12, 31)).lists_entered is False


CSV = "准入,行业代码,关键词,适用区县代码,内容或条件,条目\n禁止,2110,,,不得新建,一\n限制,,电镀,500155,须入园,二\n"


def test_a_whole_list_comes_in_from_a_table_as_one_act():
    entries = import_access_list("清单.csv", CSV.replace("2110", "C211").encode("gbk"), LIST, actor=None, on=DAY)

    assert [(each.restriction, each.industry_id, each.words, each.source) for each in entries] == [
        ("prohibited", "211", "", f"{LIST} 一"),
        ("restricted", None, "电镀", f"{LIST} 二"),
    ]
    assert len(Event.objects.get().rows) == 2


def test_every_faulty_row_is_named_and_nothing_is_entered():
    faulty = CSV.replace("禁止", "不许").replace("2110", "9999").replace("电镀", "")

    with pytest.raises(ValidationError) as refused:
        import_access_list("清单.csv", faulty.encode(), LIST, actor=None, on=DAY)

    assert [each[:4] for each in refused.value.messages] == ["第2行：", "第3行："]
    assert not AccessEntry.objects.exists()
    with pytest.raises(UnreadableError):
        import_access_list("清单.csv", b"a,b\n1,2", LIST, actor=None, on=DAY)


def test_the_database_itself_wants_something_to_go_by():
    entry = an_entry(industry_id="21")

    with pytest.raises(IntegrityError), transaction.atomic():
        AccessEntry.objects.filter(pk=entry.pk).update(industry=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessEntry.objects.filter(pk=entry.pk).update(restriction="perhaps")
