"""Forms of the joint review: whom to ask, the opinion by clause, its answer, contradictions."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.accounts.models import Organisation, Person
from jijuqu.accounts.models.organisation import OrganisationKind
from jijuqu.accounts.permissions import appointments_on
from jijuqu.accounts.queries import acting_for, acting_in_place_of
from jijuqu.cases.actions import reviewing
from jijuqu.cases.facts import last_review
from jijuqu.cases.models import Adoption
from jijuqu.cases.opinions import conflicts_open, unanswered
from jijuqu.cases.standing import called
from jijuqu.cases.tasks import open_requests, own_requests
from jijuqu.procedure.departments import ASKED
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Level
from jijuqu.tables.dated import in_force_on
from jijuqu.web.desk.fields import (
    Choice,
    OneOf,
    RowChoice,
    SomeOf,
    Words,
    clause_choices,
    cluster_choices,
    cluster_numbered,
    stance_choices,
)
from jijuqu.web.language import page_language
from jijuqu.words.procedure_names import THE_WHOLE_PLAN

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import Case, OpinionRequest, Remark, Review
    from jijuqu.web.desk.acts.asked import About, Said

DEPARTMENTS = (OrganisationKind.DEPARTMENT, OrganisationKind.PARK_OFFICE)


def departments_of(about: About, level: Level) -> list[Organisation]:
    """List the departments of a level that may be asked about a case, those that the notice names first."""
    of_level = acting_for(str(about.case.holder_id), about.today) if level is Level.DISTRICT else Q(holder="")
    there = Organisation.objects.filter(of_level, in_force_on(about.today), level=level, kind__in=DEPARTMENTS)
    named = [duty.value for duty in ASKED[level]]
    return sorted(there, key=lambda each: (named.index(each.duty) if each.duty in named else len(named), each.pk))


class StartReview(forms.Form):
    """Whom to ask; those whom the notice names are chosen already."""

    departments = SomeOf(
        label=gettext_lazy("征求意见的部门"), help_text=gettext_lazy("已勾选通知点名的部门；可增加，各部门同时审查。")
    )
    level = Level.DISTRICT

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {each.pk: each for each in departments_of(about, self.level)}
        field = self.fields["departments"]
        field.choices = [(each.pk, each.name) for each in self.there.values()]  # type: ignore[attr-defined]
        field.initial = [each.pk for each in self.there.values() if each.duty in set(ASKED[self.level])]

    def clean_departments(self) -> list[Organisation]:
        """Give the departments themselves."""
        return [self.there[code] for code in self.cleaned_data["departments"]]


class StartCityReview(StartReview):
    """Whom of the city's departments to ask."""

    level = Level.CITY


def start_district_review(said: Said, hand: Hand) -> None:
    """Send the plan to the district's departments."""
    reviewing.start_district_review(said.case.pk, said["departments"], hand)


def start_city_review(said: Said, hand: Hand) -> None:
    """Send the plan to the city's departments."""
    reviewing.start_city_review(said.case.pk, said["departments"], hand)


