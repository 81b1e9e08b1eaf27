"""The map of a repair: what happens, when, what seems behind it, and one thing to try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_text
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class RepairMap(Act):
    """What two people, or one, found out about a repair. Its words say what happens.

    A later map does not undo an earlier one: both stand, with the day each was drawn.

    Attributes:
        repair: which repair.
        typically: when it happens.
        behind: what seems to lie behind it, which explains and does not excuse.
        remedy: one thing to try.
        review: the day to look again.
    """

    KIND: ClassVar[str] = "map"
    NEEDS_WORDS: ClassVar[bool] = True

    repair: UUID
    typically: str = ""
    behind: str = ""
    remedy: str = ""
    review: date | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        for field in ("typically", "behind", "remedy"):
            check_text(field, getattr(self, field))
        if self.review is not None and self.review <= self.occurred.day:
            raise InvalidAct("review", "choose a day to come")
