"""Taking back what one had laid open in the open book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing(Act):
    """Its author closed an entry of their open book before it expired; it never leaves them.

    To the others a closed entry looks as if it had never been opened, so this stays in
    its author's own ledger.

    Attributes:
        of: the entry.
    """

    KIND: ClassVar[str] = "closing"

    of: UUID
