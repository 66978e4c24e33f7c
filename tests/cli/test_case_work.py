"""`jijuqu cases` and `jijuqu letter` on a database with a case decided in part."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from typer.testing import CliRunner

from jijuqu.cases import replay
from jijuqu.cases.models import Case
from jijuqu.cli import app
from jijuqu.registry.models import Demonstration
from tests.cases import lives

pytestmark = pytest.mark.django_db


def run(*words):
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def case():
    return lives.decided(lives.cast(), clusters=2, refused=(2,))


def test_cases_are_listed_as_json_with_number_district_name_state_and_days_left(case):
    result = run("cases", "--json", "--on", "2022-04-01")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {"number": "2022-0001", "district": "梁平区", "name": case.title, "state": "已审定待复函", "days_left": None}
    ]


def test_days_left_are_working_days_and_fall_below_zero(case):
    Case.objects.update(due_on="2022-04-07")  # the 3rd to 5th are the festival, the 2nd is a working Saturday
    left = [
        json.loads(run("cases", "--json", "--on", day).stdout)[0]["days_left"] for day in ("2022-04-01", "2022-04-08")
    ]
    assert left == [3, -1]


def test_in_the_demonstration_days_count_from_the_day_that_it_shows(case):
    Case.objects.update(due_on="2022-04-07")
    Demonstration.objects.create(as_of="2022-04-01")
    assert json.loads(run("cases", "--json").stdout)[0]["days_left"] == 3


def test_a_letter_of_the_case_is_written_as_pdf_and_docx(case, tmp_path):
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        file = tmp_path / f"reply.{form}"
        assert run("letter", case.number, "approval_reply", "-o", str(file)).exit_code == 0
        assert file.read_bytes().startswith(start)


def test_the_table_of_opinions_has_a_row_a_department(case, tmp_path):
    file = tmp_path / "opinions.xlsx"
    assert run("letter", case.number, "opinions_table", "-o", str(file)).exit_code == 0
    sheet = openpyxl.load_workbook(io.BytesIO(file.read_bytes())).active
    said = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"重庆市发展和改革委员会", "重庆市生态环境局", "同意"} <= said


def test_the_kinds_are_listed(case):
    listed = run("letter", "--kinds").stdout
    assert "approval_reply" in listed
    assert ".xlsx" in listed


def test_every_past_decision_of_a_case_is_asked_again_and_comes_out_the_same(case):
    result = run("replay", case.number, "--json")
    versions = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [each["number"] for each in versions] == list(range(1, 9))
    assert versions[-1]["act"] == "审定"
    assert all(each["notice"] == "渝经信规范〔2021〕5号" and each["findings"] > 60 for each in versions)
    assert not any(each["otherwise"] for each in versions)
    assert "结论全部一致" in run("replay", case.number).stdout


def test_a_decision_that_comes_out_otherwise_is_named_and_ends_with_1(case, monkeypatch):
    read = replay.typed
    changed = {"industrial_land_mu": 120.0}
    monkeypatch.setattr(replay, "typed", lambda name, value: changed.get(name) or read(name, value))
    result = run("replay", case.number)
    assert result.exit_code == 1
    assert "has_enough_industrial_space  met → unknown" in result.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("letter", "2022-9999", "approval_reply", "-o", "x.pdf"), "没有编号为 2022-9999 的案件"),
        (("replay", "2022-9999"), "没有编号为 2022-9999 的案件"),
        (("letter", "2022-0001", "poem", "-o", "x.pdf"), "文种："),
        (("letter", "2022-0001", "approval_reply", "-o", "x.xlsx"), "只能写成"),
    ],
)
def test_what_cannot_be_written_ends_with_2_and_one_sentence(case, words, sentence):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
