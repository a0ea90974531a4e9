"""All settings, read from the environment here and nowhere else.

REVOPS_MODE is `production` (the default of the server: secure cookies, HTTPS, a secret is required) or `local` (the
default of manage.py: one machine, http://127.0.0.1, a secret kept in var/). Every variable is listed in the README.
"""

import os
import secrets
from pathlib import Path
from zoneinfo import ZoneInfo

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

MODES = ("production", "local")
MODE = env.str("REVOPS_MODE", default="production")
if MODE not in MODES:
    raise ImproperlyConfigured(f"REVOPS_MODE is {MODE!r}; it must be one of {', '.join(MODES)}.")
LOCAL = MODE == "local"


def local_secret() -> str:
    """The secret of this working copy, made once, so that a restart keeps every browser's access."""
    VAR_DIR.mkdir(exist_ok=True)
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


def required(name: str) -> str:
    """The variable's text; production does not start without it."""
    value = str(env.str(name, default=""))
    if not value.strip(", "):
        raise ImproperlyConfigured(f"{name} is not set. Production needs it; see the README, section Production.")
    return value


def items_of(text: str) -> list[str]:
    """The items of a text that are separated by commas; spaces around them do not count."""
    return [item.strip() for item in text.split(",") if item.strip()]


def time_zone(name: str, *, default: str) -> str:
    """The name of a time zone that this machine knows; anything else is an error that names the variable."""
    text = str(env.str(name, default=default)).strip()
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of zones
        raise ImproperlyConfigured(f"{name} is {text!r}; it must be a time zone such as Europe/Warsaw.") from None
    return text


def boolean(name: str, *, default: bool) -> bool:
    """A yes/no variable; anything but a known word is an error that names it."""
    text = env.str(name, default=str(default)).strip().lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {text!r}; it must be 1 or 0.")


def whole_number(name: str, *, default: int) -> int:
    """A whole-number variable; anything else is an error that names it."""
    text = env.str(name, default=str(default))
    if not text.isascii() or not text.isdigit():
        raise ImproperlyConfigured(f"{name} is {text!r}; it must be a whole number.")
    return int(text)


def months(name: str, *, default: int) -> int:
    """A number of months from 1 to 1200: with 0, everything would go at once."""
    number = whole_number(name, default=default)
    if not 1 <= number <= 1200:
        raise ImproperlyConfigured(f"{name} is {number}; it must be a whole number from 1 to 1200.")
    return number


SECRET_KEY = env.str("SECRET_KEY", default="") or local_secret() if LOCAL else required("SECRET_KEY")
SECRET_KEY_FALLBACKS = items_of(env.str("SECRET_KEY_FALLBACKS", default=""))
DEBUG = boolean("DEBUG", default=False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"] if LOCAL else items_of(required("ALLOWED_HOSTS"))
CSRF_TRUSTED_ORIGINS = items_of(env.str("CSRF_TRUSTED_ORIGINS", default=""))

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # its widget templates, for FORM_RENDERER
    "crispy_forms",
    "csp",
    "django_htmx",  # ships htmx as a static file; its middleware and tags are not used
    "assessments",
    "metrics",
]

MIDDLEWARE = [
    "revops_advisor.middleware.request_identity",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "revops_advisor.middleware.private_responses",
    "revops_advisor.middleware.tied_polish_pages",
    "revops_advisor.middleware.tied_polish_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "revops_advisor.middleware.RefuseBadInput",
    "revops_advisor.middleware.wrong_method_page",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "revops_advisor.middleware.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "revops_advisor.middleware.DatabaseAway",
]

ROOT_URLCONF = "revops_advisor.urls"
WSGI_APPLICATION = "revops_advisor.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "assessments.templatetags.texts"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("advisor",)
CRISPY_TEMPLATE_PACK = "advisor"
CRISPY_FAIL_SILENTLY = False

