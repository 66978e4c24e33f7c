"""账号与授权: who is entered, and entering somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.actions import enter_person
from jijuqu.accounts.permissions import Permission, appointments_on
from jijuqu.accounts.queries import people_matching
from jijuqu.procedure.roles import Role
from jijuqu.web.account.access import person_of, powers_on, requires
from jijuqu.web.account.people_forms import PersonForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE_LENGTH = 50


@require_safe
@requires(Permission.KEEP_PEOPLE, Permission.AUDIT)
def people(request: HttpRequest) -> HttpResponse:
    """List people by name, organisation or role, with what they hold today."""
    words, role = request.GET.get("q", "").strip(), request.GET.get("role", "")
    role = role if role in set(Role) else ""
    today = timezone.localdate()
    page = Paginator(people_matching(words, role, today), PAGE_LENGTH).get_page(request.GET.get("page"))
    held = appointments_on(today).filter(person__in=page.object_list).select_related("organisation", "deputises_for")
    appointments = {person.pk: [row for row in held if row.person_id == person.pk] for person in page.object_list}
    context = {
        "page": page,
        "rows": [(person, appointments[person.pk]) for person in page.object_list],
        "words": words,
        "role": role,
        "roles": list(Role),
        "may_keep": powers_on(request).may(Permission.KEEP_PEOPLE),
    }
    return render(request, "people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_PEOPLE, form=PersonForm)
def new_person(request: HttpRequest) -> HttpResponse:
    """Enter a person; their initial password is shown this once."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = enter_person(form.instance, actor=person_of(request))
        return render(request, "people/initial_password.html", {"person": form.instance, "password": password})
    return render(request, "people/new_person.html", {"form": form})
