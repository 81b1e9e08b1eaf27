"""The promises of each person of which it is known how they went, by due time; kept up act by act."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from amends.acts.base import Person
from amends.acts.outcome import Result
from amends.acts.promise import Promise, PromiseType

if TYPE_CHECKING:
    from amends.engine.state import Said, State

Due: TypeAlias = tuple[int, UUID, UUID]
"""Seconds since 1970, the promise, what counts of what was said of it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise that fell due and how it went.

    Attributes:
        due: its place in the order of due times.
        promise, day: which promise, on which of its days.
        said: what of all that was said of it counts.
        result: how it went.
    """

    due: Due
    promise: Promise
    day: date
    said: Said
    result: Result


@dataclass(slots=True)
class Record:
    """The judged promises of one person.

    Attributes:
        ordered: all, by due time.
        by_type: those of each sort that has any, likewise.
        counts: of each sort, and of all together (None), how many went which way.
        changes: how often any of this changed; for what is computed from it to know whether it still holds.
        changed: the same for each sort.
    """

    ordered: list[Judged] = field(default_factory=list)
    by_type: defaultdict[PromiseType, list[Judged]] = field(default_factory=lambda: defaultdict(list))
    counts: defaultdict[PromiseType | None, Counter[Result]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    changes: int = field(default=0, compare=False)
    changed: Counter[PromiseType] = field(default_factory=Counter, compare=False)
    _by_source: dict[tuple[UUID, date | None], Judged] = field(default_factory=dict)

    def put(self, promise: UUID, day: date | None, judged: Judged | None) -> None:
        """Set how a promise went on one of its days; None where that is not known, or no more."""
        self.changes += 1
        before = self._by_source.pop((promise, day), None)
        if before is not None:
            self._take_out(before)
        if judged is not None:
            self._by_source[promise, day] = judged
            self._put_in(judged)

    def _put_in(self, judged: Judged) -> None:
        self.changed[judged.promise.type] += 1
        for held in (self.ordered, self.by_type[judged.promise.type]):
            if not held or held[-1].due < judged.due:  # nearly always
                held.append(judged)
            else:
                held.insert(bisect_left(held, judged.due, key=_due), judged)
        for sort in (None, judged.promise.type):
            self.counts[sort][judged.result] += 1

    def _take_out(self, judged: Judged) -> None:
        sort = judged.promise.type
        self.changed[sort] += 1
        for held in (self.ordered, self.by_type[sort]):
            del held[bisect_left(held, judged.due, key=_due)]
        if not self.by_type[sort]:
            del self.by_type[sort]
        for each in (None, sort):
            self.counts[each][judged.result] -= 1


def judged_of(state: State, by: Person) -> Sequence[Judged]:
    """All promises of someone that fell due and of which it is known how they went, by due time."""
    record = state.judged.get(by)
    return () if record is None else record.ordered


def _due(judged: Judged) -> Due:
    return judged.due
