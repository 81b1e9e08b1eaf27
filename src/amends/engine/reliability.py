"""The chance that someone's next promise is kept in time. For the one who promises alone.

A beta level with forgetting, after Jøsang & Ismail (2002): what is shipped as prior stays,
and each judged promise counts less once the next is judged. Late counts as not in time;
what was let go, renegotiated or withdrawn counts neither way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from amends.acts.base import Person
from amends.acts.outcome import SETTLES, Result
from amends.acts.promise import Promise, PromiseType
from amends.engine.params import (
    BAND,
    RELIABILITY_BROKEN,
    RELIABILITY_FORGETTING,
    RELIABILITY_KEPT,
    RELIABILITY_LEAST,
)
from amends.engine.results import Interval, Push, Reliability
from amends.engine.state import Said, State
from amends.engine.verdicts import days_said, due_of, judge


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise that fell due and how it went.

    Attributes:
        due: its place in the order of due times.
        promise, day: which promise, on which of its days.
        said: what of all that was said of it counts.
        result: how it went.
    """

    due: tuple[int, UUID, UUID]
    promise: Promise
    day: date
    said: Said
    result: Result


def read_reliability(state: State, by: Person) -> tuple[Reliability, ...]:
    """Of all someone's promises together, then of each sort that has any judged; none without."""
    judged = judged_of(state, by)
    sorts = [sort for sort in PromiseType if any(one.promise.type is sort for one in judged)]
    by_sort = [_read(by, sort, [one for one in judged if one.promise.type is sort]) for sort in sorts]
    return (_read(by, None, judged), *by_sort) if judged else ()


def judged_of(state: State, by: Person) -> list[Judged]:
    """All promises of someone that fell due and of which it is known how they went, by due time."""
    found = (
        judged
        for promise in state.all(Promise)
        if promise.author == by
        for day in days_said(state, promise.id)
        if (judged := _judged(state, promise, day)) is not None
    )
    return sorted(found, key=lambda judged: judged.due)


def beta_interval(kept: float, broken: float, probability: float) -> Interval:
    """The central interval of a beta distribution with these two parameters, to about 1e-4.

    Its density is summed on the scale of logits, where it is smooth and falls off at both
    ends for any positive parameters, so that the trapezium rule is all but exact.
    """
    grid = _grid()
    density = kept * grid.log_kept + broken * grid.log_broken
    mass = np.exp(density - density.max())
    total = np.concatenate([[0.0], np.cumsum((mass[1:] + mass[:-1]) / 2)])
    tail = (1 - probability) / 2
    low, high = np.interp([tail, 1 - tail], total / total[-1], grid.chances)
    return Interval(float(low), float(high), probability)


def _judged(state: State, promise: Promise, day: date | None) -> Judged | None:
    verdict = judge(state, promise.id, day)
    said, result = verdict.for_oneself, verdict.result_for_oneself
    if said is None or result not in SETTLES:
        return None
    due = (due_of(promise, day), promise.id, said.id)
    return Judged(due, promise, day or promise.due.first.day, said, result)


def _read(by: Person, sort: PromiseType | None, judged: Sequence[Judged]) -> Reliability:
    weights = [RELIABILITY_FORGETTING**age for age in range(len(judged))][::-1]
    in_time = [one.result is Result.KEPT for one in judged]
    kept = RELIABILITY_KEPT + sum(weight for weight, good in zip(weights, in_time, strict=True) if good)
    broken = RELIABILITY_BROKEN + sum(
        weight for weight, good in zip(weights, in_time, strict=True) if not good
    )
    too_little = len(judged) < RELIABILITY_LEAST
    results = [one.result for one in judged]
    pushes = [
        Push(one.said.id, _share(kept, broken, weight, good=good))
        for one, weight, good in zip(judged, weights, in_time, strict=True)
    ]
    return Reliability(
        by=by,
        type=sort,
        kept=results.count(Result.KEPT),
        late=results.count(Result.LATE),
        broken=results.count(Result.BROKEN),
        value=None if too_little else kept / (kept + broken),
        interval=None if too_little else beta_interval(kept, broken, BAND),
        too_little=too_little,
        evidence=tuple(reversed(pushes)),
    )


def _share(kept: float, broken: float, weight: float, *, good: bool) -> float:
    """How far one judged promise moves the chance: the chance with it, less the chance without it."""
    without = kept - weight if good else kept
    return kept / (kept + broken) - without / (kept + broken - weight)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Chances evenly spaced on the scale of logits, and the logs of both of their sides."""

    chances: NDArray[np.float64]
    log_kept: NDArray[np.float64]
    log_broken: NDArray[np.float64]


@cache
def _grid() -> _Grid:
    logits = np.linspace(-60.0, 60.0, 12_001)
    return _Grid(1 / (1 + np.exp(-logits)), -np.logaddexp(0, -logits), -np.logaddexp(0, logits))