# Database. Why these options: an acknowledged answer survives a power cut, and writers wait instead of failing.
LOCAL_DATABASE_URL = f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
DATABASE_URL = (env.str("DATABASE_URL", default="") or LOCAL_DATABASE_URL) if LOCAL else required("DATABASE_URL")
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
}
POSTGRESQL_OPTIONS = {"connect_timeout": 2}
SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


def database(url: str) -> dict[str, object]:
    """Django's settings for one database address, with the options its engine needs."""
    config: dict[str, object] = dict(environ.Env.db_url_config(url))
    engine = config.get("ENGINE")
    if engine == SQLITE:
        test_name = VAR_DIR / f"test-{os.getpid()}.sqlite3"  # a file, as in production; one a process
        return config | {"OPTIONS": SQLITE_OPTIONS, "TEST": {"NAME": test_name}}
    if engine == POSTGRESQL:
        options = config.get("OPTIONS")
        given: dict[str, object] = dict(options) if isinstance(options, dict) else {}
        return config | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "OPTIONS": POSTGRESQL_OPTIONS | given}
    raise ImproperlyConfigured("DATABASE_URL must name SQLite (sqlite:///...) or PostgreSQL (postgres://...).")


VAR_DIR.mkdir(exist_ok=True)
DATABASES = {"default": database(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Counters of failed tries are shared by all workers, so they live in the database. Rendered pages are kept per
# process: they are pure functions of stored, unchanging results.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

AUTH_USER_MODEL = "assessments.User"
LOGIN_URL = "landing"  # a view that forgets to say it is public leads here, until sign-in exists
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("pl", "Polski")]
LOCALE_PATHS = [BASE_DIR / "revops_advisor" / "locale"]
FORMAT_MODULE_PATH = ["revops_advisor.formats"]
TIME_ZONE = time_zone("TIME_ZONE", default="Europe/Warsaw")
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static" if LOCAL else BASE_DIR / "staticfiles"
if LOCAL:
    STATIC_ROOT.mkdir(exist_ok=True)  # stays empty: files are served from where they are
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_STORAGE_BACKEND = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"  # no collectstatic needed on one's own machine
    if LOCAL
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": STATICFILES_STORAGE_BACKEND},
}
WHITENOISE_USE_FINDERS = LOCAL
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages use our files
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# Cookies and headers.
COOKIE_PREFIX = "" if LOCAL else "__Host-"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "assessments.questionnaire.recovery.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not LOCAL
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
SECURE_SSL_REDIRECT = boolean("SECURE_SSL_REDIRECT", default=not LOCAL)
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
SECURE_REFERRER_POLICY = "same-origin"
if boolean("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]  # probes speak plain HTTP inside the machine
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Limits.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 4  # on the scorecard's page; the handler below knows the pages that take files
FILE_UPLOAD_HANDLERS = ["revops_advisor.uploads.BoundedUpload"]
SCORECARD_MAX_MB = whole_number("SCORECARD_MAX_MB", default=20)
SCORECARD_MAX_ROWS = whole_number("SCORECARD_MAX_ROWS", default=200_000)
SCORECARD_MAX_COLUMNS = whole_number("SCORECARD_MAX_COLUMNS", default=200)
SCORECARD_MAX_LINE_KB = whole_number("SCORECARD_MAX_LINE_KB", default=1000)
SCORECARD_HOURS = whole_number("SCORECARD_HOURS", default=24)
LARGEST_BODY = 1_500_000  # bytes of a request with a file on other pages; a logo of 1 MB and its form fit
FAILED_LINKS_PER_MINUTE = whole_number("FAILED_LINKS_PER_MINUTE", default=20)
READY_MIN_FREE_MB = whole_number("READY_MIN_FREE_MB", default=100)

# Assessments that nobody opens for so long are deleted by `manage.py delete_old`.
RETENTION_MONTHS = months("RETENTION_MONTHS", default=12)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "revops_advisor.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
