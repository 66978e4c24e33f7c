"""Fields of forms are written as Django would write them, only sooner."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.web.widgets import PlainRenderer, PlainSelect

CODES = [("", "尚不清楚"), ("a&b", "甲 < 乙"), ("'\"", "引号 \"' &amp;"), (3, "三")]
FIELDS: dict[str, forms.Field] = {
    "file": forms.FileField(widget=forms.FileInput(attrs={"accept": ".txt,.zip"})),
    "lines": forms.CharField(widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})),
    "area": forms.FloatField(min_value=0, help_text="平方米"),
    "day": forms.DateField(widget=forms.DateInput(attrs={"type": "date"})),
    "name": forms.CharField(max_length=30, widget=forms.TextInput(attrs={"placeholder": "“<&>”", "readonly": True})),
    "mail": forms.EmailField(required=False),
    "secret": forms.CharField(widget=forms.PasswordInput),
    "kept": forms.CharField(widget=forms.HiddenInput(attrs={"disabled": False})),
    "agreed": forms.BooleanField(required=False),
}
TYPED = st.none() | st.text() | st.sampled_from(["", "0", '"><script>', "&lt;", "\n第二行", "'"])


def written(field: forms.Field, renderer: DjangoTemplates, typed: str | None) -> str:
    form = forms.Form({} if typed is None else {"field": typed}, renderer=renderer)
    form.fields["field"] = field
    return str(form["field"])


@pytest.mark.parametrize("name", FIELDS)
@given(typed=TYPED)
def test_a_field_is_the_one_that_django_writes(name: str, typed: str | None) -> None:
    plain, usual = (written(FIELDS[name], renderer(), typed) for renderer in (PlainRenderer, DjangoTemplates))
    assert parse_html(plain) == parse_html(usual)


@pytest.mark.parametrize("chosen", [None, "", "a&b", "'\"", 3, "3", "unknown"])
def test_a_select_is_the_one_that_django_writes(chosen: Any) -> None:
    attributes = {"class": "form-select", "id": "id_choice", "required": True}
    plain = PlainSelect(choices=CODES).render("choice", chosen, attributes)
    usual = forms.Select(choices=CODES).render("choice", chosen, attributes, DjangoTemplates())
    assert parse_html(plain) == parse_html(usual)
