"""The form of 选址筛查: a layer of parcels, parks and layers to be kept clear of, and the parameters of a screening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jijuqu.journal.file_kinds import LAYERS
from jijuqu.land.measures import WIDEST_GAP_M
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.registry.models.planning import MUST_BE_CLEAR_OF, LayerKind
from jijuqu.web.desk.fields import Choice, Line, SomeOf
from jijuqu.web.desk.kept_file import KeptFileField, KeptFilesField
from jijuqu.web.desk.policy_trial.numbers import written
from jijuqu.web.public.check_form import SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Collection

PER_CENT = 100
PARKS = "park"
KINDS_ON_RECORD = (PARKS, *MUST_BE_CLEAR_OF)
# Options of the command line as sentences about a screening name them, and the fields that stand for them here.
FIELD_OF_OPTION = {
    "--id": "id_column", "--district": "district_column", "--use-prefix": "use_prefix", "--use": "use_column",
    "--crs": "crs",
}  # fmt: skip


class Number(forms.FloatField):
    """A number with any decimals."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"class": "form-control", "step": "any", "inputmode": "decimal"}
        super().__init__(widget=forms.NumberInput(attrs=attributes), **kwargs)


class ScreeningForm(forms.Form):
    """What is asked of a screening; files that were sent stay with a form that comes back."""

    parcels = KeptFileField(
        label=gettext_lazy("地块图层"),
        allowed=LAYERS,
        help_text=gettext_lazy(
            "GeoParquet、GeoPackage、FlatGeobuf 或 shapefile（zip），不超过 50 MB。更大的图层请只导出工业用地，"
            "或者在服务器上用 jijuqu screen 筛查。"
        ),
    )
    on_record = SomeOf(
        label=gettext_lazy("采用系统记录的图层"),
        required=False,
        help_text=gettext_lazy("落在所选图层内的地块不计入。"),
    )
    parks = KeptFileField(
        label=gettext_lazy("园区规划范围"),
        allowed=LAYERS,
        required=False,
        help_text=gettext_lazy("系统没有记录的，请上传。"),
    )
    keep_clear = KeptFilesField(
        label=gettext_lazy("须避开的图层"),
        allowed=LAYERS,
        required=False,
        help_text=gettext_lazy("生态保护红线、永久基本农田等，可一次选多个。"),
    )
    min_mu = Number(label=gettext_lazy("面积下限（亩）"), min_value=0, max_value=1e9)
    gap_m = Number(
        label=gettext_lazy("连片容许间距（米）"),
        help_text=gettext_lazy("间距不超过此数的地块算作连片；结果页可改小。"),
        min_value=0,
        max_value=WIDEST_GAP_M,
        initial=20,
    )
    layer_share = Number(
        label=gettext_lazy("图层内占比上限（%）"),
        help_text=gettext_lazy("地块在某一图层内的面积超过此比例即不计入。"),
        min_value=0,
        max_value=PER_CENT,
        initial=1,
    )
    name = Line(
        label=gettext_lazy("筛查名称"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("不填则用图层的文件名和日期。"),
    )
    use_prefix = Line(
        label=gettext_lazy("工业用地代码的开头"),
        initial="0601",
        required=False,
        max_length=20,
        help_text=gettext_lazy("以此开头的地类代码为工业用地。"),
    )
    id_column = Line(
        label=gettext_lazy("地块编号列"), required=False, max_length=80, help_text=gettext_lazy("不填则查找常用列名。")
    )
    district_column = Line(label=gettext_lazy("区县列"), required=False, max_length=80)
    use_column = Line(label=gettext_lazy("地类代码列"), required=False, max_length=80)
    crs = Choice(
        label=gettext_lazy("坐标系"),
        choices=SYSTEMS,
        required=False,
        help_text=gettext_lazy("只在文件没有写明坐标系时采用。"),
    )
    first = ("min_mu", "gap_m", "layer_share", "name")
    others = ("use_prefix", "id_column", "district_column", "use_column", "crs")

    def __init__(self, *args: Any, min_mu: Any, recorded: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["min_mu"].initial = written(min_mu, "mu")
        kinds = [(kind, layer_name(kind)) for kind in KINDS_ON_RECORD if kind in recorded]
        self.fields["on_record"].choices = kinds  # type: ignore[attr-defined]
        self.fields["on_record"].initial = [kind for kind, _name in kinds]
        if not kinds:
            del self.fields["on_record"]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The numbers that decide."""
        return [self[name] for name in self.first]

    @property
    def other_fields(self) -> list[forms.BoundField]:
        """What seldom has to be said, folded below."""
        return [self[name] for name in self.others]

    @property
    def others_have_faults(self) -> bool:
        """Whether something in the fold is to be mended."""
        return any(name in self.errors for name in self.others)

    @property
    def options(self) -> ScreenOptions:
        """The parameters of the screening that a valid form asks for."""
        said = self.cleaned_data
        return ScreenOptions(
            min_mu=said["min_mu"],
            gap_m=said["gap_m"],
            layer_share=said["layer_share"] / PER_CENT,
            use_prefix=said["use_prefix"],
            id_column=said["id_column"] or None,
            district_column=said["district_column"] or None,
            use_column=said["use_column"] or None,
            crs=said["crs"] or None,
        )


def layer_name(kind: str) -> str:
    """Say what a kind of layer on record is called."""
    return _("园区规划范围") if kind == PARKS else str(LayerKind(kind).label)
