"""Who says what of a promise on one of its days, and what counts.

The ones it was promised to judge. The one who made it may state a view; where views differ
nothing counts until all stand on the same result. Whoever withdrew or renegotiated a
promise before it was due did not break it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from amends.acts.base import Person
from amends.acts.breach import Breach, BreachType
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.engine.params import PUT_OFF_MOST
from amends.engine.state import Said, State, key_of
from amends.engine.timeline import DAY

NEUTRAL: Final = frozenset({Result.RELEASED, Result.RENEGOTIATED, Result.WITHDRAWN})
"""Results by which a promise no longer stands; they count for and against nobody."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an occurrence of a promise is seen.

    Attributes:
        own: the standing view of the one who made the promise.
        theirs: the standing views of those it was made to, by time.
        deciding: the view that counts; None where none was given, or they differ.
        is_worn: whether the promise stands in the place of others so often that changing it
            once more no longer counts as neutral, but as late.
    """

    own: Said | None
    theirs: tuple[Said, ...]
    deciding: Said | None
    is_worn: bool

    @property
    def result(self) -> Result | None:
        """What counts."""
        return self._result(self.deciding)

    @property
    def result_for_oneself(self) -> Result | None:
        """What counts for the one who promised."""
        return self._result(self.for_oneself)

    @property
    def for_oneself(self) -> Said | None:
        """What counts for the one who promised: until someone else has said anything, their own word."""
        return self.own if self.deciding is None and not self.theirs else self.deciding

    @property
    def was_settled(self) -> bool:
        """Whether someone gave up an earlier view."""
        return any(isinstance(said, Settlement) for said in (self.own, *self.theirs))

    def _result(self, said: Said | None) -> Result | None:
        found = None if said is None else result_of(said)
        return Result.LATE if self.is_worn and found is Result.RENEGOTIATED else found


def result_of(said: Said) -> Result:
    """The result that someone stands on. A hurt that names a promise says it was not kept in time."""
    if isinstance(said, Breach):
        return Result.LATE if said.type is BreachType.LATENESS else Result.BROKEN
    return said.result


def promise_of(state: State, promise_id: UUID) -> Promise | None:
    """The promise, withdrawn or not, if it is here."""
    found = state.acts.get(promise_id)
    return found if isinstance(found, Promise) else None


def days_said(state: State, promise_id: UUID) -> Iterable[date | None]:
    """The days of a promise that anyone said something about; None for one that falls due once."""
    said = state.said.get(promise_id, {})
    return dict.fromkeys(plain_day(state, promise_id, day) for day in said)


def plain_day(state: State, promise_id: UUID, day: date | None) -> date | None:
    """A day as occurrences are told apart: None for a promise that falls due once."""
    promise = promise_of(state, promise_id)
    return day if promise is None or promise.due.repeats else None


def due_of(promise: Promise, day: date | None) -> int:
    """The due time in seconds since 1970, without asking zone data: a repeating one moves by whole days.

    It may be off by the hour that a change of clocks takes.
    """
    first = promise.due.first
    days = 0 if day is None else (day - first.day).days
    until_midnight = DAY // 2 if first.is_date_only else 0  # a date means its noon
    return int(first.utc.timestamp()) + days * DAY + until_midnight


def said_of(state: State, promise_id: UUID, day: date | None) -> list[Said]:
    """All that was ever said of an occurrence, withdrawn or not, by time."""
    by_day = state.said.get(promise_id, {})
    promise = promise_of(state, promise_id)
    if promise is None or promise.due.repeats:
        return by_day.get(day, [])
    return sorted((act for acts in by_day.values() for act in acts), key=key_of)


def sayings(state: State, promise_id: UUID, day: date | None) -> list[Said]:
    """All that stands of what was said of an occurrence by those it lies between, by time."""
    promise = promise_of(state, promise_id)
    said = said_of(state, promise_id, day)
    return [act for act in said if state.stands(act) and _fits(act, promise)]


def judge(state: State, promise_id: UUID, day: date | None, viewer: Person | None = None) -> Verdict:
    """The verdict on an occurrence.

    Args:
        state: the facts.
        promise_id: the promise, which need not be here.
        day: which occurrence, as `plain_day` gives it.
        viewer: someone it was promised to, whose own view goes before the others' to whom
            it was promised; None where all of them count alike.
    """
    return weigh(state, promise_id, day, sayings(state, promise_id, day), viewer)


def weigh(
    state: State, promise_id: UUID, day: date | None, said: list[Said], viewer: Person | None
) -> Verdict:
    """The verdict on an occurrence of which all that was said is at hand; see `judge`."""
    promise = promise_of(state, promise_id)
    if is_left_out(state, promise, day):
        return Verdict(None, (), None, is_worn=False)
    promiser = _promiser(promise, said)
    views = _standing_views(said, promiser, promise, day)
    own = None if promiser is None else views.pop(promiser, None)
    theirs = tuple(views.values())
    if viewer in views:
        theirs = (views[viewer],)
    deciding = _was_over(state, promise, day) or _deciding(own, theirs)
    return Verdict(own, theirs, deciding, is_worn=_is_worn(state, promise))


def is_left_out(state: State, promise: Promise | None, day: date | None) -> bool:
    """Whether a day of a repeating promise was left out before it was due, by one of those it lies between.

    The receipt counts: it can't be set back by the one who would gain by it.
    """
    if promise is None or day is None or not promise.due.repeats:
        return False
    between = {promise.author, *promise.affected}
    return any(
        skip.author in between and skip.covers(day) and skip.recorded_at.timestamp() <= due_of(promise, day)
        for skip in state.naming_it(promise.id, Skip)
    )


def closed_at(state: State, promise: Promise) -> float | None:
    """When a repeating promise as a whole was let go, changed or withdrawn, in seconds since 1970."""
    said = _closing(state, promise)
    if said is None:
        return None
    # Only the receipt can't be set back by the one who would gain by it.
    return (said.recorded_at if said.author == promise.author else said.occurred.utc).timestamp()


def _closing(state: State, promise: Promise) -> Said | None:
    said = state.said.get(promise.id, {}).get(None, ())
    return next((act for act in said if closes(act) and state.stands(act) and _fits(act, promise)), None)


def closes(said: Said) -> bool:
    """Whether it ends a promise, where it names no day of it."""
    return isinstance(said, Outcome) and said.result in NEUTRAL and said.occurrence is None


def put_off_into(state: State, promise: Promise) -> Iterator[Promise]:
    """The promises that stand in its place, as far on as it counts for them."""
    at = {promise.id}
    for _ in range(PUT_OFF_MOST):
        later = [act for one in at for act in state.all_naming(one, Promise)]
        later = [act for act in later if act.instead_of in at]
        yield from later
        at = {act.id for act in later}


def _is_worn(state: State, promise: Promise | None) -> bool:
    """Whether a promise that falls due once stands in the place of one that stood in another's, and so on."""
    if promise is None or promise.due.repeats:
        return False
    for _ in range(PUT_OFF_MOST):
        if promise is None or promise.instead_of is None:
            return False
        promise = promise_of(state, promise.instead_of)
    return promise is not None


