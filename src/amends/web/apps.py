"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "amends.web"
    default_auto_field = "django.db.models.BigAutoField"
