"""Self-ratings of trust predicted on a table, and how good that was."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Any, Final

import numpy as np

from amends.engine.params import RATING_EDGE, RATING_SD
from amends.engine.scales import expit, logit
from amends.engine.timeline import DAY, Level
from amends.evaluate.ratings import Task, occasions, ratings_of
from amends.evaluate.scores import POINTS, Floats, Predictions, score_ratings
from amends.evaluate.tables import Row

Predict = Callable[[Sequence[Row]], Predictions]
BAND: Final = (0.1, 0.9)
"""The ends of the band that is written down."""
_NORMAL: Final = np.array([NormalDist().inv_cdf((place + 0.5) / POINTS) for place in range(POINTS)])


@dataclass(frozen=True)
class Evaluation:
    """For every row the mean and the 80 % band of what was expected, and the scores."""

    mean: Floats
    low: Floats
    high: Floats
    scores: dict[str, Any]


def evaluate(rows: Sequence[Row], task: Task, predict: Predict) -> Evaluation:
    """Predict every rating of a table from what its subject showed before, and score what came.

    Raises:
        BadTable: a rating is not between 0 and 1.
    """
    rating = np.array(ratings_of(rows, task))
    began = time.perf_counter()
    found = predict(rows) if rows else Predictions(np.zeros(0), np.zeros((0, POINTS)))
    took = time.perf_counter() - began
    known = ~np.isnan(rating)
    later, unshown = np.zeros(len(rows), bool), np.zeros(len(rows), bool)
    for subject in occasions(rows, task):
        for one in subject:
            later[one.place] = bool(one.shown)
            unshown[one.place] = one.number % task.every != 0
    scores: dict[str, Any] = {"set": task.columns.name} | score_ratings(rating[known], found, known)
    scores["events_per_second"] = round(len(rows) / took) if rows and took > 0 else 0
    scores["after_a_rating"] = score_ratings(rating[known & later], found, known & later)
    if task.every > 1:
        scores["never_shown"] = score_ratings(rating[known & unshown], found, known & unshown)
    low, high = np.quantile(found.points, BAND, axis=1)
    return Evaluation(found.mean, low, high, scores)


def shipped(task: Task) -> Predict:
    """What a fresh installation expects: the engine's level of each relation, read through its ratings.

    Rows count as a day apart. What happened means nothing to it here: which push an act of a table
    would be, only a cohort can tell.
    """

    def predict(rows: Sequence[Row]) -> Predictions:
        rating = ratings_of(rows, task)
        points = np.zeros((len(rows), POINTS))
        for subject in occasions(rows, task):
            levels: dict[str, Level] = {}
            shown = 0
            for one in subject:
                for place in one.shown[shown:]:
                    edge = min(max(rating[place], RATING_EDGE), 1 - RATING_EDGE)
                    levels[_about(rows[place], task)].rate(logit(edge))
                shown = len(one.shown)
                level = levels.setdefault(_about(rows[one.place], task), Level(one.number * DAY))
                level.advance(one.number * DAY)
                spread = sqrt(level.variance + RATING_SD**2)
                points[one.place] = [_in_reach(expit(level.mean + spread * point)) for point in _NORMAL]
        return Predictions(points.mean(axis=1), points)

    return predict


def _in_reach(level: float) -> float:
    """A rating of 0 or 1 counts as at the edge, so what is expected beyond the edge is 0 or 1."""
    return 0.0 if level <= RATING_EDGE else 1.0 if level >= 1 - RATING_EDGE else level


def _about(row: Row, task: Task) -> str:
    return row.words[task.target] if task.target else ""
