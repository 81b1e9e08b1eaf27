"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, membership, roles, consent."""

    name = "amends.people"
    default_auto_field = "django.db.models.BigAutoField"
