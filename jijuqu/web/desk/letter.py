"""文书: the page on which a letter is checked is the letter itself; beside it what its drafter may set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.letters import draft_letter, may_write, redraft_letter
from jijuqu.cases.actions.step import Hand
from jijuqu.cases.at_hand import issuer_of, letter_at_hand
from jijuqu.cases.document_set import document_set
from jijuqu.cases.models import Case
from jijuqu.cases.writing import written
from jijuqu.journal.file_kinds import DOCX, PDF, ZIP
from jijuqu.papers.fonts import substituted_fonts
from jijuqu.papers.kinds import KINDS
from jijuqu.papers.produce import docx, manuscript, pages_svg, pdf
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.procedure.advance import Refused
from jijuqu.web.desk import once
from jijuqu.web.desk.fields import Line, Words
from jijuqu.web.desk.signed_in import case_page, person_of, powers_on
from jijuqu.web.language import page_language
from jijuqu.web.public.shown_day import today
from jijuqu.words.said import say

if TYPE_CHECKING:
    from django.http import HttpRequest

    from jijuqu.cases.models import Letter

CHECKED_BY = {Permission.WRITE_LETTERS, Permission.DECIDE, Permission.AUDIT}
MEDIA_TYPES = {"pdf": PDF.media_type, "docx": DOCX.media_type}
FORMS = {"pdf": pdf, "docx": docx}


class Lines(forms.CharField):
    """Several short texts, one a line."""

    def __init__(self, *, rows: int = 2, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"class": "form-control", "rows": rows})
        super().__init__(widget=widget, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a list one item a line."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        """Give the lines that say something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class AddedForm(forms.Form):
    """What the drafter of a letter may set; empty: the customary words."""

    addressees = Lines(label=gettext_lazy("主送"), help_text=gettext_lazy("每行一个单位；不填按惯例。"))
    copies = Lines(label=gettext_lazy("抄送"), help_text=gettext_lazy("每行一个单位。"))
    contact_name = Line(label=gettext_lazy("联系人"), max_length=40, required=False)
    contact_phone = Line(label=gettext_lazy("联系电话"), max_length=40, required=False)
    conclusion = Words(label=gettext_lazy("结论或拟办意见"), max_length=2000, required=False)
    points = Lines(
        label=gettext_lazy("另加各条"), rows=4, help_text=gettext_lazy("每行一条：批复的要求、评审意见、会议议定事项。")
    )


@case_page
@require_http_methods(["GET", "HEAD", "POST"])
def letter_page(request: HttpRequest, case: Case, kind: str) -> HttpResponse:
    """Show a letter as it will go out, and save what its drafter sets; without a draft, show the one there would be."""
    letter = _letter(request, case, kind)
    form = AddedForm(request.POST or None, initial=letter.content)
    may_draft = may_write(person_of(request), today(request), case, letter.issuer)
    if request.method == "POST":
        if not may_draft:
            raise PermissionDenied
        if answer := once.done_before(request) or (form.is_valid() and _kept(request, case, letter, form)):
            return answer
    context = _context(request, case, letter, form, may_draft=may_draft)
    return render(request, "desk/letter.html", context, status=422 if request.method == "POST" else 200)


def _kept(request: HttpRequest, case: Case, letter: Letter, form: AddedForm) -> HttpResponse | None:
    """Draft the letter or change its draft, once; None where it is refused, as when somebody else was first."""
    address = reverse("desk-letter", args=[case.number, letter.kind])
    content = {name: value for name, value in form.cleaned_data.items() if value}
    try:
        with transaction.atomic():
            Case.objects.select_for_update(no_key=True).get(pk=case.pk)  # one at a time drafts for a case
            now = _letter(request, case, letter.kind)
            if request.POST.get("shown", _standing(now)) == _standing(now):
                _draft(request, case, now, content)
                once.write_down(request, address)
                return redirect(address)
    except once.SentTwiceError:
        return once.done_before(request)
    except Refused as refused:
        form.add_error(None, [say(reason, page_language()) for reason in refused.reasons])
        return None
    form.add_error(None, _what_became_of(now))
    return None


