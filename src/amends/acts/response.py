"""What the other says to something that hurt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act
from amends.acts.errors import InvalidAct


class Stance(StrEnum):
    """How they see it. *Not now* is kept to oneself: to others it is no response yet."""

    SEE = "see"
    DIFFERENT = "different"
    NOT_NOW = "not now"


@dataclass(frozen=True, kw_only=True, slots=True)
class Response(Act):
    """I see it, I see it differently (with my own account), or not now.

    Attributes:
        of: the breach.
        stance: how the author sees it. Two accounts stand side by side; nobody is ruled right.
    """

    KIND: ClassVar[str] = "response"

    of: UUID
    stance: Stance

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if self.stance is Stance.DIFFERENT and not self.words:
            raise InvalidAct("words", "say in a few words how you see it")
