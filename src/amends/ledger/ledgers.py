"""Finding the ledger to write to; made at the first need. Whoever only reads never makes one."""

from __future__ import annotations

from amends.ledger.models import Ledger, LedgerKind
from amends.people.models import Bond, Member


def shared_ledger(bond: Bond) -> Ledger:
    """The ledger that all members of a bond read."""
    return Ledger.objects.get_or_create(bond=bond, kind=LedgerKind.SHARED)[0]


def own_ledger(member: Member) -> Ledger:
    """The ledger that a member alone reads."""
    return Ledger.objects.get_or_create(bond_id=member.bond_id, kind=LedgerKind.OWN, owner=member)[0]


def pair_ledger(a: Member, b: Member) -> Ledger:
    """The ledger that two members of a larger bond read, whichever is named first.

    Raises:
        ValueError: they are no two members of one bond.
    """
    if a.id == b.id or a.bond_id != b.bond_id:
        raise ValueError("a pair is two members of one bond")
    first, second = sorted((a, b), key=lambda member: member.id)
    return Ledger.objects.get_or_create(bond_id=a.bond_id, kind=LedgerKind.PAIR, first=first, second=second)[
        0
    ]
