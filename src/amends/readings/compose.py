"""From acts to readings, for one viewer at one time. Pure: the command line and the web both call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import Final
from uuid import UUID

from amends.acts.base import CLOCK_LEEWAY, Person
from amends.acts.moment import Moment
from amends.acts.scope import Placed
from amends.engine.balance import read_balance
from amends.engine.erosion import read_erosion
from amends.engine.fold import fold
from amends.engine.promises import NOTED_WITHIN, read_promises
from amends.engine.reliability import read_reliability
from amends.engine.repairs import read_repairs
from amends.engine.results import (
    Balance,
    Erosion,
    Occurrence,
    Pace,
    PromiseState,
    Reliability,
    RepairState,
    Setback,
    Trust,
)
from amends.engine.setback import read_setback
from amends.engine.state import State
from amends.engine.trust import read_trust
from amends.readings.waiting import Waiting, Wants, waiting_for

__all__ = ["Readings", "Waiting", "Wants", "compose", "known_from", "read_state", "state_at"]

TEAM: Final = "team"
"""The setting in which trust is read only towards someone the viewer repairs something with."""
EARLIEST: Final = datetime.min.replace(tzinfo=UTC)
INSTANT: Final = timedelta(microseconds=1)
"""The end of a day, as 0:00 of the next, belongs to the day."""


@dataclass(frozen=True, slots=True)
class Readings:
    """All that the acts mean for one viewer at one time.

    Attributes:
        viewer: whose readings these are.
        as_of: when, aware, in the viewer's zone; later acts are left out.
        trust: the viewer's own trust in each other person, in the order of first mention.
        reliability: of the viewer's own promises; all together first, then each sort that has any.
        setback: whether their own week was out of the ordinary.
        erosion, balance: from what the viewer recorded or was affected by.
        promises: those that the viewer made or was made, open ones first, then by due time.
        due_today: occurrences of the viewer's own and others' promises that fall due on this local day.
        waiting: what waits for the viewer, oldest first; without what got a private *not now*.
        repairs: those the viewer may see, going first, then by latest act.
        last_good: the latest good moment the viewer may see.
    """

    viewer: Person
    as_of: datetime
    trust: tuple[Trust, ...]
    reliability: tuple[Reliability, ...]
    setback: Setback
    erosion: Erosion
    balance: Balance
    promises: tuple[PromiseState, ...]
    due_today: tuple[Occurrence, ...]
    waiting: tuple[Waiting, ...]
    repairs: tuple[RepairState, ...]
    last_good: UUID | None


def compose(
    placed: Iterable[Placed],
    viewer: Person,
    as_of: datetime,
    *,
    setting: str = "couple",
    manages: bool = False,
) -> Readings:
    """The readings of ``placed``, which hold only what ``viewer`` may see, at ``as_of``; see `read_state`."""
    return read_state(state_at(placed, as_of), viewer, as_of, setting=setting, manages=manages)


def state_at(placed: Iterable[Placed], as_of: datetime) -> State:
    """The fold of what was known at a time."""
    return fold(one for one in placed if known_from(one) <= as_of)


def known_from(placed: Placed) -> datetime:
    """From when on an act counts: it had happened, give or take a clock's leeway, and was written down.

    For someone with whom it was shared later, it was written down when it was shared.
    """
    return max(placed.act.occurred.utc - CLOCK_LEEWAY, placed.act.recorded_at)


def read_state(
    state: State, viewer: Person, as_of: datetime, *, setting: str = "couple", manages: bool = False
) -> Readings:
    """The readings of a fold's state, in which nothing is newer than ``as_of``.

    Args:
        state: the fold.
        viewer: for whom.
        as_of: when, aware, in the viewer's zone.
        setting: what the people are to each other.
        manages: whether the viewer has power over the others: then no reading is of one of them.
    """
    promises = read_promises(state, viewer, as_of)
    repairs = read_repairs(state)
    if manages:
        repairs = tuple(_without_readings_of_others(state, one, viewer) for one in repairs)
    others = [] if manages else _others(state, viewer, repairs, setting)
    last_good = next(state.recent(Moment, EARLIEST), None)
    return Readings(
        viewer=viewer,
        as_of=as_of,
        trust=tuple(read_trust(state, viewer, other, as_of) for other in others),
        reliability=read_reliability(state, viewer),
        setback=read_setback(state, viewer, as_of),
        erosion=read_erosion(state, viewer, as_of),
        balance=read_balance(state, viewer, as_of),
        promises=promises,
        due_today=_due_today(promises, as_of),
        waiting=waiting_for(state, viewer, _around(promises, as_of), as_of),
        repairs=_in_order(state, repairs),
        last_good=None if last_good is None else last_good.id,
    )


def _without_readings_of_others(state: State, repair: RepairState, viewer: Person) -> RepairState:
    """A repair without what came of others' apologies, which counts how they kept their word."""
    mine = (one for one in repair.follow_through if state.acts[one.apology].author == viewer)
    return replace(repair, follow_through=tuple(mine))


def _others(state: State, viewer: Person, repairs: Iterable[RepairState], setting: str) -> list[Person]:
    mentioned = sorted(state.mentioned, key=lambda person: (state.mentioned[person], person))
    others = [person for person in mentioned if person != viewer]
    if setting != TEAM:
        return others
    mending = {person for repair in repairs if viewer in repair.between for person in repair.between}
    return [person for person in others if person in mending]


def _due_today(promises: Sequence[PromiseState], as_of: datetime) -> tuple[Occurrence, ...]:
    today = as_of.date()
    occurrences = (
        occurrence
        for promise in _around(promises, as_of)
        for occurrence in (*promise.past, *(() if promise.next is None else (promise.next,)))
        if (occurrence.due - INSTANT).astimezone(as_of.tzinfo).date() == today
    )
    return tuple(sorted(occurrences, key=lambda one: (one.due, one.promise.int)))


def _around(promises: Sequence[PromiseState], as_of: datetime) -> Iterator[PromiseState]:
    """Those that stand, and those over that fell due so lately that they may still wait or be of today."""
    yield from takewhile(lambda promise: promise.open, promises)
    since = as_of - NOTED_WITHIN
    over = takewhile(lambda promise: not promise.open, reversed(promises))
    yield from takewhile(lambda promise: not promise.past or promise.past[-1].due >= since, over)


def _in_order(state: State, repairs: Iterable[RepairState]) -> tuple[RepairState, ...]:
    latest = sorted(repairs, key=lambda repair: state.acts[repair.acts[-1]].occurred.utc, reverse=True)
    return tuple(sorted(latest, key=lambda repair: repair.pace is not Pace.GOING))
