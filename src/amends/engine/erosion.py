"""What many small hurts add up to, in the weights of the one they hurt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from math import fsum
from uuid import UUID

from amends.acts.base import Person
from amends.acts.breach import Breach, BreachType
from amends.acts.repair import Repair, Step
from amends.engine.conduct import hurts_of, weight_of
from amends.engine.params import WEIGHTS
from amends.engine.repairs import repairs_of, turns_of
from amends.engine.results import Erosion, ErosionPoint, Push
from amends.engine.state import State, instant_of
from amends.engine.timeline import Instant, Share
from amends.engine.weeks import monday, mondays


def read_erosion(state: State, viewer: Person, as_of: datetime) -> Erosion:
    """What hurt the viewer, added up, less what was made good since.

    An accepted apology takes off its share as it does for trust; a repair that the viewer
    declared mended takes off all but what deception leaves. Time takes off nothing.
    """
    today = monday(as_of.date())
    stamp = (state.hurts_changed, today)
    return state.remember((Erosion, viewer), stamp, lambda: _read(state, viewer, today))


def _read(state: State, viewer: Person, today: date) -> Erosion:
    found = list(hurts_of(state, viewer, state.all(Breach)))
    hurts = [breach for breach, _effect in found]
    mended: dict[UUID, Instant | None] = {}
    left = {breach.id: list(_left(state, breach, effect.shares, viewer, mended)) for breach, effect in found}
    now = {act: amounts[-1][1] for act, amounts in left.items()}
    remaining = fsum(now.values())
    return Erosion(
        count=len(hurts),
        since=hurts[0].occurred.utc if hurts else None,
        total=sum(weight_of(breach, viewer) for breach in hurts),
        remaining=remaining,
        as_heavy_as=remaining / WEIGHTS[5],
        by_type=_by_type(hurts, viewer),
        course=tuple(_course(hurts, left, viewer, today)),
        evidence=tuple(Push(act, now[act]) for act in sorted(now, key=lambda act: (-now[act], act.int))),
    )


def _left(
    state: State,
    breach: Breach,
    shares: Sequence[Share],
    viewer: Person,
    mended: dict[UUID, Instant | None],
) -> Iterator[tuple[date, float]]:
    """How much of a hurt is left, from which day on; ``mended`` gathers what is known of its repairs."""
    weight = weight_of(breach, viewer)
    ends = (_mended_at(state, repair, viewer, mended) for repair in repairs_of(state, breach))
    at = next((end for end in ends if end is not None), None)
    for share in shares:
        if at is None or share.at < at:
            yield _day(share.at), weight * (share.fading + share.lasting)
    if at is not None:
        yield _day(max(at, shares[0].at)), weight * _share_at(shares, at).lasting


def _mended_at(
    state: State, repair: Repair, viewer: Person, mended: dict[UUID, Instant | None]
) -> Instant | None:
    """When the viewer declared a repair mended, if that still holds."""
    if repair.id not in mended:
        turns = turns_of(state, repair)
        holds = bool(turns) and turns[-1].step is Step.MENDED and turns[-1].author == viewer
        mended[repair.id] = instant_of(turns[-1]) if holds else None
    return mended[repair.id]


def _share_at(shares: Sequence[Share], at: Instant) -> Share:
    return next((share for share in reversed(shares) if share.at <= at), shares[0])


def _by_type(hurts: Sequence[Breach], viewer: Person) -> tuple[tuple[BreachType, int, float], ...]:
    counts = Counter(breach.type for breach in hurts)
    totals = dict.fromkeys(counts, 0.0)
    for breach in hurts:
        totals[breach.type] += weight_of(breach, viewer)
    ordered = sorted(totals, key=lambda type_: (-totals[type_], type_.value))
    return tuple((type_, counts[type_], totals[type_]) for type_ in ordered)


def _course(
    hurts: Sequence[Breach],
    left: Mapping[UUID, Sequence[tuple[date, float]]],
    viewer: Person,
    today: date,
) -> Iterator[ErosionPoint]:
    added: dict[date, float] = {}
    changed: dict[date, float] = {}
    for breach in hurts:
        week = monday(breach.occurred.day)
        added[week] = added.get(week, 0.0) + weight_of(breach, viewer)
        before = 0.0
        for day, amount in left[breach.id]:
            at = max(week, monday(day))  # a day as said and a day of UTC may lie in two weeks
            changed[at] = changed.get(at, 0.0) + amount - before
            before = amount
    total = remaining = 0.0
    for week in mondays(min(added), max(today, *added, *changed)) if added else ():
        total += added.get(week, 0.0)
        remaining += changed.get(week, 0.0)
        yield ErosionPoint(week, total, max(0.0, remaining))


def _day(at: Instant) -> date:
    return datetime.fromtimestamp(at[0], UTC).date()