def _what_became_of(letter: Letter) -> str:
    """Say why what was typed for a letter as it stood before is not saved."""
    said = _("已由%(who)s先拟稿，流水号%(serial)s；您填写的内容没有丢失，请核对版面后再保存。")
    if letter.is_issued:
        said = _("这份公文（%(serial)s）已登记为%(number)s，没有改动；您填写的内容没有丢失，确需更正的再提交一次。")
    return said % {"who": letter.drafted_by.name, "serial": letter.serial, "number": letter.number}


def _draft(request: HttpRequest, case: Case, letter: Letter, content: dict[str, Any]) -> None:
    hand = Hand(person_of(request), today(request))
    if letter.pk and not letter.is_issued:
        redraft_letter(letter, content, hand)
        return
    issuer = issuer_of(case, letter.kind, hand.on)
    draft_letter(case, letter.kind, issuer, content, hand, replaces=letter if letter.pk else None)


def _standing(letter: Letter) -> str:
    """Tell one letter, and before from after it was issued."""
    return f"{letter.pk or ''} {letter.number}"


def _context(request: HttpRequest, case: Case, letter: Letter, form: AddedForm, *, may_draft: bool) -> dict[str, Any]:
    language = page_language()
    context: dict[str, Any] = {
        "case": case, "letter": letter, "kind": letter.kind, "label": KINDS[letter.kind].label.say(language),
        "form": form, "may_draft": may_draft, "once": once.token(request), "shown": _standing(letter),
        "pages": range(1, 1), "lacks": "", "words": "",
    }  # fmt: skip
    try:
        said = written(letter, _verify_url(request, letter))
        context |= {"pages": range(1, len(pages_svg(said)) + 1), "words": manuscript(said).words()}
    except CannotBeWrittenError as error:
        context["lacks"] = say(error.message, language)
    context["substituted"] = [
        {"wanted": each.wanted, "used": each.used, "used_for": each.used_for.say(language)}
        for each in substituted_fonts()
    ]
    return context


@case_page
@require_safe
def letter_picture(request: HttpRequest, case: Case, kind: str, page: int) -> HttpResponse:
    """Answer with one page of a letter as a picture."""
    pages = pages_svg(_written(request, _letter(request, case, kind)))
    if not 1 <= page <= len(pages):
        raise Http404
    return HttpResponse(pages[page - 1], content_type="image/svg+xml")


@case_page
@require_safe
def letter_file(request: HttpRequest, case: Case, kind: str, form: str) -> HttpResponse:
    """Answer with a letter as PDF or DOCX to save."""
    letter = _letter(request, case, kind)
    response = HttpResponse(FORMS[form](_written(request, letter)), content_type=MEDIA_TYPES[form])
    name = f"{case.number}-{KINDS[kind].label.zh}-{letter.serial}.{form}"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@case_page
@require_safe
def documents(request: HttpRequest, case: Case) -> HttpResponse:
    """Answer with the editable papers of the step the case is at (办文包)."""
    if powers_on(request).permissions.isdisjoint(CHECKED_BY):
        raise Http404(_("文书在发出之前只供办理的人查看。"))
    content = document_set(case.pk, today(request), person_of(request))
    response = HttpResponse(content, content_type=ZIP.media_type)
    name = _("办文包") + f"-{case.number}.zip"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _letter(request: HttpRequest, case: Case, kind: str) -> Letter:
    """Return the last letter of a kind, or the one there would be. Raises Http404 for what may not be looked at."""
    if kind not in KINDS or "pdf" not in KINDS[kind].formats:
        raise Http404(_("没有这种文书。"))
    letter = letter_at_hand(case, kind, today(request), person_of(request))
    assert letter is not None, "whoever asks would draft it"  # noqa: S101
    if powers_on(request).permissions.isdisjoint(CHECKED_BY):
        raise Http404(_("文书在发出之前只供办理的人查看。"))
    return letter


def _written(request: HttpRequest, letter: Letter) -> Any:
    try:
        return written(letter, _verify_url(request, letter))
    except CannotBeWrittenError as error:
        raise Http404(say(error.message, page_language())) from error


def _verify_url(request: HttpRequest, letter: Letter) -> str:
    """Give the address that the QR code leads to; a letter without a draft has none yet."""
    return request.build_absolute_uri(reverse("verify-letter", args=[letter.token])) if letter.token else ""
