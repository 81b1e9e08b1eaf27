"""Words for the others to read when they like; for someone who joins later, the first they find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter(Act):
    """A letter from its author to ``affected``, or to whoever comes. It moves no reading."""

    KIND: ClassVar[str] = "letter"
    NEEDS_WORDS: ClassVar[bool] = True
