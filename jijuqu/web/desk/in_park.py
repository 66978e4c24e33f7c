"""名录登记: a cluster in a park enters the register by the paper that shows it in the park's plan (二（二）)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.actions.papers import enter_paper
from jijuqu.cases.actions.step import Hand
from jijuqu.journal.attachments import open_attachment
from jijuqu.journal.file_kinds import BOUNDARIES, SCANS
from jijuqu.land.measures import MU_M2
from jijuqu.procedure.naming import cluster_name, name_problems
from jijuqu.registry.actions import enter_cluster
from jijuqu.registry.existing.entry import Entry
from jijuqu.registry.existing.land import read_boundary
from jijuqu.registry.existing.report import compare
from jijuqu.registry.existing.uploads import unpacked
from jijuqu.registry.models import Cluster
from jijuqu.registry.queries import parks_on
from jijuqu.web.desk.acts.plan_clusters import industry_codes
from jijuqu.web.desk.fields import Choice, Day, Line, RowChoice
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.kept_file import KeptFileField
from jijuqu.web.desk.reference.land_file import new_code
from jijuqu.web.desk.signed_in import person_of, powers_on, requires
from jijuqu.web.language import page_language
from jijuqu.web.public.check_form import SYSTEMS
from jijuqu.web.public.shown_day import today
from jijuqu.words.said import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import BoundField
    from django.http import HttpRequest, HttpResponse

    from jijuqu.registry.models import Park

FIELD_OF_HEADING = {
    "边界文件": "boundary",
    "工业用地（亩）": "industrial_mu",
    "名称": "industry_zh",
    "所在园区": "park",
}


class InParkForm(forms.Form):
    """The cluster, its boundary, the bodies of 二（二）4, and the paper; doubts about it are to be confirmed."""

    park = RowChoice(label=gettext_lazy("所在园区"))
    industry_zh = Line(
        label=gettext_lazy("主导产业（1个）"),
        max_length=30,
        help_text=gettext_lazy("集聚区名称由区县、主导产业和“中小企业集聚区”组成（二（三）6），如“智能家居”。"),
    )
    industry_en = Line(label=gettext_lazy("主导产业（英文）"), max_length=60, required=False)
    codes = Line(
        label=gettext_lazy("行业代码"),
        required=False,
        help_text=gettext_lazy("GB/T 4754—2017 代码，可填多个，用空格或顿号分开，如 2110、3856。"),
    )
    recorded_on = Day(label=gettext_lazy("名录登记日期"))
    boundary = KeptFileField(
        label=gettext_lazy("边界文件"),
        allowed=BOUNDARIES,
        help_text=gettext_lazy("勘测定界 TXT、shapefile（zip）、GeoPackage、GeoJSON、KML/KMZ、DXF。"),
    )
    crs = Choice(label=gettext_lazy("坐标系"), choices=SYSTEMS, required=False)
    industrial_mu = forms.FloatField(
        label=gettext_lazy("工业用地（亩）"),
        required=False,
        min_value=0,
        max_value=1e6,
        help_text=gettext_lazy("边界文件有地类编码的可不填，按文件计算。"),
        widget=forms.NumberInput(attrs={"class": "form-control", "step": "any"}),
    )
    authority = Line(label=gettext_lazy("行业主管部门"), max_length=80)
    builder = Line(label=gettext_lazy("投资建设单位"), max_length=80)
    operator = Line(label=gettext_lazy("运营管理机构"), max_length=80)
    title = Line(
        label=gettext_lazy("登记依据"),
        max_length=200,
        help_text=gettext_lazy("园区国土空间规划已予明确的文件标题。"),
    )
    number = Line(label=gettext_lazy("登记依据文号"), max_length=60, required=False)
    issuer = Line(label=gettext_lazy("登记依据单位"), max_length=100)
    dated_on = Day(label=gettext_lazy("落款日期"))
    scan = KeptFileField(label=gettext_lazy("扫描件"), allowed=SCANS, help_text=gettext_lazy("PDF、OFD 或者图片。"))
    confirmed = forms.BooleanField(
        label=gettext_lazy("以上提示已核对无误，仍要登记"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, parks: list[Park], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(park, f"{park.holder.name} {park.name}") for park in parks]
        self.fields["park"].offer(named)  # type: ignore[attr-defined]
        self.has_doubts = False

    def clean_codes(self) -> list[str]:
        """Give the codes; one that there is not is named."""
        return industry_codes(self.cleaned_data["codes"])

    def clean(self) -> dict[str, Any]:
        """Hold the industry against what a name may be."""
        said = super().clean() or self.cleaned_data
        if "park" in said and "industry_zh" in said:
            district = said["park"].holder.name_in_clusters
            for problem in name_problems(district, said["industry_zh"]):
                self.add_error("industry_zh", say(problem, page_language()))
        return said

    def __iter__(self) -> Iterator[BoundField]:
        """Give the fields in order; the one to confirm only where there is something to confirm."""
        return (field for field in super().__iter__() if field.name != "confirmed" or self.has_doubts)

    def refuse_doubtful(self, entry: Entry) -> None:
        """Hold an entry against the register. Raises ValidationError by field; doubts only until they are confirmed."""
        row = compare([entry])[0]
        doubts = () if self.cleaned_data["confirmed"] else row.warnings
        told: dict[str, list[str]] = {}
        for said in (*row.errors, *doubts):
            name = FIELD_OF_HEADING.get(said.heading, NON_FIELD_ERRORS)
            told.setdefault(name, []).append(say(said.message, page_language()))
        self.has_doubts = bool(doubts) and not row.errors
        if self.has_doubts:
            told["confirmed"] = [_("请核对以上提示；确认无误的，勾选后再次提交。")]
        if told:
            raise ValidationError(told)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.ENTER_IN_PARK)
def in_park(request: HttpRequest) -> HttpResponse:
    """Enter a cluster that lies in a park."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = InParkForm(*sent, parks=_parks(request), initial={"recorded_on": today(request)})
    page = FormPage(
        title=_("园区内集聚区名录登记"),
        about=_("园区国土空间规划已予明确的集聚区，凭有关文件登记入名录，不另行审批（二（二））。登记后尚未公开。"),
        button=_("登记入名录"),
        back=reverse("desk-park-shares"),
        done=_("已登记入名录。"),
    )
    return show_or_do(request, page, form, lambda: _enter(request, form))


