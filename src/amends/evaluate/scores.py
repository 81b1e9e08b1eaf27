"""How good forecasts were."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

ECE_BINS: Final = 15
"""Equal bins of the chance, as in Guo, Pleiss, Sun & Weinberger (2017)."""
EDGE: Final = 1e-6
"""No chance counts as nearer to 0 or 1 than this."""


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
