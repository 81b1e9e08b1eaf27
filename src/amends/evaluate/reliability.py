"""Forecasts of kept promises on a table of events, and how good they were."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from amends.engine.chance import chance
from amends.evaluate.history import Walk, walk
from amends.evaluate.scores import Floats, score_chances
from amends.evaluate.tables import BadTable, Columns, Row, by_subject

Forecast = Callable[[Sequence[Row]], Floats]


@dataclass(frozen=True)
class Evaluation:
    """Forecasts for every event of a table, and their scores."""

    chances: Floats
    scores: dict[str, Any]


def columns_of(name: str, plain: dict[str, Any]) -> Columns:
    """The columns of a set, as the file of columns names them.

    Raises:
        BadTable: it does not name what is needed.
    """
    try:
        return Columns(
            name=name,
            subject=plain["subject"],
            order=plain["order"][0],
            outcome=plain["outcome"],
            batch=plain.get("batch", ""),
            numeric=tuple(plain.get("numeric", ())),
            categorical=tuple(plain.get("categorical", ())),
            kind=plain.get("kind", ""),
            revealed=tuple(plain.get("revealed_with_outcome", ())),
        )
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise BadTable(f"the columns of {name} say nothing of {error}") from None


def evaluate(rows: Sequence[Row], columns: Columns, forecast: Forecast) -> Evaluation:
    """Forecast every event of a table from its subject's own past, and score what came true.

    Raises:
        BadTable: an outcome is neither 0 nor 1.
    """
    _check_outcomes(rows, columns)
    began = time.perf_counter()
    chances = forecast(rows)
    took = time.perf_counter() - began
    outcome = np.array([row.numbers[columns.outcome] for row in rows], dtype=np.float64)
    before = np.array([number for _known, number in walk(rows, columns)], dtype=np.int64)
    known = ~np.isnan(outcome)
    parts = {"first": before == 0, "second_to_fifth": (before >= 1) & (before <= 4), "later": before > 4}  # noqa: PLR2004
    scores: dict[str, Any] = {"set": columns.name} | score_chances(outcome[known], chances[known])
    scores["events_per_second"] = round(len(rows) / took) if rows and took > 0 else 0
    for name, part in parts.items():
        scores[name] = score_chances(outcome[known & part], chances[known & part])
    return Evaluation(chances, scores)


def shipped(columns: Columns) -> Forecast:
    """What a fresh installation forecasts: it knows the subject's own past and nothing else."""

    def forecast(rows: Sequence[Row]) -> Floats:
        chances = np.zeros(len(rows))
        for places in by_subject(rows):
            subject = Walk(columns)
            batch: list[int] = []
            for place in places:
                if batch and rows[batch[0]].batch != rows[place].batch:
                    subject.reveal([rows[one] for one in batch])
                    batch = []
                batch.append(place)
                chances[place] = chance(subject.past).value
        return chances

    return forecast


def _check_outcomes(rows: Sequence[Row], columns: Columns) -> None:
    for row in rows:
        found = row.numbers[columns.outcome]
        if found == found and found not in (0.0, 1.0):  # noqa: PLR0124 - what is missing is no number
            raise BadTable(f"row {row.line}: {columns.outcome} is {found:g}, and must be 0 or 1")