def _parks(request: HttpRequest) -> list[Park]:
    """List the parks of today whose clusters somebody may enter."""
    powers = powers_on(request)
    every = parks_on(today(request)).defer("wkb").order_by("holder", "code")
    return [park for park in every if powers.may(Permission.ENTER_IN_PARK, holder=str(park.holder_id))]


def _enter(request: HttpRequest, form: InParkForm) -> None:
    """Measure the boundary, then enter the paper and the cluster. Raises ValidationError for what is refused."""
    said = form.cleaned_data
    entry = _entry(said)
    kept, cells = said["boundary"], {"边界文件": said["boundary"].name, "坐标系": said["crs"], "用地面积（亩）": ""}
    with open_attachment(kept.attachment.pk) as file, unpacked([(kept.name, file.read())]) as uploads:
        read_boundary(entry, cells, uploads)
    form.refuse_doubtful(entry)
    assert entry.boundary is not None  # noqa: S101 - a new entry without one is refused
    hand = Hand(person_of(request), today(request))
    scan = said["scan"].attachment
    paper = enter_paper(said["title"], said["issuer"], said["dated_on"], scan, hand, number=said["number"])
    cluster = Cluster(code=entry.code, evidence=paper, **entry.columns)
    enter_cluster(cluster, entry.boundary, actor=person_of(request), on=today(request))


def _entry(said: dict[str, Any]) -> Entry:
    """Make the entry as a row of the table would: with the same checks and doubts."""
    park, industry = said["park"], said["industry_zh"].strip()
    code = new_code("M", said["recorded_on"])
    plain = {name: said[name] for name in ("industry_en", "recorded_on", "authority", "builder", "operator")}
    name = cluster_name(park.holder.name_in_clusters, industry)
    columns = {"park": park, "holder": park.holder, "name_zh": name, "industry_zh": industry} | plain
    if said["industrial_mu"] is not None:
        columns["industrial_land_m2"] = said["industrial_mu"] * MU_M2
    return Entry(1, code, columns | {"industry_codes": said["codes"]})
