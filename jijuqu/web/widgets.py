"""How fields of forms are written: at once, where Django renders templates within templates."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest
    from django.utils.safestring import SafeString


class PlainRenderer(DjangoTemplates):
    """Writes fields of one element at once: Django renders a template for each and one more for its attributes."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Write the field, or render the template of anything else."""
        write = WRITTEN_AT_ONCE.get(template_name)
        return write(context["widget"]) if write else super().render(template_name, context, request)


def _input(widget: Mapping[str, Any]) -> SafeString:
    value = {} if widget["value"] is None else {"value": widget["value"]}
    given = _attributes({"type": widget["type"], "name": widget["name"], **value, **widget["attrs"]})
    return mark_safe(f"<input{given}>")  # noqa: S308 (escaped below)


def _textarea(widget: Mapping[str, Any]) -> SafeString:
    given = _attributes({"name": widget["name"]} | widget["attrs"])
    return mark_safe(f"<textarea{given}>\n{escape(widget['value'] or '')}</textarea>")  # noqa: S308 (escaped)


WRITTEN_AT_ONCE = {"django/forms/widgets/textarea.html": _textarea} | {
    f"django/forms/widgets/{kind}.html": _input
    for kind in ("text", "number", "date", "email", "password", "url", "hidden", "file")
}
"""By Django's template of the field."""


class PlainSelect(forms.Select):
    """A select whose options are written at once: Django renders a template for each of them."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Write the select with the chosen option marked; choices stand in no groups."""
        chosen = "" if value is None else str(value)
        choices = [(str(code), str(label)) for code, label in self.choices]
        options = "".join(
            f'<option value="{escape(code)}"{" selected" if code == chosen else ""}>{escape(label)}</option>'
            for code, label in choices
        )
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return mark_safe(f"<select{_attributes(given)}>{options}</select>")  # noqa: S308 (escaped above and below)


def _attributes(given: Mapping[str, Any]) -> str:
    """Write attributes; one that is True stands alone, one that is False is left out."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in given.items()
        if value is not False
    )
