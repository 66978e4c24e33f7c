"""Pages for what went wrong: one sentence that says what, and what to do next; never a code page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _

from jijuqu.web.htmx import wants_part
from jijuqu.web.typed import chosen_files, typed_fields

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read, or was larger than this server takes."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    if isinstance(exception, TooManyFilesSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        said = _("一次最多上传 %(most)s 个文件；再多的请打成一个 zip，或者分几次上传。") % {"most": most}
        return _error(request, 413, _("提交的文件太多"), said)
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
    return _error(request, 413, _("提交的内容太大"), _("请只保留需要的内容，或将文件压缩、拆分后分几次上传。"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it was our fault."""
    return _error(
        request, 500, _("系统出错"), _("这是系统的问题，不是您的操作有误；请稍后再试，如仍出错请联系管理员。")
    )


def too_many(request: HttpRequest) -> HttpResponse:
    """Say that somebody tried too often."""
    return _error(request, 429, _("尝试次数过多"), _("短时间内尝试的次数过多，请五分钟后再试。"))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Offer to send the same form again when its protection has expired, with everything that was typed.

    What another site posted is never offered again: only a browser that says the form came from here gets it back.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if ours and wants_part(request):
        return _form_renewed(request)
    return _error(
        request,
        403,
        _("表单已过期"),
        _("页面打开时间过长，或浏览器未接受本站的 Cookie，这次提交没有被处理。"),
        template="errors/form_expired.html",
        typed=typed_fields(request) if ours else [],
        files=chosen_files(request) if ours else [],
        can_resend=ours,
    )


def sign_in_note(request: HttpRequest) -> HttpResponse:
    """Ask to sign in again beside a page that stays as it is, with all that was typed into it."""
    return _note(request, 401, "errors/sign_in_note.html")


def _form_renewed(request: HttpRequest) -> HttpResponse:
    """Give the forms of a page that stays open their protection anew; scripts put it into them (app.ts)."""
    answer = _note(request, 403, "errors/form_renewed.html")
    answer.headers["HX-Trigger"] = json.dumps({"form-protection": {"token": get_token(request)}})
    return answer


def _note(request: HttpRequest, status: int, template: str) -> HttpResponse:
    """Answer a part of a page with a note on top of the page instead."""
    answer = render(request, template, status=status)
    answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#note", "innerHTML"
    return answer


def _error(
    request: HttpRequest, status: int, title: str, advice: str, template: str = "errors/error.html", **more: Any
) -> HttpResponse:
    return render(request, template, {"status": status, "title": title, "advice": advice, **more}, status=status)
