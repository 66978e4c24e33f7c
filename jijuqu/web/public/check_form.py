"""What 选址条件自查 asks: the plot, and at most ten things the plot itself cannot tell; only the plot is required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.land.measures import WIDEST_GAP_M
from jijuqu.policy.notice import NotGovernedError
from jijuqu.policy.notices import governing
from jijuqu.registry.queries import holder_names, holders_on
from jijuqu.web.public.plot_source import KEPT_CHARACTERS, KeptFile, PlotSource
from jijuqu.web.widgets import PlainSelect

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from jijuqu.registry.models import QuotaHolder
    from jijuqu.siting.industrial import Declaration
    from jijuqu.web.uploads import Dropped

FORMATS = ".txt,.zip,.shp,.gpkg,.geojson,.json,.kml,.kmz,.dxf"
SYSTEMS = (
    ("", gettext_lazy("以文件为准")),
    ("4490", gettext_lazy("经纬度 CGCS2000（4490）")),
    ("4523", gettext_lazy("3°带 35 带，带号在前（4523）")),
    ("4524", gettext_lazy("3°带 36 带，带号在前（4524）")),
    ("4525", gettext_lazy("3°带 37 带，带号在前（4525）")),
    ("4544", gettext_lazy("3°带 中央经线105°，不带带号（4544）")),
    ("4545", gettext_lazy("3°带 中央经线108°，不带带号（4545）")),
    ("4546", gettext_lazy("3°带 中央经线111°，不带带号（4546）")),
)
BY_FILE, ALL, TICKED = "file", "all", "ticked"
INDUSTRIAL = (
    (BY_FILE, gettext_lazy("按文件中的地类编码")),
    (ALL, gettext_lazy("申报：全部为工业用地")),
    (TICKED, gettext_lazy("申报：勾选的地块为工业用地")),
)
YES_NO_UNKNOWN = (
    ("", gettext_lazy("尚不清楚")),
    ("yes", gettext_lazy("是")),
    ("no", gettext_lazy("否")),
)
PLACES = (("outside", gettext_lazy("工业园区外")), ("inside", gettext_lazy("工业园区内")))


class Choice(forms.ChoiceField):
    """One of several."""

    widget = PlainSelect


class CheckForm(forms.Form):
    """The questions of the page. What was sent stands in the form again, the file itself included."""

    survey_file = forms.FileField(
        label=gettext_lazy("上传边界文件"),
        help_text=gettext_lazy("勘测定界 TXT、shapefile（zip）、GeoPackage、GeoJSON、KML/KMZ、DXF，不超过 50 MB"),
        widget=forms.FileInput(attrs={"accept": FORMATS}),
        required=False,
        allow_empty_file=True,  # said in the reader's own words
    )
    coordinates = forms.CharField(
        label=gettext_lazy("或粘贴坐标"),
        help_text=gettext_lazy("可粘贴勘测定界 TXT、GeoJSON，或每行一个界址点的坐标；也可在地图上绘制"),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocomplete": "off"}),
        required=False,
        strip=False,
    )
    crs = Choice(label=gettext_lazy("坐标系"), choices=SYSTEMS, required=False)
    place = Choice(label=gettext_lazy("所处位置"), choices=PLACES, initial="outside", required=False)
    industrial = Choice(label=gettext_lazy("工业用地"), choices=INDUSTRIAL, initial=BY_FILE, required=False)
    industrial_floor_m2 = forms.FloatField(
        label=gettext_lazy("规划工业建筑面积（㎡）"), min_value=0, max_value=1e9, required=False
    )
    uses_idle_industrial_land = Choice(
        label=gettext_lazy("利用闲置工矿用地及厂房"), choices=YES_NO_UNKNOWN, required=False
    )
    gap_m = forms.FloatField(
        label=gettext_lazy("连片容许间距（米）"),
        help_text=gettext_lazy("间距不超过此数的地块算作连片；0 为相接"),
        min_value=0,
        max_value=WIDEST_GAP_M,
        initial=0,
        required=False,
    )
    received_on = forms.DateField(
        label=gettext_lazy("收文日期"),
        help_text=gettext_lazy("市经济信息委收到申请的日期"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
    )
    applicant = Choice(
        label=gettext_lazy("申报主体"),
        help_text=gettext_lazy("由您选择，不按地图推定"),
        required=False,
    )
    leading_industry = forms.CharField(
        label=gettext_lazy("主导产业（1个）"),
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("如：智能家居"), "autocomplete": "off"}),
        max_length=30,
        required=False,
    )
    # Not asked: the file of the last answer and the parcels ticked in it come back with the form.
    kept_name = forms.CharField(widget=forms.HiddenInput, max_length=255, required=False)
    kept_file = forms.CharField(widget=forms.HiddenInput, max_length=KEPT_CHARACTERS, required=False)
    ticked_plot = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args: Any, today: datetime.date, dropped_files: Sequence[Dropped] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.dropped_files = dropped_files
        self.fields["received_on"].initial = today
        self.fields["applicant"].choices = [("", _("未说明")), *holder_names(today)]  # type: ignore[attr-defined]
        for field in self.fields.values():
            _style(field.widget)
        self.plot: PlotSource | None = None

    def clean_survey_file(self) -> Any:
        """Say that a file was dropped on its way here because it was too large, and what to do."""
        if self.dropped_files:
            raise ValidationError(self.dropped_files[0].sentence)
        return self.cleaned_data["survey_file"]

    def clean_received_on(self) -> datetime.date:
        """Refuse a day that no notice governs; without a day the page's own is taken."""
        day = self.cleaned_data["received_on"] or self.today
        try:
            governing(day)
        except NotGovernedError as error:
            raise ValidationError(
                _("%(day)s 没有任何通知可依：渝经信规范〔2021〕5号自 %(first)s 起执行，请改为该日或之后的日期。")
                % {"day": day.isoformat(), "first": error.first_day.isoformat()}
            ) from error
        return day

    def clean(self) -> dict[str, Any]:
        """Find the plot: a new file goes before pasted coordinates, those before the file of the last answer."""
        answers = super().clean() or self.cleaned_data
        file, pasted = answers.get("survey_file"), answers.get("coordinates", "")
        kept = KeptFile.from_fields(answers.get("kept_name", ""), answers.get("kept_file", ""))
        if file:
            self.plot = PlotSource("survey_file", file.name, file.read())
        elif pasted.strip():
            self.plot = PlotSource("coordinates", str(self.fields["coordinates"].label), pasted.encode())
        elif kept:
            self.plot = PlotSource("survey_file", kept.name, kept.data)
        elif "survey_file" not in self.errors:
            self.add_error("survey_file", _("请上传边界文件、粘贴坐标，或在地图上绘制地块。"))
        return answers

    @property
    def in_park(self) -> bool:
        """Whether the visitor says that the land lies inside an industrial park."""
        return bool(self.cleaned_data["place"] == "inside")

    @property
    def holder(self) -> QuotaHolder | None:
        """Who would apply, by the visitor's word."""
        code = self.cleaned_data["applicant"]
        return holders_on(self.today).get(code=code) if code else None

    @property
    def declaration(self) -> Declaration:
        """What the visitor declares to be industrial land. Ticks speak of the plot on which they were made only."""
        said = self.cleaned_data["industrial"]
        if said == TICKED and self.plot and self.cleaned_data["ticked_plot"] == self.plot.digest:
            return self.ticked
        return "all" if said == ALL else None

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the parcels ticked in the table of the last answer."""
        numbers = self.data.getlist("industrial_parcels") if hasattr(self.data, "getlist") else []
        return frozenset(int(number) for number in numbers if number.isascii() and number.isdigit())

    @property
    def told(self) -> dict[str, Any]:
        """What the visitor says, under the names of `policy.facts`; what was left out is not there."""
        said = self.cleaned_data
        facts = {
            "industrial_floor_m2": said["industrial_floor_m2"],
            "uses_idle_industrial_land": {"yes": True, "no": False}.get(said["uses_idle_industrial_land"]),
            "leading_industry_name": said["leading_industry"] or None,
            "leading_industries": 1 if said["leading_industry"] else None,
        }
        return {name: value for name, value in facts.items() if value is not None}


def _style(widget: forms.Widget) -> None:
    widget.attrs["class"] = "form-select" if isinstance(widget, forms.Select) else "form-control"
    if isinstance(widget, forms.NumberInput):
        widget.attrs.update({"step": "any", "inputmode": "decimal"})
