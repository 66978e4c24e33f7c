"""The product's addresses and a page whose form answers into a part of itself, as the pages of cases do."""

from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from jijuqu.config.urls import handler400, handler403, handler404, handler429, handler500
from jijuqu.web.account.access import requires

__all__ = ["handler400", "handler403", "handler404", "handler429", "handler500", "urlpatterns"]

PAGE = """{% extends "base.html" %}{% block title %}意见{% endblock %}
{% block content %}
<h1>意见</h1>
<form hx-post="/opinion/" hx-target="#answer">{% csrf_token %}
  <label for="words">意见</label><textarea class="form-control" id="words" name="words"></textarea>
  <button class="btn">暂存</button>
</form>
<p id="answer" role="status"></p>
{% endblock %}"""


class Opinion(forms.Form):
    words = forms.CharField(label="意见", widget=forms.Textarea)


@requires(form=Opinion)
def opinion(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return HttpResponse(f"已暂存：{len(request.POST['words'])}字")
    return HttpResponse(engines["django"].from_string(PAGE).render({}, request))


urlpatterns = i18n_patterns(
    path("", include("jijuqu.web.urls")), path("opinion/", opinion), prefix_default_language=False
)
