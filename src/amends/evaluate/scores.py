"""How good forecasts were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


ECE_BINS: Final = 15
"""Equal bins of the chance, as in Guo, Pleiss, Sun & Weinberger (2017)."""
POINTS: Final = 199
"""Points that stand for the spread around a prediction."""
EDGE: Final = 1e-6
"""No chance counts as nearer to 0 or 1 than this."""


@dataclass(frozen=True)
class Predictions:
    """For each row the middle of what is expected, and points of equal weight that stand for its spread."""

    mean: Floats
    points: Floats


def score_chances(outcome: Floats, chance: Floats) -> dict[str, float | int | None]:
    """Number, log loss, Brier score, area under the curve and calibration error of forecasts.

    Args:
        outcome: 0 or 1.
        chance: forecasts of 1.
    """
    if not len(outcome):
        return {"n": 0, "log_loss": None, "brier": None, "auc": None, "ece": None}
    clipped = np.clip(chance, EDGE, 1 - EDGE)
    losses = -(outcome * np.log(clipped) + (1 - outcome) * np.log(1 - clipped))
    return {
        "n": len(outcome),
        "log_loss": float(losses.mean()),
        "brier": float(((chance - outcome) ** 2).mean()),
        "auc": _auc(outcome, chance),
        "ece": _calibration_error(outcome, chance),
    }


def score_ratings(rating: Floats, found: Predictions, rows: Any) -> dict[str, float | int | None]:
    """Number, errors, how many ratings the bands hold, and the continuous ranked probability score.

    Args:
        rating: what came, between 0 and 1.
        found: what was expected, of more rows.
        rows: which of those rows the ratings are of.
    """
    if not len(rating):
        names = ("rmse", "mae", "coverage80", "coverage95", "crps")
        return {"n": 0} | dict.fromkeys(names)
    off = rating - found.mean[rows]
    points = np.sort(found.points[rows], axis=1)
    return {
        "n": len(rating),
        "rmse": float(np.sqrt((off**2).mean())),
        "mae": float(np.abs(off).mean()),
        "coverage80": _coverage(rating, points, 0.8),
        "coverage95": _coverage(rating, points, 0.95),
        "crps": _crps(rating, points),
    }


def _coverage(rating: Floats, points: Floats, share: float) -> float:
    low, high = np.quantile(points, ((1 - share) / 2, (1 + share) / 2), axis=1)
    return float(((low <= rating) & (rating <= high)).mean())


def _crps(rating: Floats, points: Floats) -> float:
    """Of sorted points of equal weight (Gneiting & Raftery 2007)."""
    count = points.shape[1]
    weights = (2 * np.arange(1, count + 1) - count - 1) / count**2
    apart = np.abs(points - rating[:, None]).mean(axis=1)
    return float((apart - (points * weights).sum(axis=1)).mean())


def _auc(outcome: Floats, chance: Floats) -> float | None:
    """The chance that one that was kept was forecast above one that was not (Hanley & McNeil 1982)."""
    kept = outcome == 1
    positive, negative = int(kept.sum()), int((~kept).sum())
    if not positive or not negative:
        return None
    _values, place, count = np.unique(chance, return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(count) - (count - 1) / 2
    ranks = mean_rank[place][kept].sum()
    return float((ranks - positive * (positive + 1) / 2) / (positive * negative))


def _calibration_error(outcome: Floats, chance: Floats) -> float:
    bins = np.minimum((chance * ECE_BINS).astype(int), ECE_BINS - 1)
    count = np.bincount(bins, minlength=ECE_BINS)
    gap = np.abs(np.bincount(bins, outcome - chance, ECE_BINS))
    return float(gap.sum() / count.sum())
