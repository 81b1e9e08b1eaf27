"""Trust of one person in another: a level that check-ins read, and what acts push it by.

On the logit scale: ``trust(t) = level(t) + sum of pushes(t)``. The level is a Gaussian state
that wanders around a common mean (Ornstein & Uhlenbeck 1930) and is corrected by each
check-in (Kalman 1960). A push fades by half in `HALF_LIFE`; where there was deception a share
of it stays. An accepted apology takes off a share of what it is for, until the promise that
bears it out is broken. Each forecast is a sum, so each change can name the acts that made it.

Limits: the sizes of the pushes are design choices; no public data follow couples or teams
through apologies and amends over years.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from amends.acts.amends import Completion
from amends.acts.answer import Reply
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.boundary import Observance, Respect
from amends.acts.breach import Breach, BreachType
from amends.acts.checkin import CheckIn
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome, Result
from amends.acts.understanding import Cause, Understanding
from amends.engine import params
from amends.engine.fold import State, order
from amends.engine.results import Interval, PromiseState, Push, Standing, Trust, TrustPoint

_DAY = 86_400.0
_PAR = {Result.KEPT: 1.0, Result.LATE: params.OUTCOME_LATE, Result.BROKEN: 0.0}


@dataclass(frozen=True, slots=True)
class Discount:
    """A share taken off a push from one instant up to another."""

    share: float
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Force:
    """What one act does to trust.

    Attributes:
        act: its id.
        at: when it begins to count, POSIX seconds.
        logits: how far it pushes at that time.
        lasting: share that never fades.
        discounts: what accepted apologies take off.
    """

    act: UUID
    at: float
    logits: float
    lasting: float = 0.0
    discounts: tuple[Discount, ...] = ()


@dataclass(frozen=True, slots=True)
class _Level:
    """The level after a check-in: mean and variance, in logits, at POSIX seconds."""

    at: float
    mean: float
    variance: float

    def after(self, at: float) -> _Level:
        """The level as it wanders on without a check-in."""
        kept = math.exp(-max(0.0, at - self.at) / (params.LEVEL_DAYS * _DAY))
        mean = params.PRIOR_MEAN + kept * (self.mean - params.PRIOR_MEAN)
        return _Level(at, mean, kept**2 * self.variance + (1 - kept**2) * params.PRIOR_SD**2)


def trust(state: State, promises: Sequence[PromiseState], viewer: Person, of: Person, as_of: datetime) -> Trust:
    """The viewer's trust in ``of`` at ``as_of``, with its course and its evidence."""
    forces = sorted(forces_on(state, promises, viewer, of, as_of), key=lambda one: (one.at, str(one.act)))
    ratings = [rating for rating in state.of_kind(CheckIn) if (rating.author, rating.about) == (viewer, of)]
    if len(forces) + len(ratings) < params.LEAST_FOR_TRUST:
        return Trust(of, None, None, True, len(forces), len(ratings), (), (), None)
    path = _Path(forces, ratings)
    course = tuple(path.point(at) for at in _weekly(path.begins, as_of))
    earlier = as_of - params.CHANGE_OVER
    change = None if earlier.timestamp() < path.begins else course[-1].value - path.point(earlier).value
    return Trust(
        of=of,
        value=course[-1].value,
        interval=course[-1].interval,
        too_little=False,
        acts=len(forces),
        ratings=len(ratings),
        evidence=path.evidence(as_of),
        course=course,
        change=change,
    )


def forces_on(
    state: State, promises: Sequence[PromiseState], viewer: Person, of: Person, as_of: datetime
) -> Iterator[Force]:
    """What ``of`` did that moves the viewer's trust; only acts between the two count."""
    apologies = [one for one in state.of_kind(Apology) if one.by == of and viewer in one.affected]
    broken = _broken_since(promises)
    for breach in state.of_kind(Breach):
        if breach.by == of and viewer in breach.affected:
            yield _hurt(state, breach, tuple(_discounts(state, breach, apologies, viewer, broken)))
    for promise in promises:
        if promise.by == of and viewer in promise.to:
            yield from _judged(state, promise, viewer, as_of)
    for act in (*state.of_kind(Observance), *state.of_kind(Completion), *state.of_kind(Moment)):
        if act.by == of and act.author == viewer:
            yield Force(act.id, act.occurred.utc.timestamp(), _logits(*_par_and_weight(act)))


