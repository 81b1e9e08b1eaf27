"""The fold: what a set of acts amounts to, whatever the order in which they arrived.

The state sorts acts into what later questions ask for and adds nothing up, so one act
costs a constant, and an act recorded late gives the same state as if it had come in
order. The sums belong to the readings, which take them at one instant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import singledispatch
from typing import TypeVar
from uuid import UUID

from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.correction import Correction
from amends.acts.outcome import Outcome
from amends.acts.promise import Promise
from amends.acts.repair import Repair
from amends.acts.scope import Placed, Scope
from amends.acts.settlement import Settlement
from amends.acts.understanding import Understanding

Kind = TypeVar("Kind", bound=Act)


@dataclass(slots=True)
class State:
    """Acts, sorted.

    Attributes:
        acts: every act by its id.
        scopes: where each lies for the viewer.
        views: of each promise, everything that says how it went, by the day it is about;
            None where no day is named.
        understood: by breach or repair, what was seen behind it.
        answered: by apology, request or boundary, its answers.
        repairs_of: by breach, the repairs that gather it.
        apologies_of: by promise, the apologies that it bears out.
        corrections: by act, what its author would put differently now.
    """

    acts: dict[UUID, Act] = field(default_factory=dict)
    scopes: dict[UUID, Scope] = field(default_factory=dict)
    views: dict[UUID, dict[date | None, list[Outcome | Settlement | Breach]]] = field(default_factory=dict)
    understood: defaultdict[UUID, list[Understanding]] = field(default_factory=lambda: defaultdict(list))
    answered: defaultdict[UUID, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    repairs_of: defaultdict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    apologies_of: defaultdict[UUID, list[Apology]] = field(default_factory=lambda: defaultdict(list))
    corrections: defaultdict[UUID, list[Correction]] = field(default_factory=lambda: defaultdict(list))

    def add(self, placed: Placed) -> None:
        """Take in one act; one that is known already may only come to lie wider."""
        act = placed.act
        self.scopes[act.id] = placed.scope
        if act.id not in self.acts:
            self.acts[act.id] = act
            _sort(act, self)

    def copy(self) -> State:
        """A state that can take in more without touching this one."""
        return fold(Placed(act, self.scopes[act.id]) for act in self.acts.values())

    def of_kind(self, kind: type[Kind]) -> list[Kind]:
        """All acts of a kind that still stand, in order."""
        found = [act for act in self.acts.values() if isinstance(act, kind) and self.stands(act)]
        return sorted(found, key=order)

    def stands(self, act: Act) -> bool:
        """Whether its author still holds to it."""
        return not any(
            later.withdrawn and later.author == act.author for later in self.corrections.get(act.id, ())
        )

    def answers(self, act: Act) -> list[Answer]:
        """What those it was put to have answered, in order."""
        found = self.answered.get(act.id, ())
        return sorted((one for one in found if one.author in act.affected and self.stands(one)), key=order)

    def others(self, viewer: Person) -> list[Person]:
        """Everyone else that the acts name, in the order of first mention."""
        named: dict[Person, None] = {}
        for act in sorted(self.acts.values(), key=order):
            named |= dict.fromkeys((act.author, act.by, *act.affected))
        named.pop(viewer, None)
        return list(named)


def fold(placed: Iterable[Placed], as_of: datetime | None = None) -> State:
    """The state of all acts that were there at ``as_of``; each id counts once."""
    state = State()
    for one in placed:
        if as_of is None or (one.act.recorded_at <= as_of and one.act.occurred.utc <= as_of):
            state.add(one)
    return state


def order(act: Act) -> tuple[datetime, datetime, UUID]:
    """By what acts are sorted: when they happened, when they were received, their id."""
    return act.occurred.utc, act.recorded_at, act.id


@singledispatch
def _sort(act: Act, state: State) -> None:
    """Sort one act in. Kinds without a rule of their own are found by `State.of_kind`."""


@_sort.register(Outcome)
@_sort.register(Settlement)
def _(act: Outcome | Settlement, state: State) -> None:
    _views(state, act.promise, act.occurrence).append(act)


@_sort.register
def _(act: Breach, state: State) -> None:
    if act.promise is not None:
        _views(state, act.promise, act.occurrence).append(act)
    if act.repair is not None:
        state.repairs_of[act.id].add(act.repair)


@_sort.register
def _(act: Understanding, state: State) -> None:
    state.understood[act.of].append(act)


@_sort.register
def _(act: Answer, state: State) -> None:
    state.answered[act.of].append(act)


@_sort.register
def _(act: Repair, state: State) -> None:
    for breach in act.of:
        state.repairs_of[breach].add(act.id)


@_sort.register
def _(act: Apology, state: State) -> None:
    if act.promise is not None:
        state.apologies_of[act.promise].append(act)


@_sort.register
def _(act: Correction, state: State) -> None:
    state.corrections[act.of].append(act)


def _views(
    state: State, promise: UUID, day: date | None
) -> list[Outcome | Settlement | Breach]:
    return state.views.setdefault(promise, {}).setdefault(day, [])


def promise_of(state: State, promise_id: UUID | None) -> Promise | None:
    """The promise of an id, if it is known, is one, and still stands."""
    found = state.acts.get(promise_id) if promise_id is not None else None
    return found if isinstance(found, Promise) and state.stands(found) else None
