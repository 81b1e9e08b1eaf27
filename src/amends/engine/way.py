"""A setback as part of the way: what had held before it, what has held since, what came after the last one.

A setback is the first thing that gave way after several that were kept; what follows before as many
are kept again belongs to it. Only what was kept is counted. That something came after a setback and
before it held again is an order in time, no cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from amends.acts.amends import Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.repair_map import RepairMap
from amends.acts.session import Session
from amends.acts.understanding import Understanding
from amends.engine.conduct import ACCEPTING, hurts_of, standing_answer
from amends.engine.judged import judged_of
from amends.engine.params import WAY_HELD, WAY_HELPS_WEEKS
from amends.engine.results import Way
from amends.engine.state import State, instant_of, key_of
from amends.engine.timeline import Instant

HELPS: Final[tuple[type[Act], ...]] = (Completion, RepairMap, Session, Understanding)
"""What people do after a setback; beside it an apology that was taken, and a promise that was then kept."""


@dataclass(slots=True)
class _Stretch:
    """What was kept, and the setback that ended it.

    Attributes:
        kept: what was kept, oldest first.
        lapses: what gave way, oldest first; empty while it still holds.
        again: what was kept after the last lapse, as long as it is less than it takes to hold.
        day: on which the first gave way.
    """

    kept: list[Act] = field(default_factory=list)
    lapses: list[Act] = field(default_factory=list)
    again: list[Act] = field(default_factory=list)
    day: date | None = None


def read_way(state: State, by: Person, to: Person) -> Way:
    """The latest setback in what someone promised to, or did to, another; for one of these two alone."""
    *before, latest = _stretches(state, by, to)
    stretches = [*before, latest] if latest.lapses else before
    setbacks = [one for one in stretches if len(one.kept) >= WAY_HELD]
    if not setbacks:
        return Way(by, to, None, None, _ids(latest.kept), (), None, ())
    now = setbacks[-1]
    number = stretches.index(now)
    last = stretches[number - 1] if number else None
    since = latest.kept if latest is not now else now.again
    return Way(
        by=by,
        to=to,
        setback=now.lapses[0].id,
        day=now.day,
        before=_ids(now.kept),
        since=_ids(since),
        last=None if last is None else last.lapses[0].id,
        helped=() if last is None else tuple(act.id for act in _helped(state, by, to, last, now)),
    )


def _stretches(state: State, by: Person, to: Person) -> list[_Stretch]:
    """All stretches in order of time; in the last, something may not have given way yet."""
    found = [_Stretch()]
    for act, day, is_kept in _events(state, by, to):
        now = found[-1]
        if not is_kept:
            now.day = now.day or day
            now.lapses.append(act)
            now.again.clear()
        elif not now.lapses:
            now.kept.append(act)
        else:
            now.again.append(act)
            if len(now.again) >= WAY_HELD:  # it holds again: the setback is over
                found.append(_Stretch(kept=list(now.again)))
    return found


def _events(state: State, by: Person, to: Person) -> Iterator[tuple[Act, date, bool]]:
    """What was kept and what was not, with its day, by time; of several that tell the same, one alone."""
    told: list[tuple[Instant, Act, date, bool]] = [
        ((one.due[0], 0, one.promise.id.int), one.said, one.day, one.result is Result.KEPT)
        for one in judged_of(state, by)
        if to in one.promise.affected
    ]
    hurts = (breach for breach in state.all(Breach) if breach.by == by and breach.promise is None)
    told += [
        (instant_of(breach), breach, breach.occurred.day, False)
        for breach, _effect in hurts_of(state, to, hurts)
    ]
    told.sort(key=lambda one: (one[0], one[1].id.int))
    return ((act, day, is_kept) for _at, act, day, is_kept in told)


def _helped(state: State, by: Person, to: Person, last: _Stretch, now: _Stretch) -> list[Act]:
    """What the two did in the weeks after a setback, before the next, the earliest first."""
    begin = last.lapses[0].occurred.utc
    end = min(begin + timedelta(weeks=WAY_HELPS_WEEKS), now.lapses[0].occurred.utc)
    found = [act for act in _steps(state, by, to, now) if begin < act.occurred.utc < end]
    return sorted(dict.fromkeys(found), key=key_of)


def _steps(state: State, by: Person, to: Person, now: _Stretch) -> Iterator[Act]:
    for kind in HELPS:
        for act in state.all(kind):
            if act.author in {by, to} and {act.by, *act.affected} <= {by, to}:
                yield act
    for apology in state.all(Apology):
        answer: Answer | None = standing_answer(state, apology, to) if apology.author == by else None
        if answer is not None and answer.reply in ACCEPTING:
            yield answer
    kept = {act.id for act in now.kept}
    for judged in judged_of(state, by):
        if judged.said.id in kept and to in judged.promise.affected:
            found = state.find(judged.promise.id, Promise)
            if found is not None:
                yield found


def _ids(acts: list[Act]) -> tuple[UUID, ...]:
    return tuple(act.id for act in acts)
