"""Where an act lies, which is who may see it; never a field of the act itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amends.acts.base import Act


class Scope(StrEnum):
    """Who may see an act."""

    OWN = "own"
    """Its author alone."""
    PAIR = "pair"
    """The two it lies between, in a bond of three or more."""
    SHARED = "shared"
    """All members of the bond."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An act and the widest scope it has for the one who reads it.

    An act first kept to oneself and shared later lies in two ledgers and is read once,
    as first recorded.
    """

    act: Act
    scope: Scope
