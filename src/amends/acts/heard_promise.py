"""What I understood another to promise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from amends.acts.base import Act, Person
from amends.acts.due import Due
from amends.acts.errors import InvalidAct


class Heard(StrEnum):
    """How it went, as far as the author can tell."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True, slots=True)
class HeardPromise(Act):
    """What the author understood ``of`` to promise; never part of that person's reliability.

    Attributes:
        of: who is understood to have promised.
        due: by when, if it was said.
        went: how it went when this was written.
    """

    KIND: ClassVar[str] = "heard-promise"
    NEEDS_WORDS: ClassVar[bool] = True

    of: Person
    due: Due | None = None
    went: Heard = Heard.OPEN

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if self.of == self.author:
            raise InvalidAct("of", "one's own promise is a promise")
