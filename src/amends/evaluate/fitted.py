"""A model fitted on a cohort's own records: boosted trees over a past and its occasion.

Gradient boosting (Friedman 2001) as LightGBM builds it (Ke et al. 2017). Its size is chosen by
cross-validation over subjects, never over events. Each forecast is a sum over the columns, by the
trees' exact Shapley values (Lundberg, Erion & Lee 2018). It needs the extra ``fit``.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from amends.evaluate.history import names_of, walk
from amends.evaluate.scores import Floats
from amends.evaluate.tables import Columns, Row

SEED: Final = 1
MANY: Final = 30_000
"""Events from which on three folds and quicker steps are enough [choice]."""
LEAVES: Final = ((4, 20), (8, 40), (20, 60))
"""Leaves of a tree and the least events on a leaf, of which cross-validation chooses."""
MOST_TREES: Final = 1500
PATIENCE: Final = 40
"""Trees without a gain after which a fold stops."""
ALL_RATHER_THAN_FOLDS: Final = 1.1
"""How many more trees fit all events than a fold of them."""
MODELS: Final = 3
"""Models with other samples of rows and columns, whose logits are averaged."""


class NoFit(RuntimeError):
    """The library that fits is not installed."""


@dataclass(frozen=True)
class Fitted:
    """A fitted model; `predict` and `explain` take the events of one table."""

    columns: Columns
    codes: dict[str, dict[str, int]]
    models: tuple[Any, ...]

    def predict(self, rows: Sequence[Row]) -> Floats:
        """The chance of 1 for each event, from the events of its own subject before it."""
        design = _design(rows, self.columns, self.codes)
        logits = np.mean([model.predict(design, raw_score=True) for model in self.models], axis=0)
        chances: Floats = 1 / (1 + np.exp(-logits))
        return chances

    def explain(self, rows: Sequence[Row]) -> tuple[list[str], Floats]:
        """The names of the terms, and for each event their amounts; a row of them sums to the logit."""
        design = _design(rows, self.columns, self.codes)
        shares = np.mean([model.predict(design, pred_contrib=True) for model in self.models], axis=0)
        return [*names_of(self.columns), *self.columns.categorical, "base"], shares


def fit(rows: Sequence[Row], columns: Columns) -> Fitted:
    """A model of the events in ``rows``.

    Raises:
        NoFit: the extra ``fit`` is not installed.
        ValueError: there is nothing to learn from: fewer than two subjects, or one outcome alone.
    """
    boosting = library()
    if not rows:
        raise ValueError("it needs events to learn from")
    codes = {name: _codes(row.words[name] for row in rows) for name in columns.categorical}
    outcome = np.array([row.numbers[columns.outcome] for row in rows])
    known = ~np.isnan(outcome)
    design, outcome = _design(rows, columns, codes)[known], outcome[known]
    subjects = np.array([row.subject for row in rows])[known]
    if len(set(subjects)) < 2 or len(set(outcome)) < 2:  # noqa: PLR2004
        raise ValueError("it needs two subjects and both outcomes to learn from")
    categories = list(range(design.shape[1] - len(codes), design.shape[1]))
    chosen, trees = _choose(
        boosting, design, outcome, folds_of(subjects, 3 if len(outcome) > MANY else 5), categories
    )
    models = (
        boosting.train(
            chosen | {"seed": SEED + number},
            boosting.Dataset(design, outcome, categorical_feature=categories),
            trees,
        )
        for number in range(MODELS)
    )
    return Fitted(columns, codes, tuple(models))


def library() -> Any:
    """The library that grows trees.

    Raises:
        NoFit: it is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import lightgbm  # noqa: PLC0415 - an extra
    except (ImportError, OSError) as error:
        raise NoFit(f"fitting needs the extra 'fit' ({error})") from None
    return lightgbm


def _choose(
    library: Any, design: Floats, outcome: Floats, folds: Floats, categories: list[int]
) -> tuple[dict[str, Any], int]:
    """The parameters and the number of trees with the least loss on subjects that were left out."""
    tried = []
    for leaves, least in LEAVES:
        parameters = _parameters(leaves, least, quick=len(outcome) > MANY)
        losses, rounds = zip(
            *(
                _try(library, parameters, design, outcome, folds == fold, categories)
                for fold in np.unique(folds)
            ),
            strict=True,
        )
        trees = int(np.mean(rounds) * ALL_RATHER_THAN_FOLDS) + 1
        tried.append((float(np.sum(losses)), parameters, trees))
    _loss, chosen, trees = min(tried, key=lambda one: one[0])
    return chosen, trees


def _try(  # noqa: PLR0913, PLR0917 - one call
    library: Any,
    parameters: dict[str, Any],
    design: Floats,
    outcome: Floats,
    left_out: Any,
    categories: list[int],
) -> tuple[float, int]:
    """Loss on the subjects that were left out, summed, and how many trees it took."""
    data = library.Dataset(design[~left_out], outcome[~left_out], categorical_feature=categories)
    held = library.Dataset(design[left_out], outcome[left_out], reference=data)
    stop = library.early_stopping(PATIENCE, verbose=False)
    model = library.train(parameters, data, MOST_TREES, valid_sets=[held], callbacks=[stop])
    return model.best_score["valid_0"]["binary_logloss"] * int(left_out.sum()), model.best_iteration


def _parameters(leaves: int, least: int, *, quick: bool) -> dict[str, Any]:
    return {
        "objective": "binary",
        "num_leaves": leaves,
        "min_child_samples": least,
        "learning_rate": 0.06 if quick else 0.04,
        "feature_fraction": 0.6,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "lambda_l2": 10.0,
        "cat_smooth": 20.0,
        "cat_l2": 20.0,
        "max_bin": 127,
        "seed": SEED,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,  # several wait for each other where the machine is busy
        "verbose": -1,
    }


def folds_of(subjects: Any, count: int) -> Any:
    """A fold for each event, the same for all events of a subject."""
    names = np.unique(subjects)
    order = np.random.default_rng(SEED).permutation(len(names))
    fold_of = dict(zip(names[order], np.arange(len(names)) % min(count, len(names)), strict=True))
    return np.array([fold_of[subject] for subject in subjects])


def _design(rows: Sequence[Row], columns: Columns, codes: dict[str, dict[str, int]]) -> Floats:
    known = [
        numbers + [float(codes[name].get(row.words[name], -1)) for name in columns.categorical]
        for (numbers, _before), row in zip(walk(rows, columns), rows, strict=True)
    ]
    return np.array(known, dtype=np.float64).reshape(len(rows), -1)


def _codes(words: Any) -> dict[str, int]:
    return {word: code for code, word in enumerate(sorted(set(words)))}
