"""How fields of forms are written: at once, where Django renders templates within templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString


SELECTED = mark_safe(" selected")
INPUTS = {
    f"django/forms/widgets/{kind}.html"
    for kind in ("text", "number", "date", "email", "password", "url", "hidden", "file")
}
"""Django's templates of fields that are one `<input>`."""


class PlainRenderer(DjangoTemplates):
    """Writes inputs at once: Django renders a template for each of them and one more for its attributes."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Write the input, or render the template of anything else."""
        if template_name not in INPUTS:
            return super().render(template_name, context, request)
        widget = context["widget"]
        value = {} if widget["value"] is None else {"value": widget["value"]}
        return format_html(
            "<input{}>", flatatt({"type": widget["type"], "name": widget["name"], **value, **widget["attrs"]})
        )


class PlainSelect(forms.Select):
    """A select whose options are written at once: Django renders a template for each of them."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Write the select with the chosen option marked; choices stand in no groups."""
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((code, SELECTED if str(code) == chosen else "", label) for code, label in self.choices),
        )
        return format_html(
            "<select{}>{}</select>", flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name})), options
        )
