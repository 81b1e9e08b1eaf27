"""The people app."""

from typing import Any

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, membership, roles, consent."""

    name = "amends.people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear when someone logs in, and when the account library would note that they did."""
        from allauth.mfa.models import Authenticator  # noqa: PLC0415 - models are there only now
        from django.contrib.auth.signals import user_logged_in  # noqa: PLC0415
        from django.db.models.signals import pre_save  # noqa: PLC0415

        from amends.people import sessions  # noqa: PLC0415

        user_logged_in.connect(sessions.begin)
        pre_save.connect(_forget_when, sender=Authenticator)


def _forget_when(instance: Any, **_of_no_concern: Any) -> None:
    """A passkey does not tell when it was last used."""
    instance.last_used_at = None
