"""What a member may read: which ledgers, and how far into each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from amends.acts.fields import instant_from_plain
from amends.acts.scope import Scope
from amends.ledger.log import Unreadable, read_object
from amends.ledger.models import Ledger, LedgerKind
from amends.people.models import Member

SCOPES: Final = {
    LedgerKind.OWN: Scope.OWN,
    LedgerKind.PAIR: Scope.PAIR,
    LedgerKind.SHARED: Scope.SHARED,
}
"""Who reads what lies in a ledger."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A ledger that someone may read, up to but not including entry ``size``."""

    ledger: Ledger
    size: int

    @property
    def scope(self) -> Scope:
        """Who else reads it."""
        return SCOPES[LedgerKind(self.ledger.kind)]

    @property
    def entries(self) -> Q:
        """Selects its entries."""
        return Q(ledger=self.ledger.id, seq__lt=self.size)


def reach_of(viewer: Member) -> list[Reach]:
    """The ledgers a member may read: the bond's, their own, and those of the pairs they are in.

    Who left keeps their own, and of the others what was there when they left.
    """
    theirs = Q(owner=viewer) | Q(first=viewer) | Q(second=viewer)
    shared = Q(kind=LedgerKind.SHARED, bond=viewer.bond_id)
    ledgers = Ledger.objects.filter(theirs | shared).order_by("kind", "id")
    return [Reach(ledger, _size_for(ledger, viewer)) for ledger in ledgers]


def _size_for(ledger: Ledger, viewer: Member) -> int:
    if viewer.left_at is None or ledger.kind == LedgerKind.OWN:
        return ledger.size
    for seq, body in ledger.entries.order_by("seq").values_list("seq", "body"):
        if body is not None and _is_later(bytes(body), viewer.left_at):
            return seq
    return ledger.size


def _is_later(body: bytes, left_at: datetime) -> bool:
    try:
        return instant_from_plain(read_object(body)["recorded_at"]) > left_at
    except (Unreadable, KeyError, TypeError, ValueError):
        return True  # what can't be dated is not shown to someone who left
