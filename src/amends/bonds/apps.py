"""The bonds app."""

from django.apps import AppConfig


class BondsConfig(AppConfig):
    """What changes a bond: create, invite, join, record, share, leave, erase."""

    name = "amends.bonds"
    default_auto_field = "django.db.models.BigAutoField"
