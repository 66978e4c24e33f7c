"""公开: which clusters of the register the public sees; an officer shows them or takes them down, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.registry.actions import change_map_review_number, publish_cluster, unpublish_cluster
from jijuqu.registry.models import Cluster
from jijuqu.registry.queries import clusters_as_of
from jijuqu.web.desk.fields import Day, Line, Words
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE_LENGTH = 50
SHOWN = Q(published_on__isnull=False, unpublished_on__isnull=True)
CHOICES = {"shown": SHOWN, "not-shown": ~SHOWN}


class PublishForm(forms.Form):
    """From which day the public sees a cluster, and the number of the map's review."""

    map_review_number = Line(
        label=gettext_lazy("审图号"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("地图审核批准书上的审图号，如“渝S（2022）001号”；没有的不填，公开页会注明没有审图号。"),
    )
    on = Day(label=gettext_lazy("公开日期"), help_text=gettext_lazy("从这一天起公众可见。"))


class MapNumberForm(forms.Form):
    """The number that a published map bears from now on, and why it is another."""

    map_review_number = Line(
        label=gettext_lazy("审图号"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("地图重新审核后的审图号；没有的不填，公开页会注明没有审图号。"),
    )
    why = Words(label=gettext_lazy("更改的原因"), max_length=500, help_text=gettext_lazy("记入日志，不对外公开。"))


class TakeDownForm(forms.Form):
    """From which day the public no longer sees a cluster, and why."""

    why = Words(label=gettext_lazy("撤下的原因"), max_length=500, help_text=gettext_lazy("记入日志，不对外公开。"))
    on = Day(label=gettext_lazy("撤下日期"), help_text=gettext_lazy("从这一天起公众不再看到边界和详情。"))


@require_safe
@requires(Permission.PUBLISH)
def publication(request: HttpRequest) -> HttpResponse:
    """List the clusters of the register, published or not."""
    words, chosen = request.GET.get("q", "").strip(), request.GET.get("shown", "")
    found = clusters_as_of(today(request)).filter(CHOICES.get(chosen, Q())).defer("wkb").order_by("holder", "code")
    if words:
        named = Q(name_zh__icontains=words) | Q(name_en__icontains=words) | Q(holder__name_zh__icontains=words)
        found = found.filter(named | Q(code__icontains=words))
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "desk/publication.html", {"page": page, "words": words, "chosen": chosen})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.PUBLISH)
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Show one cluster to the public, or take it down where it is shown."""
    cluster = get_object_or_404(Cluster.objects.select_related("holder", "park"), pk=code)
    is_shown = cluster.published_on is not None and cluster.unpublished_on is None
    return _take_down(request, cluster) if is_shown else _publish(request, cluster)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.PUBLISH)
def map_number(request: HttpRequest, code: str) -> HttpResponse:
    """Change the map review number of a cluster that the public sees."""
    cluster = get_object_or_404(Cluster.objects.filter(SHOWN).select_related("holder", "park"), pk=code)
    form = MapNumberForm(request.POST or None, initial={"map_review_number": cluster.map_review_number})

    def deed() -> None:
        number, why = form.cleaned_data["map_review_number"].strip(), form.cleaned_data["why"]
        change_map_review_number(cluster, number, why=why, actor=person_of(request), on=today(request))

    page = FormPage(
        title=_("更改审图号：%(name)s") % {"name": cluster.name},
        about=_("只更改审图号，公开日期和边界不变；原来的审图号留在日志中。"),
        button=_("更改审图号"),
        back=reverse("desk-publication"),
        done=_("审图号已更改。"),
    )
    return show_or_do(request, page, form, deed)


def _publish(request: HttpRequest, cluster: Cluster) -> HttpResponse:
    form = PublishForm(request.POST or None, initial=_now(request) | {"map_review_number": cluster.map_review_number})

    def deed() -> None:
        said = form.cleaned_data
        number = said["map_review_number"].strip()
        publish_cluster(cluster, said["on"], actor=person_of(request), map_review_number=number)

    page = FormPage(
        title=_("公开%(name)s") % {"name": cluster.name},
        about=_("公开后，公众在首页地图和详情页看到名称、边界和面积。公开地图应当先经地图审核。"),
        button=_("公开"),
        back=reverse("desk-publication"),
        done=_("%(name)s已公开。") % {"name": cluster.name},
    )
    return show_or_do(request, page, form, deed)


def _take_down(request: HttpRequest, cluster: Cluster) -> HttpResponse:
    form = TakeDownForm(request.POST or None, initial=_now(request))

    def deed() -> None:
        said = form.cleaned_data
        unpublish_cluster(cluster, said["on"], why=said["why"], actor=person_of(request))

    page = FormPage(
        title=_("撤下%(name)s") % {"name": cluster.name},
        about=_("撤下后公众不再看到此集聚区；登记内容不变，以后可以再次公开。"),
        button=_("撤下"),
        back=reverse("desk-publication"),
        done=_("%(name)s已撤下。") % {"name": cluster.name},
    )
    return show_or_do(request, page, form, deed)


def _now(request: HttpRequest) -> dict[str, Any]:
    return {"on": today(request)}
