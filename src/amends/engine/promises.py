"""How promises stand: each time they fell due, who says what of it, and what is next."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from amends.acts.apology import Apology
from amends.acts.base import Person
from amends.acts.breach import Breach
from amends.acts.promise import Promise
from amends.engine.params import NOT_NOTED_DAYS, NOTED_BACK_DAYS
from amends.engine.results import Occurrence, PromiseState, Standing, View
from amends.engine.state import Said, State, key_of
from amends.engine.verdicts import Verdict, closed_at, days_said, is_left_out, judge, plain_day, result_of

NOTED_WITHIN: Final = timedelta(days=NOT_NOTED_DAYS)
FURTHEST_BACK: Final = timedelta(days=NOTED_BACK_DAYS)
LAST_DAY: Final = date(2199, 12, 30)
"""No due time lies later, for acts know no later years."""
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
WAITING: Final = frozenset({Standing.UNJUDGED, Standing.STATED, Standing.DIFFERING})
"""Standings in which someone may still say something that counts."""


def read_promises(state: State, viewer: Person, as_of: datetime) -> tuple[PromiseState, ...]:
    """All promises that someone made or was made: those that stand first, then by due time."""
    shelf = state.remember((PromiseState, viewer), None, lambda: _Shelf(viewer))
    return shelf.look(state, as_of)


@dataclass(slots=True)
class _Shelf:
    """How the promises of someone stand; those that are over are kept as they were found.

    Attributes:
        viewer: who made them, or was made them.
        as_of: when it was last looked at.
        over: those that only a new act can change, or for those that repeat a new day, in order.
        places: where each of these stands in that order.
        awake: those to look at anew.
        seen: how many changes of the state were taken in.
    """

    viewer: Person
    as_of: datetime = _NEVER
    over: list[PromiseState] = field(default_factory=list)
    places: dict[UUID, tuple[datetime, int]] = field(default_factory=dict)
    repeating: set[UUID] = field(default_factory=set)
    awake: set[UUID] = field(default_factory=set)
    seen: int = 0

    def look(self, state: State, as_of: datetime) -> tuple[PromiseState, ...]:
        """All of them now."""
        if as_of < self.as_of:  # what is over now was not then
            self.seen = 0
        changed = set(state.changed[self.seen :])
        if as_of.date() != self.as_of.date():
            changed |= self.repeating
        self.seen, self.as_of = len(state.changed), as_of
        for promise_id in changed:
            self._wake(promise_id)
        standing = []
        for promise_id in list(self.awake):
            promise = state.find(promise_id, Promise)
            if promise is None or self.viewer not in (promise.author, *promise.affected):
                self.awake.discard(promise_id)
                continue
            found = read_promise(state, promise, as_of)
            if found.open:
                standing.append(found)
            else:
                self._lay_down(found, repeats=promise.due.repeats)
        return (*sorted(standing, key=_place), *self.over)

    def _wake(self, promise: UUID) -> None:
        self.awake.add(promise)
        place = self.places.pop(promise, None)
        if place is not None:
            del self.over[bisect_left(self.over, place, key=_place)]
            self.repeating.discard(promise)

    def _lay_down(self, found: PromiseState, *, repeats: bool) -> None:
        self.awake.discard(found.promise)
        self.places[found.promise] = _place(found)
        if not self.over or _place(self.over[-1]) < _place(found):  # nearly always
            self.over.append(found)
        else:
            insort(self.over, found, key=_place)
        if repeats:
            self.repeating.add(found.promise)


def _place(promise: PromiseState) -> tuple[datetime, int]:
    """By what is due next, or fell due last."""
    if promise.next is not None:
        return promise.next.due, promise.promise.int
    due = promise.past[-1].due if promise.past else datetime.max.replace(tzinfo=UTC)
    return due, promise.promise.int


def read_promise(state: State, promise: Promise, as_of: datetime) -> PromiseState:
    """A promise and how it stands. Due times ask zone data, for they are what people see."""
    closed = closed_at(state, promise) if promise.due.repeats else None
    past: list[Occurrence] = []
    ahead: Occurrence | None = None
    for day in _days(state, promise, (as_of - FURTHEST_BACK).date()):
        if is_left_out(state, promise, day):
            continue
        occurrence = _occurrence(state, promise, day, as_of)
        if closed is not None and occurrence.due.timestamp() >= closed:
            break
        if occurrence.standing is Standing.AHEAD:
            ahead = occurrence
            break
        past.append(occurrence)
    return PromiseState(
        promise=promise.id,
        by=promise.author,
        to=promise.affected,
        type=promise.type,
        open=closed is None and (ahead is not None or any(is_waiting(one, as_of) for one in past)),
        next=ahead,
        past=tuple(past),
        apology=next((apology.id for apology in state.naming_it(promise.id, Apology)), None),
    )


def _days(state: State, promise: Promise, furthest: date) -> Iterator[date]:
    """Its days; of a repeating promise those long past only where something was said."""
    if not promise.due.repeats:
        yield promise.due.first.day
        return
    said = (day for day in days_said(state, promise.id) if day is not None and day < furthest)
    yield from (day for day in sorted(said) if promise.due.falls_on(day))
    yield from promise.due.dates(LAST_DAY, furthest)


def is_waiting(occurrence: Occurrence, as_of: datetime) -> bool:
    """Whether someone may still be asked about an occurrence."""
    return occurrence.standing in WAITING and occurrence.due + NOTED_WITHIN >= as_of


def _occurrence(state: State, promise: Promise, day: date, as_of: datetime) -> Occurrence:
    known = state.judged_days.get(promise.id, {}).get(day)
    if known is not None:
        return known
    verdict = judge(state, promise.id, plain_day(state, promise.id, day))
    due = promise.due.ends_at(day).astimezone(UTC)
    occurrence = Occurrence(
        promise=promise.id,
        day=day,
        due=due,
        standing=_standing(verdict, due, as_of),
        views=tuple(_view(said) for said in sorted(_views(verdict), key=key_of)),
        result=verdict.result,
    )
    if occurrence.standing is Standing.JUDGED:  # whatever the time
        state.judged_days[promise.id][day] = occurrence
    return occurrence


def _standing(verdict: Verdict, due: datetime, as_of: datetime) -> Standing:
    if verdict.deciding is not None:
        return Standing.JUDGED
    if verdict.theirs:
        return Standing.DIFFERING
    if verdict.own is not None:
        return Standing.STATED
    if due > as_of:
        return Standing.AHEAD
    return Standing.UNJUDGED if due + NOTED_WITHIN >= as_of else Standing.NOT_NOTED


def _views(verdict: Verdict) -> tuple[Said, ...]:
    return verdict.theirs if verdict.own is None else (verdict.own, *verdict.theirs)


def _view(said: Said) -> View:
    minutes = None if isinstance(said, Breach) else said.minutes
    return View(said.author, said.id, result_of(said), minutes)
