"""When trust might reach a level, if weeks like the last twelve went on. For the one who trusts alone.

What the other does is counted over the last weeks: how often anything happened, what share of it was good,
how much each moved trust. Both rates are uncertain, and so is where trust is now; the reading is a mixture
over a grid of all three. The rates are gamma and beta (conjugate to counts of events and of good ones). The
level itself goes on as `amends.engine.timeline` lets it: pushes fade by half in a fixed time, what is known
of ups and downs fades towards the baseline. So trust levels off where fading and pushes hold each other,
and may do so below the level asked for: "not at this pace".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, sqrt
from statistics import NormalDist
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from amends.acts.base import Person
from amends.engine.params import (
    BASELINE_DAYS,
    DRIFT_DAYS,
    DRIFT_SD,
    HALF_LIFE_DAYS,
    KEPT_PUSH,
    LOSS_RATIO,
    PACE_ACTS,
    PACE_BROKEN,
    PACE_DAYS,
    PACE_KEPT,
    PACE_NEVER,
    PACE_RATINGS,
    PACE_WEEKS,
    PRIOR_MEAN,
    PUSH_DOUBT,
)
from amends.engine.results import Push, TrustPace
from amends.engine.scales import logit
from amends.engine.state import State
from amends.engine.timeline import DAY, Level, Timeline

Floats = NDArray[np.float64]

SHARES: Final = 24
"""Points of the grid for the share of good acts."""
RATES: Final = 12
"""Points for how often anything happens."""
PLACES: Final = 9
"""Points for where trust is now."""
QUARTILES: Final = (0.25, 0.75)
"""Between which dates the crossing is told [choice]."""
_PLACES: Final = np.array([NormalDist().inv_cdf((place + 0.5) / PLACES) for place in range(PLACES)])
_NORMAL: Final = np.vectorize(NormalDist().cdf, otypes=[np.float64])


@dataclass(frozen=True, slots=True)
class Conduct:
    """What the other did of late.

    Attributes:
        days: over how many days it is counted.
        good, bad: acts that raised trust, and that lowered it.
        lift, loss: logits by which one of each moves it, both positive.
    """

    days: float
    good: int
    bad: int
    lift: float = KEPT_PUSH
    loss: float = KEPT_PUSH * LOSS_RATIO


def read_pace(state: State, viewer: Person, other: Person, as_of: datetime, sought: float) -> TrustPace:
    """When the viewer's trust in another might reach a level ``sought``, 0 … 1, both excluded."""
    timeline = state.timelines.get((viewer, other), Timeline())
    now = int(as_of.timestamp())
    acts, ratings = timeline.count(now)
    conduct, evidence = _lately(timeline, now)
    if acts < PACE_ACTS or ratings < PACE_RATINGS:
        return TrustPace(other, sought, True, False, (), None, None, None, None, evidence)
    level = timeline.level(now)
    reached = level.mean >= logit(sought)
    chances = tuple((weeks, chance_at(level, conduct, weeks * 7.0, sought)) for weeks in PACE_WEEKS)
    never, quick, slow = crossing(level, conduct, sought)
    early, late = (
        None if days is None or never > PACE_NEVER else as_of + timedelta(days=days) for days in (quick, slow)
    )
    return TrustPace(
        of=other,
        sought=sought,
        too_little=False,
        reached=reached,
        chances=chances,
        never=never,
        earliest=early,
        latest=late,
        kept_needed=kept_needed(level, conduct, sought),
        evidence=evidence,
    )


def level_at(level: Level, conduct: Conduct, days: Any, share: Any, rate: Any) -> Any:
    """The mean of the level some days ahead, in logits.

    With pushes at a steady rate, their sum goes from what is left of it now to
    ``rate·(share·lift − (1 − share)·loss)·H/ln 2``. ``share`` is that of good acts among those to come,
    ``rate`` how many there are a day.
    """
    fade = 2.0 ** (-np.asarray(days) / HALF_LIFE_DAYS)
    steady = rate * (share * conduct.lift - (1 - share) * conduct.loss) * HALF_LIFE_DAYS / log(2)
    baseline = PRIOR_MEAN + np.exp(-np.asarray(days) / BASELINE_DAYS) * (level.baseline - PRIOR_MEAN)
    drift = np.exp(-np.asarray(days) / DRIFT_DAYS) * level.drift
    return baseline + drift + level.lasting + level.conduct * fade + steady * (1 - fade)


def chance_at(level: Level, conduct: Conduct, days: float, sought: float) -> float:
    """The chance that trust is at ``sought`` or above some days ahead."""
    share, rate, weight = _grid(conduct)
    mean = level_at(level, conduct, days, share, rate)
    spread = np.sqrt(_variance(level, conduct, days, share, rate))
    return float((weight * _NORMAL((mean - logit(sought)) / spread)).sum())


