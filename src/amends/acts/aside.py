"""One step of a repair that someone walks alone, for themselves or to be said elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act


class Topic(StrEnum):
    """What it is about."""

    WANTED = "what I want"
    SAID = "what I said"
    CHANGED = "what changed"
    DECIDED = "what I decide"


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside(Act):
    """What its author noted in a repair that goes on without the other; it never leaves them.

    Attributes:
        repair: which repair.
        topic: which step of it.
    """

    KIND: ClassVar[str] = "aside"
    NEEDS_WORDS: ClassVar[bool] = True

    repair: UUID
    topic: Topic
