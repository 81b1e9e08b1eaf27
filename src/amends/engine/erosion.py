"""What many small hurts add up to, against the person's own weights alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from amends.acts.base import Person
from amends.acts.breach import Breach, BreachType
from amends.engine import params
from amends.engine.fold import State
from amends.engine.results import Erosion, ErosionPoint, PromiseState, Push
from amends.engine.trust import share_taken_off, weight_of


def erosion(state: State, promises: Sequence[PromiseState], viewer: Person, as_of: datetime) -> Erosion:
    """The weights of all that hurt the viewer, as the viewer wrote it down, and what is left of them."""
    hurts = [one for one in state.of_kind(Breach) if one.author == viewer and viewer in one.affected]
    total = sum(map(weight_of, hurts))
    left = {one.id: _left(state, one, viewer, promises, as_of) for one in hurts}
    remaining = sum(left.values())
    counts, weights = Counter[BreachType](), Counter[BreachType]()
    for hurt in hurts:
        counts[hurt.type] += 1
        weights[hurt.type] += weight_of(hurt)  # type: ignore[assignment]
    by_type = sorted(weights, key=lambda sort: (-weights[sort], sort.value))
    evidence = sorted(left.items(), key=lambda pair: (-pair[1], str(pair[0])))
    return Erosion(
        count=len(hurts),
        since=hurts[0].occurred.utc if hurts else None,
        total=total,
        remaining=remaining,
        as_heavy_as=remaining / params.WEIGHTS[5],
        by_type=tuple((sort, counts[sort], float(weights[sort])) for sort in by_type),
        course=tuple(_course(state, promises, viewer, hurts, as_of)),
        evidence=tuple(Push(act, amount) for act, amount in evidence),
    )


def _left(
    state: State, hurt: Breach, viewer: Person, promises: Sequence[PromiseState], at: datetime
) -> float:
    return weight_of(hurt) * (1 - share_taken_off(state, hurt, viewer, promises, at))


def _course(
    state: State,
    promises: Sequence[PromiseState],
    viewer: Person,
    hurts: Sequence[Breach],
    as_of: datetime,
) -> list[ErosionPoint]:
    if not hurts:
        return []
    weeks = int((as_of - hurts[0].occurred.utc) / params.WEEK)
    points = []
    for number in range(weeks, -1, -1):
        at = as_of - timedelta(weeks=number)
        then = [one for one in hurts if one.occurred.utc <= at]
        remaining = sum(_left(state, one, viewer, promises, at) for one in then)
        points.append(ErosionPoint(at.date(), sum(map(weight_of, then)), remaining))
    return points
