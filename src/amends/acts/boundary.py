"""A boundary about oneself, and whether it was honoured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_not_future, check_range, check_text
from amends.acts.errors import InvalidAct


class Subject(StrEnum):
    """What a boundary is about. The last four are another person's, and can't be shared."""

    MY_TIME = "my time"
    MY_WORK = "my work"
    MY_BODY = "my body"
    MY_HOME = "my home"
    MY_PHONE = "my phone"
    MY_MONEY = "my money"
    MY_CHILDREN = "my children"
    MY_STORIES = "what I tell in confidence"
    HOW_WE_TALK = "how we talk"
    OTHER = "other"
    THEIR_FRIENDS = "their friends"
    THEIR_MONEY = "their money"
    THEIR_BODY = "their body"
    THEIR_PHONE = "their phone"


THEIRS = frozenset({Subject.THEIR_FRIENDS, Subject.THEIR_MONEY, Subject.THEIR_BODY, Subject.THEIR_PHONE})
"""Subjects by which one person would control another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Boundary(Act):
    """What its author asks of ``affected``, and what the author will do otherwise.

    Its ``words`` name the specific behaviour.

    Attributes:
        subject: what it is about.
        reason: the reason or need behind it.
        request: what is asked.
        otherwise: what the author will do if it is crossed; about the author's own conduct.
        review: a day to look at it again.
    """

    KIND: ClassVar[str] = "boundary"
    NEEDS_WORDS: ClassVar[bool] = True

    subject: Subject = Subject.OTHER
    reason: str = ""
    request: str = ""
    otherwise: str = ""
    review: date | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if not self.affected or self.author in self.affected:
            raise InvalidAct("affected", "say whom you ask to respect it")
        for name in ("reason", "request", "otherwise"):
            check_text(name, getattr(self, name))

    @property
    def controls_other(self) -> bool:
        """Whether its subject is the other's friends, money, body or phone: never shared."""
        return self.subject in THEIRS


class Respect(StrEnum):
    """How a boundary fared once."""

    HONOURED = "honoured"
    CROSSED = "crossed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Observance(Act):
    """That a boundary was honoured or crossed by ``by``, said by the one whose it is.

    Attributes:
        boundary: which boundary.
        respect: how it fared.
        weight: how heavy a crossing was for the author, 1 to 5; None where left out.
    """

    KIND: ClassVar[str] = "observance"
    BY_AUTHOR: ClassVar[bool] = False

    boundary: UUID
    respect: Respect
    weight: int | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        if self.affected != (self.author,) or self.by == self.author:
            raise InvalidAct("author", "the one whose boundary it is says how it fared")
        if self.weight is not None:
            if self.respect is Respect.HONOURED:
                raise InvalidAct("weight", "only what was crossed has a weight")
            check_range("weight", self.weight, 1, 5)
