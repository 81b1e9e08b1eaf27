"""Erasing what one has recorded."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Person
from amends.acts.erasure import Erasure
from amends.acts.scope import Placed, Scope
from amends.bonds import share
from amends.bonds.errors import Refused
from amends.bonds.forget import forget_all
from amends.ledger.erase import erase as erase_entries
from amends.ledger.read import find
from amends.people.models import Member


def erase(seat: Member, act_id: UUID) -> None:
    """Erase an act wherever it lies, and whatever is on its way.

    Only its author can, and of a copy brought in a file whoever keeps it.

    Exports, screenshots and old backups that others hold are out of reach.

    Raises:
        Refused: it is not the member's own.
    """
    placed = find(seat, act_id)
    if placed is None or not is_mine_to_erase(seat, placed):
        raise Refused("act", _("Only what you recorded yourself is yours to erase."))
    with transaction.atomic():
        share.drop(seat, act_id)
        erase_entries(seat, act_id)
    forget_all(seat.bond_id)


def is_mine_to_erase(seat: Member, placed: Placed) -> bool:
    """Whether a member recorded an act, or keeps the only copy of it here, brought in a file of theirs.

    The mark that something was erased is nobody's to erase: it says nothing, and has to stay.
    """
    if isinstance(placed.act, Erasure):
        return False
    return placed.act.author == Person(str(seat.id)) or placed.scope is Scope.OWN
