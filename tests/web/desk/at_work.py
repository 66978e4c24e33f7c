"""People at their desks, on a day of spring 2022; a case in the midst of its joint review."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.cases.actions import reviewing
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.queries import whole
from jijuqu.procedure.opinions import Stance
from jijuqu.registry.models import Demonstration
from jijuqu.web.account.session import SECOND_FACTOR
from tests.cases import people
from tests.cases.builders import PDF, a_draft, by, complete

TODAY = date(2022, 3, 24)


@pytest.fixture
def a_day(db):
    """Let it be TODAY on every page."""
    Demonstration.objects.create(as_of=TODAY)


def sit_down(client, person):
    """Sign somebody in, with a second factor as those who decide need it."""
    client.force_login(person)
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    return client


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return said(answer)


def said(answer):
    """Give the words of a page without its tags, on one line."""
    body = answer.content.decode().split("<main", 1)[-1]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body)))


def in_review(drafter, *, signed=(), drafted=(), on=date(2022, 3, 18)):
    """A case whose district departments are asked; some have answered, some have a draft."""
    case = complete(a_draft(drafter, date(2022, 3, 14)), drafter, date(2022, 3, 15))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, asked, by(drafter, on))
    for request in review.requests.filter(department__in=[*signed, *drafted]):
        words = f"{request.department_id}的话"
        remarks = [Said("二（二）1", Stance.AGREE_WITH_ADVICE, words)]
        reviewing.draft_opinion(
            request, Stance.AGREE_WITH_ADVICE, words, remarks, by(people.reviewer(request.department_id), on)
        )
        if request.department_id in signed:
            request.refresh_from_db()
            reviewing.sign_opinion(request, by(people.signatory(request.department_id), on))
    return whole(case.pk)


def form_of(answer):
    """Give the fields of the act's form on a page as a browser would send them, without what was not filled in."""
    text = answer.content.decode().split('class="act-form"', 1)[1].split("</form>", 1)[0]
    fields: dict[str, object] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        attributes = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        kind, name = attributes.get("type", "text"), attributes.get("name")
        if not name or kind in {"file", "submit"}:
            continue
        if kind in {"checkbox", "radio"}:
            if " checked" in tag:
                fields.setdefault(name, []).append(
                    html.unescape(attributes["value"])
                ) if kind == "checkbox" else fields.update({name: attributes["value"]})
        else:
            fields[name] = html.unescape(attributes.get("value", ""))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected>', options) or re.search(
            r'<option value="([^"]*)"', options
        )
        fields[name] = html.unescape(chosen[1]) if chosen else ""
    for name, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        fields[name] = html.unescape(words).removeprefix("\n").removeprefix("\r\n")
    return fields


def do(client, address, **typed):
    """Open the page of an act, fill in what is typed, and send the form."""
    opened = client.get(address)
    assert opened.status_code == 200, said(opened)[:1500]
    return client.post(address, {**form_of(opened), **typed})


def scan(name="盖章件.pdf"):
    return SimpleUploadedFile(name, PDF + name.encode())


def paper(title="盖章件", dated_on="2022-03-20", **more):
    """The fields of the fold, as somebody fills them in."""
    return {
        "paper-title": title, "paper-number": "梁平府函〔2022〕9号", "paper-issuer": "梁平区人民政府",
        "paper-dated_on": dated_on, "paper-scan": scan(f"{title}.pdf"), **more,
    }  # fmt: skip


def act(case, name):
    return f"/desk/cases/{case.number}/acts/{name}/"
