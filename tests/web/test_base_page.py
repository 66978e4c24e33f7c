"""What is true of every page: headers, language, errors in human words."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = [pytest.mark.urls("tests.web.sample_urls"), pytest.mark.django_db]

ERRORS = [
    ("/sample/broken/", 500, "系统出错", "Something went wrong here"),
    ("/sample/closed/", 403, "无权查看此页", "This page is not open to you"),
    ("/sample/heavy/", 413, "提交的内容太大", "What was sent is too large"),
    ("/no-such-page/", 404, "没有这一页", "There is no such page"),
]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize("path", ["/sample/", "/en/sample/", "/no-such-page/", "/sample/broken/"])
def test_every_answer_forbids_what_does_not_come_from_here(visitor, path):
    headers = visitor.get(path).headers

    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["worker-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_chinese_comes_first_whatever_the_browser_asks_for(visitor):
    page = visitor.get("/sample/", headers={"Accept-Language": "en"}).content.decode()

    assert '<html lang="zh-Hans">' in page
    assert "跳到正文" in page


def test_the_language_switch_leads_to_the_same_page_and_question(visitor):
    chinese = visitor.get("/sample/?on=2022-06-01").content.decode()
    english = visitor.get("/en/sample/?on=2022-06-01").content.decode()

    assert 'href="/en/sample/?on=2022-06-01" lang="en"' in chinese
    assert 'href="/sample/?on=2022-06-01" lang="zh-hans"' in english
    assert '<html lang="en">' in english
    assert "Skip to content" in english


@pytest.mark.parametrize(("path", "status", "chinese", "english"), ERRORS)
def test_errors_are_told_in_both_languages(visitor, path, status, chinese, english):
    for address, words in ((path, chinese), (f"/en{path}", english)):
        answer = visitor.get(address)

        assert answer.status_code == status
        assert words in answer.content.decode()
        assert "Traceback" not in answer.content.decode()


def test_an_expired_form_comes_back_with_all_that_was_typed(visitor):
    form = {"name": "智能家居 <1>", "survey": SimpleUploadedFile("地块.txt", b"J1")}
    answer = visitor.post("/sample/echo/", form, headers={"Sec-Fetch-Site": "same-origin"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "表单已过期" in page
    assert 'name="name" value="智能家居 &lt;1&gt;"' in page
    assert "地块.txt" in page


def test_what_another_site_posted_is_never_offered_again(visitor):
    page = visitor.post("/sample/echo/", {"name": "forged"}, headers={"Sec-Fetch-Site": "cross-site"}).content.decode()

    assert "forged" not in page
    assert "再次提交" not in page


@pytest.fixture
def _small_limits(settings):
    settings.MAX_UPLOAD_BYTES, settings.MAX_UPLOADS_BYTES = 1000, 1500


@pytest.mark.usefixtures("_small_limits")
def test_a_file_too_large_is_dropped_and_the_rest_of_the_form_kept(client):
    large = SimpleUploadedFile("large.zip", b"x" * 1001)
    small = SimpleUploadedFile("small.txt", b"J1")

    answer = client.post("/sample/echo/", {"survey": large, "other": small, "name": "智能家居"})

    assert answer.content.decode() == "智能家居 ['other'] ['large.zip']"


@pytest.mark.usefixtures("_small_limits")
def test_a_file_at_the_limit_is_taken(client):
    survey = SimpleUploadedFile("survey.zip", b"x" * 1000)

    assert client.post("/sample/echo/", {"survey": survey}).content.decode() == " ['survey'] []"


@pytest.mark.usefixtures("_small_limits")
def test_files_that_are_too_large_together_are_dropped_from_there_on(client):
    files = {f"file{n}": SimpleUploadedFile(f"{n}.zip", b"x" * 700) for n in range(3)}

    assert client.post("/sample/echo/", files).content.decode() == " ['file0', 'file1'] ['2.zip']"


def test_too_many_files_are_told_how_many_there_may_be(client):
    answer = client.post("/sample/echo/", {f"file{n}": SimpleUploadedFile(f"{n}.zip", b"x") for n in range(11)})

    assert answer.status_code == 413
    assert "一次最多上传 10 个文件" in answer.content.decode()


@pytest.mark.parametrize("announced", [str(512 * 1024 * 1024 + 1), "1e3", "-1"])
def test_a_request_beyond_every_form_is_refused_unread(client, announced):
    answer = client.post("/sample/echo/", {"name": "x"}, CONTENT_LENGTH=announced)

    assert answer.status_code == 413
    assert "提交的内容太大" in answer.content.decode()


def test_styles_and_scripts_may_be_kept_for_ever_because_their_names_change_with_them(client):
    page = client.get("/sample/").content.decode()
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]

    answer = client.get(style, headers={"Accept-Encoding": "br"})
    answer.close()

    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "br"