def crossing(level: Level, conduct: Conduct, sought: float) -> tuple[float, float | None, float | None]:
    """The chance that trust never gets there, and the quick and the slow quarter of the days it takes.

    *Never* is within two years of such weeks. A quarter that never gets there has no days.
    """
    share, rate, weight = _grid(conduct)
    ahead = np.arange(0, 2 * 365 + 1, 7.0)
    means = level_at(level, conduct, ahead, share[:, None], rate[:, None])
    # Where trust is now is uncertain too: the whole way lies higher or lower.
    offsets = _PLACES * sqrt(level.variance)
    there = means[:, None, :] + offsets[:, None] >= logit(sought)
    days = np.where(there.any(axis=2), ahead[there.argmax(axis=2)], np.inf).ravel()
    weights = np.repeat(weight / PLACES, PLACES)
    order = np.argsort(days, kind="stable")
    reached = np.cumsum(weights[order])
    quick, slow = (float(days[order][np.searchsorted(reached, part)]) for part in QUARTILES)
    never = float(weights[np.isinf(days)].sum())
    return never, None if np.isinf(quick) else quick, None if np.isinf(slow) else slow


def kept_needed(level: Level, conduct: Conduct, sought: float) -> float | None:
    """The share of good acts at which trust would level off at ``sought``; None where none would do.

    As often as anything happened lately, and from the baseline as it is now.
    """
    rate = (conduct.good + conduct.bad + 0.5) / conduct.days
    steady = (logit(sought) - level.baseline - level.lasting) * log(2) / HALF_LIFE_DAYS / rate
    share = (steady + conduct.loss) / (conduct.lift + conduct.loss)
    return max(share, 0.0) if share <= 1 else None


def _lately(timeline: Timeline, now: int) -> tuple[Conduct, tuple[Push, ...]]:
    """What the other did in the last weeks, with the acts, latest first."""
    since = now - PACE_DAYS * DAY
    pushes = sorted(timeline.begun(since, now), key=lambda effect: effect.shares[0].at, reverse=True)
    lifts = [effect.amount for effect in pushes if effect.amount > 0]
    losses = [-effect.amount for effect in pushes if effect.amount < 0]
    first = timeline.first
    days = float(PACE_DAYS) if first is None else min(PACE_DAYS, max((now - first) / DAY, 28.0))
    usual = Conduct(days, 0, 0)
    conduct = Conduct(
        days=days,
        good=len(lifts),
        bad=len(losses),
        # One act of the usual size among them, so that a single odd one is not all there is.
        lift=(sum(lifts) + usual.lift) / (len(lifts) + 1),
        loss=(sum(losses) + usual.loss) / (len(losses) + 1),
    )
    return conduct, tuple(Push(effect.act, effect.amount) for effect in pushes)


def _grid(conduct: Conduct) -> tuple[Floats, Floats, Floats]:
    """Shares of good acts, rates a day, and the weight of each pair."""
    good, bad = PACE_KEPT + conduct.good, PACE_BROKEN + conduct.bad
    shares = (np.arange(SHARES) + 0.5) / SHARES
    of_share = (good - 1) * np.log(shares) + (bad - 1) * np.log1p(-shares)
    shape = conduct.good + conduct.bad + 0.5
    # Six spreads hold all but nothing of a gamma; the rest of the grid would be empty.
    rates = (np.arange(RATES) + 0.5) / RATES * (shape + 6 * sqrt(shape)) / conduct.days
    of_rate = (shape - 1) * np.log(rates) - rates * conduct.days
    weight = np.exp(of_share - of_share.max())[:, None] * np.exp(of_rate - of_rate.max())
    share, rate = np.meshgrid(shares, rates, indexing="ij")
    return share.ravel(), rate.ravel(), (weight / weight.sum()).ravel()


def _variance(level: Level, conduct: Conduct, days: float, share: Floats, rate: Floats) -> Floats:
    """How uncertain the level some days ahead is, for given rates."""
    then = Level(
        0,
        var_baseline=level.var_baseline,
        covariance=level.covariance,
        var_drift=level.var_drift,
        var_conduct=level.var_conduct,
    )
    then.advance(round(days * DAY))
    # Pushes to come: their number and their size vary, and fade twice as fast in the square.
    square = share * conduct.lift**2 + (1 - share) * conduct.loss**2
    to_come = rate * square * (1 + PUSH_DOUBT**2) * HALF_LIFE_DAYS / (2 * log(2))
    found: Floats = then.variance + to_come * (1 - 4.0 ** (-days / HALF_LIFE_DAYS))
    return np.maximum(found, 1e-9 * DRIFT_SD)
