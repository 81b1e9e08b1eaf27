"""Ratings predicted by levels, by boosted trees over a subject's own past, and by the mixture of both.

The trees (Friedman 2001; LightGBM, Ke et al. 2017) see what the levels say, what was shown before and what
happened; how much each of the two counts is learned on people whom neither has seen (stacking,
Wolpert 1992). So are the bands: how far off the mixture was for those people, in units of the spread expected
of each rating, is how far off it is taken to be for others (split conformal prediction, Vovk et al. 2005). It
needs the extra ``fit``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan, sqrt
from statistics import fmean, pstdev
from typing import Any, Final

import numpy as np

from amends.evaluate.fitted import SEED, folds_of, library
from amends.evaluate.level import Levels, fit_levels
from amends.evaluate.ratings import Occasion, Task, occasions, ratings_of
from amends.evaluate.scores import POINTS, Floats, Predictions
from amends.evaluate.tables import Row

FOLDS: Final = 8
LEAVES: Final = ((3, 20), (6, 30))
"""Leaves of a tree and the least ratings on a leaf, of which cross-validation chooses."""
MOST_TREES: Final = 1200
PATIENCE: Final = 50
MODELS: Final = 4
"""Models with other samples of rows and columns, which are averaged."""
OWN_SPREAD: Final = 6.0
"""Ratings after which a person's own spread counts as much as everyone's [choice]."""


@dataclass(frozen=True)
class Blend:
    """A fitted mixture.

    Attributes:
        task: what it predicts.
        levels, trees: its two parts.
        share: how much the trees count, 0 … 1.
        off: how far off it was for people it had not seen, in spreads, from least to most.
    """

    task: Task
    levels: Levels
    codes: tuple[dict[str, int], ...]
    trees: tuple[Any, ...]
    share: float
    off: Floats

    def predict(self, rows: Sequence[Row]) -> Predictions:
        """Each rating, from those of its subject shown before."""
        mean, spread = self._parts(rows)
        return Predictions(mean, np.clip(mean[:, None] + spread[:, None] * self.off, 0, 1))

    def _parts(self, rows: Sequence[Row]) -> tuple[Floats, Floats]:
        level, variance = self.levels.predict(rows)
        design = _design(rows, self.task, level, variance, self.codes)
        trees = np.mean([model.predict(design) for model in self.trees], axis=0)
        mean = np.clip((1 - self.share) * level + self.share * trees, 0, 1)
        return mean, _spread(rows, self.task, mean, variance)


def fit_blend(rows: Sequence[Row], task: Task) -> Blend:
    """A mixture fitted on a cohort.

    Raises:
        NoFit: the extra ``fit`` is not installed.
        ValueError: there is nothing to learn from: fewer than two subjects, or no rating.
    """
    boosting = library()
    rating = np.array(ratings_of(rows, task))
    known = ~np.isnan(rating)
    if len({row.subject for row, rated in zip(rows, known, strict=True) if rated}) < 2:  # noqa: PLR2004
        raise ValueError("it needs the ratings of two subjects to learn from")
    folds = folds_of(np.array([row.subject for row in rows]), FOLDS)
    level, variance = _unseen_levels(rows, task, folds)
    codes = tuple(_codes(rows, name) for name in task.categories)
    design = _design(rows, task, level, variance, codes)
    parameters, count, trees = _choose(boosting, design, rating, known, folds, len(codes))
    share = _share(rating[known], level[known], trees[known])
    mean = np.clip((1 - share) * level + share * trees, 0, 1)
    off = ((rating - mean) / _spread(rows, task, mean, variance))[known]
    categories = _categories(design, len(codes))
    data = [
        boosting.train(
            parameters | {"seed": SEED + number},
            boosting.Dataset(design[known], rating[known], categorical_feature=categories),
            count,
        )
        for number in range(MODELS)
    ]
    places = (np.arange(POINTS) + 0.5) / POINTS
    return Blend(task, fit_levels(rows, task), codes, tuple(data), share, np.quantile(off, places))


def _unseen_levels(rows: Sequence[Row], task: Task, folds: Any) -> tuple[Floats, Floats]:
    """What levels fitted on the others say of each person."""
    level, variance = np.zeros(len(rows)), np.zeros(len(rows))
    for fold in np.unique(folds):
        there = np.flatnonzero(folds == fold)
        model = fit_levels([row for row, other in zip(rows, folds, strict=True) if other != fold], task)
        level[there], variance[there] = model.predict([rows[place] for place in there.tolist()])
    return level, variance


def _choose(  # noqa: PLR0913, PLR0917 - one call
    boosting: Any, design: Floats, rating: Floats, known: Any, folds: Any, words: int
) -> tuple[dict[str, Any], int, Floats]:
    """The parameters and number of trees with the least error on people left out, and that prediction."""
    tried: list[tuple[float, dict[str, Any], int, Floats]] = []
    for leaves, least in LEAVES:
        parameters = _parameters(leaves, least)
        found, rounds = np.zeros(len(rating)), []
        for fold in np.unique(folds):
            inside, outside = known & (folds != fold), known & (folds == fold)
            categories = _categories(design, words)
            data = boosting.Dataset(design[inside], rating[inside], categorical_feature=categories)
            held = boosting.Dataset(design[outside], rating[outside], reference=data)
            stop = boosting.early_stopping(PATIENCE, verbose=False)
            model = boosting.train(parameters, data, MOST_TREES, valid_sets=[held], callbacks=[stop])
            found[folds == fold] = model.predict(design[folds == fold])
            rounds.append(model.best_iteration)
        error = float(((found - rating)[known] ** 2).mean())
        tried.append((error, parameters, int(fmean(rounds) * FOLDS / (FOLDS - 1)) + 1, found))
    _error, chosen, count, predicted = min(tried, key=lambda one: one[0])
    return chosen, count, predicted


def _parameters(leaves: int, least: int) -> dict[str, Any]:
    return {
        "objective": "regression",
        "num_leaves": leaves,
        "min_child_samples": least,
        "learning_rate": 0.03,
        "feature_fraction": 0.4,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "lambda_l2": 10.0,
        "cat_smooth": 20.0,
        "cat_l2": 20.0,
        "max_bin": 63,
        "seed": SEED,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,  # several wait for each other where the machine is busy
        "verbose": -1,
    }


def _share(rating: Floats, level: Floats, trees: Floats) -> float:
    """How much the trees count, by least squares."""
    apart = trees - level
    return float(np.clip(((rating - level) * apart).sum() / max((apart**2).sum(), 1e-12), 0, 1))


def _spread(rows: Sequence[Row], task: Task, mean: Floats, variance: Floats) -> Floats:
    """The spread expected around each prediction: the levels' own, by how far off it was for this person."""
    rating = ratings_of(rows, task)
    found = np.sqrt(variance)
    for subject in occasions(rows, task):
        for one in subject:
            off = [(rating[place] - mean[place]) ** 2 / variance[place] for place in one.shown]
            found[one.place] *= sqrt((OWN_SPREAD + sum(off)) / (OWN_SPREAD + len(off)))
    return found


