"""Joining by invitation."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Person
from amends.acts.membership import Joining
from amends.acts.when import When
from amends.bonds.errors import Refused
from amends.bonds.instants import to_millisecond
from amends.bonds.invite import hash_of
from amends.bonds.models import Invitation
from amends.bonds.names import choose_name, fold
from amends.bonds.room import check_room
from amends.bonds.seek import end_facilitations
from amends.ledger.append import append
from amends.ledger.ledgers import shared_ledger
from amends.people.models import Arrival, Bond, Member, User


def join(token: str, user: User, name: str, now: datetime) -> Member:
    """Take a seat in the bond that an invitation opens, and use the invitation up.

    Of two who come at once one gets in. Whoever was here before gets the old seat back.

    Raises:
        Refused: the invitation is not open, the name can't be, or the user sits here already.
            The invitation then stays as it was.
    """
    with transaction.atomic():
        bond, role = _use(token, now)
        seat = Member.objects.filter(bond=bond, user=user).first()
        if seat is not None and seat.left_at is None:
            raise Refused("token", _("You are here already."))
        if seat is not None:
            return _return(seat, choose_name(bond, name, seat), now)
        return _arrive(bond, user, name, role, now)


def be_ready(seat: Member) -> None:
    """Let what hurt before they joined come to someone, one thing after another."""
    Member.objects.filter(id=seat.id, arrival=Arrival.NEW).update(arrival=Arrival.READY)


def note_joining(seat: Member, now: datetime) -> None:
    """Let the others read that this member joined."""
    act = Joining(
        id=uuid4(),
        author=Person(str(seat.id)),
        by=Person(str(seat.id)),
        occurred=When.received(now, seat.bond.zone),
        recorded_at=to_millisecond(now),
    )
    append(shared_ledger(seat.bond), seat, act)


def _use(token: str, now: datetime) -> tuple[Bond, str]:
    open_now = Invitation.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=now)
    if not open_now.update(used_at=now):  # one request alone finds it unused
        raise Refused("token", _("This invitation is no longer open. Ask for a new one."))
    invitation = Invitation.objects.get(token_hash=hash_of(token))
    return Bond.objects.select_for_update().get(id=invitation.bond_id), invitation.role


def _arrive(bond: Bond, user: User, name: str, role: str, now: datetime) -> Member:
    check_room(bond)
    end_facilitations(user, now, bond_id=bond.id)
    seat = _empty_seat(bond, name) or Member(bond=bond)
    seat.user, seat.name, seat.joined_at = user, choose_name(bond, name, seat), now
    seat.role, seat.arrival = role, Arrival.NEW
    seat.save()
    note_joining(seat, now)
    return seat


def _empty_seat(bond: Bond, name: str) -> Member | None:
    """The seat that was kept for whoever joins: the only one, or the one of that name."""
    empty = list(Member.objects.filter(bond=bond, user=None))
    if len(empty) == 1:
        return empty[0]
    return next((seat for seat in empty if fold(seat.name) == fold(" ".join(name.split()))), None)


def _return(seat: Member, name: str, now: datetime) -> Member:
    was_told = seat.notice == "now"
    if was_told:
        check_room(seat.bond)
    seat.name, seat.left_at, seat.notice = name, None, ""
    seat.save(update_fields=["name", "left_at", "notice"])
    if was_told:  # to the others, whoever left without a notice never was away
        note_joining(seat, now)
    return seat
