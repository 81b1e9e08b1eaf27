"""A promise: what, to whom, by when, what done means, and a plan for when it gets hard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_text
from amends.acts.due import Due
from amends.acts.errors import InvalidAct


class PromiseType(StrEnum):
    """What sort of thing is promised; promises of one sort are read together."""

    BE_THERE = "be there"
    DO = "do"
    TELL = "tell"
    HOLD_BACK = "hold back"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise(Act):
    """What its author promises to ``affected``, who judge whether it was kept.

    Attributes:
        due: by when, once or repeating.
        type: what sort of thing it is.
        done_means: what counts as done, agreed beforehand.
        plan_if, plan_then: "if this gets in the way, then I will do that"
            (an implementation intention: Gollwitzer 1999).
        request: the request it answers.
        instead_of: the promise that was renegotiated into this one.
    """

    KIND: ClassVar[str] = "promise"
    NEEDS_WORDS: ClassVar[bool] = True

    due: Due
    type: PromiseType = PromiseType.OTHER
    done_means: str = ""
    plan_if: str = ""
    plan_then: str = ""
    request: UUID | None = None
    instead_of: UUID | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if not self.affected or self.author in self.affected:
            raise InvalidAct("affected", "say whom you promise it to")
        for name in ("done_means", "plan_if", "plan_then"):
            check_text(name, getattr(self, name))
        if self.plan_then and not self.plan_if:
            raise InvalidAct("plan_if", "say what might get in the way")
