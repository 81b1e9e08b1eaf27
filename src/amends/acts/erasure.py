"""The mark an erased entry leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act, check_range


@dataclass(frozen=True, kw_only=True, slots=True)
class Erasure(Act):
    """Its author erased the entry at ``seq`` of this ledger. Nothing of it is left to name.

    Attributes:
        seq: the entry's place in the ledger, from 0.
        closed: whether it was an entry of the open book that was closed or expired; its author
            keeps it, and no page shows this mark: it then looks as if it had never been opened.
    """

    KIND: ClassVar[str] = "erasure"

    seq: int
    closed: bool = False

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_range("seq", self.seq, 0, 2**53 - 1)
