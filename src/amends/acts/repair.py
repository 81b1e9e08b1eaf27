"""The thread around one recurring small hurt, and its turns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_line
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Repair(Act):
    """Opens a repair between its author and ``affected``; its id is the repair's.

    Attributes:
        name: what it is about, in a few words, such as "late for dinner".
        of: breaches recorded before it that belong to it. A later one names the repair itself.
    """

    KIND: ClassVar[str] = "repair"

    name: str
    of: tuple[UUID, ...] = ()

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_line("name", self.name)
        if not self.name:
            raise InvalidAct("name", "give it a name in a few words")
        if not self.affected or self.author in self.affected:
            raise InvalidAct("affected", "say with whom")


class Step(StrEnum):
    """What became of a repair. Rest and end stand as equals beside mended."""

    RESTED = "rested"
    RESUMED = "resumed"
    ENDED = "ended"
    MENDED = "mended"


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn(Act):
    """A repair was rested, resumed, ended otherwise, or declared mended.

    *Mended* is for the one who was hurt to say; the fold ignores it from anyone else.

    Attributes:
        repair: which repair.
        step: what became of it.
    """

    KIND: ClassVar[str] = "turn"

    repair: UUID
    step: Step
