"""`jijuqu verify` and `jijuqu head`: 0 for a whole record, 1 with its first fault, 2 where there is none to verify."""

import json

import pytest

from tests.own_database import Site, copy_of

TWO_ACTS = """
from datetime import date
from django.db import transaction
from jijuqu.journal.actions import record
from tests.journal.ledger.models import Page
for title in ("甲", "乙"):
    with transaction.atomic():
        page = Page.objects.create(title=title)
        record("ledger.write", f"page:{page.pk}", actor=None, on=date(2022, 3, 1), wrote=[page])
"""


@pytest.fixture(scope="module")
def left_whole(pristine_site, tmp_path_factory):
    """A site with two acts, to be looked at."""
    with copy_of(pristine_site, tmp_path_factory.mktemp("left") / "site") as site:
        site.run(TWO_ACTS)
        yield site


@pytest.fixture
def worked_on(left_whole, tmp_path):
    """A copy of it, to be tampered with."""
    with copy_of(left_whole, tmp_path / "site") as site:
        yield site


def test_a_whole_record_ends_with_0(left_whole):
    run = left_whole.command("verify")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "完整：2条事项首尾相接、签名无误，各条记录与附件同其登记的一致。\n"
    assert left_whole.command("verify", "--lang", "en").stdout.startswith("Whole: 2 events")


def test_whole_as_json(left_whole):
    told = json.loads(left_whole.command("verify", "--json").stdout)

    assert told == {"whole": True, "events": 2, "first_fault": None}


def test_a_changed_row_ends_with_1_and_is_named(worked_on):
    worked_on.write("UPDATE ledger_page SET title = '丙' WHERE title = '乙'")

    run = worked_on.command("verify")
    assert run.returncode == 1
    assert run.stdout == "不完整：记录 ledger.page:2 在第2条事项之后被改动，而没有任何事项登记。请从备份核对该记录。\n"
    run = worked_on.command("verify", "--json", "--lang", "en")
    assert run.returncode == 1
    assert json.loads(run.stdout) == {
        "whole": False,
        "events": 2,
        "first_fault": {
            "record": "ledger.page:2",
            "code": "row_changed",
            "message": "Row ledger.page:2 was changed after event 2, and no event says so. Compare it with a backup.",
        },
    }


def test_an_event_changed_in_the_file_is_named(worked_on):
    if worked_on.url:
        worked_on.write("ALTER TABLE journal_event DISABLE TRIGGER USER")
    else:
        worked_on.write("DROP TRIGGER journal_event_stays_update")
    worked_on.write("UPDATE journal_event SET subject = 'page:9' WHERE number = 1")

    run = worked_on.command("verify", "--json")
    assert run.returncode == 1
    assert json.loads(run.stdout)["first_fault"]["record"] == "event:1"


def test_a_head_printed_before_the_end_was_cut_finds_the_cut(worked_on, tmp_path):
    printed = worked_on.command("head")
    assert (printed.returncode, printed.stderr) == (0, "")
    head = tmp_path / "head.json"
    head.write_text(printed.stdout)
    assert worked_on.command("verify", "--head", head).returncode == 0

    if worked_on.url:
        worked_on.write("ALTER TABLE journal_event DISABLE TRIGGER USER")
    else:
        worked_on.write("DROP TRIGGER journal_event_stays_delete")
    worked_on.write("DELETE FROM journal_event WHERE number = 2")
    worked_on.write("DELETE FROM ledger_page WHERE title = '乙'")

    run = worked_on.command("verify", "--head", head, "--json")
    assert run.returncode == 1
    assert json.loads(run.stdout)["first_fault"]["code"] == "tail_is_cut"


def test_verifying_changes_nothing(worked_on):
    if worked_on.url:
        pytest.skip("Files tell only for SQLite.")
    before = (worked_on.folder / "jijuqu.sqlite3").read_bytes()

    worked_on.command("verify")

    assert (worked_on.folder / "jijuqu.sqlite3").read_bytes() == before


def refused(site, *arguments, **more):
    run = site.command(*arguments, **more)
    assert (run.returncode, run.stdout) == (2, ""), run.stderr
    return run.stderr


@pytest.mark.parametrize("command", ["verify", "head"])
def test_a_folder_without_a_database_is_told_so_and_left_alone(tmp_path, command):
    empty = Site(tmp_path)

    assert "找不到文件" in refused(empty, command)
    assert not (tmp_path / "jijuqu.sqlite3").exists()


def test_a_database_without_a_record_is_told_so(tmp_path):
    (tmp_path / "jijuqu.sqlite3").touch()

    assert "没有业务日志" in refused(Site(tmp_path), "verify")


def test_a_database_of_an_older_version_is_told_so(worked_on):
    """Its columns are others, so that every row would seem changed."""
    worked_on.write("DELETE FROM django_migrations WHERE app = 'ledger' AND name = '0002_deeds'")

    assert "旧版" in refused(worked_on, "verify")


def test_a_server_that_does_not_answer_is_told_so(tmp_path):
    nobody = Site(tmp_path, f"postgres://x@{str(tmp_path).replace('/', '%2F')}/x")

    assert "DATABASE_URL" in refused(nobody, "verify")


def test_without_its_key_a_record_can_be_neither_verified_nor_signed(worked_on):
    (worked_on.folder / "journal-key").unlink()

    for command in ("verify", "head"):
        assert "找不到业务日志的签名密钥" in refused(worked_on, command)


def test_a_file_that_is_no_head_is_refused(left_whole, tmp_path):
    (tmp_path / "x.json").write_text("{}")

    assert "不是 jijuqu head 导出的链头" in refused(left_whole, "verify", "--head", tmp_path / "x.json")
    assert "找不到文件" in refused(left_whole, "verify", "--head", tmp_path / "nothing")
    assert "zh 和 en" in refused(left_whole, "verify", "--lang", "fr")
