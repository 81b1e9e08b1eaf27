"""The one reader: what a member may read, as acts.

It opens no transaction and writes nothing: on SQLite a long read keeps writers waiting.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Final, TypeAlias
from uuid import UUID

from django.db.models import Q

from amends.acts.base import Act
from amends.acts.codec import Unknown, from_plain
from amends.acts.erasure import Erasure
from amends.acts.errors import InvalidAct
from amends.acts.scope import Placed, Scope
from amends.ledger.log import Unreadable, read_object
from amends.ledger.models import Entry
from amends.ledger.reach import Reach, reach_of
from amends.people.models import Member

logger = logging.getLogger(__name__)

Heads: TypeAlias = tuple[tuple[UUID, int, int], ...]
"""Of each ledger that someone reads: its id, its size, how much was erased from it."""

_MANY: Final = 500
"""From so many new entries on, reading all is as quick [choice]."""
_BREADTH: Final = (Scope.OWN, Scope.PAIR, Scope.SHARED)


def heads(viewer: Member) -> Heads:
    """How far the ledgers that a member reads have come. While it stays the same, so do their acts."""
    return _heads(reach_of(viewer))


def read_placed(viewer: Member) -> list[Placed]:
    """All acts that a member may read, each once, in the order in which a fold takes them.

    An act that lies in several ledgers comes as first recorded, with the widest scope. Kinds
    that this version does not know stay in the ledger and are left out here, as are the marks
    that something laid open was closed.
    """
    return _placed(reach_of(viewer))


def read_since(viewer: Member, known: Heads) -> tuple[Heads, list[Placed]] | None:
    """What was added since ``heads(viewer)`` was ``known``, and the heads now.

    An act that reached more people since comes again, with its new scope. None where all must
    be read again: adding does not tell the whole change, as after an erasure, or much was added.
    """
    reach = reach_of(viewer)
    before = {ledger: (size, erasures) for ledger, size, erasures in known}
    now = {part.ledger.id: (part.size, part.ledger.erasures) for part in reach}
    if not all(_only_grew(then, now.get(ledger)) for ledger, then in before.items()):
        return None
    added = [part.entries & Q(seq__gte=before.get(part.ledger.id, (0, 0))[0]) for part in reach]
    changed = set(Entry.objects.filter(_any(added)).values_list("act_id", flat=True)[: _MANY + 1])
    return None if len(changed) > _MANY else (_heads(reach), _placed(reach, changed))


def find(viewer: Member, act_id: UUID) -> Placed | None:
    """One act, if the member may read it; None if there is none, or no more."""
    found = _placed(reach_of(viewer), {act_id})
    return found[0] if found else None


def _heads(reach: Iterable[Reach]) -> Heads:
    return tuple((part.ledger.id, part.size, part.ledger.erasures) for part in reach)


def _only_grew(then: tuple[int, int], now: tuple[int, int] | None) -> bool:
    return now is not None and now[0] >= then[0] and now[1] == then[1]


def _placed(reach: list[Reach], act_ids: set[UUID] | None = None) -> list[Placed]:
    parts = {part.ledger.id: part for part in reach}
    entries = Entry.objects.filter(ledger__in=parts, body__isnull=False)
    if (
        act_ids is not None
    ):  # found by the index over ledger and act: with places too, a database may walk them
        entries = entries.filter(act_id__in=act_ids)
    copies: dict[UUID, list[Placed]] = defaultdict(list)
    for ledger_id, seq, body in entries.order_by("ledger", "seq").values_list("ledger", "seq", "body"):
        act = _act(bytes(body or b"")) if seq < parts[ledger_id].size else None
        if act is not None:
            copies[act.id].append(Placed(act, parts[ledger_id].scope))
    return sorted(map(_join, copies.values()), key=_order)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=()))


def _act(body: bytes) -> Act | None:
    try:
        act = from_plain(read_object(body))
    except (InvalidAct, Unreadable):
        logger.exception("An entry can't be read and was left out; `amends verify` on an export says more.")
        return None
    if isinstance(act, Unknown) or (isinstance(act, Erasure) and act.closed):
        return None
    return act


def _join(copies: list[Placed]) -> Placed:
    widest = max(copies, key=lambda placed: _BREADTH.index(placed.scope))
    # An id that someone else used too is not a copy: what more people read then stands.
    same = [placed.act for placed in copies if placed.act.author == widest.act.author]
    return Placed(min(same, key=lambda act: act.recorded_at), widest.scope)


def _order(placed: Placed) -> tuple[object, ...]:
    act = placed.act
    return act.occurred.utc, act.recorded_at, act.id
