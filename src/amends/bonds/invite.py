"""Inviting by a link that opens once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from amends.bonds.models import Invitation
from amends.bonds.room import check_room
from amends.people.models import Member

OPEN_FOR: Final = timedelta(hours=72)
"""How long an invitation stays open."""
TOKEN_BYTES: Final = 32
"""Random bytes in a link's secret: 256 bits, so that nobody guesses one."""


def invite(seat: Member, now: datetime) -> str:
    """Make an invitation in place of an earlier one by the same member; gives its secret, once.

    Raises:
        Refused: all seats are taken.
    """
    check_room(seat.bond)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        withdraw(seat)
        Invitation.objects.create(
            bond=seat.bond, created_by=seat, token_hash=hash_of(token), expires_at=now + OPEN_FOR
        )
    return token


def find(token: str, now: datetime) -> Invitation | None:
    """The open invitation of a secret; looking never uses it up."""
    found = Invitation.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=now)
    return found.select_related("bond").first()


def find_open(seat: Member, now: datetime) -> Invitation | None:
    """The invitation that a member has open, if any; its secret is not known here any more."""
    return Invitation.objects.filter(created_by=seat, used_at=None, expires_at__gt=now).first()


def withdraw(seat: Member) -> None:
    """Close whatever a member has left open, and forget what is used up."""
    Invitation.objects.filter(created_by=seat).delete()


def hash_of(token: str) -> str:
    """SHA-256 of a secret, in hexadecimal: what is kept of it."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
