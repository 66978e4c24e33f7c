"""公开 on the desk: an officer shows a cluster to the public, or takes it down with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.journal.models import Event
from jijuqu.registry.models import Cluster
from tests.cases import people
from tests.registry.entries import approved

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/publication/"


@pytest.fixture
def officer(client):
    officer = people.city_officer()
    client.force_login(officer)
    return officer


def test_a_district_does_not_publish(client):
    client.force_login(people.drafter())
    assert client.get(ADDRESS).status_code == 403


def test_an_officer_publishes_with_the_number_of_the_map_review(client, officer):
    approved("c1")
    answer = client.post(ADDRESS + "c1/", {"on": "2022-09-15", "map_review_number": "渝S（2022）001号"}, follow=True)

    cluster = Cluster.objects.get()
    assert (cluster.published_on, cluster.map_review_number) == (date(2022, 9, 15), "渝S（2022）001号")
    assert Event.objects.last().actor == officer
    assert "渝S（2022）001号" in answer.content.decode()
    assert client.get("/clusters/c1/").status_code == 200


def test_a_cluster_is_taken_down_with_a_reason(client, officer):
    approved("c1")
    client.post(ADDRESS + "c1/", {"on": "2022-09-15"})
    client.post(ADDRESS + "c1/", {"on": "2022-09-20", "why": "边界有误，更正后再公开"})

    assert Cluster.objects.get().unpublished_on == date(2022, 9, 20)
    assert client.get("/clusters/c1/").status_code == 404


def test_without_a_reason_or_before_it_was_shown_nothing_is_taken_down(client, officer):
    approved("c1")
    client.post(ADDRESS + "c1/", {"on": "2022-09-15"})

    assert client.post(ADDRESS + "c1/", {"on": "2022-09-20", "why": ""}).status_code == 422
    early = client.post(ADDRESS + "c1/", {"on": "2022-09-01", "why": "边界有误，更正后再公开"})
    assert early.status_code == 422
    assert "撤下日期早于公开日期" in early.content.decode()
    assert "边界有误，更正后再公开" in early.content.decode()
    assert Cluster.objects.get().unpublished_on is None


def test_the_number_of_the_map_review_is_changed_with_a_reason_that_stays_on_record(client, officer):
    approved("c1")
    number = ADDRESS + "c1/map-number/"
    assert client.get(number).status_code == 404  # nothing is shown yet
    client.post(ADDRESS + "c1/", {"on": "2022-09-15", "map_review_number": "渝S（2022）001号"})
    assert "更改审图号" in client.get(ADDRESS).content.decode()

    changed = {"map_review_number": "渝S（2022）018号", "why": "边界更正后重新审核"}
    assert client.post(number, changed | {"why": ""}).status_code == 422
    assert "没有变化" in client.post(number, changed | {"map_review_number": "渝S（2022）001号"}).content.decode()
    assert client.post(number, changed).status_code == 302
    cluster, event = Cluster.objects.get(), Event.objects.last()
    assert (cluster.map_review_number, cluster.published_on) == ("渝S（2022）018号", date(2022, 9, 15))
    assert (event.act, event.actor) == ("registry.change_map_review_number", officer)
    assert event.details == {"why": "边界更正后重新审核", "before": "渝S（2022）001号", "after": "渝S（2022）018号"}
    assert "渝S（2022）018号" in client.get("/clusters/c1/").content.decode()


def test_the_list_is_narrowed_to_what_is_shown(client, officer):
    approved("c1")
    approved("c2")
    client.post(ADDRESS + "c1/", {"on": "2022-09-15"})

    shown = client.get(ADDRESS, {"shown": "shown"}).content.decode()
    assert "publication/c1/" in shown
    assert "publication/c2/" not in shown
    assert client.get("/en" + ADDRESS).status_code == 200
