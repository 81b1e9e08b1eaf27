"""From acts to a state, one act at a time, each at a constant cost.

The acts may come in any order: what a state holds depends on which acts came, not on when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.checkin import CheckIn
from amends.acts.correction import Correction
from amends.acts.heard_promise import HeardPromise
from amends.acts.outcome import Outcome
from amends.acts.references import named_by
from amends.acts.scope import Placed, Scope
from amends.acts.settlement import Settlement
from amends.engine.conduct import renew
from amends.engine.state import Said, State, insert, key_of

BREADTH: Final = (Scope.OWN, Scope.PAIR, Scope.SHARED)
"""From narrow to wide."""


def fold(placed: Iterable[Placed]) -> State:
    """The state after all these acts."""
    state = State()
    for one in placed:
        step(state, one)
    return state


def step(state: State, placed: Placed) -> None:
    """Take in one act. Again, it changes nothing but how wide the act reaches."""
    act = placed.act
    if act.id in state.acts:
        before = state.scopes[act.id]
        state.scopes[act.id] = max(before, placed.scope, key=BREADTH.index)
        state.widened += state.scopes[act.id] is not before
        return
    state.scopes[act.id] = placed.scope
    state.acts[act.id] = act
    _mention(state, act)
    _index(state, act)
    renew(act, state)


def _mention(state: State, act: Act) -> None:
    key = key_of(act)
    for place, person in enumerate(_people(act)):
        before = state.mentioned.get(person)
        if before is not None and before[0] < key:  # nearly always
            continue
        if before is None or (key, place) < before:
            state.mentioned[person] = (key, place)


def _people(act: Act) -> Iterator[Person]:
    yield act.author
    yield act.by
    yield from act.affected
    if isinstance(act, CheckIn):
        yield act.about
    if isinstance(act, HeardPromise):
        yield act.of


def _index(state: State, act: Act) -> None:
    insert(state.kinds[type(act)], act)
    if isinstance(act, (Outcome, Settlement, Breach)) and act.promise is not None:
        _say(state, act)
    state.touched.append(act.id)
    if not isinstance(act, (Outcome, Settlement)):  # of those a promise may have thousands
        named = named_by(act)
        state.touched += named
        for target in named:
            insert(state.naming[target, type(act)], act)
    if isinstance(act, Correction) and act.of in state.acts:
        state.touched += named_by(state.acts[act.of])
    if isinstance(act, Correction) and act.withdrawn:
        state.withdrawn[act.of].add(act.author)


def _say(state: State, act: Said) -> None:
    if act.promise is not None:
        insert(state.said[act.promise].setdefault(act.occurrence, []), act)