class AskDepartment(forms.Form):
    """One more department."""

    department = RowChoice(label=gettext_lazy("部门"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {each.department_id for each in _running(about.case).requests.all()}
        left = [each for each in departments_of(about, about.case.position.side) if each.pk not in asked]
        self.fields["department"].offer((each, each.name) for each in left)  # type: ignore[attr-defined]


def ask_department(said: Said, hand: Hand) -> None:
    """Ask it."""
    reviewing.ask_department(_running(said.case), said["department"], hand)


class Remind(forms.Form):
    """Whom to remind; those overdue are chosen already."""

    requests = SomeOf(label=gettext_lazy("催办的部门"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(each.pk): each for each in open_requests(about.case)}
        field = self.fields["requests"]
        field.choices = [(key, _with_due_day(each)) for key, each in self.there.items()]  # type: ignore[attr-defined]
        late = [key for key, each in self.there.items() if each.due_on and each.due_on < about.today]
        field.initial = late or list(self.there)

    def clean_requests(self) -> list[OpinionRequest]:
        """Give the requests themselves."""
        return [self.there[key] for key in self.cleaned_data["requests"]]


def remind(said: Said, hand: Hand) -> None:
    """Remind each of them."""
    for request in said["requests"]:
        reviewing.remind(request, hand)
        hand = dataclasses.replace(hand, seen=None)


class HandOver(forms.Form):
    """Which request, and who of the department takes it."""

    request = RowChoice(label=gettext_lazy("征求的意见"))
    colleague = RowChoice(label=gettext_lazy("转交给"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = own_requests(about.case, about.organisations)
        there = Organisation.objects.filter(acting_in_place_of([each.department_id for each in mine], about.today))
        held = appointments_on(about.today).filter(
            organisation__in=there.values("pk"), role=reviewing.WRITES_OPINIONS.value
        )
        people = Person.objects.filter(pk__in=held.values("person"), is_active=True).exclude(pk=about.person.pk)
        self.fields["request"].offer((each, each.department.name) for each in mine)  # type: ignore[attr-defined]
        self.fields["colleague"].offer((each, each.name) for each in people)  # type: ignore[attr-defined]


def hand_over(said: Said, hand: Hand) -> None:
    """Hand it over."""
    reviewing.hand_over(said["request"], said["colleague"], hand)


class Opinion(forms.Form):
    """What the department says of the whole; its rows say it clause by clause."""

    request = RowChoice(label=gettext_lazy("征求的意见"))
    stance = OneOf(label=gettext_lazy("总体意见"))
    words = Words(label=gettext_lazy("意见内容"), required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = offered_requests(about)
        self.fields["request"].offer((each, each.department.name) for each in offered)  # type: ignore[attr-defined]
        self.fields["stance"].choices = stance_choices()  # type: ignore[attr-defined]
        if len(offered) == 1 and not about.on_paper:
            self.fields["stance"].initial, self.fields["words"].initial = offered[0].stance, offered[0].words

    def clean(self) -> dict[str, Any]:
        """Want words where the stance does not speak for itself."""
        said = super().clean() or self.cleaned_data
        stance = said.get("stance")
        if stance and Stance(stance).wants_answer and not said.get("words", "").strip() and "words" not in self.errors:
            self.add_error("words", _("请写明建议或理由。"))
        return said


class OpinionRow(forms.Form):
    """What the department says under one clause, of the plan or of one cluster."""

    clause = Choice(label=gettext_lazy("条款"), choices=clause_choices, required=False)
    cluster = Choice(label=gettext_lazy("对象"), required=False)
    stance = Choice(label=gettext_lazy("意见"), required=False)
    words = Words(label=gettext_lazy("建议或理由"), rows=2, required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cluster"].choices = cluster_choices(about.case)  # type: ignore[attr-defined]
        self.fields["stance"].choices = [("", "—"), *stance_choices()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Want a row whole or empty: a clause, a stance, and words where the stance does not speak for itself."""
        said = super().clean() or self.cleaned_data
        if not any(said.values()):
            return {}
        if not said.get("clause"):
            self.add_error("clause", _("请选择条款。"))
        if not said.get("stance"):
            self.add_error("stance", _("请选定意见。"))
        elif Stance(said["stance"]).wants_answer and not said.get("words", "").strip():
            self.add_error("words", _("请写明建议或理由。"))
        return said


def offered_requests(about: About) -> list[OpinionRequest]:
    """List the requests that a person may answer: their department's own, or all of which a paper came in."""
    return open_requests(about.case) if about.on_paper else own_requests(about.case, about.organisations)


def drafted_rows(about: About) -> list[dict[str, Any]]:
    """Give the remarks drafted so far under clauses, where there is one request to speak of."""
    offered = [] if about.on_paper else offered_requests(about)
    remarks = offered[0].remarks.all() if len(offered) == 1 else ()
    return [
        {
            "clause": each.clause,
            "cluster": str(each.cluster.number) if each.cluster else "",
            "stance": each.stance,
            "words": each.words,
        }
        for each in remarks
        if each.clause
    ]


def give_opinion(said: Said, hand: Hand) -> None:
    """Save the draft."""
    reviewing.draft_opinion(said["request"], Stance(said["stance"]), said["words"], _remarks(said), hand)


def _remarks(said: Said) -> list[reviewing.Said]:
    return [
        reviewing.Said(row["clause"], Stance(row["stance"]), row["words"], cluster_numbered(said.case, row["cluster"]))
        for row in said.rows
    ]


class SignOpinion(forms.Form):
    """Which opinion to sign; what it says stands beside it."""

    request = RowChoice(label=gettext_lazy("待签发的意见"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        drafted = [each for each in own_requests(about.case, about.organisations) if each.stance]
        self.drafted = drafted
        self.fields["request"].offer((each, each.department.name) for each in drafted)  # type: ignore[attr-defined]


def sign_opinion(said: Said, hand: Hand) -> None:
    """Sign the draft; of a stamped paper enter what it says first."""
    request = said["request"]
    if hand.paper and "stance" in said.fields:
        give_opinion(said, hand)
        request.refresh_from_db()
        hand = dataclasses.replace(hand, seen=None)
    reviewing.sign_opinion(request, hand)


class AnswerRow(forms.Form):
    """One remark, whether it was taken up, and why not."""

    remark = forms.IntegerField(widget=forms.HiddenInput)
    adoption = Choice(label=gettext_lazy("采纳情况"), choices=Adoption.choices, required=False)
    answer = Words(label=gettext_lazy("答复"), rows=2, required=False)

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        review = last_review(about.case, about.case.position.side)
        open_ = {each.pk: each for each in unanswered(review)} if review else {}
        key = str(self["remark"].value())
        self.title = _remark_words(open_[int(key)]) if key.isdecimal() and int(key) in open_ else ""

    def clean(self) -> dict[str, Any]:
        """Want a reason where the remark is not taken up whole."""
        said = super().clean() or self.cleaned_data
        if said.get("adoption") in {Adoption.PARTLY, Adoption.NOT_ADOPTED} and not said.get("answer", "").strip():
            self.add_error("answer", _("部分采纳或者未采纳的，请写明理由。"))
        return said


def _remark_words(remark: Remark) -> str:
    """Say who remarked what, about which clause."""
    stance = Stance(remark.stance).label.say(page_language())
    clause = remark.clause or THE_WHOLE_PLAN.say(page_language())
    about = f"{clause} {called(remark.cluster).say(page_language())}" if remark.cluster else clause
    return f"{remark.request.department.name}｜{about}｜{stance}：{remark.words}"


def remarks_to_answer(about: About) -> list[dict[str, Any]]:
    """Give a row for each remark that wants an answer."""
    review = last_review(about.case, about.case.position.side)
    return [{"remark": each.pk} for each in unanswered(review)] if review else []


def answer_opinions(said: Said, hand: Hand) -> None:
    """Answer each remark that was spoken of."""
    review = _running(said.case)
    open_ = {each.pk: each for each in unanswered(review)}
    for row in said.rows:
        if row["adoption"] and row["remark"] in open_:
            remark = open_[row["remark"]]
            reviewing.answer_remark(remark, Adoption(row["adoption"]), row["answer"], hand)
            hand = dataclasses.replace(hand, seen=None)


class Settle(forms.Form):
    """Which contradiction, what the departments say in it, and how it was settled."""

    clause = Choice(label=gettext_lazy("意见不一致的条款"))
    words = Words(label=gettext_lazy("协调结果"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        review = last_review(about.case, about.case.position.side)
        self.open = list(conflicts_open(review)) if review else []
        names = {each.department_id: each.department.name for each in review.requests.all()} if review else {}
        self.disputes = [
            (
                _place_named(about, each.clause),
                [(names[said.department], said) for said in each.against + each.in_favour],
            )
            for each in self.open
        ]
        self.fields["clause"].choices = [(str(n), place) for n, (place, _sides) in enumerate(self.disputes)]  # type: ignore[attr-defined]

    def clean_clause(self) -> str:
        """Give the place that a conflict is about, as the procedure names it."""
        return self.open[int(self.cleaned_data["clause"])].clause


def _place_named(about: About, place: str) -> str:
    """Name what a contradiction is about: a clause, of one cluster where it has a number, or the plan as a whole."""
    clause, _sharp, number = place.partition(" #")
    cluster = cluster_numbered(about.case, number)
    words = [
        clause or THE_WHOLE_PLAN.say(page_language()),
        *([called(cluster).say(page_language())] if cluster else []),
    ]
    return " ".join(words)


def settle(said: Said, hand: Hand) -> None:
    """Record how it was settled."""
    reviewing.settle(_running(said.case), said["clause"], said["words"], hand)


def _running(case: Case) -> Review:
    review = last_review(case, case.position.side)
    assert review, "the procedure lets this act be done in a joint review only"  # noqa: S101
    return review


def _with_due_day(request: OpinionRequest) -> str:
    if request.due_on is None:
        return request.department.name
    return _("%(department)s（反馈期限 %(day)s）") % {"department": request.department.name, "day": request.due_on}
