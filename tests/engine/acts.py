"""Acts for the engine's tests: written by hand with `Scene`, or at random."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import strategies as st

from amends.acts.answer import About, Answer, Reply
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.boundary import Observance, Respect
from amends.acts.breach import Breach, BreachType
from amends.acts.checkin import CheckIn
from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.fields import Field, fields_of
from amends.acts.kinds import KINDS
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.scope import Placed, Scope
from amends.acts.when import When

ANNA, TOBY, MAYA = Person("Anna"), Person("Toby"), Person("Maya")
START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
A = TypeVar("A", bound=Act)


def at(days: float) -> datetime:
    """So many days after the start."""
    return START + timedelta(days=days)


def when(instant: datetime) -> When:
    """An instant as said in UTC, to the minute."""
    return When.said(instant.strftime("%Y-%m-%dT%H:%M"), "UTC")


class Scene:
    """Acts in the order in which they are written; each method takes the day it happened."""

    def __init__(self, seed: int = 0) -> None:
        self.placed: list[Placed] = []
        self._random = Random(seed)  # noqa: S311

    def add(self, kind: type[A], day: float, author: Person, *others: Person, **fields: Any) -> A:
        """Any act."""
        scope = fields.pop("scope", Scope.SHARED)
        received = fields.pop("received", day)
        common: dict[str, Any] = {
            "id": UUID(int=self._random.getrandbits(128), version=4),
            "author": author,
            "by": author,
            "affected": others,
            "occurred": when(at(day)),
            "recorded_at": at(received),
            "words": "Words.",
        }
        act = kind(**common | fields)
        self.placed.append(Placed(act, scope))
        return act

    def hurt(self, day: float, weight: int | None = None, **fields: Any) -> Breach:
        """Something Toby did that hurt Anna, as Anna says."""
        fields = {"by": TOBY, "affected": (ANNA,), "weight": weight, "type": BreachType.LATENESS} | fields
        return self.add(Breach, day, fields.pop("author", ANNA), **fields)

    def promise(self, day: float, due: float, every: int = 0, **fields: Any) -> Promise:
        """A promise of Toby's to Anna, once or every so many days."""
        rule = Due(when(at(due)), every, Unit.DAY if every else None)
        return self.add(
            Promise, day, fields.pop("author", TOBY), *fields.pop("to", (ANNA,)), due=rule, **fields
        )

    def outcome(
        self, day: float, promise: Promise, result: Result = Result.KEPT, author: Person = ANNA, **fields: Any
    ) -> Outcome:
        """How a promise went, as someone says."""
        fields = {"by": promise.author, "affected": promise.affected} | fields
        return self.add(Outcome, day, author, promise=promise.id, result=result, **fields)

    def kept(self, day: float, result: Result = Result.KEPT) -> Outcome:
        """A promise of its own that fell due that day, and how it went as Anna says."""
        return self.outcome(day, self.promise(day - 0.25, day - 0.125), result)

    def honoured(
        self, day: float, respect: Respect = Respect.HONOURED, weight: int | None = None
    ) -> Observance:
        """Toby honoured or crossed a boundary of Anna's."""
        boundary = UUID(int=7)
        return self.add(
            Observance,
            day,
            ANNA,
            by=TOBY,
            affected=(ANNA,),
            boundary=boundary,
            respect=respect,
            weight=weight,
        )

    def moment(self, day: float, author: Person = ANNA, by: Person = TOBY) -> Moment:
        """A good moment."""
        return self.add(Moment, day, author, by=by, affected=(ANNA if by == TOBY else TOBY,))

    def rate(self, day: float, rating: int, author: Person = ANNA, about: Person = TOBY) -> CheckIn:
        """A check-in with the same rating three times."""
        ratings = {"predictable": rating, "dependable": rating, "faith": rating}
        return self.add(CheckIn, day, author, about=about, scope=Scope.OWN, **ratings)

    def apology(self, day: float, *breaches: Breach, **fields: Any) -> Apology:
        """Toby apologises to Anna."""
        of = tuple(breach.id for breach in breaches)
        return self.add(Apology, day, TOBY, ANNA, of=of, **fields)

    def answer(self, day: float, apology: Apology, reply: Reply = Reply.ACCEPTED) -> Answer:
        """Anna answers an apology."""
        return self.add(Answer, day, ANNA, of=apology.id, about=About.APOLOGY, reply=reply)


IDS = [UUID(int=number + 1) for number in range(16)]
PEOPLE = [ANNA, TOBY, MAYA]
DAYS = [date(2026, 1, day) for day in (5, 6, 7)]
ZONES = ["UTC", "Europe/London"]


@st.composite
def placed_acts(draw: st.DrawFn) -> list[Placed]:
    """Acts of any kind that name each other, themselves, wrong kinds and nothing at all."""
    number = draw(st.integers(1, 14))
    acts = [_act(draw, act_id) for act_id in IDS[:number]]
    return [Placed(act, draw(st.sampled_from(Scope))) for act in acts if act is not None]


def _act(draw: st.DrawFn, act_id: UUID) -> Act | None:
    kind = draw(st.sampled_from(list(KINDS.values())))
    author, other = draw(st.permutations(PEOPLE))[:2]
    values: dict[str, Any] = {
        field.name: draw(_values(field)) for field in fields_of(kind) if field.name not in _COMMON
    }
    affected = draw(st.sampled_from([(other,), (author,), (author, MAYA), ()]))
    by = author if kind.BY_AUTHOR else draw(st.sampled_from([other, author]))
    happened = START + timedelta(hours=draw(st.integers(0, 2000)))
    try:
        return kind(
            id=act_id,
            author=author,
            by=by,
            affected=affected,
            occurred=when(happened),
            recorded_at=happened + timedelta(hours=draw(st.sampled_from([0, 0, 1, 500]))),
            words="Words.",
            **values,
        )
    except InvalidAct:
        return None


_COMMON = {"id", "author", "by", "affected", "occurred", "recorded_at", "words"}


def _values(field: Field) -> st.SearchStrategy[Any]:
    one = _one(field)
    if field.many:
        return st.lists(one, max_size=3, unique=True).map(tuple)
    return one if field.required else st.one_of(st.just(field.default), one)


def _one(field: Field) -> st.SearchStrategy[Any]:
    if isinstance(field.sort, type) and issubclass(field.sort, StrEnum):
        return st.sampled_from(field.sort)
    choices: dict[Any, st.SearchStrategy[Any]] = {
        Person: st.sampled_from(PEOPLE),
        UUID: st.sampled_from(IDS),
        str: st.just("Words."),
        bool: st.booleans(),
        int: st.integers(1, 5),
        date: st.sampled_from(DAYS),
        Due: st.builds(_due, st.integers(0, 90), st.sampled_from([0, 1, 7]), st.sampled_from(ZONES)),
    }
    return choices[field.sort]


def _due(day: int, every: int, zone: str) -> Due:
    first = START + timedelta(days=day)
    local = first.strftime("%Y-%m-%d" if day % 2 else "%Y-%m-%dT%H:%M")
    return Due(When.said(local, zone), every, Unit.DAY if every else None)
