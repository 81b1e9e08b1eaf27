"""How accounts behave where the account library leaves it open."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from amends.people.devices import known_device, remember
from amends.people.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Neutral subjects, plain words, and known devices counted by themselves."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This address and password don’t belong together."),
        "enter_current_password": _("That is not the password you use now."),
        "invalid_password_reset": _("This link is no longer open."),
        "too_many_login_attempts": _("Too many tries in a short time. Wait five minutes, then try again."),
    }

    def format_email_subject(self, subject: str) -> str:
        """The subject alone: whoever sees a letter arrive learns nothing about this server."""
        return str(subject)

    def get_client_ip(self, request: HttpRequest) -> str:
        """What tries are counted by: a known device, otherwise the address they come from."""
        device = known_device(request)
        return f"device:{device.id}" if device else str(super().get_client_ip(request))

    def post_login(self, request: HttpRequest, user: User, **rest: Any) -> HttpResponse:
        """Remember the device of whoever logged in."""
        response: HttpResponse = super().post_login(request, user, **rest)
        remember(response, user)
        return response

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        address = str(credentials.get("email", "")).lower()
        device = known_device(request)
        # A device is known for one account alone, or a second account would buy more guesses.
        known = device is not None and User.objects.filter(id=device.user, email__iexact=address).exists()
        source = device.id if device and known else super().get_client_ip(request)
        return f"{source}:{address}"
