"""Self-ratings of trust predicted on a table, and how good that was."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Any, Final

import numpy as np

from amends.engine.params import (
    BASELINE_DAYS,
    BASELINE_SD,
    DRIFT_DAYS,
    DRIFT_SD,
    OWN_SHARE,
    RATED_MEAN,
    RATING_EDGE,
    RATING_SD,
)
from amends.engine.scales import expit
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

    What someone's ratings of others have told of them is taken along to the next relation. Rows count as a
    day apart. What happened means nothing to it here: which push an act of a table would be, only a cohort
    can tell.
    """

    def predict(rows: Sequence[Row]) -> Predictions:
        rating = np.clip(ratings_of(rows, task), RATING_EDGE, 1 - RATING_EDGE)
        points = np.zeros((len(rows), POINTS))
        for subject in occasions(rows, task):
            days = {one.place: float(one.number) for one in subject}
            for one in subject:
                places = [*one.shown, one.place]
                about = [_about(rows[place], task) for place in places]
                level = _level([days[place] for place in places], about, rating[list(one.shown)])
                points[one.place] = [_in_reach(expit(level.mean + level.stdev * at)) for at in _NORMAL]
        return Predictions(points.mean(axis=1), points)

    return predict


def _level(days: Sequence[float], about: Sequence[str], shown: Floats) -> NormalDist:
    """The next rating as a logit, by the ratings shown before.

    The Gaussian processes of `timeline`; of the baseline a share is the same towards everyone.

    Args:
        days: when each was given, and last when the next will be.
        about: whom each is about, likewise.
        shown: the ratings shown, between 0 and 1.
    """
    day, same = np.array(days), np.array(about)[:, None] == np.array(about)
    apart = np.abs(day[:, None] - day)
    baseline = BASELINE_SD**2 * np.exp(-apart / BASELINE_DAYS)
    together = baseline * (OWN_SHARE + (1 - OWN_SHARE) * same)
    together += DRIFT_SD**2 * np.exp(-apart / DRIFT_DAYS) * same
    inner = together[:-1, :-1] + RATING_SD**2 * np.eye(len(shown))
    weights = np.linalg.solve(inner, together[:-1, -1])
    mean = RATED_MEAN + float((weights * (np.log(shown / (1 - shown)) - RATED_MEAN)).sum())
    variance = float(together[-1, -1] - (weights * together[:-1, -1]).sum())
    return NormalDist(mean, sqrt(variance + RATING_SD**2))


def _in_reach(level: float) -> float:
    """A rating of 0 or 1 counts as at the edge, so what is expected beyond the edge is 0 or 1."""
    return 0.0 if level <= RATING_EDGE else 1.0 if level >= 1 - RATING_EDGE else level


def _about(row: Row, task: Task) -> str:
    return row.words[task.target] if task.target else ""