def lasting_share(state: State, breach: Breach) -> float:
    """The share of a hurt that never fades: where something was hidden, or was a white lie."""
    hidden = breach.type is BreachType.WHITE_LIE or any(
        seen.hidden for seen in _understandings(state, breach)
    )
    return params.DECEPTION if hidden else 0.0


def _hurt(state: State, breach: Breach, discounts: tuple[Discount, ...]) -> Force:
    at = breach.occurred.utc.timestamp()
    return Force(breach.id, at, _logits(0.0, weight_of(breach)), lasting_share(state, breach), discounts)


def weight_of(act: Breach | Observance) -> float:
    """An act's weight in units: its author's own word for it, or one."""
    return params.WEIGHT_UNSAID if act.weight is None else params.WEIGHTS[act.weight]


def share_taken_off(state: State, breach: Breach, viewer: Person, promises: Sequence[PromiseState], at: datetime) -> float:
    """The share of a hurt that accepted apologies take off at one instant."""
    apologies = [one for one in state.of_kind(Apology) if one.by == breach.by and viewer in one.affected]
    discounts = _discounts(state, breach, apologies, viewer, _broken_since(promises))
    return _taken_off(tuple(discounts), at.timestamp())


def _judged(state: State, promise: PromiseState, viewer: Person, as_of: datetime) -> Iterator[Force]:
    """A promise's judged occurrences; one that a breach names stands there as that breach."""
    for occurrence in promise.past:
        if occurrence.standing is not Standing.JUDGED or occurrence.result not in _PAR:
            continue
        views = [state.acts[view.act] for view in occurrence.views if view.author != promise.by]
        if any(isinstance(act, Breach) for act in views):
            continue
        act = next((act for act in views if act.author == viewer), views[0] if views else None)
        if act is not None:
            at = act.occurred.utc if isinstance(act, Outcome) else min(occurrence.due, as_of)
            yield Force(act.id, at.timestamp(), _logits(_PAR[occurrence.result], 1.0))


def _par_and_weight(act: Act) -> tuple[float, float]:
    match act:
        case Observance(respect=Respect.HONOURED):
            return 1.0, 1.0
        case Observance():
            return 0.0, weight_of(act)
        case Completion(fully=False):
            return params.OUTCOME_LATE, 1.0
        case Completion():
            return 1.0, 1.0
        case _:
            return 1.0, params.WEIGHT_MOMENT


def _logits(par: float, weight: float) -> float:
    return params.PUSH * weight * (par - params.LOSS * (1 - par))


def _discounts(
    state: State, breach: Breach, apologies: Sequence[Apology], viewer: Person, broken: dict[UUID, list[datetime]]
) -> Iterator[Discount]:
    if lasting_share(state, breach):
        return
    share = _repair_share(state, breach)
    for apology in apologies:
        if not _is_for(state, apology, breach):
            continue
        answer = next((one for one in reversed(state.answers(apology)) if one.author == viewer), None)
        if answer is None or answer.reply not in {Reply.ACCEPTED, Reply.PARTLY}:
            continue
        part = share if answer.reply is Reply.ACCEPTED else share * params.PARTLY
        begins = answer.occurred.utc
        ends = [at for at in broken.get(apology.promise, ()) if at > begins] if apology.promise else []
        yield Discount(part, begins.timestamp(), min(ends).timestamp() if ends else math.inf)


def _repair_share(state: State, breach: Breach) -> float:
    seen = _understandings(state, breach)
    could_not = bool(seen) and max(seen, key=order).cause is Cause.COULD_NOT
    return params.REPAIR_ABILITY if could_not else params.REPAIR_OTHER


def _understandings(state: State, breach: Breach) -> list[Understanding]:
    named = (breach.id, *state.repairs_of.get(breach.id, ()))
    return [
        seen
        for one in named
        for seen in state.understood.get(one, ())
        if seen.author in breach.affected and state.stands(seen)
    ]


