"""A backup taken while officers work can be put in the place of what was lost, and is whole."""

import json
import shutil
import subprocess

import pytest

from tests.own_database import Site, finished, new_database

ACT_WITH_FILE = """
import io, itertools, sys
from datetime import date
from pathlib import Path
from django.db import transaction
from jijuqu.journal.actions import record
from jijuqu.journal.attachments import keep
from tests.journal.ledger.models import Page

def act(name):
    with transaction.atomic():
        scan = keep(io.BytesIO(f"%PDF-1.7 {name}".encode()), "a.pdf")
        page = Page.objects.create(title=name, scan=scan)
        record("ledger.write", f"by:{name}", actor=None, on=date(2022, 3, 1), wrote=[page])
"""
ACTS_WITH_FILES = f"""{ACT_WITH_FILE}
for number in range(int(sys.argv[2])):
    act(f"{{sys.argv[1]}} {{number}}")
"""
ACTS_UNTIL_TOLD = f"""{ACT_WITH_FILE}
for number in itertools.count():
    act(f"meanwhile {{number}}")
    print("working", flush=True)
    if Path(sys.argv[1]).exists():
        break
"""


@pytest.fixture
def restored(tmp_path):
    """Give a function that puts a backup in the place of a site."""
    with new_database() as url:

        def restore(backup):
            folder = tmp_path / "restored"
            shutil.copytree(backup, folder)
            if url:
                restore_dump(folder / "jijuqu.pgdump", url)
            return Site(folder, url)

        yield restore


def restore_dump(dump, url):
    subprocess.run(["pg_restore", "--exit-on-error", f"--dbname={url}", dump], check=True, capture_output=True)


def verdict(site, *arguments):
    run = site.command("verify", "--json", *arguments)
    return run.returncode, json.loads(run.stdout)


WHOLE = {"whole": True, "first_fault": None}


def test_a_restored_backup_is_whole_and_goes_on(site, restored, tmp_path):
    site.run(ACTS_WITH_FILES, "before", 3)

    run = site.command("backup", tmp_path / "copy")
    assert (run.returncode, run.stderr) == (0, "")
    site.run(ACTS_WITH_FILES, "after", 1)
    again = restored(tmp_path / "copy")

    assert verdict(again) == (0, WHOLE | {"events": 3})
    again.run(ACTS_WITH_FILES, "restored", 2)
    assert verdict(again) == (0, WHOLE | {"events": 5})


def test_the_head_in_a_later_backup_finds_what_an_earlier_one_lacks(site, restored, tmp_path):
    for name in ("one", "two"):
        site.run(ACTS_WITH_FILES, name, 2)
        site.command("backup", tmp_path / name)
    head_of_two = tmp_path / "two" / "head.json"

    assert verdict(site, "--head", head_of_two)[0] == 0
    status, told = verdict(restored(tmp_path / "one"), "--head", head_of_two)
    assert (status, told["first_fault"]["record"], told["first_fault"]["code"]) == (1, "event:3", "tail_is_cut")


def test_a_backup_taken_while_officers_work_is_of_one_moment(site, restored, tmp_path):
    site.run(ACTS_WITH_FILES, "before", 2)
    enough = tmp_path / "enough"
    writer = site.start(ACTS_UNTIL_TOLD, enough)
    assert writer.stdout.readline() == "working\n"
    run = site.command("backup", tmp_path / "copy")
    enough.touch()
    finished(writer)

    assert (run.returncode, run.stderr) == (0, "")
    status, told = verdict(restored(tmp_path / "copy"))
    assert (status, told["first_fault"]) == (0, None)
    assert 3 <= told["events"] < verdict(site)[1]["events"]


def test_keys_go_with_the_backup_for_its_owner_only(site, tmp_path):
    site.run(ACTS_WITH_FILES, "before", 1)
    site.command("backup", tmp_path / "copy")

    copy = tmp_path / "copy"
    assert (copy / "journal-key").read_bytes() == (site.folder / "journal-key").read_bytes()
    assert (copy / "secret-key").exists()
    assert copy.stat().st_mode & 0o777 == 0o700
    assert not [path for path in copy.rglob("*") if path.name.startswith("incoming-") or path.suffix == ".sqlite3-wal"]


def test_a_key_that_lies_elsewhere_stays_there_and_is_told(site, tmp_path):
    key = tmp_path / "elsewhere" / "key"
    key.parent.mkdir()
    run = site.command("backup", tmp_path / "copy", "--lang", "en", JIJUQU_JOURNAL_KEY=str(key))

    assert run.returncode == 0
    assert f"The signing key {key} lies outside the data folder" in run.stdout
    assert not (tmp_path / "copy" / "journal-key").exists()


def test_a_folder_that_exists_is_never_written_over(site, tmp_path):
    (tmp_path / "copy").mkdir()
    run = site.command("backup", tmp_path / "copy")

    assert run.returncode == 2
    assert "已存在" in run.stderr
    assert list((tmp_path / "copy").iterdir()) == []


def test_a_backup_does_not_lie_in_what_it_is_of(site):
    run = site.command("backup", site.folder / "copy")

    assert run.returncode == 2
    assert "之内" in run.stderr
    assert not (site.folder / "copy").exists()


def test_without_pg_dump_it_says_what_to_install(site, tmp_path):
    if not site.url:
        pytest.skip("SQLite needs no other program.")
    run = site.command("backup", tmp_path / "copy", PATH="/nowhere")

    assert run.returncode == 2
    assert "pg_dump" in run.stderr
    assert list(tmp_path.glob("copy*")) == []
