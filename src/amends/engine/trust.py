"""One person's trust in another, read from what moved it. For the one who trusts alone."""

from __future__ import annotations

from datetime import UTC, datetime
from math import sqrt

from amends.acts.base import Person
from amends.engine.params import BAND, BAND_SD, CHANGE_DAYS, EVIDENCE_LEAST, TRUST_LEAST
from amends.engine.results import Interval, Push, Trust, TrustPoint
from amends.engine.scales import expit
from amends.engine.state import State
from amends.engine.timeline import DAY, Level, Timeline


def read_trust(state: State, viewer: Person, other: Person, as_of: datetime) -> Trust:
    """The viewer's trust in another: median and band of a logit-normal level, and what moved it."""
    timeline = state.timelines.get((viewer, other), Timeline())
    now = int(as_of.timestamp())
    acts, ratings = timeline.count(now)
    evidence = _evidence(timeline, now)
    if acts + ratings < TRUST_LEAST:
        return Trust(other, None, None, True, acts, ratings, evidence, (), None)
    point = _point(timeline.level(now))
    return Trust(
        of=other,
        value=point.value,
        interval=point.interval,
        too_little=False,
        acts=acts,
        ratings=ratings,
        evidence=evidence,
        course=tuple(timeline.course(now, _point)),
        change=_change(timeline, now, point.value),
    )


def _point(level: Level) -> TrustPoint:
    reach = BAND_SD * sqrt(level.variance)
    band = Interval(expit(level.mean - reach), expit(level.mean + reach), BAND)
    return TrustPoint(datetime.fromtimestamp(level.at, UTC), expit(level.mean), band)


def _evidence(timeline: Timeline, now: int) -> tuple[Push, ...]:
    pushes = [Push(effect.act, amount) for effect, amount in timeline.left(now, EVIDENCE_LEAST)]
    return tuple(sorted(pushes, key=lambda push: (-abs(push.amount), push.act.int)))


def _change(timeline: Timeline, now: int, value: float) -> float | None:
    then = now - CHANGE_DAYS * DAY
    if sum(timeline.count(then)) < TRUST_LEAST:
        return None
    return value - expit(timeline.level(then).mean)
