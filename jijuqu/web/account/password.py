"""Changing one's own password, for whoever has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.views import password_change
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase


def change_password(request: HttpRequest) -> HttpResponseBase:
    """Let people change their password; those who have none (in the demonstration) are told who can give them one."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        messages.info(request, _("您的账号没有设密码，无从修改；需要密码的，请安全管理员重置密码。"))
        return redirect("my-data")
    answer: HttpResponseBase = password_change(request)
    return answer
