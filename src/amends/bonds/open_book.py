"""The end of what is laid open in the open book: its day comes, or its author closes it before.

What is closed leaves every ledger but its author's own; there its author keeps it. To the
others it then looks as if it had never been opened. An end that was set comes as if at its
time, whoever looks first: nothing in it tells who looked, or when.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Act, Person
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure
from amends.acts.when import When
from amends.bonds.errors import Refused
from amends.bonds.forget import forget_all
from amends.bonds.instants import to_millisecond
from amends.bonds.models import OpenUntil, PendingShare
from amends.ledger.append import append
from amends.ledger.erase import withdraw
from amends.ledger.ledgers import own_ledger
from amends.ledger.read import find, read_placed
from amends.people.models import Bond, Member


def close(seat: Member, act_id: UUID, now: datetime) -> None:
    """Take back at once what one had laid open. Closing twice changes nothing.

    Raises:
        Refused: it is not the member's own, or nothing that can be closed.
    """
    placed = find(seat, act_id)
    if placed is None or not isinstance(placed.act, Disclosure) or placed.act.author != _person(seat):
        raise Refused("act", _("Only what you opened is yours to close."))
    with transaction.atomic():
        Bond.objects.select_for_update().get(id=seat.bond_id)
        PendingShare.objects.filter(member=seat, act_id__in=_belonging(seat, act_id)).delete()
        _end(seat, act_id, now)
        if not any(one.of == act_id for one in _closings(seat)):
            append(own_ledger(seat), seat, _closing(seat, act_id, now))
    forget_all(seat.bond_id)


def note_end(seat: Member, act: Act) -> None:
    """Where others can read an entry of the open book from now on: note when that ends, if it does."""
    if isinstance(act, Disclosure) and act.expires is not None:
        day_after = act.expires + timedelta(days=1)
        ends = When.said(f"{day_after.isoformat()}T00:00", seat.bond.zone).utc
        OpenUntil.objects.get_or_create(member=seat, act_id=act.id, defaults={"closes_at": ends})


def close_due(bond: Bond, now: datetime) -> None:
    """Close what expired by ``now``. Without such a thing nothing is written."""
    due = OpenUntil.objects.filter(member__bond=bond, closes_at__lte=now)
    if not due.exists():
        return
    with transaction.atomic():
        Bond.objects.select_for_update().get(id=bond.id)
        for one in due.select_related("member__bond").order_by("closes_at", "id"):
            _end(one.member, one.act_id, one.closes_at)
    forget_all(bond.id)


def _end(seat: Member, act_id: UUID, at: datetime) -> None:
    withdraw(seat, _belonging(seat, act_id), at)
    OpenUntil.objects.filter(member=seat, act_id=act_id).delete()


def _belonging(seat: Member, act_id: UUID) -> list[UUID]:
    """The entry, and what its author put differently in it."""
    mine = (placed.act for placed in read_placed(seat) if placed.act.author == _person(seat))
    return [act_id, *(act.id for act in mine if isinstance(act, Correction) and act.of == act_id)]


def _closings(seat: Member) -> list[Closing]:
    return [placed.act for placed in read_placed(seat) if isinstance(placed.act, Closing)]


def _closing(seat: Member, act_id: UUID, now: datetime) -> Closing:
    return Closing(
        id=uuid4(),
        author=_person(seat),
        by=_person(seat),
        occurred=When.received(now.astimezone(UTC), seat.bond.zone),
        recorded_at=to_millisecond(now),
        of=act_id,
    )


def _person(seat: Member) -> Person:
    return Person(str(seat.id))
