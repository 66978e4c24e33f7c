"""Every letter says what it must, in the words kept in `golden/`, and refuses to say nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jijuqu.papers.kinds import KINDS, kind_named, kind_of
from jijuqu.papers.letters.approval_reply import ApprovalReply
from jijuqu.papers.letters.non_acceptance import after_last_day
from jijuqu.papers.matter import Refused
from jijuqu.papers.produce import manuscript, pages_svg, pdf
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.words.papers import KINDS as LABELS
from jijuqu.words.said import say
from tests.papers.builders import (
    COMMISSION,
    DISTRICT_DEPARTMENTS,
    HOME,
    MATERIALS,
    PARTS,
    REFUSED,
    THREE,
    approval,
    city_envelope,
    every_letter,
)

GOLDEN = Path(__file__).parent / "golden"
LETTERS = every_letter()


def words(letter) -> str:
    return manuscript(letter).words()


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_s_words_are_those_that_officers_have_read(name):
    """To accept new words: write them anew with JIJUQU_WRITE_GOLDEN=1 and read the difference."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("JIJUQU_WRITE_GOLDEN"):
        file.write_text(words(LETTERS[name]) + "\n", encoding="utf-8")
    assert words(LETTERS[name]) + "\n" == file.read_text(encoding="utf-8")


def test_every_kind_is_shown_and_named_in_both_languages():
    shown = {kind_of(letter).code for letter in LETTERS.values()}
    assert shown == {kind.code for kind in KINDS.values() if "pdf" in kind.formats}
    assert list(KINDS) == list(LABELS)
    assert all(kind.label.zh and kind.label.en for kind in KINDS.values())
    assert kind_named("minutes").label.en == "Minutes"


def test_an_approval_of_one_cluster_names_it_in_title_and_body():
    made = manuscript(approval())
    assert made.plain_title == f"{COMMISSION}关于同意规划建设{HOME.name}的复函"
    assert f"命名为“{HOME.name}”" in made.words()
    assert "不予同意" not in made.words()


def test_an_approval_of_several_counts_them_in_its_title_and_names_each():
    text = words(approval(THREE))
    assert "关于同意渝北区规划建设3个中小企业集聚区的复函" in text
    assert all(cluster.name in text for cluster in THREE)


def test_an_approval_in_part_has_a_neutral_title_and_a_reason_by_clause_for_each_refused_cluster():
    made = manuscript(approval((HOME, MATERIALS), (REFUSED,)))
    assert "同意" not in made.plain_title
    for reason in REFUSED.reasons:
        assert f"{reason.words}（《通知》{reason.clause}）" in made.words()


@pytest.mark.parametrize("count", [1, 2, 12])
def test_headings_count_on_whatever_is_left_out(count):
    made = words(approval((HOME,) * count))
    assert "一、同意" in made
    assert "二、有关要求" in made
    assert words(approval((HOME,) * count, (REFUSED,))).count("三、有关要求") == 1


def test_offices_speak_of_themselves_and_of_each_other_by_what_they_are():
    county = approval(envelope=city_envelope(addressees=("石柱土家族自治县人民政府",)))
    assert "你县《关于" in words(county)
    assert "向我委报送" in words(county)


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        (approval(()), "approval_without_clusters"),
        (approval((HOME,), (Refused(cluster=PARTS, reasons=()),)), "refusal_without_reason"),
        (replace(LETTERS["refusal_reply"], refused=()), "refusal_without_clusters"),
        (replace(LETTERS["non_acceptance"], grounds=()), "non_acceptance_without_ground"),
        (replace(LETTERS["completion_request"], items=()), "completion_without_items"),
        (replace(LETTERS["opinion_request"], clusters=()), "letter_without_clusters"),
        (replace(LETTERS["application"], clusters=()), "letter_without_clusters"),
    ],
)
def test_a_letter_that_lacks_what_it_must_say_is_refused_in_a_sentence(letter, code):
    with pytest.raises(CannotBeWrittenError) as refused:
        manuscript(letter)
    assert refused.value.message.code == code
    assert say(refused.value.message, "zh")
    assert str(refused.value) == say(refused.value.message, "en")


@pytest.mark.parametrize("name", ["joint_review_opinion", "executive_brief"])
def test_a_review_held_without_separate_opinions_says_so_and_names_who_took_part(name):
    said = words(replace(LETTERS[name], opinions=()))
    assert "各部门未单独反馈书面意见。" in said
    assert f"我委组织{'、'.join(DISTRICT_DEPARTMENTS)}" in said


def test_a_review_of_one_day_is_not_said_to_last_from_that_day_to_that_day():
    opinion = LETTERS["joint_review_opinion"]
    assert "2022年2月10日，我委组织" in words(replace(opinion, last_day=opinion.first_day))


def test_an_unknown_kind_is_refused_with_the_list_of_kinds():
    with pytest.raises(CannotBeWrittenError, match="approval_reply"):
        kind_named("postcard")


def test_the_ground_of_a_late_application_names_both_days():
    ground = after_last_day(date(2023, 1, 3), date(2022, 12, 31))
    assert "2022年12月31日" in ground.words
    assert "2023年1月3日" in ground.words


def test_a_letter_without_day_addressee_contact_or_copies_leaves_them_out():
    bare = approval(envelope=city_envelope(day=None, contact=None, copies=(), verify_url=""))
    text = words(bare)
    assert "年  月  日" in text
    assert "联系人" not in text
    assert "抄送" not in text
    assert pdf(bare).startswith(b"%PDF")


def test_a_meeting_of_another_time_zone_is_called_by_the_clock_of_chongqing():
    notice = LETTERS["meeting_notice"]
    evening = replace(notice.meeting, begins_at=datetime(2022, 3, 8, 17, 0, tzinfo=UTC))
    assert "2022年3月9日（星期三）01:00" in words(replace(notice, meeting=evening))


@pytest.mark.parametrize("name", LETTERS)
def test_the_pages_on_the_screen_are_as_many_as_those_of_the_pdf(name):
    pages = pages_svg(LETTERS[name])
    assert len(pages) == pdf(LETTERS[name]).count(b"/Type/Page\n") or len(pages) >= 1
    assert all(page.startswith(b"<svg") and b"<script" not in page and b"style=" not in page for page in pages)


def test_a_dated_letter_gives_the_same_file_every_time():
    assert pdf(approval()) == pdf(approval())
    assert isinstance(approval(), ApprovalReply)