def _is_for(state: State, apology: Apology, breach: Breach) -> bool:
    if breach.occurred.utc > apology.occurred.utc:
        return False
    if apology.of:
        return breach.id in apology.of
    return apology.repair is not None and apology.repair in state.repairs_of.get(breach.id, ())


def _broken_since(promises: Sequence[PromiseState]) -> dict[UUID, list[datetime]]:
    """When each promise was broken."""
    return {
        promise.promise: [one.due for one in promise.past if one.result is Result.BROKEN]
        for promise in promises
    }


class _Path:
    """Trust over time."""

    def __init__(self, forces: Sequence[Force], ratings: Sequence[CheckIn]) -> None:
        self._forces = forces
        self._at = np.array([force.at for force in forces], dtype=np.float64)
        self._logits = np.array([force.logits for force in forces], dtype=np.float64)
        self._lasting = np.array([force.lasting for force in forces], dtype=np.float64)
        self._discounted = [number for number, force in enumerate(forces) if force.discounts]
        rated = [rating.occurred.utc.timestamp() for rating in ratings]
        self.begins = min([*self._at[:1].tolist(), *rated[:1]])
        self._levels = [_Level(self.begins, params.PRIOR_MEAN, params.PRIOR_SD**2)]
        for at, rating in zip(rated, ratings, strict=True):
            self._levels.append(self._corrected(at, rating))

    def point(self, when: datetime) -> TrustPoint:
        """Median and band at one time."""
        at = when.timestamp()
        level = self._level(at)
        pushes = self._pushes(at)
        mean = level.mean + float(pushes.sum())
        reach = params.BAND_Z * math.sqrt(level.variance + _spread(pushes))
        return TrustPoint(when, _expit(mean), Interval(_expit(mean - reach), _expit(mean + reach), params.BAND))

    def evidence(self, when: datetime) -> tuple[Push, ...]:
        """What each act still does, strongest first."""
        pushes = [
            Push(force.act, float(amount))
            for force, amount in zip(self._forces, self._pushes(when.timestamp()), strict=True)
        ]
        return tuple(sorted(pushes, key=lambda push: (-abs(push.amount), str(push.act))))

    def _level(self, at: float) -> _Level:
        latest = next((level for level in reversed(self._levels) if level.at <= at), self._levels[0])
        return latest.after(at)

    def _corrected(self, at: float, rating: CheckIn) -> _Level:
        before = self._levels[-1].after(at)
        pushes = self._pushes(at)
        total = before.variance + _spread(pushes) + params.RATING_SD**2
        gain = before.variance / total
        surprise = _logit(_rated(rating)) - before.mean - float(pushes.sum())
        return _Level(at, before.mean + gain * surprise, (1 - gain) * before.variance)

    def _pushes(self, at: float) -> NDArray[np.float64]:
        age = at - self._at
        fading = np.exp2(-np.maximum(age, 0.0) / params.HALF_LIFE.total_seconds())
        pushes = self._logits * (self._lasting + (1 - self._lasting) * fading) * (age >= 0)
        for number in self._discounted:
            pushes[number] *= 1 - _taken_off(self._forces[number].discounts, at)
        return pushes


def _taken_off(discounts: tuple[Discount, ...], at: float) -> float:
    # Two apologies for the same hurt do not add up to more than the better one.
    return max((one.share for one in discounts if one.begins <= at < one.ends), default=0.0)


def _spread(pushes: NDArray[np.float64]) -> float:
    return float(np.square(params.PUSH_SPREAD * pushes).sum())


def _rated(rating: CheckIn) -> float:
    mean = (rating.predictable + rating.dependable + rating.faith) / 300
    return min(max(mean, params.RATING_EDGE), 1 - params.RATING_EDGE)


def _weekly(begins: float, as_of: datetime) -> Iterator[datetime]:
    """Weekly instants that end at ``as_of``, from the first act on."""
    weeks = int((as_of.timestamp() - begins) // params.WEEK.total_seconds())
    return (as_of - params.WEEK * number for number in range(weeks, -1, -1))


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


def _expit(logit: float) -> float:
    return 1 / (1 + math.exp(-logit)) if logit >= 0 else 1 - 1 / (1 + math.exp(logit))
