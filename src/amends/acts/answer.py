"""The answer to an apology, a request or a boundary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act
from amends.acts.errors import InvalidAct


class About(StrEnum):
    """What is answered."""

    APOLOGY = "apology"
    REQUEST = "request"
    BOUNDARY = "boundary"


class Reply(StrEnum):
    """The answer itself. *Not now* is kept to oneself: to others it is no answer yet."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    YES = "yes"
    SMALLER = "smaller"
    NEGOTIATE = "negotiate"
    NO = "no"
    NOT_NOW = "not now"


REPLIES = {
    About.APOLOGY: (Reply.ACCEPTED, Reply.PARTLY, Reply.NOT_NOW, Reply.NO),
    About.REQUEST: (Reply.YES, Reply.SMALLER, Reply.NOT_NOW, Reply.NO),
    About.BOUNDARY: (Reply.YES, Reply.NEGOTIATE, Reply.NOT_NOW, Reply.NO),
}
"""What may be answered to what, in the order in which it is offered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer(Act):
    """What the one who was asked says. Silence is no answer, and nothing pushes for one.

    Attributes:
        of: the apology, request or boundary.
        about: which of the three it is.
        reply: the answer.
    """

    KIND: ClassVar[str] = "answer"

    of: UUID
    about: About
    reply: Reply

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if self.reply not in REPLIES[self.about]:
            raise InvalidAct("reply", f"that is no answer to this {self.about.value}")
