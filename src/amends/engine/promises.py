"""How promises stand: each time they fell due, who says what of it, and what is next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from amends.acts.apology import Apology
from amends.acts.breach import Breach
from amends.acts.promise import Promise
from amends.engine.params import NOT_NOTED_DAYS, NOTED_BACK_DAYS
from amends.engine.results import Occurrence, PromiseState, Standing, View
from amends.engine.state import Said, State, key_of
from amends.engine.verdicts import Verdict, closed_at, days_said, judge, plain_day, result_of

NOTED_WITHIN: Final = timedelta(days=NOT_NOTED_DAYS)
FURTHEST_BACK: Final = timedelta(days=NOTED_BACK_DAYS)
LAST_DAY: Final = date(2199, 12, 30)
"""No due time lies later, for acts know no later years."""
WAITING: Final = frozenset({Standing.UNJUDGED, Standing.STATED, Standing.DIFFERING})
"""Standings in which someone may still say something that counts."""


def read_promise(state: State, promise: Promise, as_of: datetime) -> PromiseState:
    """A promise and how it stands. Due times ask zone data, for they are what people see."""
    closed = closed_at(state, promise) if promise.due.repeats else None
    said = set(days_said(state, promise.id))
    furthest = (as_of - FURTHEST_BACK).date()
    past: list[Occurrence] = []
    ahead: Occurrence | None = None
    for day in promise.due.dates(LAST_DAY):
        if promise.due.repeats and day < furthest and day not in said:
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


def is_waiting(occurrence: Occurrence, as_of: datetime) -> bool:
    """Whether someone may still be asked about an occurrence."""
    return occurrence.standing in WAITING and occurrence.due + NOTED_WITHIN >= as_of


def _occurrence(state: State, promise: Promise, day: date, as_of: datetime) -> Occurrence:
    verdict = judge(state, promise.id, plain_day(state, promise.id, day))
    due = promise.due.ends_at(day).astimezone(UTC)
    return Occurrence(
        promise=promise.id,
        day=day,
        due=due,
        standing=_standing(verdict, due, as_of),
        views=tuple(_view(said) for said in sorted(_views(verdict), key=key_of)),
        result=verdict.result,
    )


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
