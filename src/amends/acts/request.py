"""Asking for a promise. Only the other can make it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act
from amends.acts.due import Due
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Request(Act):
    """Something asked of ``affected``; a no to it is never counted.

    Attributes:
        due: by when, if the author says.
    """

    KIND: ClassVar[str] = "request"
    NEEDS_WORDS: ClassVar[bool] = True

    due: Due | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if not self.affected or self.author in self.affected:
            raise InvalidAct("affected", "say whom you ask")
