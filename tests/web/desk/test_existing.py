"""存量台账 on the desk: a report first, then into the register, with nothing to choose again."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.registry.models import Cluster
from tests.cases import people
from tests.registry.entries import a_park
from tests.registry.handed_in import FILES, IN_PARK, OUTSIDE, a_table, a_zip

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/existing/"


@pytest.fixture(autouse=True)
def _own_attachments(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def officer(client):
    officer = people.city_officer()
    client.force_login(officer)
    return officer


def sent(*rows, files=FILES):
    chosen = [SimpleUploadedFile(name, data) for name, data in files]
    return {"table": SimpleUploadedFile("台账.csv", a_table(*rows)), "attached": chosen, "step": "report"}


def carried(page):
    """What the form of a page carries: the tokens of files and the mark of the report."""
    found = re.findall(r'name="(table-kept|attached-kept|seen)" value="([^"]+)"', page.content.decode())
    return {name: [value for key, value in found if key == name] for name, _value in found}


def test_a_district_may_not_enter_what_was_approved_on_paper(client):
    client.force_login(people.drafter())
    assert client.get(ADDRESS).status_code == 403


def test_the_template_is_a_workbook(client, officer):
    assert client.get(ADDRESS + "template.xlsx").content.startswith(b"PK")


def test_nothing_is_written_before_the_report_was_seen(client, officer):
    a_park()
    said = client.post(ADDRESS, sent(OUTSIDE, IN_PARK)).content.decode()

    assert "新增 2 个，变更 0 个，相同 0 个，有错误 0 行" in said
    assert "导入 2 行" in said
    assert not Cluster.objects.exists()


def test_what_was_reported_is_entered_without_choosing_the_files_again(client, officer):
    a_park()
    page = client.post(ADDRESS, sent(OUTSIDE, IN_PARK, files=[("全部.zip", a_zip(**dict(FILES)))]))
    answer = client.post(ADDRESS, carried(page) | {"step": "enter"}, follow=True)

    assert "已导入 2 个集聚区" in answer.content.decode()
    assert set(Cluster.objects.values_list("code", flat=True)) == {"JJQ-2022-001", "JJQ-2022-002"}


def test_a_faulty_row_is_told_and_the_others_are_entered_without_it(client, officer):
    a_park()
    page = client.post(ADDRESS, sent(OUTSIDE, IN_PARK | {"所在园区": "乙园区"}))
    assert "有错误 1 行" in page.content.decode()
    assert "乙园区" in page.content.decode()

    refused = client.post(ADDRESS, carried(page) | {"step": "enter"})
    assert refused.status_code == 422
    assert not Cluster.objects.exists()

    client.post(ADDRESS, carried(page) | {"step": "without-faulty"})
    assert Cluster.objects.get().pk == "JJQ-2022-001"


def test_a_changed_row_shows_what_was_and_what_would_be(client, officer):
    page = client.post(ADDRESS, sent(OUTSIDE))
    client.post(ADDRESS, carried(page) | {"step": "enter"})

    said = client.post(ADDRESS, sent(OUTSIDE | {"运营管理机构": "另一运营公司"})).content.decode()
    assert "<del>某运营公司</del> → <ins>另一运营公司</ins>" in said


def test_a_register_that_changed_since_the_report_is_reported_on_anew(client, officer):
    page = client.post(ADDRESS, sent(OUTSIDE))
    client.post(ADDRESS, carried(page) | {"step": "enter"})

    again = client.post(ADDRESS, carried(page) | {"step": "enter"})
    assert again.status_code == 422
    assert "在核对之后有变动" in again.content.decode()
    assert Cluster.objects.count() == 1


def test_a_file_that_is_no_table_is_refused_with_a_sentence(client, officer):
    answer = client.post(ADDRESS, {"table": SimpleUploadedFile("台账.csv", "甲,乙\n1,2\n".encode()), "step": "report"})
    assert answer.status_code == 422
    assert "台账.csv" in answer.content.decode()
    assert "已填写的内容都还在" in answer.content.decode()


def test_the_page_speaks_english(client, officer):
    assert client.get("/en" + ADDRESS).status_code == 200
