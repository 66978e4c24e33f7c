"""All addresses: Chinese pages at /…, the same pages in English at /en/…."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(path("", include("jijuqu.web.urls")), prefix_default_language=False)

handler400 = "jijuqu.web.errors.bad_request"
handler403 = "jijuqu.web.errors.forbidden"
handler404 = "jijuqu.web.errors.not_found"
handler429 = "jijuqu.web.errors.too_many"  # asked for by the limits on signing in
handler500 = "jijuqu.web.errors.server_error"
