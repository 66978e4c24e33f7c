"""The same estate handed to the check page in every format: the same land, the same answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from tests.land.boundary_files.builders import ESTATE, in_every_format

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

ANSWERS = {"received_on": "2022-09-01", "industrial": "all", "place": "outside"}
FORMATS = ("txt", "zip", "gpkg", "geojson", "kml", "kmz", "dxf")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return in_every_format(tmp_path_factory.mktemp("estate"))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_gets_the_same_area_and_the_same_findings(
    client: Client, files: dict[str, Path], kind: str
) -> None:
    checks = {}
    for each in ("txt", kind):
        upload = SimpleUploadedFile(files[each].name, files[each].read_bytes())
        response = client.post("/check/", {**ANSWERS, "survey_file": upload})
        assert response.status_code == 200, response.content.decode()
        checks[each] = response.context["result"].check
    land, standard = checks[kind].land, checks["txt"].land
    assert standard.area_m2 == pytest.approx(sum(plot.shape.area for plot in ESTATE), rel=2e-3)
    assert land.area_m2 == pytest.approx(standard.area_m2, rel=1e-8)
    assert [p.area_m2 for p in land.parcels] == pytest.approx([p.area_m2 for p in standard.parcels], rel=1e-8)
    assert (land.parts, land.gaps_m) == (standard.parts, pytest.approx(standard.gaps_m, abs=1e-5))
    outcomes = [[(finding.rule.name, finding.outcome) for finding in check.findings] for check in checks.values()]
    assert outcomes[0] == outcomes[-1]


def test_every_format_is_chosen_sent_and_answered_in_a_browser(
    browser: Browser, transactional_db: None, live_server: LiveServer, files: dict[str, Path]
) -> None:
    """Without scripts: seven maps would take the most of a minute, and have a test of their own."""
    page = browser.new_context(java_script_enabled=False).new_page()
    told = {}
    for kind in FORMATS:
        page.goto(live_server.url + "/check/")
        page.set_input_files("#id_survey_file", files[kind])
        page.select_option("#id_industrial", "all")
        page.click("form[data-check-form] .check-acts [type=submit]")
        expect(page.locator("[data-result]")).to_be_visible()
        facts = page.locator(".land-facts").inner_text()
        told[kind] = re.findall(r"[\d.,]+ ?亩|[\d.,]+ ?㎡", facts.split("平面面积")[0])
        expect(page.locator("[data-kept]")).to_contain_text(files[kind].name)
        expect(page.locator("svg.plot path.parcel")).to_have_count(2)
    page.context.close()
    assert len(told["txt"]) == 2
    assert all(area == told["txt"] for area in told.values()), told
