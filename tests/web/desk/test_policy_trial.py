"""政策测算 on the desk: other numbers tried out, who flips, kept under a name, exported."""

from __future__ import annotations

import io
import shutil
from urllib.parse import urlencode

import docx
import openpyxl
import pytest

from jijuqu.cases.trial import on_trial, try_out
from jijuqu.journal.models import Event
from jijuqu.population.flips import AFTER, BEFORE
from jijuqu.reference.models import KeptTrial
from tests.cases import lives, people
from tests.policy.ask import findings
from tests.population import test_laid_drafts as laid
from tests.population.test_draft import LAND, RULES
from tests.registry import entries
from tests.web.desk.at_work import TODAY, a_day, page, said, sit_down  # noqa: F401 - a_day is a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]
ADDRESS = "/desk/policy-trial/"
M2_IN_MU = 2000 / 3
LESS_LAND = f"{ADDRESS}?on={TODAY}&min_industrial_land_mu=170"
SPACE = "has_enough_industrial_space"


@pytest.fixture
def officer(client):
    """A city officer at the desk; on record are clusters of 180 and 150 mu, and a park with 6 % for its cluster."""
    entries.under_review("larger", shape=entries.square(0.01), industrial_land_m2=180 * M2_IN_MU, name_zh="较大集聚区")
    entries.under_review("smaller", shape=entries.square(0.01, north=0.1), industrial_land_m2=150 * M2_IN_MU)
    park = entries.a_park(shape=entries.square(0.05, north=0.2))
    entries.recorded(park, shape=entries.square(0.01, north=0.2))
    officer = people.city_officer()
    sit_down(client, officer)
    return officer


def test_who_flips_is_told_with_both_findings_the_value_and_both_limits(client, officer):
    words = page(client, LESS_LAND)
    assert "1 处结论改变，涉及 1 个区县" in words
    assert "梁平区 较大集聚区 larger 二（二）2 工业用地或工业建筑规模 待核 → 符合 180亩 200亩 170亩" in words
    assert "梁平 1" in words  # on the map


@pytest.mark.parametrize("least", [120, 150, 170, 180, 181])
def test_flips_are_what_asking_each_cluster_singly_says(officer, least):
    trial = try_out(TODAY, on_trial(TODAY), {"min_industrial_land_mu": float(least)})
    flipped = {(row["id"], row[BEFORE], row[AFTER]) for row in trial.parts[0].rows().collect().to_native().to_dicts()}
    expected = set()
    for name, land in (("larger", 180.0), ("smaller", 150.0)):
        pair = [
            findings(SPACE, industrial_land_mu=land, parameters={"min_industrial_land_mu": limit})[0].outcome.value
            for limit in (200.0, float(least))
        ]
        expected |= {(name, *pair)} if pair[0] != pair[1] else set()
    assert flipped == expected


def test_parks_flip_when_their_share_is_changed(client, officer):
    assert "甲园区 p1 二（一）1 园区集聚区用地占比 需作特殊情况说明 → 符合" in page(
        client, f"{ADDRESS}?on={TODAY}&min_park_cluster_share=5"
    )


def test_clusters_of_plans_are_tried_under_their_case(client):
    case = lives.applied(lives.cast())
    sit_down(client, people.city_officer())
    assert f"{case.number}/1" in page(client, f"{ADDRESS}?on={TODAY}&min_industrial_land_mu=5000&leading_industries=0")


