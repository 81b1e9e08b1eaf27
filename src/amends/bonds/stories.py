"""Invented stories as living bonds: planting one, removing one."""

from __future__ import annotations

from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.people.models import Member


def remove(seat: Member) -> None:
    """Remove the invented bond of a seat with all that is in it.

    Raises:
        Refused: the bond is of real people; such a one is left, never removed.
    """
    if not seat.bond.invented:
        raise Refused("bond", _("Only an invented story can be removed."))
    seat.bond.delete()
