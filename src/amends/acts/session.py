"""A practice that someone walks, alone or with others, and what each contributed to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Final
from uuid import UUID

from amends.acts.base import Act, check_range
from amends.acts.due import Due
from amends.acts.errors import InvalidAct

PLACE: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
"""How a practice, a step and a choice are called: a plain word, or several with hyphens."""
LOOK_AGAIN: Final = "look-again"
"""The practice of looking again, on the day that a map names."""
LONGEST_PLACE = 40
"""Characters of such a word [choice]."""
MOST_ROUNDS = 10_000
"""How often a practice may go back to an earlier step [choice]."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Session(Act):
    """Begins a practice with ``affected``, or alone; its id is the session's.

    Attributes:
        practice: which practice.
        version: of its content, when it began.
        repair: the repair it belongs to, if any.
    """

    KIND: ClassVar[str] = "session"

    practice: str
    version: int = 1
    repair: UUID | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        _check_place("practice", self.practice)
        check_range("version", self.version, 1, MOST_ROUNDS)
        if self.author in self.affected:
            raise InvalidAct("affected", "you take part anyway; name the others")


@dataclass(frozen=True, kw_only=True, slots=True)
class Contribution(Act):
    """What one person said or chose at a step of a session.

    Attributes:
        session: which session.
        step: which step of its practice.
        round: how often the practice had gone back to an earlier step by then.
        choice: what was chosen, where the step offers a choice.
        until: for a pause, when it goes on.
    """

    KIND: ClassVar[str] = "contribution"

    session: UUID
    step: str
    round: int = 0
    choice: str = ""
    until: Due | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        _check_place("step", self.step)
        check_range("round", self.round, 0, MOST_ROUNDS)
        if self.choice:
            _check_place("choice", self.choice)
        if self.until is not None and self.until.repeats:
            raise InvalidAct("until", "a pause ends once")
        if not (self.words or self.choice):
            raise InvalidAct("words", "a few words are needed")


def _check_place(field: str, name: str) -> None:
    if len(name) > LONGEST_PLACE or not PLACE.fullmatch(name):
        raise InvalidAct(field, "a plain word is expected, or several with hyphens")
