"""What strangers write stays text: it steers neither how a letter is read nor how it is set."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jijuqu.papers.fonts import missing_glyphs
from jijuqu.papers.produce import docx, manuscript, pages_svg, pdf
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.papers.safe_text import lines, one_line
from tests.papers.builders import HOME, approval, city_envelope, every_letter
from tests.papers.reading import docx_words, pages, picture, words

LETTERS = every_letter()
BIDI = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def named(name: str):
    return approval((replace(HOME, name=name),))


def with_text_everywhere(value, text: str):
    """Put a text into every string of a letter, however deep."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(with_text_everywhere(each, text) for each in value)
    if is_dataclass(value):
        changed = {
            f.name: with_text_everywhere(getattr(value, f.name), text) for f in fields(value) if f.name != "verify_url"
        }
        return replace(value, **changed)
    return value


@given(st.text())
def test_safe_text_is_one_line_without_signs_that_cannot_be_seen(text):
    safe = one_line(text)
    assert not [each for each in safe if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert one_line(safe) == safe


@given(st.text())
def test_no_visible_character_is_lost(text):
    """NFC may join signs, so both sides are compared taken apart."""

    def seen(words):
        return [c for c in unicodedata.normalize("NFD", words) if unicodedata.category(c)[0] in "LNP"]

    assert seen(one_line(text)) == seen(text)


def test_square_metres_and_rare_names_stay_as_they_are():
    assert one_line("堃喆龑祎昇㎡") == "堃喆龑祎昇㎡"


def test_a_text_of_several_lines_gives_its_lines():
    assert lines("甲。\r\n\r\n 乙。\u2028丙") == ("甲。", "乙。", "丙")


@pytest.mark.parametrize("sign", BIDI)
def test_a_sign_that_turns_the_direction_of_reading_is_taken_out(sign):
    letter = named(f"渝北区{sign}智能家居中小企业集聚区")
    assert sign not in manuscript(letter).words()
    assert sign not in words(pdf(letter))
    assert sign not in docx_words(docx(letter))


MARKUP = [
    '*粗* _斜_ $x^2$ `raw` #sys.inputs #import "a" <label> @ref = 标题',
    "#{panic()}",
    "\\ \\u{41} -- --- ... // 注释 /* 注 */ ~ [] {}",
    "{{ 7 * 7 }} {% for %} {# 注 #}",
    "</p><h1>一、伪造的标题</h1><p>",
    "&lt;b&gt; & \" ' <wbr/>",
    "]]> <!-- --> <?xml?> <!DOCTYPE>",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_of_any_kind_is_printed_as_it_was_typed(text):
    letter = approval(conditions=(text,))
    assert text in manuscript(letter).words()
    assert "".join(text.split()) in "".join(words(pdf(letter)).split())
    assert text in docx_words(docx(letter))


def test_quotes_and_dashes_are_not_beautified():
    typed = """a"b"c'd'e--f...g"""
    assert typed in words(pdf(approval(conditions=(typed,))))


def test_line_ends_and_forged_headings_stay_within_their_paragraph():
    made = manuscript(named("渝北区\n二、同意一切\n智能家居中小企业集聚区"))
    assert len(made.blocks) == len(manuscript(approval()).blocks)


@pytest.mark.parametrize("name", LETTERS)
def test_very_long_words_wrap_within_the_text_block(name):
    long = with_text_everywhere(LETTERS[name], "超长名称" * 15 + "W" * 40)
    made = pdf(long)
    for number in range(len(pages(made))):
        drawn = picture(made, number, dots_a_mm=5)
        ink = drawn[62 * 5 : 262 * 5].min(axis=2) < 200
        columns = ink.any(axis=0).nonzero()[0]
        if len(columns):
            assert columns[0] / 5 >= 27.6
            assert columns[-1] / 5 <= 184.4


@pytest.mark.parametrize("name", LETTERS)
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_whatever_is_typed_a_letter_is_written_or_refused_in_a_sentence(name, text):
    letter = with_text_everywhere(LETTERS[name], text)
    assert not set(BIDI) & set(manuscript(letter).words())
    assert docx(letter).startswith(b"PK")
    if missing_glyphs(manuscript(letter).words()):
        with pytest.raises(CannotBeWrittenError):
            pdf(letter)
    else:
        assert pdf(letter).startswith(b"%PDF")


def test_a_character_that_no_font_has_is_named_and_the_docx_is_made_all_the_same():
    letter = named("渝北区𫗵😀中小企业集聚区")
    for produce in (pdf, pages_svg):
        with pytest.raises(CannotBeWrittenError) as refused:
            produce(letter)
        assert refused.value.message.values == {"characters": "𫗵 😀"}
    assert "𫗵😀" in docx_words(docx(letter))


def test_letters_made_at_once_do_not_disturb_each_other():
    numbers = [f"渝经信函〔2022〕{count}号" for count in range(1, 17)]
    letters = [approval(envelope=city_envelope(number=number)) for number in numbers]
    with ThreadPoolExecutor(4) as pool:
        for number, made in zip(numbers, pool.map(pdf, letters), strict=True):
            assert number in words(made)
