"""Forms of what a plan says of its clusters: industry, boundary, responsible bodies, projects to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.cases.actions import drafting
from jijuqu.cases.models import BodyKind
from jijuqu.cases.standing import called
from jijuqu.journal.file_kinds import BOUNDARIES
from jijuqu.land.measures import WIDEST_GAP_M
from jijuqu.reference.queries import industries_named
from jijuqu.web.desk.fields import Choice, Line, RowChoice
from jijuqu.web.desk.kept_file import KeptFileField
from jijuqu.web.language import page_language
from jijuqu.web.public.check_form import ALL, BY_FILE, SYSTEMS

if TYPE_CHECKING:
    from jijuqu.cases.actions.step import Hand
    from jijuqu.cases.models import PlannedCluster
    from jijuqu.web.desk.acts.asked import About, Said

BETWEEN_CODES = re.compile(r"[\s,，、;；]+")


class OfCluster(forms.Form):
    """Which cluster it is about."""

    cluster = RowChoice(label=gettext_lazy("集聚区"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clusters = list(about.case.clusters.all())
        named = [(each, called(each).say(page_language())) for each in clusters]
        self.fields["cluster"].offer(named)  # type: ignore[attr-defined]
        key = str(self["cluster"].value() or (clusters[0].pk if len(clusters) == 1 else ""))
        chosen = next((each for each in clusters if str(each.pk) == key), None)
        if chosen and not self.is_bound:
            self.begin_with(chosen)

    def begin_with(self, cluster: PlannedCluster) -> None:
        """Fill in what is known of the cluster already."""


class Industry(OfCluster):
    """The public name of the leading industry, and the codes behind it."""

    name_zh = Line(
        label=gettext_lazy("主导产业（1个）"),
        max_length=30,
        help_text=gettext_lazy("集聚区名称由区县、主导产业和“中小企业集聚区”组成（二（三）6），如“智能家居”。"),
    )
    name_en = Line(label=gettext_lazy("英文名称"), max_length=60, required=False)
    codes = Line(
        label=gettext_lazy("行业代码"),
        required=False,
        help_text=gettext_lazy("GB/T 4754—2017 代码，可填多个，用空格或顿号分开，如 2110、3856。"),
    )

    def begin_with(self, cluster: PlannedCluster) -> None:
        """Show the industry as it stands."""
        codes = "、".join(cluster.industry_codes)
        self.initial.update(name_zh=cluster.industry_zh, name_en=cluster.industry_en, codes=codes)

    def clean_codes(self) -> list[str]:
        """Give the codes; one that there is not is named."""
        return industry_codes(self.cleaned_data["codes"])


def industry_codes(typed: str) -> list[str]:
    """Give the codes that somebody typed. Raises ValidationError naming those that there are not."""
    codes = [each for each in BETWEEN_CODES.split(typed) if each]
    known = {each.code for each in industries_named(codes)}
    if unknown := [each for each in codes if each not in known]:
        raise forms.ValidationError(_("没有这些行业代码：%(codes)s，请核对。") % {"codes": "、".join(unknown)})
    return codes


def name_industry(said: Said, hand: Hand) -> None:
    """Settle on the industry."""
    drafting.name_industry(said["cluster"], said["name_zh"], said["codes"], hand, said["name_en"])


class BoundaryForm(OfCluster):
    """The survey file, and how to read it."""

    file = KeptFileField(
        label=gettext_lazy("边界文件"),
        allowed=BOUNDARIES,
        help_text=gettext_lazy("勘测定界 TXT、shapefile（zip）、GeoPackage、GeoJSON、KML/KMZ、DXF。"),
    )
    crs = Choice(label=gettext_lazy("坐标系"), choices=SYSTEMS, required=False)
    industrial = Choice(
        label=gettext_lazy("工业用地"),
        choices=((BY_FILE, gettext_lazy("按文件中的地类编码")), (ALL, gettext_lazy("申报：全部为工业用地"))),
        required=False,
    )
    gap_m = forms.FloatField(
        label=gettext_lazy("连片容许间距（米）"),
        help_text=gettext_lazy("间距不超过此数的地块算作连片；0 为相接"),
        min_value=0,
        max_value=WIDEST_GAP_M,
        initial=0,
        required=False,
        widget=forms.NumberInput(attrs={"class": "form-control", "step": "any"}),
    )


def enter_boundary(said: Said, hand: Hand) -> None:
    """Measure the file and enter it as the next edition."""
    kept = said["file"]
    drafting.enter_boundary(
        said["cluster"], kept.attachment, kept.name, hand, crs=said["crs"], gap_m=said["gap_m"] or 0.0,
        industrial="all" if said["industrial"] == ALL else None,
    )  # fmt: skip


class BodyForm(OfCluster):
    """One of the three responsible bodies."""

    kind = Choice(label=gettext_lazy("责任主体"), choices=BodyKind.choices)
    name = Line(label=gettext_lazy("单位名称"), max_length=80)
    credit_code = Line(label=gettext_lazy("统一社会信用代码"), help_text=gettext_lazy("18位，录入时即核对校验位。"))
    contact = Line(label=gettext_lazy("联系人"), max_length=40, required=False)
    phone = Line(label=gettext_lazy("联系电话"), max_length=40, required=False)

    def begin_with(self, cluster: PlannedCluster) -> None:
        """Show the body as it stands, where its kind is named."""
        body = next((each for each in cluster.bodies.all() if each.kind == self.initial.get("kind")), None)
        if body:
            self.initial.update(name=body.name, credit_code=body.credit_code, contact=body.contact, phone=body.phone)


def name_body(said: Said, hand: Hand) -> None:
    """Name the body."""
    columns = {name: said[name] for name in ("name", "credit_code", "contact", "phone")}
    drafting.name_body(said["cluster"], BodyKind(said["kind"]), hand, **columns)


class ProjectForm(OfCluster):
    """A project that is to come, screened against the access lists as it is entered."""

    name = Line(label=gettext_lazy("项目名称"), max_length=80)
    industry_code = Line(
        label=gettext_lazy("行业代码"), max_length=5, help_text=gettext_lazy("GB/T 4754—2017 小类代码。")
    )
    products = Line(label=gettext_lazy("主要产品"), max_length=200, required=False)
    is_service = forms.BooleanField(
        label=gettext_lazy("生产性服务业项目"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
    land_mu = forms.DecimalField(
        label=gettext_lazy("独立供地（亩）"),
        help_text=gettext_lazy("原则上不独立供地；确需的不得低于10亩（二（四）2）。不独立供地的不填。"),
        required=False,
        max_digits=10,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "form-control", "step": "any"}),
    )


def plan_project(said: Said, hand: Hand) -> None:
    """Enter the project."""
    columns = {name: said[name] for name in ("name", "industry_code", "products", "is_service", "land_mu")}
    drafting.plan_project(said["cluster"], hand, **columns)


class ProjectToDrop(forms.Form):
    """Which project leaves the plan."""

    project = RowChoice(label=gettext_lazy("项目"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        projects = [project for cluster in about.case.clusters.all() for project in cluster.projects.all()]
        self.fields["project"].offer((each, each.name) for each in projects)  # type: ignore[attr-defined]


def drop_project(said: Said, hand: Hand) -> None:
    """Take the project out."""
    drafting.drop_project(said["project"], hand)


def add_cluster(said: Said, hand: Hand) -> None:
    """Add one more cluster."""
    drafting.add_cluster(said.case.pk, hand)


def remove_cluster(said: Said, hand: Hand) -> None:
    """Take a cluster out of the plan."""
    drafting.remove_cluster(said["cluster"], hand)
