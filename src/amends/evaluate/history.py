"""What is known before each event of a table: the subject's own past, and the event's own columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import isnan, nan

from amends.engine.params import RELIABILITY_FORGETTING
from amends.engine.past import FEATURES, Past
from amends.evaluate.tables import Columns, Row, by_subject

Counts = tuple[float, float]
"""Kept and all, each discounted."""

OWN = (*FEATURES, "kind_level", "kind_judged", "since_last", "earlier_in_batch", "same_context")
"""What of a subject's past is known before an event. After these follow, for each column that is
revealed with the outcome, its last value and the mean of its last eight."""
RECENT_VALUES = 8


@dataclass(slots=True)
class Walk:
    """One subject's past while its events go by, batch after batch."""

    columns: Columns
    past: Past = field(default_factory=Past)
    kinds: dict[str, Counts] = field(default_factory=dict)
    contexts: dict[tuple[str, ...], Counts] = field(default_factory=dict)
    revealed: dict[str, list[float]] = field(default_factory=dict)
    last_batch: float = nan

    def before(self, row: Row, earlier: int) -> list[float]:
        """The subject's past before an event that is number ``earlier`` of its batch, from 0."""
        level = self.past.level
        kind_kept, kind_all = self.kinds.get(row.words.get(self.columns.kind, ""), (0.0, 0.0))
        kept, known = self.contexts.get(_context(row, self.columns), (0.0, 0.0))
        found = [
            *self.past.features(),
            (kind_kept + level) / (kind_all + 1),
            kind_all,
            _as_number(row.batch) - self.last_batch,
            float(earlier),
            (kept + level) / (known + 1) if self.columns.categorical else nan,
        ]
        for name in self.columns.revealed:
            values = self.revealed.get(name, [])
            found += [values[-1], sum(values) / len(values)] if values else [nan, nan]
        return found

    def reveal(self, rows: Sequence[Row]) -> None:
        """Take in a batch."""
        for row in rows:
            outcome = row.numbers[self.columns.outcome]
            if isnan(outcome):
                continue
            self.past.add(kept=bool(outcome))
            kind, context = row.words.get(self.columns.kind, ""), _context(row, self.columns)
            kept, known = self.kinds.get(kind, (0.0, 0.0))
            faded = RELIABILITY_FORGETTING
            self.kinds[kind] = (faded * kept + outcome, faded * known + 1)
            kept, known = self.contexts.get(context, (0.0, 0.0))
            self.contexts[context] = (kept + outcome, known + 1)
            for name in self.columns.revealed:
                if not isnan(row.numbers[name]):
                    kept_values = [*self.revealed.get(name, []), row.numbers[name]]
                    self.revealed[name] = kept_values[-RECENT_VALUES:]
        self.last_batch = _as_number(rows[0].batch)


def names_of(columns: Columns) -> list[str]:
    """What the numbers of `walk` are called."""
    revealed = [f"{end}_{name}" for name in columns.revealed for end in ("last", "mean")]
    return [*OWN, *revealed, *columns.numeric]


def walk(rows: Sequence[Row], columns: Columns) -> list[tuple[list[float], int]]:
    """Of each event what is known before it as numbers, and how many events of its subject came before.

    Events of one batch see the same past. Nothing of a later row enters an earlier one.
    """
    found: list[tuple[list[float], int]] = [([], 0)] * len(rows)
    for places in by_subject(rows):
        subject, before = Walk(columns), 0
        for batch in _batches(rows, places):
            for earlier, place in enumerate(batch):
                own = [rows[place].numbers[name] for name in columns.numeric]
                found[place] = (subject.before(rows[place], earlier) + own, before + earlier)
            subject.reveal([rows[place] for place in batch])
            before += len(batch)
    return found


def _batches(rows: Sequence[Row], places: Sequence[int]) -> Iterator[list[int]]:
    for _batch, found in groupby(places, key=lambda place: rows[place].batch):
        yield list(found)


def _context(row: Row, columns: Columns) -> tuple[str, ...]:
    return tuple(row.words[name] for name in columns.categorical)


def _as_number(batch: str) -> float:
    try:
        return float(batch)
    except ValueError:
        return nan
