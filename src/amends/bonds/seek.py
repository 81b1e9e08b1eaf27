"""Asking someone from outside to help, by a link that opens once, and taking the seat it offers."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.bonds.grants import give_back
from amends.bonds.invite import OPEN_FOR, TOKEN_BYTES, hash_of
from amends.bonds.models import SeatInvitation
from amends.bonds.names import tidy_name
from amends.people.models import Facilitator, Member, User


def seek(seat: Member, now: datetime, *, for_all: bool) -> str:
    """Make an invitation in place of an earlier one by the same member; gives its secret, once.

    Args:
        seat: who invites.
        now: the server's clock, aware.
        for_all: whether the other members may know of whoever comes.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        stop_seeking(seat)
        SeatInvitation.objects.create(
            created_by=seat, for_all=for_all, token_hash=hash_of(token), expires_at=now + OPEN_FOR
        )
    return token


def find_sought(token: str, now: datetime) -> SeatInvitation | None:
    """The open invitation of a secret; looking never uses it up."""
    found = SeatInvitation.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=now)
    return found.select_related("created_by__bond").first()


def find_seeking(seat: Member, now: datetime) -> SeatInvitation | None:
    """The invitation that a member has open, if any; its secret is not known here any more."""
    return SeatInvitation.objects.filter(created_by=seat, used_at=None, expires_at__gt=now).first()


def stop_seeking(seat: Member) -> None:
    """Close whatever a member has left open, and forget what is used up."""
    SeatInvitation.objects.filter(created_by=seat).delete()


def accept(token: str, user: User, name: str, calling: str, now: datetime) -> Facilitator:
    """Take a facilitator's seat, and use the invitation up. It opens nothing by itself.

    Raises:
        Refused: the invitation is not open, the name can't be, or the user is or was a member, or
            has this seat already. The invitation then stays as it was.
    """
    with transaction.atomic():
        invitation = _use(token, now)
        seat = invitation.created_by
        if Member.objects.filter(bond=seat.bond_id, user=user).exists():
            raise Refused("token", _("You are or were a member here; someone from outside is sought."))
        had = Facilitator.objects.filter(bond=seat.bond_id, user=user, for_all=invitation.for_all)
        if not invitation.for_all:
            had = had.filter(sought_by=seat)
        found = had.first() or Facilitator(bond_id=seat.bond_id, user=user, for_all=invitation.for_all)
        if found.joined_at and found.left_at is None:
            raise Refused("token", _("You have this seat already."))
        found.sought_by, found.name, found.calling = seat, tidy_name(name), calling
        found.joined_at, found.left_at = now, None
        found.save()
    return found


def end_facilitations(user: User, now: datetime, *, bond_id: UUID | None = None) -> None:
    """Give back the seats a user has as facilitator: in a bond whose member they become, or all of them."""
    held = Facilitator.objects.filter(user=user, left_at=None)
    for one in held if bond_id is None else held.filter(bond=bond_id):
        give_back(one, now)


def _use(token: str, now: datetime) -> SeatInvitation:
    open_now = SeatInvitation.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=now)
    if not open_now.update(used_at=now):  # one request alone finds it unused
        raise Refused("token", _("This invitation is no longer open. Ask for a new one."))
    return SeatInvitation.objects.select_related("created_by").get(token_hash=hash_of(token))
