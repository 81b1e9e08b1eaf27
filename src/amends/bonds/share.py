"""Sharing what one has recorded: it waits ten minutes, and can be taken back until then.

What waits is a row on its author's side. It reaches the others' ledger before anyone
reads the bond, as if it had got there the moment it fell due: nothing in it tells who
looked, or when.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Act, Person
from amends.acts.references import named_by
from amends.acts.scope import Scope
from amends.bonds.errors import Refused
from amends.bonds.instants import to_millisecond
from amends.bonds.models import PendingShare
from amends.bonds.open_book import close_due, note_end
from amends.bonds.sharing import check_shareable, choose_other, is_prompt, is_with
from amends.ledger.append import append
from amends.ledger.ledgers import pair_ledger, shared_ledger
from amends.ledger.read import find
from amends.people.models import Bond, Member

WAIT: Final = timedelta(minutes=10)
"""How long a share can be taken back."""


def share(
    seat: Member, act_id: UUID, now: datetime, *, at_once: bool = False, other: Member | None = None
) -> datetime:
    """Share one's own act with everyone in the bond, or with ``other`` alone.

    What is on its way keeps its destination; asked again with ``at_once`` it goes now.
    Nothing goes out before what it refers to.

    Returns:
        When the others have it; not after ``now`` where they have it already.

    Raises:
        Refused: it isn't the member's own act, or may not be shared.
    """
    flush(seat.bond, now)
    with transaction.atomic():
        act = _find_own(seat, act_id)
        waiting = PendingShare.objects.filter(member=seat, act_id=act_id).select_related("other").first()
        if waiting is not None:
            return _hurry(waiting, act, now) if at_once else waiting.due_at
        if _has_arrived(seat, act_id, other):
            return now
        if other is not None:
            choose_other(seat, Scope.PAIR, other)
        return send(seat, act, other, now, at_once=at_once)


def take_back(seat: Member, act_id: UUID, now: datetime) -> None:
    """Keep to oneself what is still on its way, and with it what waits to refer to it.

    Raises:
        Refused: the ten minutes are over.
    """
    flush(seat.bond, now)
    with transaction.atomic():
        placed = find(seat, act_id)
        if placed is not None and placed.scope is not Scope.OWN:
            raise Refused("share", _("It has been shared by now. You can still put it right, or erase it."))
        drop(seat, act_id)


def flush(bond: Bond, now: datetime) -> None:
    """Let everything arrive and end that fell due by ``now``. Without such a thing nothing is written."""
    _let_arrive(bond, now)
    close_due(bond, now)


def _let_arrive(bond: Bond, now: datetime) -> None:
    due = PendingShare.objects.filter(member__bond=bond, due_at__lte=now)
    if not due.exists():
        return
    with transaction.atomic():
        # Of two that come at once the second waits here, and then finds nothing left to do.
        Bond.objects.select_for_update().get(id=bond.id)
        for waiting in due.select_related("member__bond", "other").order_by("due_at", "id"):
            placed = find(waiting.member, waiting.act_id)
            if placed is not None:
                arrive(waiting.member, placed.act, waiting.other, waiting.due_at)
            waiting.delete()


def pending(seat: Member) -> dict[UUID, datetime]:
    """What a member has on its way, each with the time when it arrives."""
    return dict(PendingShare.objects.filter(member=seat).values_list("act_id", "due_at"))


def send(seat: Member, act: Act, other: Member | None, now: datetime, *, at_once: bool = False) -> datetime:
    """Put an act that lies in its author's own ledger on its way; gives the time of arrival.

    Raises:
        Refused: it may not be shared.
    """
    before = _due_with(seat, other)
    check_shareable(seat, act, other, before)
    wait = timedelta(0) if at_once or is_prompt(act) else WAIT
    due = max([to_millisecond(now) + wait, *(before[named] for named in named_by(act) if named in before)])
    if due <= now:
        arrive(seat, act, other, due)
    else:
        PendingShare.objects.create(member=seat, other=other, act_id=act.id, due_at=due)
    return due


def arrive(seat: Member, act: Act, other: Member | None, at: datetime) -> None:
    """Put an act where ``other``, or everyone, reads it from ``at`` on."""
    ledger = shared_ledger(seat.bond) if other is None else pair_ledger(seat, other)
    append(ledger, seat, replace(act, recorded_at=at))
    note_end(seat, act)


def drop(seat: Member, act_id: UUID) -> None:
    """Forget that an act was on its way, and all on its way that refers to it."""
    mine = PendingShare.objects.filter(member=seat)
    mine.filter(act_id=act_id).delete()
    for waiting in mine:
        placed = find(seat, waiting.act_id)
        if placed is not None and act_id in named_by(placed.act):
            drop(seat, waiting.act_id)


def _find_own(seat: Member, act_id: UUID) -> Act:
    placed = find(seat, act_id)
    if placed is None or placed.act.author != Person(str(seat.id)):
        raise Refused("act", _("Only what you recorded yourself is yours to share."))
    return placed.act


def _has_arrived(seat: Member, act_id: UUID, other: Member | None) -> bool:
    if other is not None:
        return is_with(seat, other, act_id)
    # What went to one person is not widened: a second tap on “share now” must never do that.
    placed = find(seat, act_id)
    return placed is not None and placed.scope is not Scope.OWN


def _hurry(waiting: PendingShare, act: Act, now: datetime) -> datetime:
    seat, other = waiting.member, waiting.other
    waiting.delete()
    return send(seat, act, other, now, at_once=True)


def _due_with(seat: Member, other: Member | None) -> dict[UUID, datetime]:
    """What is on its way to the same readers, or to all."""
    mine = PendingShare.objects.filter(member=seat)
    theirs = mine.filter(other=None) if other is None else mine.filter(other=None) | mine.filter(other=other)
    return dict(theirs.values_list("act_id", "due_at"))
