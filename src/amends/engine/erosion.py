"""What many small hurts add up to, in the weights of the one they hurt."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import fsum
from uuid import UUID

from amends.acts.base import Person
from amends.acts.breach import Breach
from amends.acts.repair import Repair, Step
from amends.engine.conduct import breaches_near, hurts_of, weight_of
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
    shelf = state.remember((Erosion, viewer), None, lambda: _Shelf(viewer))
    return shelf.look(state, monday(as_of.date()))


@dataclass(frozen=True, slots=True)
class _Hurt:
    """What is known of one breach.

    Attributes:
        breach: it.
        weight: what it stands for to the one it hurt.
        week: the Monday of the week it happened in, as said.
        now: what is left of it.
        changes: by week, how much it adds to what is left of all.
    """

    breach: Breach
    weight: float
    week: date
    now: float
    changes: tuple[tuple[date, float], ...]

    @property
    def rank(self) -> tuple[float, int]:
        """Its place in the evidence: the heaviest first."""
        return -self.now, self.breach.id.int


@dataclass(slots=True)
class _Shelf:
    """What hurt someone, added up; only what changed since is weighed anew, the same to the bit.

    Weights are quarters, so that their sums are exact; other sums are made anew where one part changed.

    Attributes:
        viewer: whom it hurt.
        hurts: by breach.
        ranked, evidence: their ranks in order, and what is shown of each.
        added, changed: by week, the weight that came, and what each hurt adds to what is left of all.
        points: the course so far; a week that changed takes itself and all after it off.
        sums: what is left at each of its points, before it is held at nought or above.
        seen: how much of what the state notes was taken in.
        found: the last reading, while nothing changed.
    """

    viewer: Person
    hurts: dict[UUID, _Hurt] = field(default_factory=dict)
    ranked: list[tuple[float, int]] = field(default_factory=list)
    evidence: list[Push] = field(default_factory=list)
    added: dict[date, float] = field(default_factory=dict)
    changed: dict[date, dict[UUID, float]] = field(default_factory=dict)
    points: list[ErosionPoint] = field(default_factory=list)
    sums: list[float] = field(default_factory=list)
    seen: int = 0
    found: tuple[date, Erosion] | None = None

    def look(self, state: State, today: date) -> Erosion:
        """All of it now."""
        mended: dict[UUID, Instant | None] = {}
        before = self.found
        for breach in _near(state, set(state.hurts_changed[self.seen :])):
            self._weigh(state, breach, mended)
        self.seen = len(state.hurts_changed)
        if before is None or self.found is None or before[0] != today:
            self.found = today, self._read(today)
        return self.found[1]

    def _weigh(self, state: State, breach: Breach, mended: dict[UUID, Instant | None]) -> None:
        before = self.hurts.get(breach.id)
        effect = next((effect for _breach, effect in hurts_of(state, self.viewer, [breach])), None)
        now = None
        if effect is not None and state.stands(breach):
            left = _left(state, breach, effect.shares, self.viewer, mended)
            now = _hurt(breach, weight_of(breach, self.viewer), list(left))
        if now == before:
            return
        self.found = None
        if before is not None:
            self._take_out(before)
        if now is not None:
            self._put_in(now)

    def _put_in(self, hurt: _Hurt) -> None:
        self.hurts[hurt.breach.id] = hurt
        place = bisect_left(self.ranked, hurt.rank)
        self.ranked.insert(place, hurt.rank)
        self.evidence.insert(place, Push(hurt.breach.id, hurt.now))
        self.added[hurt.week] = self.added.get(hurt.week, 0.0) + hurt.weight
        for week, amount in hurt.changes:
            self.changed.setdefault(week, {})[hurt.breach.id] = amount
        self._forget_from(min((hurt.week, *(week for week, _amount in hurt.changes))))

    def _take_out(self, hurt: _Hurt) -> None:
        del self.hurts[hurt.breach.id]
        place = bisect_left(self.ranked, hurt.rank)
        del self.ranked[place], self.evidence[place]
        self.added[hurt.week] -= hurt.weight
        if not self.added[hurt.week]:
            del self.added[hurt.week]
        for week, _amount in hurt.changes:
            del self.changed[week][hurt.breach.id]
            if not self.changed[week]:
                del self.changed[week]
        self._forget_from(min((hurt.week, *(week for week, _amount in hurt.changes))))

    def _forget_from(self, week: date) -> None:
        if self.points and week < self.points[0].week:
            self.points.clear()
        elif self.points:
            del self.points[(week - self.points[0].week).days // 7 :]

    def _read(self, today: date) -> Erosion:
        self._go_on(today)
        remaining = fsum(hurt.now for hurt in self.hurts.values())
        by_type = Counter(hurt.breach.type for hurt in self.hurts.values())
        weights = dict.fromkeys(by_type, 0.0)
        for hurt in self.hurts.values():
            weights[hurt.breach.type] += hurt.weight
        ordered = sorted(weights, key=lambda type_: (-weights[type_], type_.value))
        return Erosion(
            count=len(self.hurts),
            since=min((hurt.breach.occurred.utc for hurt in self.hurts.values()), default=None),
            total=sum(weights.values()),
            remaining=remaining,
            as_heavy_as=remaining / WEIGHTS[5],
            by_type=tuple((type_, by_type[type_], weights[type_]) for type_ in ordered),
            course=tuple(self.points),
            evidence=tuple(self.evidence),
        )

    def _go_on(self, today: date) -> None:
        """Bring the course up to the last week in which anything is, and to today."""
        if not self.added:
            self.points.clear()
            return
        first, last = min(self.added), max(today, *self.added, *self.changed)
        if self.points and self.points[0].week != first:
            self.points.clear()
        del self.points[(last - first).days // 7 + 1 :]
        del self.sums[len(self.points) :]
        total = self.points[-1].total if self.points else 0.0
        remaining = self.sums[-1] if self.sums else 0.0
        start = first + timedelta(weeks=len(self.points))
        for week in mondays(start, last) if start <= last else ():
            total += self.added.get(week, 0.0)
            remaining += fsum(self.changed.get(week, {}).values())
            self.sums.append(remaining)
            self.points.append(ErosionPoint(week, total, max(0.0, remaining)))


def _near(state: State, ids: set[UUID]) -> Iterator[Breach]:
    """The breaches among these acts, and all that share a repair with one: whom it hurt may have changed."""
    repairs = {act for act in ids if isinstance(state.acts.get(act), Repair)}
    for act in ids:
        breach = state.acts.get(act)
        if isinstance(breach, Breach):
            yield breach
            repairs |= {one.id for one in state.all_naming(act, Repair)}
            repairs |= set() if breach.repair is None else {breach.repair}
    others = (one for repair in repairs for one in breaches_near(state, repair) if one.id not in ids)
    yield from {one.id: one for one in others}.values()


def _hurt(breach: Breach, weight: float, left: Sequence[tuple[date, float]]) -> _Hurt:
    week, before = monday(breach.occurred.day), 0.0
    changes: dict[date, float] = {}
    for day, amount in left:
        at = max(week, monday(day))  # a day as said and a day of UTC may lie in two weeks
        changes[at] = changes.get(at, 0.0) + amount - before
        before = amount
    return _Hurt(breach, weight, week, left[-1][1], tuple(changes.items()))


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


def _day(at: Instant) -> date:
    return datetime.fromtimestamp(at[0], UTC).date()