def _design(
    rows: Sequence[Row], task: Task, level: Floats, variance: Floats, codes: Sequence[dict[str, int]]
) -> Floats:
    """What the trees see of each row."""
    rating = ratings_of(rows, task)
    found: list[list[float]] = [[]] * len(rows)
    for subject in occasions(rows, task):
        for one in subject:
            row = rows[one.place]
            words = [
                float(known.get(row.words[name], -1))
                for name, known in zip(task.categories, codes, strict=True)
            ]
            found[one.place] = [
                float(level[one.place]),
                float(variance[one.place]),
                *_past(rows, task, rating, one, float(level[one.place])),
                *one.acts,
                *(row.numbers[name] for name in task.numbers),
                *words,
            ]
    return np.array(found, dtype=np.float64).reshape(len(rows), -1)


def _past(
    rows: Sequence[Row], task: Task, rating: Sequence[float], one: Occasion, level: float
) -> list[float]:
    """What the ratings shown before say, of everyone and of the one whom this rating is about."""
    shown = [rating[place] for place in one.shown]
    mean = (sum(shown) + 2 * level) / (len(shown) + 2)
    recent = shown[-3:]
    found = [
        float(one.number),
        float(len(shown)),
        mean,
        shown[-1] if shown else nan,
        shown[-2] if len(shown) > 1 else nan,
        fmean(recent) if recent else nan,
        pstdev(shown) if len(shown) > 1 else nan,
        min(shown, default=nan),
        max(shown, default=nan),
    ]
    if task.target:
        mine = rows[one.place].words[task.target]
        same = [rating[place] for place in one.shown if rows[place].words[task.target] == mine]
        found += [float(len(same)), (sum(same) + mean) / (len(same) + 1), same[-1] if same else nan]
    return found


def _categories(design: Floats, words: int) -> list[int]:
    return list(range(design.shape[1] - words, design.shape[1]))


def _codes(rows: Sequence[Row], name: str) -> dict[str, int]:
    return {word: code for code, word in enumerate(sorted({row.words[name] for row in rows}))}
