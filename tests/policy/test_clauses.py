"""The notice split at its headings: every citation, in Chinese and in the unofficial English."""

import pytest

from jijuqu.policy.clauses import clauses
from tests.policy.ask import NOTICE

CITATIONS = (
    "引言 一 二 二（一） 二（一）1 二（一）2 二（二） 二（二）1 二（二）2 二（二）3 二（二）4 "
    "二（三） 二（三）1 二（三）2 二（三）3 二（三）4 二（三）5 二（三）6 二（四） 二（四）1 二（四）2 二（四）3 二（四）4 "
    "三 三（一） 三（二） 三（三） 三（四） 文末"
).split()


def test_the_citations_are_the_notices_own_numbering():
    assert list(NOTICE.clauses) == CITATIONS


def test_the_english_has_the_same_citations_and_no_clause_is_empty():
    assert list(NOTICE.translation) == CITATIONS
    for citation in CITATIONS:
        words = NOTICE.translation[citation].text
        assert sum(character.isalpha() and character.isascii() for character in words) >= 10, citation


@pytest.mark.parametrize("figure", ["10 %", "not more than 5", "200 mu", "100,000 square metres", "less than 10 mu"])
def test_the_english_carries_the_notices_figures(figure):
    assert figure in " ".join(clause.text for clause in NOTICE.translation.values())


def test_the_english_carries_the_first_and_the_last_day():
    assert "1 August 2021" in NOTICE.translation["文末"].text
    assert "31 December 2022" in NOTICE.translation["文末"].text


def test_nothing_of_the_notice_is_lost_but_title_number_addressees_signature_and_date():
    text = (NOTICE.folder / "text.txt").read_text(encoding="utf-8")
    split = "\n".join(clause.text for clause in NOTICE.clauses.values()).splitlines()
    left = [line for line in text.splitlines() if line.strip() not in split]
    assert len(left) == 7
    assert "".join(left).count("。") == 0


def test_sentences_put_together_are_the_clause():
    for clause in NOTICE.clauses.values():
        assert "".join(clause.sentences) == clause.text.replace("\n", "")
        assert all(clause.sentences)


@pytest.mark.parametrize(
    ("citation", "heading", "sentences"),
    [
        ("引言", "", 2), ("一", "一、总体要求", 2), ("二", "二、规划建设", 1), ("二（二）", "（二）规划条件。", 3),
        ("二（二）2", "2.空间保障有力。", 2), ("二（四）1", "1.多元开发建设。", 5), ("文末", "", 1),
    ],
)  # fmt: skip
def test_headings_and_sentences(citation, heading, sentences):
    clause = NOTICE.clauses[citation]
    assert (clause.heading, len(clause.sentences)) == (heading, sentences)


@pytest.mark.parametrize(
    ("citation", "chinese", "english"),
    [
        ("引言", "", ""), ("一", "总体要求", "General requirements"), ("二（一）", "规划范围", "Scope of planning"),
        ("二（二）2", "空间保障有力", "Sound provision of space"), ("文末", "", ""),
    ],
)  # fmt: skip
def test_titles_stand_without_number_in_both_languages(citation, chinese, english):
    assert (NOTICE.clauses[citation].title, NOTICE.translation[citation].title) == (chinese, english)


def test_another_notice_is_split_by_the_same_marks():
    found = clauses(
        "关于某事的通知\n各单位：\n为做好某事，通知如下：甲。\n一、总则\n（一）目的。为甲。\n1.为乙。\n（二）范围。\n本通知自即日起执行。\n"
    )
    assert list(found) == ["引言", "一", "一（一）", "一（一）1", "一（二）", "文末"]
