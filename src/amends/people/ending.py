"""The end of an account: its address, password, keys and sessions go."""

from __future__ import annotations

from typing import Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from amends.people.models import Facilitator, User

GONE: Final = "@gone.invalid"
"""How the address ends that stands in place of one that went; no letter can ever reach it."""


def end_account(user: User) -> None:
    """Take everything off an account that is someone's.

    Where nobody else's bond needs to tell its seats apart, the account goes as a whole. Otherwise its
    random id stays, with nothing that leads to anyone: were the seat without an account all of a
    sudden, the others could tell.
    """
    with transaction.atomic():
        _end_sessions(user)
        EmailAddress.objects.filter(user=user).delete()
        Authenticator.objects.filter(user=user).delete()
        Facilitator.objects.filter(user=user).update(user=None)
        if user.seats.exists():
            _empty(user)
        else:
            user.delete()


def is_gone(user: User) -> bool:
    """Whether nothing but its id is left of an account."""
    return user.email.endswith(GONE)


def _empty(user: User) -> None:
    user.email, user.zone, user.is_active = f"{user.id.hex}{GONE}", "UTC", False
    user.set_unusable_password()
    user.save()


def _end_sessions(user: User) -> None:
    """Also those without an account in which their address was just typed to sign up."""
    for session in list(Session.objects.all()):
        held = session.get_decoded()
        if held.get(SESSION_KEY) == str(user.pk) or user.email in held.values():
            session.delete()
