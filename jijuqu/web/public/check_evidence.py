"""Where every value of a finding comes from: the coordinates, a layer, the records, or the visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jijuqu.siting.facts import SHARE_FACTS
from jijuqu.words import check_page as words
from jijuqu.words.said import say
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from jijuqu.policy.known import Test
    from jijuqu.policy.rule import Finding
    from jijuqu.web.public.site_check import SiteCheck
    from jijuqu.words.text import Language, Text


class Evidence(NamedTuple):
    """What a fact is called, its value in words, and where the value comes from."""

    label: str
    value: str
    source: str


def evidence_of(check: SiteCheck, finding: Finding, language: Language) -> list[Evidence]:
    """List the facts that a finding rests on, each once."""
    tests = {test.fact.spec.name: test for way in finding.answer.ways for test in way}
    return [
        Evidence(
            test.fact.spec.label.say(language),
            with_unit(test.fact.value, test.fact.spec.unit, language),
            _source(check, test, language),
        )
        for test in tests.values()
    ]


def _source(check: SiteCheck, test: Test, language: Language) -> str:
    name = test.fact.spec.name
    if name in SHARE_FACTS:
        return _layer_source(check, SHARE_FACTS[name], language)
    if name == "industrial_land_mu":
        return say(check.land.industrial_evidence, language)
    if name == "parts":
        return words.MEASURED_PARTS.say(language, gap=with_unit(check.land.gap_m, "m", language))
    if name == "clusters_with_this_one":
        return _register_source(check, language)
    return _plain_source(name, test.fact.value).say(language)


def _plain_source(name: str, value: object) -> Text:
    if value is None:
        return words.NOT_TOLD
    if name in {"total_land_mu", "ancillary_land_mu"}:
        return words.MEASURED_AREA
    return words.MEASURED if name == "lies_in_chongqing" else words.TOLD


def _layer_source(check: SiteCheck, kind: str, language: Language) -> str:
    layer = words.LAYERS[kind].say(language)
    if kind not in check.layers:
        return words.LAYER_MISSING.say(language, layer=layer)
    if kind == "park":
        source = words.PARKS_SOURCE.say(language) + (words.INVENTED.say(language) if check.is_invented else "")
    else:
        source = check.sources.get(kind, "")
    return words.FROM_LAYER.say(language, layer=layer, source=source)


def _register_source(check: SiteCheck, language: Language) -> str:
    holder = check.told.applicant
    if holder is None:
        return words.APPLICANT_MISSING.say(language)
    if not check.recorded:
        return words.NOT_TOLD.say(language)
    said = words.FROM_REGISTER.say(
        language,
        holder=holder.name,
        on=check.told.on.isoformat(),
        approved=check.recorded["other_clusters_approved"],
        under_review=check.recorded["other_clusters_under_review"],
    )
    return said + (words.INVENTED.say(language) if check.is_invented else "")
