"""What is held about me: to see, to mend, and to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.actions import amend_person
from jijuqu.accounts.models import Organisation, Person
from jijuqu.accounts.queries import all_about, events_by, has_second_factor
from jijuqu.web.account.access import person_of, powers_on, requires
from jijuqu.web.account.forms import MyData

if TYPE_CHECKING:
    from django.http import HttpRequest

    from jijuqu.accounts.permissions import Capacity

LATEST = 10


@require_http_methods(["GET", "HEAD", "POST"])
@requires(form=MyData)
def my_data(request: HttpRequest) -> HttpResponse:
    """Show everything, and take what people keep up to date themselves."""
    person = person_of(request)
    form = MyData(request.POST or None, instance=Person.objects.get(pk=person.pk))
    if request.method == "POST" and form.is_valid():
        amend_person(form.instance, actor=person)
        messages.success(request, _("已保存。"))
        return redirect("my-data")
    powers = powers_on(request)
    context = {
        "form": form,
        "person": person,
        "capacities": _named(powers.capacities),
        "permissions": sorted(powers.permissions),
        "needs_second_factor": powers.need_second_factor,
        "has_second_factor": has_second_factor(person),
        "sign_ins": person.sign_ins.all()[:LATEST],
        "kept_forms": person.kept_forms.all(),
        "events": events_by(person)[:LATEST],
        "event_count": events_by(person).count(),
    }
    return render(request, "account/my_data.html", context)


def _named(capacities: tuple[Capacity, ...]) -> list[tuple[Capacity, Organisation, Person | None]]:
    """Put the names of organisations and of those deputised for beside the capacities."""
    organisations = Organisation.objects.in_bulk([each.organisation for each in capacities])
    people = Person.objects.in_bulk([each.on_behalf_of for each in capacities if each.on_behalf_of])
    return [(each, organisations[each.organisation], people.get(each.on_behalf_of or 0)) for each in capacities]


@require_safe
@requires()
def my_data_file(request: HttpRequest) -> HttpResponse:
    """Give everything that is held about the person as a file."""
    person = person_of(request)
    answer = JsonResponse(all_about(person), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer
