"""Recording an act where its author wants it to lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Act, Person
from amends.acts.codec import same_payload, to_plain
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.errors import Refused
from amends.bonds.fits import check_fits
from amends.bonds.sharing import choose_other, is_kept
from amends.ledger import attachments
from amends.ledger.append import append
from amends.ledger.errors import SameIdOtherBody, TooMuch
from amends.ledger.ledgers import own_ledger
from amends.ledger.read import find
from amends.people.models import Member


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of an act that was handed in.

    Attributes:
        act_id: its id.
        replayed: whether it had been recorded before; then nothing was changed.
        shared_at: when the others have it: now or in ten minutes; None where it stays its author's.
    """

    act_id: UUID
    replayed: bool
    shared_at: datetime | None


def record(  # noqa: PLR0913 - what is to be recorded, and how
    seat: Member,
    act: Act,
    scope: Scope,
    now: datetime,
    *,
    other: Member | None = None,
    file: bytes | None = None,
) -> Recorded:
    """Keep an act in its author's own ledger, and send it on its way to others if so chosen.

    What answers another's act, and a correction, goes out at once; the rest waits ten
    minutes. *Not now* is kept to oneself whatever the scope. Handing in the same act
    again changes nothing.

    Args:
        seat: the author's seat.
        act: the act.
        scope: who may see it.
        now: the server's clock, aware.
        other: for `Scope.PAIR`, the other of the two.
        file: the file that the act names, if it names one.

    Raises:
        Refused: the act does not fit what it refers to, or can't be shared.
        SameIdOtherBody: its id was used for something else (409).
        Erased: it was recorded before and erased since (410).
    """
    if act.author != Person(str(seat.id)):
        raise Refused("author", _("Only your own acts can be recorded."))
    share.flush(seat.bond, now)
    with transaction.atomic():
        return _replayed(seat, act) or _recorded(seat, act, scope, now, other, file)


def _replayed(seat: Member, act: Act) -> Recorded | None:
    placed = find(seat, act.id)
    if placed is None:
        return None
    if not same_payload(to_plain(placed.act), to_plain(act)):
        raise SameIdOtherBody(act.id)
    received = None if placed.scope is Scope.OWN else placed.act.recorded_at
    return Recorded(act.id, replayed=True, shared_at=share.pending(seat).get(act.id, received))


def _recorded(  # noqa: PLR0913, PLR0917 - as `record`
    seat: Member, act: Act, scope: Scope, now: datetime, other: Member | None, file: bytes | None
) -> Recorded:
    check_fits(seat, act)
    appended = append(own_ledger(seat), seat, act)
    if file is not None:
        _keep_file(seat, act, file)
    if scope is Scope.OWN or is_kept(act):
        return Recorded(act.id, appended.replayed, shared_at=None)
    shared_at = share.send(seat, act, choose_other(seat, scope, other), now)
    return Recorded(act.id, appended.replayed, shared_at)


def _keep_file(seat: Member, act: Act, file: bytes) -> None:
    try:
        attachments.keep(seat, act, file)
    except TooMuch:
        raise Refused(
            "file", _("There is no room for another file here. Erase one that you need no more.")
        ) from None
