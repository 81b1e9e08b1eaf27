"""First names: one of each in a bond, and such that a story can be written with them."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.people.models import Bond, Member

LONGEST_NAME = 80
"""Characters in a first name, as the database keeps it."""
UNFIT = frozenset(",^[]")
"""Signs that mean something else in a story."""


def choose_name(bond: Bond, name: str, seat: Member | None = None) -> str:
    """The name, tidied, if it can be ``seat``'s in ``bond``.

    Raises:
        Refused: it is empty, too long, holds a sign it can't hold, or is taken.
    """
    tidied = tidy_name(name)
    others = (member for member in Member.objects.filter(bond=bond) if member != seat)
    if any(fold(member.name) == fold(tidied) for member in others):
        raise Refused("name", _("Someone here has this name already. A second name or a letter helps."))
    return tidied


def tidy_name(name: str) -> str:
    """The name with plain single spaces.

    Raises:
        Refused: it is empty, too long, or holds a sign it can't hold.
    """
    tidied = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidied:
        raise Refused("name", _("Write the name the others know you by."))
    if len(tidied) > LONGEST_NAME:
        raise Refused("name", _("At most %(most)d characters.") % {"most": LONGEST_NAME})
    if any(sign in UNFIT or unicodedata.category(sign).startswith("C") for sign in tidied):
        raise Refused("name", _("A name can’t have a comma, a bracket, a “^” or an invisible sign in it."))
    return tidied


def fold(name: str) -> str:
    """What two spellings of one name have in common, in any alphabet."""
    return unicodedata.normalize("NFC", name.casefold())
