"""Invented ledgers of any length, for measuring: two people, promises, hurts, moments, check-ins, repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final, TypeVar
from uuid import UUID

from amends.acts.answer import About, Answer, Reply
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.breach import Breach, BreachType
from amends.acts.checkin import CheckIn
from amends.acts.due import Due
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise, PromiseType
from amends.acts.repair import Repair
from amends.acts.response import Response, Stance
from amends.acts.scope import Placed, Scope
from amends.acts.when import When

ANNA, TOBY = Person("Anna"), Person("Toby")
START: Final = datetime(2016, 1, 4, 8, 0, tzinfo=UTC)
A = TypeVar("A", bound=Act)


class Ledger:
    """Acts of two people, one after the other."""

    def __init__(self, seed: int, now: datetime = START) -> None:
        self.random = Random(seed)
        self.now = now

    def make(self, kind: type[A], author: Person, other: Person, **fields: Any) -> Placed:
        """One act, now."""
        scope = fields.pop("scope", Scope.SHARED)
        common = {
            "id": UUID(int=self.random.getrandbits(128), version=4),
            "author": author,
            "by": author,
            "affected": (other,),
            "occurred": When.received(self.now, "UTC"),
            "recorded_at": self.now,
            "words": "Words as people write them, a line or two of what happened that day.",
        }
        return Placed(kind(**common | fields), scope)


def ledger(acts: int, *, days: float = 3652.5, seed: int = 1) -> list[Placed]:
    """So many acts spread over so many days, in the order in which they were recorded."""
    step = timedelta(days=days / acts)
    return told(acts, (ANNA, TOBY), lambda number: START + step * number, seed=seed)


def told(
    acts: int, two: tuple[Person, Person], when: Callable[[int], datetime], *, seed: int = 1
) -> list[Placed]:
    """So many acts of two people, each at the time that belongs to its number."""
    made: list[Placed] = []
    one = Ledger(seed, when(0).replace(microsecond=0))
    for placed in _life(one, two):
        made.append(placed)
        one.now = when(len(made)).replace(microsecond=0)
        if len(made) == acts:
            return made
    raise AssertionError


def _life(one: Ledger, two: tuple[Person, Person]) -> Iterator[Placed]:
    """What two people write down, without end."""
    repair = one.make(Repair, *two, name="Late for dinner")
    yield repair
    while True:
        author, other = one.random.choice([two, two[::-1]])
        drawn = one.random.random()
        if drawn < 0.60:
            yield from _promise(one, author, other)
        elif drawn < 0.80:
            yield one.make(Moment, author, other)
        elif drawn < 0.93:
            yield from _hurt(one, author, other, repair.act.id)
        else:
            ratings = {name: one.random.randrange(20, 90) for name in ("predictable", "dependable", "faith")}
            yield one.make(CheckIn, author, other, affected=(), about=other, scope=Scope.OWN, **ratings)


def _promise(one: Ledger, author: Person, other: Person) -> Iterator[Placed]:
    due = one.now + timedelta(hours=one.random.choice([2, 12, 30, 100]))
    promise = one.make(
        Promise,
        author,
        other,
        due=Due(When.said(due.strftime("%Y-%m-%dT%H:%M"), "UTC")),
        type=one.random.choice(list(PromiseType)),
    )
    yield promise
    result = one.random.choices([Result.KEPT, Result.LATE, Result.BROKEN], [0.75, 0.1, 0.15])[0]
    yield one.make(Outcome, other, other, by=author, promise=promise.act.id, result=result)


def _hurt(one: Ledger, author: Person, other: Person, repair: UUID) -> Iterator[Placed]:
    breach = one.make(
        Breach,
        author,
        author,
        by=other,
        type=one.random.choice(list(BreachType)),
        weight=one.random.randrange(1, 6),
        repair=repair if one.random.random() < 0.2 else None,
    )
    yield breach
    yield one.make(Response, other, author, of=breach.act.id, stance=Stance.SEE)
    if one.random.random() < 0.3:
        apology = one.make(Apology, other, author, of=(breach.act.id,))
        yield apology
        yield one.make(Answer, author, other, of=apology.act.id, about=About.APOLOGY, reply=Reply.ACCEPTED)
