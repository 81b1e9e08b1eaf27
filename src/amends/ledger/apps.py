"""The ledger app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Keeps acts."""

    name = "amends.ledger"
    default_auto_field = "django.db.models.BigAutoField"
