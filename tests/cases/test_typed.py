"""Files and texts that could harm: refused, or made harmless."""

import io
from dataclasses import replace
from datetime import date

import pytest

from jijuqu.cases.actions import drafting, letters, papers, running
from jijuqu.cases.models import (
    BodyKind,
    FileKind,
    SectionText,
)
from jijuqu.journal.attachments import MAX_BYTES, keep
from jijuqu.journal.models import Attachment, Event
from tests.cases.city import (
    LIANGPING,
    refusal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)
OVERRIDE = "\u202e"


class _Endless(io.RawIOBase):
    """A file of so many bytes that takes no memory."""

    def __init__(self, size):
        self.left = size

    def read(self, size=-1):
        size = min(self.left, size)
        self.left -= size
        return b"%PDF-1.7" + bytes(size - 8) if size > 8 else bytes(size)


def test_a_file_of_200_mb_is_refused_before_it_is_read_to_its_end():
    file = _Endless(200 * 1024 * 1024)
    assert refusal(keep, file, "规划.pdf") == "“规划.pdf”超过 50 MB，请压缩或者拆分后再上传。"
    assert file.left > 200 * 1024 * 1024 - MAX_BYTES - 2 * 1024 * 1024
    assert not Attachment.objects.exists()


def test_a_program_named_pdf_is_known_for_what_it_is():
    told = refusal(keep, io.BytesIO(b"MZ\x90\x00\x03" + bytes(200)), "规划.pdf")
    assert told.startswith("“规划.pdf”的内容不是可以接收的文件")


@pytest.mark.parametrize("sign", [OVERRIDE, "\u200b", "\x00", "\x07", "\u2066", "\n", "\ud800", "\ufeff"])
def test_what_cannot_be_seen_is_refused_in_names(people, cluster, drafter, sign):
    told = refusal(
        drafting.name_body, cluster, BodyKind.BUILDER, drafter, name=f"某{sign}公司", credit_code="91500000202833182X"
    )
    assert told == f"第2个字符（U+{ord(sign):04X}）看不见或者会改变文字方向，请删去后重新填写。"
    assert refusal(drafting.open_case, people.holder[LIANGPING], f"规划{sign}", drafter)
    assert refusal(papers.enter_paper, f"函{sign}", "某局", ON, people.scan, drafter)
    assert refusal(drafting.add_file, cluster.case_id, FileKind.PLAN, people.scan, f"a{sign}.pdf", drafter)


def test_what_cannot_be_seen_is_taken_out_of_long_texts_and_line_ends_become_one(case, drafter):
    section = case.sections.first()
    text = "一\u202e、\u200b总则\r\n\t（一）\x00本区\u2028下\ud800一行"
    drafting.write_section(section.pk, text, 0, drafter)
    assert SectionText.objects.get().text == "一、总则\n\t（一）本区\n下一行"


def test_reasons_and_letters_are_tidied_too(people, case, drafter):
    running.suspend(case.pk, replace(drafter, reason=f"等{OVERRIDE}批复\x00"))
    assert Event.objects.last().details["reason"] == "等批复"
    letter = letters.draft_letter(
        case, "application", drafter.person.organisation, {"title": f"函{OVERRIDE}", "body": ["\x00甲"]}, drafter
    )
    letter.refresh_from_db()
    assert letter.content == {"title": "函", "body": ["甲"]}


def test_what_looks_like_a_formula_stays_the_text_it_is(cluster, drafter):
    """Pages escape it; workbooks are written so that text stays text (tests/sheets/test_writing)."""
    body = drafting.name_body(
        cluster, BodyKind.BUILDER, drafter, name="=cmd|'/c calc'!A1", credit_code="91500000202833182X"
    )
    body.refresh_from_db()
    assert body.name == "=cmd|'/c calc'!A1"


def test_a_text_beyond_measure_is_refused(case, drafter):
    section = case.sections.first()
    assert refusal(drafting.write_section, section.pk, "字" * 100_001, 0, drafter) == (
        "文字有100001字，超过100000字；请精简，或作为附件上传。"
    )
    assert "超过100000字" in refusal(running.suspend, case.pk, replace(drafter, reason="字" * 3_000_000))
    drafting.write_section(section.pk, "字" * 100_000, 0, drafter)
