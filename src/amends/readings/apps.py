"""The readings app."""

from django.apps import AppConfig


class ReadingsConfig(AppConfig):
    """Joins ledger and engine."""

    name = "amends.readings"
    default_auto_field = "django.db.models.BigAutoField"
