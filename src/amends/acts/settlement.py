"""What someone can settle on where two views of a promise differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act
from amends.acts.errors import InvalidAct
from amends.acts.outcome import SETTLES, Result, check_delay


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement(Act):
    """The author's standing view from now on; settled once both stand on the same result.

    Attributes:
        promise: which promise.
        result: what the author can settle on.
        occurrence: which day of a repeating promise.
        minutes: how late, for *late*.
    """

    KIND: ClassVar[str] = "settlement"

    promise: UUID
    result: Result
    occurrence: date | None = None
    minutes: int | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_delay(self.result, self.minutes)
        if self.result not in SETTLES:
            raise InvalidAct("result", "settle on kept, late or not kept")
