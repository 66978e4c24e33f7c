"""政策测算 upon a screening that was kept: which groups another least area, gap or draft would give."""

from __future__ import annotations

import io
import re
from dataclasses import asdict
from urllib.parse import urlencode

import docx
import openpyxl
import pytest

from jijuqu.land.screening.saved import save
from jijuqu.reference.actions import keep_screening, remove_screening
from jijuqu.reference.models import KeptScreening, KeptTrial
from tests.cases import people
from tests.land.screening.ground import plot, screened
from tests.population.test_draft import LAND
from tests.web.desk.at_work import TODAY, a_day, page, said, sit_down  # noqa: F401 - a_day is a fixture
from tests.web.desk.test_policy_trial import ADDRESS, lay  # noqa: F401 - lay is a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


@pytest.fixture
def officer(client):
    officer = people.city_officer()
    sit_down(client, officer)
    return officer


@pytest.fixture
def screening(officer, settings, tmp_path):
    """A kept screening of 梁平区: two parcels 15 m apart, 301 mu together; one of 165 mu."""
    settings.SCREENINGS = tmp_path / "screenings"
    shapes = [plot(0, 0, 300), plot(315, 0, 333), plot(2000, 0, 331)]
    found = screened(tmp_path, shapes, min_mu=200.0, districts=["梁平区"] * 3)
    save(found, settings.SCREENINGS / "new")
    kept = KeptScreening(
        name="地块一", organisation_id="commission", options=asdict(found.options), sources={"parcels": "地块.parquet"},
        counts={"rows": 3, "industrial": 3, "kept": 3, "groups": 1, "near_misses": 1},
    )  # fmt: skip
    return keep_screening(kept, settings.SCREENINGS / "new", actor=officer, on=TODAY)


def over(screening, **numbers):
    return f"{ADDRESS}?{urlencode({'on': TODAY, 'over': screening.pk, **numbers})}"


def test_a_smaller_least_area_and_gap_are_tried_out_upon_a_screening(client, screening):
    assert "选址筛查“地块一”" in page(client, ADDRESS)
    assert "尚未改动" in page(client, over(screening))
    words = page(client, over(screening, min_industrial_land_mu=150))
    assert "新增 1 组，消失 0 组，拆分或缩小 0 组，涉及 1 个区县" in words
    assert re.search(r"梁平区 3 1 16\d(\.\d+)?亩，未达 → 16\d(\.\d+)?亩，达到 新增", words)
    assert "梁平 1" in words  # on the map
    narrower = page(client, over(screening, min_industrial_land_mu=120, gap_m=10))
    assert "新增 1 组，消失 0 组，拆分或缩小 1 组" in narrower
    assert "连片容许间距 20米 → 变为 10米" in narrower


def test_groups_vanish_with_the_land_that_is_left(client, screening):
    words = page(client, over(screening, gap_m=10))
    assert re.search(r"30\d(\.\d+)?亩，达到 → 最大一块16\d(\.\d+)?亩，未达 消失", words)


def test_a_wider_gap_than_that_of_the_screening_is_refused(client, screening):
    refused = client.get(over(screening, gap_m=30))
    assert refused.status_code == 422
    assert "筛查时的间距为 20米，只能改小" in said(refused)


def test_a_drafts_least_area_is_tried_out_upon_a_screening(client, screening, lay):  # noqa: F811 - the fixture
    lay(parameters=LAND)
    words = page(client, over(screening).replace("over=", urlencode({"draft": "征求意见稿"}) + "&over="))
    assert "工业用地下限 二（二）2 200亩 → 变为 150亩" in words
    assert "新增 1 组" in words


def test_a_trial_upon_a_screening_is_exported_and_kept_until_the_screening_goes(client, screening, officer):
    address = over(screening, min_industrial_land_mu=150)
    document = docx.Document(io.BytesIO(client.get(address.replace("?", "file.docx?")).content))
    assert any("选址筛查“地块一”" in each.text for each in document.paragraphs)
    assert "梁平区，首个地块3" in {cell.text for cell in document.tables[-1].columns[0].cells}
    book = openpyxl.load_workbook(io.BytesIO(client.get(address.replace("?", "file.xlsx?")).content))
    assert [cell.value for cell in book.worksheets[-1][2]][:4] == ["梁平区", "3", 1, "新增"]
    client.post(address, {"name": "按一百五十亩"})
    kept = KeptTrial.objects.get()
    assert (kept.screening, kept.screening_digest, kept.flips, kept.tested) == ("地块一", screening.digest, 1, 2)
    assert address.replace("&", "&amp;") in client.get(ADDRESS).content.decode()
    remove_screening(screening, actor=officer, on=TODAY)
    assert "所用的选址筛查已移除，不能再次打开" in page(client, ADDRESS)
    assert client.get(address).status_code == 422


@pytest.mark.parametrize("key", ["0", "99999", "x", "-1", "1" * 40])
def test_a_screening_that_is_not_there_is_named_so(client, officer, key):
    refused = client.get(f"{ADDRESS}?on={TODAY}&over={key}")
    assert refused.status_code == 422
    assert "没有这次选址筛查" in said(refused)
