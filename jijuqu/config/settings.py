"""Django's settings. What a site may choose comes from the environment; docs/running.md lists it."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from jijuqu.config.data_folder import data_folder, secret_key
from jijuqu.config.database import database
from jijuqu.config.mail_server import mail_server

PACKAGE = Path(__file__).resolve().parents[1]
BUILT = PACKAGE / "web" / "dist"  # what Vite made of frontend/

DATA = data_folder(os.environ)
UPLOADS = DATA / "uploads"
ATTACHMENTS = DATA / "attachments"
DRAFTS = DATA / "drafts"  # drafts of notices that those who run the server lay there, each in a folder
SCREENINGS = DATA / "screenings"  # a folder for each screening that is kept
# JIJUQU_JOURNAL_KEY: the file with the key that signs the journal, best where those who write the database cannot read.
JOURNAL_KEY = os.environ.get("JIJUQU_JOURNAL_KEY") or DATA / "journal-key"
SECRET_KEY = secret_key(DATA)
DATABASES = {"default": database(os.environ, DATA)}
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
    "jijuqu.web",  # before allauth: our templates of the same name come first
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
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
    "jijuqu.web.account.session.IdleSessionMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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
                "jijuqu.web.account.context.signed_in",
                "jijuqu.web.public.shown_day.banner",
            ],
        },
    }
]

FORM_RENDERER = "jijuqu.web.widgets.PlainRenderer"

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

# Signing in: a user name that an administrator entered, a password, and for those who decide a second factor.
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "account_login", "desk", "home"
ACCOUNT_ADAPTER = "jijuqu.web.account.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "jijuqu.web.account.forms.SignIn",
    "change_password": "jijuqu.web.account.forms.NewPassword",
    "reauthenticate": "jijuqu.web.account.forms.PasswordAgain",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# Counted in the database, so that all workers count together. Behind one address may sit a whole office.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,5/5m/key", "keep_form": "20/h/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
MFA_ADAPTER = "jijuqu.web.account.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "jijuqu.web.account.forms.Code",
    "reauthenticate": "jijuqu.web.account.forms.CodeAgain",
    "activate_totp": "jijuqu.web.account.forms.FirstCode",
}
MFA_TOTP_ISSUER = _("中小企业集聚区")
MFA_TOTP_TOLERANCE = 1  # telephones on the other side of an intranet do not always know the time
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

# JIJUQU_IDLE_MINUTES: who does nothing for so long signs in again. The browser's cookie itself does not end before
# the browser is closed, so that what somebody typed meanwhile can be given back to them and nobody else.
SESSION_COOKIE_AGE = 60 * int(os.environ.get("JIJUQU_IDLE_MINUTES") or 120)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# JIJUQU_MAIL=smtp://user:password@host:25 (smtps:// for TLS from the start, smtp+tls:// for STARTTLS).
MAIL = mail_server(os.environ.get("JIJUQU_MAIL", ""))
if MAIL:
    EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.host, MAIL.port, MAIL.user, MAIL.password
    EMAIL_USE_SSL, EMAIL_USE_TLS, EMAIL_TIMEOUT = MAIL.tls, MAIL.starttls, 30
DEFAULT_FROM_EMAIL = os.environ.get("JIJUQU_MAIL_FROM") or f"jijuqu@{(HOSTS or ['localhost'])[0]}"
SITE_ADDRESS = f"https://{HOSTS[0]}" if HTTPS and HOSTS else f"http://{(HOSTS or ['127.0.0.1:8000'])[0]}"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# The one limit of a file, wherever it is sent, and of all files of a form together: a file beyond either is dropped
# while it arrives and the form goes on (web/uploads.py). A request above the last is refused unread. What a survey
# file may hold is limited again where it is parsed, in `siting`.
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_UPLOADS_BYTES = 100 * 1024 * 1024
MAX_REQUEST_BYTES = 512 * 1024 * 1024
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
