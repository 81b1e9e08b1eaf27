"""What in a member's record others have taken as a reason to get help, and what lies on one side. Pure.

Each sign is for the one it concerns alone, from what they may read, with the acts it rests on. None of it is
a finding about anyone. The signs are those that mediators and therapists name as reasons for help from
outside (in the words of docs/guide/outside-help.md); every number here is a choice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary
from amends.acts.breach import Breach, BreachType
from amends.acts.promise import Promise
from amends.acts.scope import Scope
from amends.acts.session import Contribution, Session
from amends.acts.understanding import Understanding
from amends.engine.results import Pace, RepairState, Trust
from amends.engine.state import State

MONTHS: Final = timedelta(days=91)
"""How far back is looked, and how long an effort goes on before it says anything [choice]."""
WEEK: Final = timedelta(days=7)
AGAIN: Final = 3
"""Hurts in a repair after something was agreed in it, from which it is said to come back [choice]."""
BROKEN_OFF: Final = 2
"""Talks that were paused or ended early, from which it is said [choice]."""
HIDDEN: Final = 2
"""Things that were not straight, from which it is said [choice]."""
EFFORT: Final = 10
"""Acts of a repair that are an effort [choice]."""
HARDLY: Final = 0.02
"""A rise of trust over the months that is none [choice]."""
SEVERAL: Final = 3
"""Hard things shared with someone within a week that are several [choice]."""
LONG_LIST: Final = 5
"""Promises of one side in three months that are many, where the other made at most a fifth [choice]."""
UNEVEN: Final = 5
BROKE_OFF: Final = frozenset({"pause", "stop"})
"""Steps of every practice by which it is interrupted or ended."""


class Sign(StrEnum):
    """What may be a reason to get help from outside."""

    COMES_BACK = "comes back"
    """The same thing goes on happening though something was agreed."""
    BREAKS_OFF = "breaks off"
    """Talks are paused or ended before they are over."""
    NOT_STRAIGHT = "not straight"
    """Something was hidden or untrue, more than once."""
    NO_RISE = "no rise"
    """Trust lies where it lay, or lower, after about three months of effort."""
    POWER = "power"
    """Someone in it decides about the other's work."""
    SEVERAL_HARD = "several hard"
    """Several hard things were shared with the viewer within a week."""
    LONG_LIST = "long list"
    """Nearly all promises between two are the viewer's."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sign, the other it is about where there is one, and the acts it rests on, the latest first."""

    sign: Sign
    other: Person | None
    evidence: tuple[UUID, ...]


def read_signs(  # noqa: PLR0913 - all of it is what the viewer may read
    state: State,
    viewer: Person,
    as_of: datetime,
    *,
    repairs: Iterable[RepairState],
    trust: Iterable[Trust],
    managers: Collection[Person] = (),
) -> tuple[Shown, ...]:
    """What the viewer may want to know of, in the order of `Sign`; mostly nothing."""
    mine = [one for one in repairs if viewer in one.between and one.pace is Pace.GOING]
    found = [
        *_coming_back(state, mine, as_of),
        *_broken_off(state, viewer, as_of),
        *_not_straight(state, viewer, as_of),
        *_no_rise(state, mine, trust, as_of),
        *_power(mine, viewer, managers),
        *_several_hard(state, viewer, as_of),
        *_long_list(state, viewer, as_of),
    ]
    return tuple(found)


def _coming_back(state: State, mine: Iterable[RepairState], as_of: datetime) -> Iterator[Shown]:
    for repair in mine:
        acts = [state.acts[one] for one in repair.acts]
        agreed: list[Act] = [act for act in acts if isinstance(act, Promise)]
        agreed += [state.acts[one] for one in (repair.map,) if one is not None]
        agreed += [state.acts[one.apology] for one in repair.follow_through]
        if not agreed:
            continue
        first = min(act.occurred.utc for act in agreed)
        since = max(first, as_of - MONTHS)
        again = [act for act in acts if isinstance(act, Breach) and act.occurred.utc > since]
        if len(again) >= AGAIN:
            yield Shown(Sign.COMES_BACK, None, _latest(again))


