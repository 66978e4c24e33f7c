"""The forms of 账号与授权."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models import Organisation, Person
from jijuqu.accounts.queries import organisations_on
from jijuqu.procedure.departments import Duty
from jijuqu.procedure.roles import Level, Role
from jijuqu.registry.models import QuotaHolder
from jijuqu.web.language import page_language
from jijuqu.web.widgets import PlainSelect

TEXT = {"class": "form-control"}
SELECT = {"class": "form-select"}


def _choose(form: forms.BaseForm, name: str, choices: list[tuple[str, str]]) -> None:
    """Give a field of a form its choices, in the language of this page."""
    cast("forms.ChoiceField", form.fields[name]).choices = choices


def _of_today(form: forms.BaseForm) -> None:
    """Let a form choose among the organisations of today."""
    cast("OrganisationChoice", form.fields["organisation"]).queryset = organisations_on(timezone.localdate())


def _said(members: type[Role | Level | Duty]) -> list[tuple[str, str]]:
    """Return codes with their names in the language of the page."""
    return [(member.value, member.label.say(page_language())) for member in members]


class OrganisationChoice(forms.ModelChoiceField[Organisation]):
    """A choice among the organisations of today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Organisation.objects.none(), widget=PlainSelect(attrs=SELECT), **kwargs)

    def label_from_instance(self, organisation: Organisation) -> str:
        """Name an organisation."""
        return organisation.name


class PersonForm(forms.ModelForm[Person]):
    """A person as an administrator enters and mends them."""

    organisation = OrganisationChoice(label=_("所在单位"))

    class Meta:
        model = Person
        fields = ("name", "username", "organisation", "email", "phone")
        widgets: ClassVar = {
            "name": forms.TextInput(attrs=TEXT),
            "username": forms.TextInput(attrs=TEXT | {"autocomplete": "off", "autocapitalize": "none"}),
            "email": forms.EmailInput(attrs=TEXT),
            "phone": forms.TextInput(attrs=TEXT),
        }
        help_texts: ClassVar = {"username": _("登录用，可用字母、数字和汉字，不分大小写。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _of_today(self)


class AppointmentForm(forms.Form):
    """A role for an organisation, from when to when, in one's own name or in another's place."""

    role = forms.ChoiceField(label=_("角色"), widget=forms.Select(attrs=SELECT))
    organisation = OrganisationChoice(label=_("代表单位"))
    first_day = forms.DateField(label=_("起始日期"), widget=forms.DateInput(attrs=TEXT | {"type": "date"}))
    last_day = forms.DateField(
        label=_("截止日期"),
        required=False,
        widget=forms.DateInput(attrs=TEXT | {"type": "date"}),
        help_text=_("当日仍有效；不填为长期。"),
    )
    deputises_for = forms.CharField(
        label=_("代行谁的职责（用户名）"),
        required=False,
        widget=forms.TextInput(attrs=TEXT | {"autocomplete": "off"}),
        help_text=_("本人任职不填；代行的要写截止日期，记录中会注明代谁办理。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "role", _said(Role))
        _of_today(self)

    def clean_deputises_for(self) -> Person | None:
        """Find the person deputised for."""
        username = self.cleaned_data["deputises_for"].strip()
        if not username:
            return None
        person = Person.objects.filter(username__iexact=username).first()
        if person is None:
            raise forms.ValidationError(
                _("没有用户名为“%(username)s”的人，请核对后重新填写。"), params={"username": username}
            )
        return person


class EndForm(forms.Form):
    """The last day of an appointment, and why."""

    last_day = forms.DateField(
        label=_("截止日期"),
        widget=forms.DateInput(attrs=TEXT | {"type": "date"}),
        help_text=_("当日仍有效；要立即生效请停用账号。"),
    )
    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.TextInput(attrs=TEXT))


class ReasonForm(forms.Form):
    """Why something is done to an account; the reason goes into the record, so it holds no personal data."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=200,
        widget=forms.TextInput(attrs=TEXT),
        help_text=_("记入日志，不写个人信息。"),
    )


class ForgetForm(ReasonForm):
    """A reason, and the user name typed once more, because this cannot be undone."""

    username = forms.CharField(label=_("请输入此人的用户名以确认"), widget=forms.TextInput(attrs=TEXT))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_username(self) -> str:
        """Compare with the person's own."""
        username: str = self.cleaned_data["username"]
        if username != self.person.username:
            raise forms.ValidationError(_("与此人的用户名不一致，没有清除。"))
        return username


class OrganisationForm(forms.ModelForm[Organisation]):
    """An organisation as an administrator enters and mends it."""

    level = forms.ChoiceField(label=_("层级"), widget=forms.Select(attrs=SELECT))
    holder = forms.ChoiceField(label=_("所属区县"), required=False, widget=forms.Select(attrs=SELECT))
    duty = forms.ChoiceField(label=_("职责"), required=False, widget=forms.Select(attrs=SELECT))

    class Meta:
        model = Organisation
        fields = ("code", "name_zh", "name_en", "kind", "level", "holder", "duty", "first_day", "last_day", "successor")
        widgets: ClassVar = {
            "code": forms.TextInput(attrs=TEXT),
            "name_zh": forms.TextInput(attrs=TEXT),
            "name_en": forms.TextInput(attrs=TEXT),
            "kind": forms.Select(attrs=SELECT),
            "first_day": forms.DateInput(attrs=TEXT | {"type": "date"}, format="%Y-%m-%d"),
            "last_day": forms.DateInput(attrs=TEXT | {"type": "date"}, format="%Y-%m-%d"),
            "successor": forms.Select(attrs=SELECT),
        }
        help_texts: ClassVar = {
            "code": _("录入后不再改动，例如 500116-water。"),
            "name_zh": _("与公章一致。"),
            "successor": _("撤并后承接其工作的单位：自截止日期次日起，承接单位查看并办理其案件、公文和待反馈意见。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nothing = ("", "—")
        holders = QuotaHolder.objects.defer("outline_wkb")
        _choose(self, "level", _said(Level))
        _choose(self, "duty", [nothing, *_said(Duty)])
        _choose(self, "holder", [nothing, *((holder.code, holder.name) for holder in holders)])
        if self.instance.code:
            self.fields["code"].disabled = True
