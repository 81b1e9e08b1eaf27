"""An apology and its three elements: what I did, how I make it good, what keeps it from happening again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_text
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Apology(Act):
    """An apology to ``affected``. Its credit depends on what follows.

    The elements after Lewicki, Polin & Lount (2016). None is required: what is
    missing can be seen, and is never filled in for anyone.

    Attributes:
        of: the breaches it is for; one or more, or none where ``repair`` says it.
        repair: the repair it belongs to.
        acknowledges: what I did, that it was mine, and how it affected you.
        offers: what I offer, or ask, to make it good.
        prevents: what I will do so that it does not happen again.
        promise: the promise that bears ``prevents`` out, recorded before the apology.
    """

    KIND: ClassVar[str] = "apology"
    NEEDS_WORDS: ClassVar[bool] = True

    of: tuple[UUID, ...] = ()
    repair: UUID | None = None
    acknowledges: str = ""
    offers: str = ""
    prevents: str = ""
    promise: UUID | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if not self.affected or self.author in self.affected:
            raise InvalidAct("affected", "say whom you apologise to")
        for name in ("acknowledges", "offers", "prevents"):
            check_text(name, getattr(self, name))
