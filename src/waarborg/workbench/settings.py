"""Django settings of the workbench: one file, read from the environment, loud where something is wrong."""

from waarborg.workbench.environment import database, flag, secret_key, words

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

# The pages (room `web`)
ALLOWED_HOSTS = words("WAARBORG_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
ROOT_URLCONF = "waarborg.web.urls"
