"""A paper and the act it proves are entered together, on the act's own page; its scan is kept while the form is mended."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.cases.models import (
    CaseFile,
    FileKind,
    Letter,
    OpinionRequest,
)
from jijuqu.cases.queries import whole
from jijuqu.journal.models import Attachment, Event, Paper
from jijuqu.procedure.states import State
from tests.cases import lives, people
from tests.web.desk.at_work import TODAY, a_day, act, do, form_of, in_review, paper, said, scan, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]


def test_a_stamped_opinion_is_entered_with_what_it_says_by_whoever_keeps_the_papers(client):
    drafter = people.drafter()
    case = in_review(drafter)
    request = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, drafter)
    unsupported = do(client, act(case, "sign_opinion"), request=str(request.pk), stance="agree")
    assert unsupported.status_code == 422
    assert "#id_paper-scan" in unsupported.content.decode()

    answer = do(client, act(case, "sign_opinion"), request=str(request.pk), stance="agree", **paper("生态环境局复函"))
    request.refresh_from_db()
    assert answer.status_code == 302, said(answer)
    assert (request.signed_on, request.signed_by, request.paper.title) == (TODAY, None, "生态环境局复函")


def test_the_paper_and_its_act_are_entered_together_or_not_at_all(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.officer)
    answer = do(client, act(case, "submit_to_district"), **paper("联合审查意见"))

    assert answer.status_code == 422
    assert "专家评审意见" in said(answer)
    assert Paper.objects.count() == 0
    assert whole(case.pk).state == State.DISTRICT_REVIEW


def test_one_officer_runs_the_districts_half_with_scans(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.officer)
    do(client, act(case, "record_expert_report"), verdict="passed", report="同意", **paper("专家评审意见"))
    do(client, act(case, "submit_to_district"), **paper("联合审查意见"))
    do(client, act(case, "approve_by_district"), **paper("常务会纪要"))
    answer = do(client, act(case, "apply"), **paper("申请函"))

    assert answer.status_code == 302, said(answer)
    assert whole(case.pk).state == State.APPLIED
    filed = set(CaseFile.objects.values_list("kind", flat=True))
    assert filed == {FileKind.EXPERT_OPINION, FileKind.JOINT_OPINION, FileKind.APPLICATION}
    assert {each.paper.title for each in Event.objects.filter(act="approve_by_district")} == {"常务会纪要"}


def test_a_paper_entered_once_serves_for_the_next_act(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.officer)
    do(client, act(case, "record_expert_report"), verdict="passed", report="同意", **paper("会议材料汇编"))
    answer = do(client, act(case, "submit_to_district"), **{"paper-known": str(Paper.objects.get().pk)})

    assert answer.status_code == 302, said(answer)
    assert Paper.objects.count() == 1


def test_a_scan_stays_when_the_form_comes_back(client):
    drafter = people.drafter()
    case = in_review(drafter)
    request = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, drafter)
    refused = do(client, act(case, "sign_opinion"), request=str(request.pk), **paper("复函"))
    assert refused.status_code == 422
    assert "沿用已上传的文件：复函.pdf" in said(refused)

    answer = client.post(act(case, "sign_opinion"), form_of(refused) | {"stance": "agree"})
    assert answer.status_code == 302, said(answer)
    assert Paper.objects.get().attachment == Attachment.objects.get(pk=Paper.objects.get().attachment_id)


def test_a_kept_file_that_was_not_ours_is_no_file(client):
    drafter = people.drafter()
    case = in_review(drafter)
    request = OpinionRequest.objects.get(department="500155-ecology")
    sit_down(client, drafter)
    forged = paper("复函") | {"paper-scan": "", "paper-scan-kept": "forged"}
    answer = do(client, act(case, "sign_opinion"), request=str(request.pk), stance="agree", **forged)

    assert answer.status_code == 422
    assert Paper.objects.count() == 0


def test_a_program_named_pdf_is_refused_with_a_sentence(client):
    drafter = people.drafter()
    case = in_review(drafter)
    sit_down(client, drafter)
    program = SimpleUploadedFile("意见.pdf", b"MZ\x90\x00" + bytes(200))
    answer = do(client, act(case, "add_material"), kind="evidence", file=program)

    assert answer.status_code == 422
    assert "不是可以接收的文件" in said(answer)


def test_a_letter_that_was_not_drafted_here_is_entered_with_its_number(client):
    who = lives.cast()
    case = in_review(who.drafter)
    sit_down(client, who.drafter)
    answer = do(client, act(case, "register_letter"), kind="opinion_request", title="关于征求意见的函",
                number="梁平经信函〔2022〕3号", signed_on="2022-03-20", scan=scan())  # fmt: skip

    assert answer.status_code == 302, said(answer)
    letter = Letter.objects.get()
    assert (letter.kind, letter.number, letter.content["title"]) == (
        "opinion_request",
        "梁平经信函〔2022〕3号",
        "关于征求意见的函",
    )
