"""How promises stand: who said what of each time they fell due, and what counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from amends.acts.breach import Breach
from amends.acts.outcome import SETTLES, Outcome, Result
from amends.acts.promise import Promise
from amends.acts.settlement import Settlement
from amends.engine.fold import State, order
from amends.engine.params import NOTED_WITHIN
from amends.engine.results import Occurrence, PromiseState, Standing, View

_AHEAD = timedelta(days=400)
"""How far ahead the next time is looked for; a year and a leap month."""


def promise_states(state: State, as_of: datetime) -> list[PromiseState]:
    """Every promise that still stands on record, in order of being made."""
    return [_promise_state(state, promise, as_of) for promise in state.of_kind(Promise)]


def _promise_state(state: State, promise: Promise, as_of: datetime) -> PromiseState:
    closed = _closed_at(state, promise)
    today = as_of.astimezone(ZoneInfo(promise.due.first.zone)).date()
    days = promise.due.dates(today + _AHEAD)
    past: list[Occurrence] = []
    following: Occurrence | None = None
    for day in days:
        found = _occurrence(state, promise, day, as_of)
        if closed is not None and closed <= found.due and promise.due.repeats:
            break
        if found.due > as_of and not found.views:
            following = found
            break
        past.append(found)
    return PromiseState(
        promise=promise.id,
        by=promise.by,
        to=promise.affected,
        type=promise.type,
        open=following is not None or _is_open(promise, past),
        next=following,
        past=tuple(past),
        apology=next((apology.id for apology in sorted(state.apologies_of[promise.id], key=order)), None),
    )


def _is_open(promise: Promise, past: list[Occurrence]) -> bool:
    waits = {Standing.UNJUDGED, Standing.STATED, Standing.DIFFERING}
    return not promise.due.repeats and any(one.standing in waits for one in past)


def _closed_at(state: State, promise: Promise) -> datetime | None:
    """When a repeating promise as a whole was let go, changed or withdrawn."""
    said = state.views.get(promise.id, {}).get(None, ())
    ended = [
        act.occurred.utc
        for act in said
        if isinstance(act, Outcome) and act.result not in SETTLES and state.stands(act)
    ]
    return min(ended, default=None)


def _occurrence(state: State, promise: Promise, day: date, as_of: datetime) -> Occurrence:
    due = promise.due.ends_at(day)
    views = _standing_views(state, promise, day)
    standing, result = _judge(promise, views, state, due)
    if standing is Standing.UNJUDGED and due > as_of:
        standing = Standing.AHEAD
    elif standing is Standing.UNJUDGED and due + NOTED_WITHIN < as_of:
        standing = Standing.NOT_NOTED
    return Occurrence(promise.id, day, due, standing, views, result)


def _standing_views(state: State, promise: Promise, day: date) -> tuple[View, ...]:
    """The latest view of each of the two sides, oldest first."""
    latest: dict[str, View] = {}
    for act in sorted(_said(state, promise, day), key=order):
        if act.author == promise.by or act.author in promise.affected:
            latest.pop(act.author, None)
            latest[act.author] = _view(act)
    return tuple(latest.values())


def _said(state: State, promise: Promise, day: date) -> Iterator[Outcome | Settlement | Breach]:
    views = state.views.get(promise.id, {})
    unnamed = views.get(None, []) if not promise.due.repeats else []
    named = views.get(day, [])
    return (act for act in chain(unnamed, named) if state.stands(act))


def _view(act: Outcome | Settlement | Breach) -> View:
    if isinstance(act, Breach):
        return View(act.author, act.id, Result.BROKEN, None)
    return View(act.author, act.id, act.result, act.minutes)


def _judge(
    promise: Promise, views: tuple[View, ...], state: State, due: datetime
) -> tuple[Standing, Result | None]:
    """Whether the views settle it: the one it was promised to judges, and differing views wait."""
    for view in views:
        if view.result not in SETTLES and _in_time(view, state, due):
            return Standing.JUDGED, view.result
    judging = [view for view in views if view.result in SETTLES]
    theirs = [view.result for view in judging if view.author != promise.by]
    if len({view.result for view in judging}) > 1:
        return Standing.DIFFERING, None
    if theirs:
        return Standing.JUDGED, theirs[0]
    return (Standing.STATED if judging else Standing.UNJUDGED), None


def _in_time(view: View, state: State, due: datetime) -> bool:
    # Letting go is always possible; what its maker changes or takes back must come before it is due.
    return view.result is Result.RELEASED or state.acts[view.act].occurred.utc <= due
