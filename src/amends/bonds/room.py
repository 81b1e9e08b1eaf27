"""How many seats a bond has."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.people.models import Bond, Member, Setting

SEATS: Final = {Setting.COUPLE.value: 2}
"""How many sit in a bond of this setting at most."""
MOST_SEATS: Final = 50
"""How many sit in any other bond at most [choice]."""


def has_room(bond: Bond) -> bool:
    """Whether one more may join, as far as its members can tell: who left unsaid keeps the seat."""
    seats = SEATS.get(bond.setting, MOST_SEATS)
    return Member.objects.apparent().filter(bond=bond).count() < seats


def check_room(bond: Bond) -> None:
    """Refuse one more where all seats are taken.

    Raises:
        Refused: they are.
    """
    if not has_room(bond):
        raise Refused("bond", _("All seats here are taken."))