def test_the_address_carries_only_what_was_changed(client, officer):
    typed = {"on": TODAY.isoformat(), "min_industrial_land_mu": "170", "max_clusters_outside_parks": "5"}
    answer = client.get(ADDRESS, typed)
    assert (answer.status_code, answer["Location"]) == (302, LESS_LAND)
    part = client.get(ADDRESS, typed, headers={"HX-Request": "true"})
    assert part["HX-Replace-Url"] == LESS_LAND
    assert "<main" not in part.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("min_industrial_land_mu=二百", "“二百”不是不小于0的数"),
        ("min_industrial_land_mu=-1", "“-1”不是不小于0的数"),
        ("min_industrial_land_mu=NaN", "“NaN”不是不小于0的数"),
        ("min_park_cluster_share=120", "“120”不是0至100之间的百分数"),
        ("last_day_of_acceptance=2022-02-30", "“2022-02-30”不是日期"),
        ("min_land=3", "没有名为“min_land”的参数"),
        ("on=2020-01-01", "测算日不得早于通知施行之日（2021-08-01）"),
    ],
)
def test_what_does_not_fit_is_named_and_what_was_typed_stays(client, officer, typed, sentence):
    answer = client.get(f"{ADDRESS}?{typed}&max_ancillary_land_share=7.5")
    assert answer.status_code == 422
    assert sentence in said(answer)
    assert 'value="7.5"' in answer.content.decode()


def test_a_trial_is_kept_opened_again_and_removed(client, officer):
    assert client.post(LESS_LAND, {"name": "降低用地门槛"})["Location"] == LESS_LAND
    kept = KeptTrial.objects.get()
    assert (kept.changed, kept.flips, kept.districts, kept.kept_by) == (
        {"min_industrial_land_mu": "170"}, 1, 1, officer,
    )  # fmt: skip
    shown = client.get(ADDRESS).content.decode()
    assert LESS_LAND.replace("&", "&amp;") in shown
    assert "工业用地下限 170亩" in shown

    client.post(f"{ADDRESS}kept/{kept.pk}/remove/")
    assert not KeptTrial.objects.exists()
    acts = list(Event.objects.filter(subject=f"trial:{kept.pk}").values_list("act", "actor"))
    assert acts == [("reference.keep_trial", officer.pk), ("reference.remove_trial", officer.pk)]
    assert client.post(f"{ADDRESS}kept/{kept.pk}/remove/").status_code == 404


def test_a_trial_is_kept_under_a_name_of_its_own_and_only_with_a_change(client, officer):
    client.post(LESS_LAND, {"name": "一"})
    for address, name, sentence in (
        (LESS_LAND, "", "这个字段是必填项"),
        (LESS_LAND, "一", "已有同名的测算"),
        (f"{ADDRESS}?on={TODAY}", "二", "没有改动任何参数，也没有试用草案"),
    ):
        refused = client.post(address, {"name": name})
        assert refused.status_code == 422
        assert sentence in said(refused)
    assert KeptTrial.objects.count() == 1


def test_the_comparison_is_exported_as_document_and_workbook(client, officer):
    both = f"?on={TODAY}&min_industrial_land_mu=170&min_park_cluster_share=5"
    document = docx.Document(io.BytesIO(client.get(f"{ADDRESS}file.docx{both}").content))
    assert "较大集聚区，梁平区" in {cell.text for cell in document.tables[-1].columns[0].cells}
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/en{ADDRESS}file.xlsx{both}").content))
    assert {row[0].value for row in book.worksheets[-1].iter_rows(min_row=2)} == {"larger", "p1"}
    assert client.get(f"{ADDRESS}file.docx").status_code == 302
    assert client.get(f"{ADDRESS}file.pdf{both}").status_code == 404


@pytest.mark.parametrize("person", [people.drafter, people.district_leader, lambda: people.reviewer("city-ecology")])
def test_nobody_but_the_commission_tries_policy(client, person):
    sit_down(client, person())
    for address in (ADDRESS, f"{ADDRESS}file.docx"):
        assert client.get(address).status_code == 403
    assert client.post(f"{ADDRESS}kept/1/remove/").status_code == 403
    assert "政策测算" not in client.get("/desk/").content.decode()


def test_a_city_leader_does_and_in_english(client):
    sit_down(client, people.city_leader())
    said_there = page(client, f"/en{ADDRESS}")
    assert "Policy trial" in said_there
    assert "0 clusters outside the parks (0 of them decided, judged by the facts of their decision)" in said_there


@pytest.fixture
def lay(settings, tmp_path):
    """Lay a draft for the page to offer, as whoever runs the server does."""
    settings.DRAFTS = tmp_path / "drafts"
    return lambda name="征求意见稿", **files: laid.lay(settings.DRAFTS, name, **files)


