"""The vault app."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Ciphertext, and the browser module that alone can read it."""

    name = "amends.vault"
    default_auto_field = "django.db.models.BigAutoField"
