"""What every act has, whatever its kind."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, NewType
from uuid import UUID

from amends.acts.errors import InvalidAct
from amends.acts.when import When, check_year

Person = NewType("Person", str)
"""A member as acts name one: an opaque id in a ledger, a first name in a story."""

LONGEST_WORDS = 10_000
"""Characters in one text; about four printed pages [choice]."""
LONGEST_LINE = 300
"""Characters in a short text such as a title [choice]."""
CLOCK_LEEWAY = timedelta(minutes=5)
"""How far ahead of its receipt an act may be said to have happened before it is refused [choice]."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """One small thing that happened or was said: immutable, dated, by one author.

    Attributes:
        id: made by the server for the form, so that sending twice records once.
        author: who recorded it.
        by: who did it; the author, unless the kind says otherwise.
        affected: whom it concerned or was meant for; empty where nobody in particular.
        occurred: when it happened, as its author says.
        recorded_at: when the server received it, UTC, to the millisecond.
        words: what its author wrote; may be empty where the kind allows it.
    """

    KIND: ClassVar[str]
    """The kind's name in ledgers and stories. Never changes."""
    NEEDS_WORDS: ClassVar[bool] = False
    BY_AUTHOR: ClassVar[bool] = True
    """Whether only the doer can record it."""

    id: UUID
    author: Person
    by: Person
    affected: tuple[Person, ...] = ()
    occurred: When
    recorded_at: datetime
    words: str = ""

    def __post_init__(self) -> None:
        if not self.author:
            raise InvalidAct("author", "an act has an author")
        if self.BY_AUTHOR and self.by != self.author:
            raise InvalidAct("by", "only the one who does this can record it")
        if len(set(self.affected)) != len(self.affected):
            raise InvalidAct("affected", "the same person is named twice")
        if self.NEEDS_WORDS and not self.words:
            raise InvalidAct("words", "a few words are needed")
        check_recorded_at(self.recorded_at)
        check_text("words", self.words)

    @property
    def in_future(self) -> bool:
        """Whether it is said to happen later than it was recorded, beyond a clock's leeway."""
        return self.occurred.utc > self.recorded_at + CLOCK_LEEWAY


def tidy(text: str) -> str:
    """Text as acts keep it: composed (NFC), plain line ends, no blank edges.

    Forms and stories call this before they make an act, so that what was typed on
    two machines compares equal; an act itself refuses text that is not tidy.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]
    return "\n".join(lines).strip()


def check_text(field: str, text: str, longest: int = LONGEST_WORDS) -> None:
    """Refuse text that is too long, not tidy, or holds characters nobody can see.

    Raises:
        InvalidAct: naming ``field``.
    """
    if len(text) > longest:
        raise InvalidAct(field, f"at most {longest} characters; these are {len(text)}")
    if any(_is_unprintable(character) for character in text):
        raise InvalidAct(field, "there is a character in it that can't be kept")
    if text != tidy(text):
        raise InvalidAct(field, "the text must be tidied first")


def check_line(field: str, text: str, longest: int = LONGEST_LINE) -> None:
    """Refuse what `check_text` refuses, and line breaks."""
    check_text(field, text, longest)
    if "\n" in text:
        raise InvalidAct(field, "one line only")


def check_recorded_at(recorded_at: datetime) -> None:
    """Refuse a receipt that is not UTC to the millisecond, or of a year that can't be."""
    if recorded_at.tzinfo is None or recorded_at.utcoffset() != UTC.utcoffset(None):
        raise InvalidAct("recorded_at", "the receipt must be in UTC")
    if recorded_at.microsecond % 1000:
        raise InvalidAct("recorded_at", "the receipt is kept to the millisecond")
    check_year("recorded_at", recorded_at.year)


def check_range(field: str, value: int, low: int, high: int) -> None:
    """Refuse a whole number outside ``low`` … ``high``, both included."""
    if not low <= value <= high:
        raise InvalidAct(field, f"from {low} to {high}")


def check_not_future(act: Act) -> None:
    """Refuse what is said to have happened and has not yet."""
    if act.in_future:
        raise InvalidAct("occurred", "this lies in the future")


def _is_unprintable(character: str) -> bool:
    # Cc: control; Cs: lone surrogate, which UTF-8 can't hold; Cn: not assigned is let pass.
    return character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cs"}
