"""The rounds app."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Questions to a whole team, and what came of them."""

    name = "amends.rounds"
    default_auto_field = "django.db.models.BigAutoField"
