"""An entry in the open book: something its author chooses to lay open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from amends.acts.base import Act, check_line, check_text
from amends.acts.errors import InvalidAct


class Shelf(StrEnum):
    """Where in the open book it stands. No place, presence or message is among them."""

    SCHEDULE = "schedule"
    MONEY = "money"
    HOW_I_AM = "how I am"
    DECISION = "decision"
    NOTES = "notes"


class FileType(StrEnum):
    """What sort of file lies with an entry. None of them can run anything by itself."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    PDF = "pdf"
    TEXT = "text"
    CALENDAR = "calendar"


LONGEST_FILE_NAME: Final = 120
"""Characters [choice]."""
_SHA_256: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class Disclosure(Act):
    """Something opened by its author, until it expires or is taken back.

    Attributes:
        shelf: where it stands.
        rationale: for a decision, why.
        review: for a decision, the day to look again.
        expires: the last day on which it is open; None for open end.
        file: the SHA-256 of the file that lies with it, as 64 hexadecimal digits, so that what
            binds these words binds the file too; empty where there is none.
        file_name: what the file is called.
        file_type: what sort of file it is.
    """

    KIND: ClassVar[str] = "disclosure"
    NEEDS_WORDS: ClassVar[bool] = True

    shelf: Shelf
    rationale: str = ""
    review: date | None = None
    expires: date | None = None
    file: str = ""
    file_name: str = ""
    file_type: FileType | None = None

    def without_file(self) -> Disclosure:
        """The same where the file is not at hand."""
        return replace(self, file="", file_name="", file_type=None)

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_text("rationale", self.rationale)
        if self.shelf is not Shelf.DECISION and (self.rationale or self.review):
            raise InvalidAct("rationale", "only a decision has a reason and a day to look again")
        if self.expires is not None and self.expires < self.occurred.day:
            raise InvalidAct("expires", "this day has passed")
        self._check_file()

    def _check_file(self) -> None:
        if self.file and not _SHA_256.fullmatch(self.file):
            raise InvalidAct("file", "the SHA-256 of a file is expected, in 64 digits")
        check_line("file_name", self.file_name, LONGEST_FILE_NAME)
        if bool(self.file_name) != bool(self.file):
            raise InvalidAct("file_name", "a file has a name, and nothing else has")
        if (self.file_type is not None) != bool(self.file):
            raise InvalidAct("file_type", "a file is of some sort, and nothing else is")
