"""The forms of the sign-in pages and of my data."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as SecondFactorAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models import Person

LABELS = {
    "login": _("用户名"),
    "password": _("密码"),
    "oldpassword": _("当前密码"),
    "password1": _("新密码"),
    "password2": _("再输一次新密码"),
    "code": _("六位动态口令"),
}


def _in_our_words(form: forms.Form) -> None:
    """Give the fields of the library's forms our labels and looks; a placeholder would only repeat the label."""
    for name, field in form.fields.items():
        field.label = LABELS[name]
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs["class"] = "form-control"
    if "code" in form.fields:
        form.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}


class SignIn(LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class PasswordAgain(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class NewPassword(ChangePasswordForm):
    """The current password, and a new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["password1"].help_text = _("至少10个字符，不能全是数字，不用常见密码，不与姓名、用户名、邮箱相近。")


class Code(AuthenticateForm):
    """The six digits of the telephone, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["code"].label = _("动态口令或恢复码")


class CodeAgain(SecondFactorAgainForm):
    """The six digits once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["code"].label = _("动态口令或恢复码")


class FirstCode(ActivateTOTPForm):
    """The first six digits, which show that the telephone has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class MyData(forms.ModelForm[Person]):
    """What people keep up to date themselves."""

    class Meta:
        model = Person
        fields = ("email", "phone", "mail_wish", "mail_language")
        widgets: ClassVar = {
            "email": forms.EmailInput(attrs={"class": "form-control", "autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"class": "form-control", "autocomplete": "tel"}),
            "mail_wish": forms.Select(attrs={"class": "form-select"}),
            "mail_language": forms.Select(attrs={"class": "form-select"}),
        }