def _broken_off(state: State, viewer: Person, as_of: datetime) -> Iterator[Shown]:
    off = {
        said.session: said
        for said in state.all(Contribution)
        if said.step in BROKE_OFF and _within(said, MONTHS, as_of)
    }
    talks = [
        talk
        for talk in (state.find(one, Session) for one in off)
        if talk is not None and talk.affected and viewer in (talk.author, *talk.affected)
    ]
    if len(talks) >= BROKEN_OFF:
        yield Shown(Sign.BREAKS_OFF, None, _latest(talks))


def _not_straight(state: State, viewer: Person, as_of: datetime) -> Iterator[Shown]:
    """White lies that hurt the viewer, and what they came to see as hidden."""
    found: dict[Person, dict[UUID, Act]] = {}
    hidden = {act.of for act in state.all(Understanding) if act.author == viewer and act.hidden}
    for act in state.all(Breach):
        untrue = act.type is BreachType.WHITE_LIE or act.id in hidden
        if untrue and viewer in act.affected and _within(act, MONTHS, as_of):
            found.setdefault(act.by, {})[act.id] = act
    for other, acts in found.items():
        if len(acts) >= HIDDEN:
            yield Shown(Sign.NOT_STRAIGHT, other, _latest(acts.values()))


def _no_rise(
    state: State, mine: Iterable[RepairState], trust: Iterable[Trust], as_of: datetime
) -> Iterator[Shown]:
    """Only where a repair with that person has gone on for the months, with enough in it."""
    tried = {
        person
        for repair in mine
        if len(repair.acts) >= EFFORT and as_of - state.acts[repair.repair].occurred.utc >= MONTHS
        for person in repair.between
    }
    for one in trust:
        before = [point.value for point in one.course if point.at <= as_of - MONTHS]
        if one.of in tried and one.value is not None and before and one.value <= before[-1] + HARDLY:
            lowered = [push.act for push in one.evidence if push.amount < 0]
            recent = [act for act in lowered if _within(state.acts[act], MONTHS, as_of)]
            yield Shown(Sign.NO_RISE, one.of, tuple(recent))


def _power(mine: Iterable[RepairState], viewer: Person, managers: Collection[Person]) -> Iterator[Shown]:
    for repair in mine:
        deciding = [person for person in repair.between if person in managers and person != viewer]
        if deciding and viewer not in managers:
            yield Shown(Sign.POWER, deciding[0], (repair.repair,))


def _several_hard(state: State, viewer: Person, as_of: datetime) -> Iterator[Shown]:
    """From what was shared alone: what others keep must not show, not even in a count."""
    hard = [
        act
        for act in state.all(Breach)
        if act.by == viewer and act.author != viewer and _is_shared(state, act) and _within(act, WEEK, as_of)
    ]
    if len(hard) >= SEVERAL:
        yield Shown(Sign.SEVERAL_HARD, None, _latest(hard))


def _long_list(state: State, viewer: Person, as_of: datetime) -> Iterator[Shown]:
    mine: dict[Person, list[Act]] = {}
    theirs: dict[Person, int] = {}
    for act in state.all(Promise):
        if not (_is_shared(state, act) and _within(act, MONTHS, as_of)):
            continue
        if act.author == viewer:
            for other in act.affected:
                mine.setdefault(other, []).append(act)
        elif viewer in act.affected:
            theirs[act.author] = theirs.get(act.author, 0) + 1
    for other, made in mine.items():
        if len(made) >= LONG_LIST and theirs.get(other, 0) * UNEVEN <= len(made):
            yield Shown(Sign.LONG_LIST, other, _latest(made))


def boundaries_towards(state: State, viewer: Person) -> tuple[Boundary, ...]:
    """The boundaries that others set towards the viewer and shared."""
    return tuple(
        act
        for act in state.all(Boundary)
        if act.author != viewer and viewer in act.affected and _is_shared(state, act)
    )


def _is_shared(state: State, act: Act) -> bool:
    return state.scopes[act.id] is not Scope.OWN


def _within(act: Act, span: timedelta, as_of: datetime) -> bool:
    return as_of - span <= act.occurred.utc <= as_of


def _latest(acts: Iterable[Act]) -> tuple[UUID, ...]:
    return tuple(act.id for act in sorted(acts, key=lambda act: (act.occurred.utc, act.id), reverse=True))
