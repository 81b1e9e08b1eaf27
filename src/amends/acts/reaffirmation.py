"""A line to hold on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act, check_not_future


@dataclass(frozen=True, kw_only=True, slots=True)
class Reaffirmation(Act):
    """What its author wants to hold on to, in their own words; for them alone."""

    KIND: ClassVar[str] = "reaffirmation"
    NEEDS_WORDS: ClassVar[bool] = True

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