def _was_over(state: State, promise: Promise | None, day: date | None) -> Said | None:
    """What ended a repeating promise before one of its days, if anything did."""
    if promise is None or day is None:
        return None
    closed = closed_at(state, promise)
    return _closing(state, promise) if closed is not None and closed <= due_of(promise, day) else None


def _deciding(own: Said | None, theirs: tuple[Said, ...]) -> Said | None:
    if own is not None and result_of(own) in NEUTRAL:
        return own  # in time, or it would be no view
    results = {result_of(said) for said in theirs}
    if len(results) != 1:
        return None
    result = results.pop()
    agrees = own is None or result in NEUTRAL or result_of(own) == result
    return theirs[-1] if agrees else None


def _standing_views(
    said: list[Said], promiser: Person | None, promise: Promise | None, day: date | None
) -> dict[Person, Said]:
    """The last that each said; what hurt stands in only for those who said nothing else."""
    views: dict[Person, Said] = {}
    for act in said:
        hurt_after_view = isinstance(act, Breach) and not isinstance(views.get(act.author, act), Breach)
        if not hurt_after_view and (act.author != promiser or _in_time(act, promise, day)):
            views.pop(act.author, None)
            views[act.author] = act
    return views


def _in_time(said: Said, promise: Promise | None, day: date | None) -> bool:
    """Whether the one who promised could still say so. The receipt counts: it can't be set back."""
    if result_of(said) not in NEUTRAL:
        return True
    return promise is not None and said.recorded_at.timestamp() <= due_of(promise, day)


def _promiser(promise: Promise | None, said: list[Said]) -> Person | None:
    if promise is not None:
        return promise.author
    return next((act.by for act in said if not isinstance(act, Settlement)), None)


def _fits(said: Said, promise: Promise | None) -> bool:
    """Whether it comes from those the promise lies between."""
    if promise is None:
        return True
    by_promiser = isinstance(said, Settlement) or said.by == promise.author
    return by_promiser and said.author in {promise.author, *promise.affected}
