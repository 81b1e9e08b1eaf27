"""Why it happened, as the one it concerned came to see it after *Understand why*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act
from amends.acts.errors import InvalidAct


class Cause(StrEnum):
    """What seems behind it: ability, benevolence or integrity.

    Mayer, R. C., Davis, J. H. & Schoorman, F. D. (1995), in plain words.
    """

    COULD_NOT = "couldn't"
    NOT_CONSIDERED = "didn't consider me"
    NOT_STRAIGHT = "wasn't straight"


@dataclass(frozen=True, kw_only=True, slots=True)
class Understanding(Act):
    """What seems to lie behind a breach, or behind all of a repair.

    Attributes:
        of: the breach or the repair.
        cause: what seems behind it.
        hidden: whether it was hidden at the time. This alone gives a breach lasting
            weight, which is why it is asked here and never while recording.
    """

    KIND: ClassVar[str] = "understanding"

    of: UUID
    cause: Cause
    hidden: bool = False

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if self.hidden and self.cause is not Cause.NOT_STRAIGHT:
            raise InvalidAct("hidden", "what was hidden wasn't straight")
