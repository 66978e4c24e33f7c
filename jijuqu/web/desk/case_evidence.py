"""Where each value of a finding about a planned cluster comes from: its boundary, a statement, the plan, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.facts import BODIES, CONTENTS
from jijuqu.siting.facts import SHARE_FACTS
from jijuqu.web.public.check_evidence import Evidence
from jijuqu.words import case_evidence as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from jijuqu.cases.facts import Judged
    from jijuqu.cases.models import Case
    from jijuqu.policy.known import Test
    from jijuqu.policy.rule import Finding
    from jijuqu.words.text import Language

OF_THE_REGISTER = {"clusters_with_this_one", "other_clusters_approved", "other_clusters_under_review"}
OF_THE_PLAN = {*CONTENTS, *BODIES, "leading_industries", "leading_industry_name", "cluster_name", "district_name"}


def case_evidence(case: Case, judged: Judged, finding: Finding, *, language: Language) -> list[Evidence]:
    """List the facts that a finding rests on, each once."""
    tests = {test.fact.spec.name: test for way in finding.answer.ways for test in way}
    return [
        Evidence(
            test.fact.spec.label.say(language),
            with_unit(test.fact.value, test.fact.spec.unit, language),
            _source(case, judged, test, language),
        )
        for test in tests.values()
    ]


def _source(case: Case, judged: Judged, test: Test, language: Language) -> str:
    name, boundary = test.fact.spec.name, judged.boundary
    if name == "received_on":
        return words.RECEIPT.say(language)
    if test.fact.value is None:
        return words.NOT_KNOWN.say(language)
    if boundary and boundary.facts.get(name) is not None:
        said = words.FROM_LAYERS if name in SHARE_FACTS else words.MEASURED
        return said.say(language, edition=boundary.edition, file=boundary.file_name)
    if name in OF_THE_REGISTER:
        return words.FROM_REGISTER.say(language)
    if name in OF_THE_PLAN:
        return words.FROM_PLAN.say(language)
    return _stated(case, judged, name, language) or words.FROM_RECORD.say(language)


def _stated(case: Case, judged: Judged, name: str, language: Language) -> str:
    """Say that somebody stated it, and on which evidence; nothing where nobody did."""
    mine = [
        each for each in case.statements.all() if each.fact == name and each.cluster_id in {None, judged.cluster.pk}
    ]
    if not mine:
        return ""
    file = mine[-1].evidence
    return words.STATED_WITH.say(language, evidence=file.name) if file else words.STATED.say(language)
