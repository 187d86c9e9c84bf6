"""The room as a Django app."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """The shared record."""

    name = "waarborg.workbench"
    label = "workbench"
    default_auto_field = "django.db.models.BigAutoField"
