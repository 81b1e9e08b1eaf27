"""An old hurt comes back though nothing new was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_not_future


@dataclass(frozen=True, kw_only=True, slots=True)
class Wave(Act):
    """An old hurt returned. It counts against nobody.

    Attributes:
        of: the breach or repair it comes from, if the author can tell.
    """

    KIND: ClassVar[str] = "wave"

    of: UUID | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
