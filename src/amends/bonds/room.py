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


def seats_of(bond: Bond) -> int:
    """How many seats a bond has."""
    return SEATS.get(bond.setting, MOST_SEATS)


def has_room(bond: Bond) -> bool:
    """Whether one more may join, as far as its members can tell: who left unsaid keeps the seat."""
    taken = Member.objects.apparent().filter(bond=bond)
    if not bond.invented:  # the seats of a story's people are theirs
        taken = taken.exclude(user=None)
    return taken.count() < seats_of(bond)


def check_room(bond: Bond) -> None:
    """Refuse one more where all seats are taken.

    Raises:
        Refused: they are.
    """
    if not has_room(bond):
        raise Refused("bond", _("All seats here are taken."))
