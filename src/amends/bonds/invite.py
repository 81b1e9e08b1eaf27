"""Inviting by a link that opens once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from amends.bonds.models import Invitation
from amends.bonds.roles import check_role
from amends.bonds.room import check_room
from amends.people.models import Member, Role

OPEN_FOR: Final = timedelta(hours=72)
"""How long an invitation stays open."""
TOKEN_BYTES: Final = 32
"""Random bytes in a link's secret: 256 bits, so that nobody guesses one."""


def invite(seat: Member, now: datetime, role: str = Role.MEMBER) -> str:
    """Make an invitation in place of an earlier one by the same member; gives its secret, once.

    Args:
        seat: who invites.
        now: the server's clock, aware.
        role: what whoever joins by it will be; they read so before they join.

    Raises:
        Refused: all seats are taken, or there is no such role.
    """
    check_room(seat.bond)
    check_role(seat.bond.setting, role)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        withdraw(seat)
        Invitation.objects.create(
            bond=seat.bond,
            created_by=seat,
            role=role,
            token_hash=hash_of(token),
            expires_at=now + OPEN_FOR,
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
