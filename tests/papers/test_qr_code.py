"""The QR code on a letter leads to 公文核验: read from the drawn page by a reader that did not make it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import numpy as np
import zxingcpp
from PIL import Image

from jijuqu.papers.produce import docx, pdf
from tests.papers.builders import VERIFY, approval, city_envelope, every_letter
from tests.papers.reading import docx_parts, pages, picture

PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def read(drawn: np.ndarray) -> str:
    (code,) = zxingcpp.read_barcodes(np.ascontiguousarray(drawn))
    return code.text


def test_the_code_on_the_first_page_of_the_pdf_leads_to_the_address_handed_in():
    for name in ("approval_reply", "expert_report", "minutes"):
        assert read(picture(pdf(every_letter()[name]))) == VERIFY


def test_the_code_in_the_docx_leads_there_too_and_stands_where_it_stands_in_the_pdf():
    made = docx(approval())
    with ZipFile(BytesIO(made)) as opened:
        (name,) = [name for name in opened.namelist() if name.endswith(".png")]
        assert read(np.asarray(Image.open(BytesIO(opened.read(name))).convert("L"))) == VERIFY
    (anchor,) = [each for header in docx_parts(made, "header") for each in header.iter(f"{PLACE}anchor")]
    left, top = (int(each.text) / 36000 for each in anchor.iter(f"{PLACE}posOffset"))
    assert (left, top) == (168, 9)
    drawn = picture(pdf(approval()))
    dark = (drawn[9 * 10 : 25 * 10, 168 * 10 : 184 * 10].max(axis=2) < 128).any(axis=0).nonzero()[0]
    assert 168 + dark[0] / 10 < 170
    assert 168 + dark[-1] / 10 > 182


def test_a_letter_without_an_address_has_no_code():
    plain = approval(envelope=city_envelope(verify_url=""))
    assert "公文核验" not in pages(pdf(plain))[0].text
    assert zxingcpp.read_barcodes(np.ascontiguousarray(picture(pdf(plain)))) == []
