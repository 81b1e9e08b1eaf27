"""Something that made people laugh, or went well: kept in one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from amends.acts.base import Act, check_not_future


class Keeps(StrEnum):
    """What is kept."""

    JOKE = "joke"
    WIN = "win"


@dataclass(frozen=True, kw_only=True, slots=True)
class Keepsake(Act):
    """A joke between people, or something small that went well.

    It is nobody's doing and no `Moment`: it moves no trust and is counted nowhere, so that nobody
    can gather any.

    Attributes:
        keeps: which of the two it is.
    """

    KIND: ClassVar[str] = "keepsake"
    NEEDS_WORDS: ClassVar[bool] = True

    keeps: Keeps

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
