"""Django's settings. What a site may choose comes from the environment; docs/running.md lists it."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from jijuqu.config.data_folder import data_folder, secret_key
from jijuqu.config.database import database

PACKAGE = Path(__file__).resolve().parents[1]
BUILT = PACKAGE / "web" / "dist"  # what Vite made of frontend/

DATA = data_folder(os.environ)
UPLOADS = DATA / "uploads"
ATTACHMENTS = DATA / "attachments"
# JIJUQU_JOURNAL_KEY: the file with the key that signs the journal, best where those who write the database cannot read.
JOURNAL_KEY = os.environ.get("JIJUQU_JOURNAL_KEY") or DATA / "journal-key"
SECRET_KEY = secret_key(DATA)
DATABASES = {"default": database(os.environ, DATA)}
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DEBUG = os.environ.get("JIJUQU_DEBUG") == "1"

# Who may ask. JIJUQU_HOSTS: names this server answers to, with commas.
HOSTS = [host.strip() for host in os.environ.get("JIJUQU_HOSTS", "").split(",") if host.strip()]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *HOSTS]
# JIJUQU_HTTPS=1: a reverse proxy in front speaks HTTPS and sets X-Forwarded-Proto itself, whatever the client sent.
HTTPS = os.environ.get("JIJUQU_HTTPS") == "1"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]

# JIJUQU_PLOT_CHECK=0: no page where anybody may check a plot without an account.
PLOT_CHECK = os.environ.get("JIJUQU_PLOT_CHECK") != "0"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_vite",
    "csp",
    "jijuqu.journal",
    "jijuqu.accounts",
    "jijuqu.reference",
    "jijuqu.registry",
    "jijuqu.cases",
    "jijuqu.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "jijuqu.config.middleware.PermissionsPolicyMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "jijuqu.web.uploads.RequestSizeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "jijuqu.config.urls"
WSGI_APPLICATION = "jijuqu.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "jijuqu.web.context.page",
                "jijuqu.web.public.shown_day.banner",
            ],
        },
    }
]

# Chinese pages live at /…, English ones at /en/….
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# Everything a page loads comes from this server; nothing inline runs. MapLibre draws into data: and blob: pictures.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "worker-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "jijuqu.web.errors.form_expired"

# A file above the first limit is dropped and the form goes on (web/uploads.py); a request above the second is
# refused unread. What a survey file may hold is limited again where it is parsed, in `siting`.
MAX_UPLOAD_BYTES = 20 * 1024 * 1024
MAX_REQUEST_BYTES = 100 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "jijuqu.web.uploads.FileSizeHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # typed fields together, files not counted
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 10

# Vite writes every file with a hash in its name, so browsers may keep them for ever.
STATIC_URL = "/static/"
STATICFILES_DIRS = [BUILT]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True  # straight from where Vite wrote them; nothing is collected
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/"
DJANGO_VITE = {"default": {"dev_mode": False, "manifest_path": BUILT / ".vite" / "manifest.json"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
