"""Putting right something recorded more than ten minutes ago."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction(Act):
    """What its author would put differently now. The first words stay beside it.

    Only the author of an act can correct it; the fold ignores any other correction.

    Attributes:
        of: the act put right.
        withdrawn: whether the author no longer holds to it; it then moves no reading.
    """

    KIND: ClassVar[str] = "correction"

    of: UUID
    withdrawn: bool = False

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if not self.words and not self.withdrawn:
            raise InvalidAct("words", "say what you would put differently")
