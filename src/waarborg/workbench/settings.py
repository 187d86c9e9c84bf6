"""Django settings of the workbench: one file, read from the environment, loud where something is wrong."""

from pathlib import Path

from waarborg.workbench.environment import database, flag, house_style_file, secret_key, words
from waarborg.workbench.mail_server import mail_server

ROOM_WEB = Path(__file__).parent.parent / "web"

# The record (room `workbench`)
SECRET_KEY = secret_key()
DEBUG = flag("WAARBORG_DEBUG")
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "waarborg.workbench",
    "waarborg.web",
]
DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "workbench.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Reminders by mail: printed, unless the operator names a server
MAIL_SERVER = mail_server()
EMAIL_BACKEND = MAIL_SERVER.backend
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_SERVER.security == "starttls", MAIL_SERVER.security == "tls"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = MAIL_SERVER.sender

# The pages (room `web`)
HOUSE_STYLE = house_style_file()
ALLOWED_HOSTS = words("WAARBORG_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
ROOT_URLCONF = "waarborg.web.urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "waarborg.web.headers.security_headers",
    "waarborg.web.api.headers.open_data",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOM_WEB / "templates"],
        "OPTIONS": {
            "environment": "waarborg.web.templating.environment",
            "context_processors": ["waarborg.web.place.place"],
        },
    },
]
USE_I18N = True
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # pages are served from the package itself; nothing needs collecting
WHITENOISE_MAX_AGE = 0 if DEBUG else 86400
LOGIN_URL = "sign-in"
DEMO_CAST = flag("WAARBORG_DEMO_CAST")  # only `waarborg demo` sets it, which serves this machine alone
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS = flag("WAARBORG_HTTPS")
CSRF_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
