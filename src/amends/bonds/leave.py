"""Leaving: alone, at once, without a reason."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from amends.acts.base import Person
from amends.acts.membership import Leaving
from amends.acts.when import When
from amends.bonds import invite
from amends.bonds.grants import withdraw_all
from amends.bonds.instants import to_millisecond
from amends.bonds.models import PendingShare, SealedPart
from amends.bonds.seek import stop_seeking
from amends.ledger.append import append
from amends.ledger.ledgers import shared_ledger
from amends.people.models import Member, Notice


def leave(seat: Member, notice: Notice, now: datetime) -> None:
    """End a membership. The seat opens nothing any more but its owner's export.

    Without a notice nothing is recorded: to the others it looks as if the member had
    not opened the app. Open invitations close, what was on its way stays unsent.
    Leaving twice changes nothing.
    """
    with transaction.atomic():
        if not Member.objects.present().filter(id=seat.id).update(left_at=now, notice=notice):
            return
        invite.withdraw(seat)
        stop_seeking(seat)
        withdraw_all(seat, now)
        PendingShare.objects.filter(member=seat).delete()
        SealedPart.objects.filter(member=seat).delete()
        if notice is Notice.NOW:
            _tell(seat, now)
    seat.left_at, seat.notice = now, notice


def tell(seat: Member, now: datetime) -> None:
    """Give the notice that was left for later; it says when it is given, not when they left."""
    with transaction.atomic():
        if Member.objects.filter(id=seat.id, notice=Notice.LATER).update(notice=Notice.NOW):
            _tell(seat, now)
    seat.refresh_from_db()


def _tell(seat: Member, now: datetime) -> None:
    act = Leaving(
        id=uuid4(),
        author=Person(str(seat.id)),
        by=Person(str(seat.id)),
        occurred=When.received(now, seat.bond.zone),
        recorded_at=to_millisecond(now),
    )
    append(shared_ledger(seat.bond), seat, act)
