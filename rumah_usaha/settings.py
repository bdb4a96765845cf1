"""Settings of the portal, read from the environment; `.env.example` lists every variable."""

import sys
from datetime import date
from pathlib import Path

from csp.constants import NONE, SELF
from environs import Env

from rumah_usaha import local_secrets, production
from rumah_usaha.logs import logging_config

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / ".data"

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

TESTING = "pytest" in sys.modules
PRODUCTION = env.bool("PRODUCTION", False)
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])

# --- secrets: production gives its own, a demo checkout makes its own -----------------------
_local = {} if PRODUCTION else local_secrets.load_or_create(DATA_DIR / "secrets.json")
SECRET_KEY = env.str("SECRET_KEY", _local.get("SECRET_KEY", ""))
FIELD_ENCRYPTION_KEYS = env.list("FIELD_ENCRYPTION_KEYS", [_local.get("FIELD_ENCRYPTION_KEYS", "")])
BLIND_INDEX_KEY = env.str("BLIND_INDEX_KEY", _local.get("BLIND_INDEX_KEY", ""))

production.refuse_unsafe(
    production=PRODUCTION,
    debug=DEBUG,
    secret_key=SECRET_KEY,
    allowed_hosts=ALLOWED_HOSTS,
    encryption_keys=FIELD_ENCRYPTION_KEYS,
    blind_index_key=BLIND_INDEX_KEY,
    require_mfa=env.bool("REQUIRE_MFA", PRODUCTION),
)

# --- which district this is -------------------------------------------------------------------
SITE_NAME = env.str("SITE_NAME", "Rumah Usaha")
DISTRICT_NAME = env.str("DISTRICT_NAME", "Kabupaten Tojo Una-Una")
DISTRICT_SHORT = env.str("DISTRICT_SHORT", "Tojo Una-Una")
DISTRICT_CODE = env.str("DISTRICT_CODE", "72.09")
CAPITAL = env.str("CAPITAL", "Ampana")
OFFICE_NAME = env.str("OFFICE_NAME", "Dinas Perindustrian dan Perdagangan")
OFFICE_ADDRESS = env.str("OFFICE_ADDRESS", "")
OFFICE_WHATSAPP = env.str("OFFICE_WHATSAPP", "")
OFFICE_EMAIL = env.str("OFFICE_EMAIL", "")
REGION_DIR = env.path("REGION_DIR", BASE_DIR / "wilayah" / "data")
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")
# PP 42/2024 Pasal 160(2); the day has been moved before.
HALAL_DUTY_ON = env.date("HALAL_DUTY_ON", date(2026, 10, 17))

# --- applications -----------------------------------------------------------------------------
# Uppermost first: an app imports from those behind it only.
OUR_APPS = """
    rumah_usaha akun surat laporan kegiatan belanja_asn etalase pengumuman data_terbuka fasilitasi legalitas
    pendaftaran masukan pesanan produk koperasi umkm duplicates spreadsheets accounts wilayah common
"""
INSTALLED_APPS = [
    *OUR_APPS.split(),
    "rumah_usaha.apps.StaffDoorConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "pgtrigger",
    "pghistory",
    "django_structlog",
    "django_tasks",
    "django_tasks_db",
]
if TESTING:
    INSTALLED_APPS.append("zeal")

MIDDLEWARE = [
    # What it keeps is what left the portal: compressed, with every header.
    "rumah_usaha.page_cache.PageCacheMiddleware",
    # Headers first: whatever refuses a request further in, its answer carries them too.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "rumah_usaha.middleware.ResourcePolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rumah_usaha.middleware.RequestLogMiddleware",
    "django_http_compression.middleware.HttpCompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.PrivatePagesMiddleware",
    "accounts.middleware.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "rumah_usaha.urls"
WSGI_APPLICATION = "rumah_usaha.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["rumah"]
CRISPY_TEMPLATE_PACK = "rumah"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rumah_usaha.context_processors.office",
            ],
        },
    }
]

# --- database ---------------------------------------------------------------------------------
# Pages are cut off after 5 s and wait 3 s for a lock; manage.py lifts the first for commands.
_statement, _lock = env.int("STATEMENT_TIMEOUT_MS", 5000), env.int("LOCK_TIMEOUT_MS", 3000)
_limits = f"-c statement_timeout={_statement} -c lock_timeout={_lock}"
if env.str("DATABASE_URL", ""):
    DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", _limits)
else:
    DATABASES = {
        "default": {
            "ENGINE": "rumah_usaha.database",
            "NAME": "rumah_usaha",
            "OPTIONS": {"options": _limits},
        }
    }
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}

# --- long work --------------------------------------------------------------------------------
# Queued in the same database and done by `manage.py db_worker`; tests do it at once.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if TESTING
        else "django_tasks_db.DatabaseBackend"
    }
}

CACHES = {
    # Shared by all workers, so that limits count every attempt; Django's own bound of 300 would soon forget them.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# Public pages that each worker keeps ready for a minute, in megabytes; 0 makes every page anew.
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", 0 if TESTING or DEBUG else 8)

# --- people and sessions ----------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "accounts.adapter.OfficeAccountAdapter"
ACCOUNT_FORMS = {"login": "accounts.sign_in.SignInForm", "reauthenticate": "accounts.sign_in.AgainForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "30/5m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
MFA_ADAPTER = "accounts.adapter.OfficeSecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "edit_webauthn": "accounts.passkeys.NameForm",
    "login_webauthn": "accounts.passkeys.SignInByPasskeyForm",
    "authenticate_webauthn": "accounts.passkeys.SecondProofForm",
    "reauthenticate_webauthn": "accounts.passkeys.ConfirmForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
MFA_TOTP_ISSUER = SITE_NAME
REQUIRE_MFA = env.bool("REQUIRE_MFA", PRODUCTION)

SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 30 * 60
SESSION_MAX_AGE = 8 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "rumah_usaha.views.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
HTTPS = env.bool("HTTPS", PRODUCTION)
if HTTPS:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

# --- headers ----------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        **{
            f"{kind}-src": [SELF]
            for kind in ("script", "style", "img", "font", "connect", "manifest", "worker")
        },
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": HTTPS,
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
}

# --- words, time, numbers ---------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
TIME_ZONE = env.str("TIME_ZONE", "Asia/Makassar")
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "rumah_usaha.formats"

# --- files ------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
MEDIA_URL = "media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", DATA_DIR / "media")
# Scans and other papers about people: never under MEDIA_URL, only through a checked view.
PRIVATE_ROOT = env.path("PRIVATE_ROOT", DATA_DIR / "private")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "common.storage.PrivateStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Production serves what collectstatic gathered; tests and DEBUG read each file where it is written.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = TESTING or DEBUG
# Pages name only the hashed copies: the plain ones would double the time to compress and the files to serve.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- audit trail ------------------------------------------------------------------------------
PGHISTORY_APPEND_ONLY = True
# Reading writes nothing, so only writing requests need a name in the trail.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

LOGGING = logging_config(quiet=TESTING)
DJANGO_STRUCTLOG_USER_ID_FIELD = None
# Taken from a header that any visitor may write, an address in the log proves nothing; a web server in front knows it.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
