"""One thing to look forward to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from amends.acts.base import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class LookingForward(Act):
    """What its author looks forward to, alone or with ``affected``. It binds nobody.

    Attributes:
        day: when it will be, if that is known.
    """

    KIND: ClassVar[str] = "looking-forward"
    NEEDS_WORDS: ClassVar[bool] = True

    day: date | None = None
