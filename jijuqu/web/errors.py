"""Pages for what went wrong: one sentence that says what, and what to do next; never a code page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import RequestDataTooBig
from django.shortcuts import render
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read, or was larger than this server takes."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    title = _("这次提交无法读取")
    return _error(request, 400, title, _("提交的内容不完整或格式有误，请返回上一页重新提交。"))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this page is not for this visitor."""
    return _error(request, 403, _("无权查看此页"), _("此页不对您开放；如工作需要，请联系本单位管理员。"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    return _error(request, 404, _("没有这一页"), _("网址可能有误，或此页已移走；请从首页重新进入。"))


def too_large(request: HttpRequest) -> HttpResponse:
    """Say that the upload exceeds the limit, and how to make it smaller."""
    return _error(request, 413, _("提交的内容太大"), _("请只保留要核查的地块，或将文件压缩为 zip 后重新上传。"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it was our fault."""
    return _error(
        request, 500, _("系统出错"), _("这是系统的问题，不是您的操作有误；请稍后再试，如仍出错请联系管理员。")
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Offer to send the same form again when its protection has expired, with everything that was typed.

    What another site posted is never offered again: only a browser that says the form came from here gets it back.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if ours and name != "csrfmiddlewaretoken"
    ]
    files = [file.name for _field, sent in request.FILES.lists() for file in sent] if ours else []
    return _error(
        request,
        403,
        _("表单已过期"),
        _("页面打开时间过长，或浏览器未接受本站的 Cookie，这次提交没有被处理。"),
        template="errors/form_expired.html",
        typed=typed,
        files=files,
        can_resend=ours,
    )


def _error(
    request: HttpRequest, status: int, title: str, advice: str, template: str = "errors/error.html", **more: Any
) -> HttpResponse:
    return render(request, template, {"status": status, "title": title, "advice": advice, **more}, status=status)
