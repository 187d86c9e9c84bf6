"""Django settings of the workbench: one file, read from the environment, loud where something is missing."""

SECRET_KEY = "replaced-by-the-room-web"  # noqa: S105  placeholder until the settings are written
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
