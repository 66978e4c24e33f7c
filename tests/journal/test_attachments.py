"""Files are kept once under the digest of their content, taken for what they are, and handed out as downloads."""

import io
import zipfile

import docx
import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from jijuqu.journal import attachments
from jijuqu.journal.actions import remove_attachment
from jijuqu.journal.attachments import download, keep, open_attachment, path_of
from jijuqu.journal.file_kinds import DOCUMENTS, PDF, SCANS, kind_of
from jijuqu.journal.hashing import digest
from jijuqu.journal.models import Attachment
from tests.journal.entries import DAY, a_pdf, acted, first_fault
from tests.journal.ledger.models import Page

pytestmark = pytest.mark.django_db

PDF_BYTES = b"%PDF-1.7\n1 0 obj"
PNG_BYTES = b"\x89PNG\r\n\x1a\n" + bytes(50)
PROGRAM = b"MZ\x90\x00\x03" + bytes(200)


def zipped(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return file.getvalue()


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def refusal(content, name, language="zh-hans", **more):
    with pytest.raises(ValidationError) as refused:
        keep(io.BytesIO(content), name, **more)
    with translation.override(language):
        return refused.value.messages[0]


@pytest.fixture
def folder(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"
    return settings.ATTACHMENTS


def test_a_file_lies_under_the_digest_of_its_content(folder):
    kept = keep(io.BytesIO(PDF_BYTES), "意见.pdf")

    name = digest(PDF_BYTES, "SM3")
    assert (kept.digest, kept.algorithm, kept.size) == (name, "SM3", len(PDF_BYTES))
    assert kept.media_type == "application/pdf"
    assert (folder / name[:2] / name[2:]).read_bytes() == PDF_BYTES
    with open_attachment(kept.digest) as file:
        assert file.read() == PDF_BYTES


def test_the_same_content_is_kept_once_whatever_it_is_called(folder):
    one, other = keep(io.BytesIO(PDF_BYTES), "意见.pdf"), keep(io.BytesIO(PDF_BYTES), "SCAN.PDF")

    assert one == other
    assert Attachment.objects.count() == 1
    assert [path for path in folder.rglob("*") if path.is_file()] == [path_of(one.digest)]


def test_only_the_owner_reads_what_is_kept(folder):
    kept = path_of(a_pdf().digest)

    assert kept.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PDF_BYTES, "a.pdf", "application/pdf"),
        (PNG_BYTES, "a.png", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + bytes(50), "a.JPG", "image/jpeg"),
        (b"\xff\xd8\xff\xe1\x00\x10Exif\0" + bytes(50), "a.jpeg", "image/jpeg"),
        (b"II*\0" + bytes(50), "a.tif", "image/tiff"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "a.ofd", "application/ofd"),
        (saved(docx.Document()), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (saved(openpyxl.Workbook()), "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "a.wps", "application/msword"),
        (zipped("plot.shp", "plot.dbf"), "a.zip", "application/zip"),
        ("[属性描述]\n格式版本号=1.0".encode("gb18030"), "a.txt", "text/plain"),
        ("编号,名称\n1,甲".encode("utf-8-sig"), "a.csv", "text/plain"),
        (
            b'<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">',
            "a.kml",
            "application/vnd.google-earth.kml+xml",
        ),
        (b"SQLite format 3\0" + bytes(52) + b"GPKG" + bytes(100), "a.gpkg", "application/geopackage+sqlite3"),
        (b"AC1032" + bytes(100), "a.dwg", "image/vnd.dwg"),
        (b"BM, MZ and PK are no magic in a text", "a.txt", "text/plain"),
    ],
)
def test_what_offices_send_is_known_by_its_content(content, name, media_type):
    kept = keep(io.BytesIO(content), name)

    assert kept.media_type == media_type
    path_of(kept.digest).unlink()


def test_a_program_named_pdf_is_refused_with_a_sentence(folder):
    assert refusal(PROGRAM, "意见.pdf", allowed=SCANS) == (
        "“意见.pdf”的内容不是可以接收的文件，无论其扩展名是什么；请上传：PDF、OFD、PNG、JPEG、TIFF。"
    )
    assert list(folder.iterdir()) == []
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        PROGRAM,
        b"\x7fELF" + bytes(100),
        b"<!DOCTYPE html><html><script>alert(1)</script>",
        b'\xef\xbb\xbf <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<html><kml><script>alert(1)</script>",
        b"GIF89a" + bytes(20),
        b"\0\1\2\3",
        PROGRAM + zipped("OFD.xml"),
    ],
)
def test_what_offices_do_not_send_is_of_no_kind(content):
    assert kind_of(io.BytesIO(content)) is None


def test_a_picture_named_pdf_is_told_what_it_is():
    assert "内容是 PNG，与扩展名不符" in refusal(PNG_BYTES, "意见.pdf")


def test_a_text_named_as_a_program_is_refused():
    assert "与扩展名不符" in refusal(b"@echo off\r\n", "run.bat")


def test_a_kind_that_is_not_wanted_here_is_refused():
    assert refusal(b"text", "意见.txt", allowed=[PDF]) == "“意见.txt”是 纯文本 文件，此处只收：PDF。"


def test_an_empty_file_is_refused():
    assert "空文件" in refusal(b"", "意见.pdf")


def test_a_file_above_the_limit_is_refused_before_it_is_read_to_its_end(monkeypatch, folder):
    monkeypatch.setattr(attachments, "CHUNK_BYTES", 1024)
    monkeypatch.setattr(attachments, "MAX_BYTES", 4096)
    content = io.BytesIO(PDF_BYTES + bytes(1_000_000))

    with pytest.raises(ValidationError, match="超过"):
        keep(content, "意见.pdf")
    assert content.tell() <= 4096 + 1024
    assert list(folder.iterdir()) == []
    keep(io.BytesIO(PDF_BYTES.ljust(4096, b" ")), "意见.pdf")


def test_the_limit_is_50_megabytes():
    assert attachments.MAX_BYTES == 50 * 1024 * 1024


def test_refusals_are_said_in_english_on_english_pages():
    assert refusal(b"", "opinion.pdf", language="en") == "“opinion.pdf” is empty; choose the file again."


def test_a_download_is_saved_and_neither_shown_nor_run():
    kept = keep(io.BytesIO(b"not run: <b>text</b>"), "a.txt")

    answer = download(kept, "../../意见 1.txt")

    assert b"".join(answer.streaming_content) == b"not run: <b>text</b>"
    answer.close()
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert "/" not in answer["Content-Disposition"].replace("utf-8''", "")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_every_kind_has_a_media_type_and_endings_of_its_own():
    endings = [ending for kind in DOCUMENTS for ending in kind.endings]

    assert len({kind.media_type for kind in DOCUMENTS}) == len(DOCUMENTS)
    assert len(set(endings)) == len(endings)


@pytest.mark.django_db(transaction=True)
def test_a_removed_file_is_gone_for_good_and_the_record_stays_whole(folder):
    with transaction.atomic():
        scan = keep(io.BytesIO(PDF_BYTES), "身份证.pdf")
        acted(Page.objects.create(title="x", scan=scan))
    with transaction.atomic():
        event = remove_attachment(scan, actor=None, on=DAY, reason="含个人信息")
        assert path_of(scan.pk).exists()  # until it is sure that the act stands

    assert not path_of(scan.pk).exists()
    assert event.rows.keys() == {f"journal.attachment:{scan.pk}"}
    assert first_fault() is None
    assert "不再保存" in refusal(PDF_BYTES, "身份证.pdf")
    with pytest.raises(FileNotFoundError):
        open_attachment(scan.pk)
