"""Register and reference on the desk in a browser: accessible and fitting in both languages, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from jijuqu.registry.models import Cluster
from tests.cases import people
from tests.conftest import PHONE, WIDE
from tests.registry.entries import a_park, approved
from tests.registry.handed_in import IN_PARK, OUTSIDE, PDF, a_boundary, a_table
from tests.web.desk.test_expert_pool import SOMEBODY
from tests.web.desk.test_reference import ENTRY

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = (
    "existing/", "publication/", "publication/c1/", "in-park/", "reference/", "reference/calendar/2025/",
    "reference/calendar/2041/", "reference/time-limits/city_check/", "reference/parameters/layer_tolerance_share/",
    "reference/access/", "reference/access/new/", "reference/access/import/", "experts/", "experts/new/",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _own_attachments(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def session(client, live_server):
    a_park()
    approved("c1")
    client.force_login(people.city_officer())
    client.post("/desk/reference/access/new/", ENTRY | {"industry": "", "words": "化工"})
    client.post("/desk/experts/new/", SOMEBODY)
    return {"name": "sessionid", "value": client.session.session_key, "url": live_server.url}


@pytest.mark.parametrize(("language", "size"), [("", WIDE), ("/en", PHONE)])
def test_the_pages_are_accessible_and_fit(page, context, live_server, session, axe, complaints, language, size):
    context.add_cookies([session])
    page.set_viewport_size(size)
    for path in PAGES:
        page.goto(f"{live_server.url}{language}/desk/{path}")
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path
    assert complaints == []


def test_without_scripts_a_table_is_reported_on_and_entered_on_a_phone(browser, live_server, session):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    context.add_cookies([session])
    page = context.new_page()
    page.goto(f"{live_server.url}/desk/existing/")
    faulty = IN_PARK | {"所在园区": "乙园区"}
    table = {"name": "台账.csv", "mimeType": "text/csv", "buffer": a_table(OUTSIDE | {"行业代码": ""}, faulty)}
    files = [("JJQ-2022-001.geojson", a_boundary()), ("JJQ-2022-001.pdf", PDF)]
    page.get_by_label("台账", exact=True).set_input_files(table)
    sent = [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
    page.get_by_label("边界文件和扫描件").set_input_files(sent)
    page.get_by_role("button", name="逐行核对，先不写入").press("Enter")

    expect(page.get_by_role("status")).to_contain_text("新增 1 个")
    page.get_by_role("button", name="不管有错误的行，导入其余 1 行").press("Enter")
    expect(page.locator(".site-messages")).to_contain_text("已导入 1 个集聚区")
    assert Cluster.objects.filter(pk="JJQ-2022-001").exists()
    context.close()