DRAFT = f"{ADDRESS}?{urlencode({'on': TODAY, 'draft': '征求意见稿'})}"


def test_a_draft_is_chosen_and_its_numbers_and_rules_are_tried_out(client, officer, lay):
    assert "尚无草案可选" in page(client, ADDRESS)
    lay(parameters=LAND, rules=RULES)
    offered = page(client, ADDRESS)
    assert "工业用地下限 二（二）2 200亩 → 150亩" in offered
    assert "增加：工业用地 二（二）2" in offered
    assert "删去：工业用地或工业建筑规模 二（二）2" in offered
    words = page(client, DRAFT)
    assert "梁平区 较大集聚区 larger 二（二）2 工业用地 无此要求 → 符合 180亩 — 150亩" in words
    assert "梁平区 较大集聚区 larger 二（二）2 工业用地或工业建筑规模 待核 → 无此要求" in words
    assert "现行：200亩" in words  # below the slider, which stands at the draft's


def test_numbers_are_changed_beside_those_of_a_draft(client, officer, lay):
    lay(parameters=LAND)
    assert "2 处结论改变" in page(client, DRAFT)
    more = f"{DRAFT}&min_industrial_land_mu=170"
    words = page(client, more)
    assert "1 处结论改变" in words
    assert "工业用地下限 二（二）2 200亩 → 变为 170亩" in words
    assert client.get(f"{DRAFT}&min_industrial_land_mu=150")["Location"] == DRAFT
    client.post(more, {"name": "一"})
    kept = KeptTrial.objects.get()
    assert (kept.draft, kept.changed, kept.flips) == ("征求意见稿", {"min_industrial_land_mu": "170"}, 1)


def test_a_kept_trial_says_when_its_draft_has_changed_or_gone(client, officer, lay, settings):
    lay(parameters=LAND)
    client.post(DRAFT, {"name": "试用草案"})
    assert "草案“征求意见稿”" in page(client, ADDRESS)
    assert "草案自保存后已改动" not in page(client, ADDRESS)
    lay(parameters=LAND.replace("150", "160"))
    assert "草案自保存后已改动" in page(client, ADDRESS)
    shutil.rmtree(settings.DRAFTS)
    assert "草案已移走，不能再次打开" in page(client, ADDRESS)
    gone = client.get(DRAFT)
    assert gone.status_code == 422
    assert "没有名为“征求意见稿”的草案" in said(gone)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "parameters.toml"),
        ({"rules": "1 / 0"}, "ZeroDivisionError"),
        ({"parameters": LAND.replace("min_industrial_land_mu", "min_happiness")}, "没有名为“min_happiness”的参数"),
    ],
)
def test_a_draft_that_cannot_be_read_is_named_with_the_reason_and_not_offered(client, officer, lay, files, sentence):
    lay(**files)
    listed = page(client, ADDRESS)
    assert sentence in listed
    assert "征求意见稿（不能读取）" in listed
    assert urlencode({"draft": "征求意见稿"}) not in client.get(ADDRESS).content.decode()
    refused = client.get(DRAFT)
    assert refused.status_code == 422
    assert sentence in said(refused)


@pytest.mark.parametrize("name", ["../drafts/征求意见稿", "/etc", "..", ".hidden"])
def test_no_folder_but_those_that_lie_there_is_opened(client, officer, lay, name):
    lay(parameters=LAND)
    assert client.get(f"{ADDRESS}?{urlencode({'on': TODAY, 'draft': name})}").status_code == 422


def test_a_draft_is_exported_with_its_name_and_what_it_changes(client, officer, lay):
    lay(parameters=LAND, rules=RULES)
    document = docx.Document(io.BytesIO(client.get(DRAFT.replace("?", "file.docx?")).content))
    assert any("试用草案“征求意见稿”" in each.text for each in document.paragraphs)
    book = openpyxl.load_workbook(io.BytesIO(client.get(DRAFT.replace("?", "file.xlsx?")).content))
    assert ("二（二）2", "工业用地", "增加", None, "工业用地不少于150亩") in list(book["条文改动"].values)
