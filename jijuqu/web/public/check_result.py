"""Everything that the page shows of one check, in the words of its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely
from django.utils.translation import gettext as _

from jijuqu.land.plane import metres_per_unit
from jijuqu.registry.queries import districts_named
from jijuqu.web.public.check_findings import Groups, group
from jijuqu.web.public.check_map import ONE_BY_ONE, Drawing, as_map_content, draw, in_view
from jijuqu.web.public.shared_plot import plot_with_answers
from jijuqu.web.public.verdict import Verdict, verdict
from jijuqu.words import check_page as words
from jijuqu.words.said import say
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from jijuqu.siting.land import Land, MeasuredParcel
    from jijuqu.web.public.check_form import CheckForm
    from jijuqu.web.public.site_check import SiteCheck
    from jijuqu.words.text import Language

LINK_VERTICES = 300  # a plot of more corners is shared as a file: the link would be too long for mail and chat
M2_OF_MU = 2000 / 3


@dataclass(frozen=True, slots=True)
class Result:
    """One check, ready for the template. `link_content` is None where the plot is too large for a link."""

    check: SiteCheck
    verdict: Verdict
    groups: Groups
    facts: list[tuple[str, str, str]]
    issues: list[str]
    parcels: list[ParcelRow]
    parcels_left_out: int
    drawing: Drawing
    layers: list[tuple[str, str]]
    map_content: dict[str, Any]
    link_content: dict[str, Any] | None
    answers: list[tuple[str, str]]
    digest: str
    is_invented: bool
    file_used_instead: bool


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel of the table beside the map."""

    number: int
    name: str
    use_code: str
    area: str
    plane_area: str
    parts: str
    industrial: bool | None


def result_of(check: SiteCheck, form: CheckForm, language: Language) -> Result:
    """Put the findings of a check, its land, its map and the answers into words."""
    land, plot = check.land, form.plot
    near = in_view(land.bbox, check.layers)
    vertices = int(shapely.get_num_coordinates(land.shapes).sum())
    return Result(
        check=check,
        verdict=verdict(check, language),
        groups=group(check, language),
        facts=_land_facts(land, language),
        issues=[say(issue, language) for issue in land.issues],
        parcels=[_parcel_row(parcel, language) for parcel in land.parcels[:ONE_BY_ONE]],
        parcels_left_out=max(0, len(land.parcels) - ONE_BY_ONE),
        drawing=draw(land, near),
        layers=[(kind, words.LAYERS[kind].say(language)) for kind in near],
        map_content=as_map_content(land, near, _map_words(language)),
        link_content=plot_with_answers(land, form) if vertices <= LINK_VERTICES else None,
        answers=[(str(field.label), _answer(field)) for field in form.visible_fields() if field.name not in _PLOT],
        digest=plot.digest if plot else "",
        is_invented=check.is_invented,
        file_used_instead=bool(form.cleaned_data["survey_file"] and form.cleaned_data["coordinates"].strip()),
    )


_PLOT = {"survey_file", "coordinates"}


def _answer(field: Any) -> str:
    value = field.data if field.data not in {None, ""} else ""
    choices = dict(getattr(field.field, "choices", ()))
    return str(choices.get(value, value)) or "—"


def _land_facts(land: Land, language: Language) -> list[tuple[str, str, str]]:
    """List what the land itself tells: a name, a value, and what to know about it."""
    area = f"{with_unit(land.area_mu, 'mu', language)} ({with_unit(land.area_m2, 'm2', language)})"
    plane = f"{with_unit(land.plane_area_mu, 'mu', language)} ({with_unit(land.plane_area_m2, 'm2', language)})"
    widths = _("、").join(with_unit(width, "m", language) for width in land.gaps_m[:10])
    more = "…" if len(land.gaps_m) > 10 else ""
    names = _district_names(land, language)
    shares = [f"{names[each.code]} {with_unit(each.share, 'share', language)}" for each in land.districts]
    districts = _("、").join(shares)
    return [
        (_("椭球面面积"), area, _("CGCS2000 椭球面，界址点之间为大地线；以此为准")),
        (_("平面面积"), plane, _plane_words(land)),
        (_("工业用地"), with_unit(land.industrial_land_mu, "mu", language), say(land.industrial_evidence, language)),
        (
            _("地块"),
            _("%(parcels)s 个，连成 %(parts)s 部分") % {"parcels": len(land.parcels), "parts": land.parts},
            _("间距不超过 %(gap)s 的算作连片") % {"gap": with_unit(land.gap_m, "m", language)},
        ),
        (_("各部分间距"), widths + more or "—", ""),
        (
            _("所在区县"),
            districts or _("不在重庆市任何区县内"),
            _("区划图为2021年概略图，误差可达2.7公里，不作为界线依据"),
        ),
    ]


def _plane_words(land: Land) -> str:
    """Name the plane: the file's own, or for degrees that of the nearest zone."""
    if metres_per_unit(land.crs) is None:
        return _("%(crs)s 为经纬度，按最近的3°带投影平面，仅供对照") % {"crs": land.crs}
    return _("%(crs)s 投影平面，仅供对照") % {"crs": land.crs}


def _district_names(land: Land, language: Language) -> dict[str, str]:
    """Give the names of the districts by code; the map's own are Chinese."""
    names = {each.code: each.name for each in land.districts}
    if language == "en":
        names |= {holder.code: holder.name for holder in districts_named(names)}
    return names


def _parcel_row(parcel: MeasuredParcel, language: Language) -> ParcelRow:
    return ParcelRow(
        number=parcel.number,
        name=" ".join(filter(None, (parcel.id, parcel.name))),
        use_code=parcel.use_code,
        area=f"{parcel.area_m2 / M2_OF_MU:,.2f}",
        plane_area=f"{parcel.plane_area_m2 / M2_OF_MU:,.2f}",
        parts=_("、").join(map(str, parcel.parts)),
        industrial=parcel.industrial,
    )


def _map_words(language: Language) -> dict[str, str]:
    layers = {kind: text.say(language) for kind, text in words.LAYERS.items()}
    return {
        **layers,
        "plot": _("核查地块"),
        "gaps": _("间距"),
        "parcel": _("地块 {number}"),
        "gap": _("{width:.2f} 米"),
    }
