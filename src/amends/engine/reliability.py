"""The chance that someone's next promise is kept in time. For the one who promises alone.

Half of it comes from a beta level with forgetting, after Jøsang & Ismail (2002): what is shipped as
prior stays, and each judged promise counts less once the next is judged; half from curves learned
elsewhere (`chance`). The pushes of the evidence are those on the level. Late counts as not in time;
what was let go, renegotiated or withdrawn counts neither way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum

import numpy as np
from numpy.typing import NDArray

from amends.acts.base import Person
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.engine.chance import chance
from amends.engine.judged import Judged, Record
from amends.engine.params import (
    BAND,
    RELIABILITY_BROKEN,
    RELIABILITY_FORGETTING,
    RELIABILITY_KEPT,
    RELIABILITY_LEAST,
    RELIABILITY_REACH,
)
from amends.engine.past import Past
from amends.engine.results import Interval, Push, Reliability
from amends.engine.state import State


def read_reliability(state: State, by: Person) -> tuple[Reliability, ...]:
    """Of all someone's promises together, then of each sort that has any judged; none without."""
    record = state.judged.get(by)
    if record is None:
        return ()
    return state.remember((Reliability, by), record.changes, lambda: _read_all(state, by, record))


def _read_all(state: State, by: Person, record: Record) -> tuple[Reliability, ...]:
    sorts = [sort for sort in PromiseType if sort in record.by_type]
    by_sort = [_read_sort(state, by, record, sort) for sort in sorts]
    return (_read(by, None, record.ordered, record.counts[None]), *by_sort)


def _read_sort(state: State, by: Person, record: Record, sort: PromiseType) -> Reliability:
    return state.remember(
        (Reliability, by, sort),
        record.changed[sort],
        lambda: _read(by, sort, record.by_type[sort], record.counts[sort]),
    )


@lru_cache(maxsize=512)
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


def _read(
    by: Person, sort: PromiseType | None, judged: Sequence[Judged], counts: Mapping[Result, int]
) -> Reliability:
    """From the latest back, as far as anything is left of them."""
    latest = [
        (one, RELIABILITY_FORGETTING**age, one.result is Result.KEPT)
        for age, one in enumerate(judged[: -RELIABILITY_REACH - 1 : -1])
    ]
    kept = RELIABILITY_KEPT + fsum(weight for _one, weight, good in latest if good)
    broken = RELIABILITY_BROKEN + fsum(weight for _one, weight, good in latest if not good)
    too_little = len(judged) < RELIABILITY_LEAST
    value = chance(Past.of([good for _one, _weight, good in reversed(latest)])).value
    return Reliability(
        by=by,
        type=sort,
        kept=counts[Result.KEPT],
        late=counts[Result.LATE],
        broken=counts[Result.BROKEN],
        value=None if too_little else value,
        interval=None if too_little else _interval(value, kept + broken),
        too_little=too_little,
        evidence=tuple(
            Push(one.said.id, _share(kept, broken, weight, good=good)) for one, weight, good in latest
        ),
    )


def _interval(value: float, mass: float) -> Interval:
    """A beta interval around a chance that stands on so many promises, what is shipped among them."""
    return beta_interval(value * mass, (1 - value) * mass, BAND)


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
