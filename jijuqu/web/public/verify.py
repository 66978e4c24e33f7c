"""公文核验: anybody checks that a letter is what was sent, by the code on it or by its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jijuqu.cases.queries import letter_numbered, letter_verified
from jijuqu.papers.envelope import letter_number
from jijuqu.papers.kinds import KINDS
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.web.language import page_language

if TYPE_CHECKING:
    import datetime

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Letter

LONGEST = 80  # characters of a code or a number


@dataclass(frozen=True, slots=True)
class Verified:
    """What is said of a letter that was sent: nothing of what it says, but that it was sent, by whom, and when."""

    number: str
    kind: str
    issuer: str
    signed_on: datetime.date | None
    about: str
    replaced_by: str


@require_safe
@never_cache
def verify(request: HttpRequest, token: str = "") -> HttpResponse:
    """Show the form; with a code or a number show what was sent under it, or that nothing was."""
    asked = request.GET.get("code", "").strip()[:LONGEST]
    if asked and not token and letter_verified(asked):
        return redirect("verify-letter", token=asked)
    letter = letter_verified(token) if token else _numbered(asked)
    context = {
        "asked": token or asked,
        "letter": letter and _told(letter),
        "is_unknown": bool(token or asked) and not letter,
    }
    return render(request, "public/verify.html", context, status=404 if context["is_unknown"] else 200)


def _numbered(typed: str) -> Letter | None:
    """Find a letter by its number, whatever brackets were typed."""
    if not typed:
        return None
    try:
        return letter_numbered(letter_number(typed))
    except CannotBeWrittenError:
        return None


def _told(letter: Letter) -> Verified:
    newer = getattr(letter, "replaced_by", None)
    return Verified(
        letter.number, KINDS[letter.kind].label.say(page_language()), letter.issuer.name, letter.signed_on,
        letter.case.title, newer.number if newer and newer.is_issued else "",
    )  # fmt: skip
