"""What somebody typed into a form that could not be taken: given back later, without passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

# The fields of the sign-in pages; a secret is typed again, never kept and never shown.
SECRETS = frozenset({"password", "oldpassword", "password1", "password2", "code"})
OF_THE_FORM_ITSELF = "csrfmiddlewaretoken"


def typed_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Return every field with its value, in the order of the form, but no secret."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name not in SECRETS and name != OF_THE_FORM_ITSELF
    ]


def chosen_files(request: HttpRequest) -> list[tuple[str, str]]:
    """Return every file field with the name of its file; a browser does not let us fill them in again."""
    return [(field, file.name or "") for field, files in request.FILES.lists() for file in files]
