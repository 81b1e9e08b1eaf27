"""Making good: what is offered, and that it was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_not_future
from amends.acts.due import Due
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Amends(Act):
    """What its author will do for ``affected`` to make something good.

    Attributes:
        apology: the apology it belongs to.
        repair: the repair it belongs to.
        due: by when, if said.
    """

    KIND: ClassVar[str] = "amends"
    NEEDS_WORDS: ClassVar[bool] = True

    apology: UUID | None = None
    repair: UUID | None = None
    due: Due | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if not self.affected or self.author in self.affected:
            raise InvalidAct("affected", "say for whom")


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion(Act):
    """That amends were done, said by the one they were for. ``by`` did them.

    Attributes:
        amends: which amends.
        fully: False where only a part was done, or not quite as meant.
    """

    KIND: ClassVar[str] = "completion"
    BY_AUTHOR: ClassVar[bool] = False

    amends: UUID
    fully: bool = True

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        if self.author not in self.affected or self.by in self.affected:
            raise InvalidAct("author", "the one they were for says whether they were done")
