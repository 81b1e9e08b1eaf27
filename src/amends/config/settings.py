"""Settings. Everything a host may choose comes from the environment; docs/hosting.md lists it."""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from amends.config.data_folder import data_folder, secret_key
from amends.config.sqlite import sqlite_options


def _flag(name: str, default: str = "no") -> bool:
    return os.environ.get(name, default).lower() in {"1", "true", "yes", "on"}


PACKAGE = Path(__file__).resolve().parent.parent
DATA = data_folder()

# The house
AMENDS_DEMO = _flag("AMENDS_DEMO")
"""Serve the invented stories, with a door that needs no password. Never on a real server."""
AMENDS_HOST_NAME = os.environ.get("AMENDS_HOST_NAME", "")
"""Who runs this server, as members are told on joining."""

SECRET_KEY = secret_key(DATA)
DEBUG = _flag("AMENDS_DEBUG")
HTTPS = _flag("AMENDS_HTTPS")
ALLOWED_HOSTS = os.environ.get("AMENDS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host != "*"]
ROOT_URLCONF = "amends.config.urls"
WSGI_APPLICATION = "amends.config.wsgi.application"

INSTALLED_APPS = [
    "amends.people",
    "amends.ledger",
    "amends.bonds",
    "amends.readings",
    "amends.rounds",
    "amends.vault",
    "amends.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # What every answer carries, also one of the middleware within: files, redirects, refusals.
    "amends.web.middleware.keep_apart",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "amends.web.middleware.keep_private",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "amends.web.middleware.end_old_sessions",
    "amends.web.middleware.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Where acts are kept
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA / 'amends.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"] |= {  # type: ignore[typeddict-item,unused-ignore]
        "ENGINE": "amends.config.fair_sqlite",
        "OPTIONS": sqlite_options(),
    }
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
}

# Accounts
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "amends.people.adapter.AccountAdapter"
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/5m/key",
    "reset_password": "20/h/ip,5/h/key",
    "vault": "600/10m/user",
    "vault_removal": "5/10m/user",
}
"""Wrong passwords, where the adapter says what counts as one key; letters, so that nobody's box is filled;
what is written to a vault, and tries to remove one."""
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no letter is needed to get an account, see above
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # for localhost; browsers refuse it anywhere else
MFA_TOTP_ISSUER = "Notes"  # as neutral as the titles of pages: it stands in an app on a phone
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {"add_webauthn": "amends.web.forms.accounts.AddPasskey"}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

# Sessions: two weeks at most, a week without a visit (people/sessions.py); no write on every request
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_FAILURE_VIEW = "amends.web.pages.giving_back.not_sent"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

# Headers
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
# Tells other sites nothing. "no-referrer" would also send "Origin: null" with our own forms,
# and the check against forged requests could then no longer tell them from a stranger's.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Other names under the same domain may be someone else's, who has not chosen HTTPS.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    },
}

AMENDS_EXIT_TO = os.environ.get("AMENDS_EXIT_TO", "https://www.bbc.com/weather")
"""Where "exit" leads: a page that anyone might have open."""

# Words and times
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Static files
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "amends.config.static_files.Modules"},
}

# Post: none unless the host names a server
EMAIL_HOST = os.environ.get("AMENDS_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("AMENDS_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("AMENDS_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("AMENDS_SMTP_PASSWORD", "")
EMAIL_USE_TLS = _flag("AMENDS_SMTP_TLS", "yes")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("AMENDS_FROM", "amends@localhost")

# Logs hold no text, name or address
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "amends": {"handlers": ["console"], "level": "INFO"},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}

FILE_UPLOAD_HANDLERS = ["amends.web.forms.files.InMemory"]
"""What someone lays open lies on no disk but in the ledger."""
