"""Trust as a discounted, asymmetric beta path, over a fixed bank of people it might be about.

The rival of the level in `engine/timeline.py`; no reading uses it. Kept acts add to one heap and broken
ones, more heavily, to another; both shrink by half in a fixed time; their share is the path's mean (Jøsang &
Ismail 2002; asymmetric after Guo & Yang 2021). A self-rating reads that mean through an Ornstein-Uhlenbeck
offset and noise. Nobody knows how fast a person forgets or how much a loss weighs for them, so many paths run
side by side, each with constants of its own, and each rating weighs them anew by Bayes' rule. The constants
never change: nothing is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from statistics import NormalDist
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from amends.engine.params import LASTING_SHARE, RATING_EDGE

Floats: TypeAlias = NDArray[np.float64]

PATHS: Final = 2048
"""Paths in the bank. [choice]"""
PRIOR_MASS: Final = 2.0
"""Acts that an empty path counts as. [lit] Jøsang & Ismail (2002)."""
PRIOR_SHARE: Final = 0.5
"""Share of them that were kept. [lit] As above."""
OFFSET_DAYS: Final = 60.0
"""Days in which an offset fades to 1/e. [choice]"""
LEAST_PATHS: Final = 20.0
"""Effective number of paths below which their weights are evened out up to it. [choice]"""
ROOT: Final = 1.0757660660868371
"""The root of x¹⁰ = x + 1, whose powers spread points evenly over nine dimensions (Roberts 2018). [calc]"""
HALVINGS: Final = 48
"""Halvings of the stretch in which a quantile is sought; the rest is below 1e-9 logits. [calc]"""


@dataclass(frozen=True)
class Prior:
    """What is supposed of a person beforehand: centre and spread of each constant, normal on its own scale.

    Attributes:
        start: logit of the first level.
        mass: log of the acts that it counts as.
        step: log of what one kept act adds.
        ratio: log of how much more a broken one adds.
        half_life: log of the days in which half is forgotten.
        wander: log of the standard deviation of the offset, logits.
        noise: log of that of a rating, logits.
    """

    start: tuple[float, float] = (0.0, 1.2)
    mass: tuple[float, float] = (2.995732273553991, 0.6)  # twenty acts
    step: tuple[float, float] = (0.0, 0.7)
    ratio: tuple[float, float] = (0.6931471805599453, 0.6)  # twice
    half_life: tuple[float, float] = (4.499809670330265, 0.7)  # ninety days
    wander: tuple[float, float] = (-0.916290731874155, 0.4)  # .4
    noise: tuple[float, float] = (-1.0498221244986778, 0.3)  # .35


@dataclass(frozen=True)
class Mixture:
    """A mixture of normals on the logit scale.

    Attributes:
        weights: of its parts; they sum to 1.
        means, variances: of each part, in logits.
    """

    weights: Floats
    means: Floats
    variances: Floats

    def quantile(self, chance: float) -> float:
        """The value, 0 to 1, below which it lies with a chance between 0 and 1."""
        spread = np.sqrt(self.variances)
        low, high = float((self.means - 9 * spread).min()), float((self.means + 9 * spread).max())
        for _halving in range(HALVINGS):
            middle = (low + high) / 2
            if float((self.weights * _below((middle - self.means) / spread)).sum()) < chance:
                low = middle
            else:
                high = middle
        return float(_expit(np.array((low + high) / 2)))


@dataclass(frozen=True)
class Bank:
    """Paths side by side; each attribute holds one number per path.

    Attributes:
        step, ratio, half_life, wander, noise: the constants of each path, as in `Prior`, none as a log.
        kept, broken: the two heaps, in acts.
        lasting: what deception added to the second and never fades.
        offset, variance: mean and variance of the offset, in logits.
        weights: how much each path counts.
    """

    step: Floats
    ratio: Floats
    half_life: Floats
    wander: Floats
    noise: Floats
    kept: Floats
    broken: Floats
    lasting: Floats
    offset: Floats
    variance: Floats
    weights: Floats

    @property
    def share(self) -> Floats:
        """The mean of each path, 0 to 1."""
        acts = self.kept + self.broken + self.lasting
        return (self.kept + PRIOR_MASS * PRIOR_SHARE) / (acts + PRIOR_MASS)

    def wait(self, days: float) -> Bank:
        """The same some days later, with nothing new."""
        left, stays = 2 ** (-days / self.half_life), float(np.exp(-days / OFFSET_DAYS))
        return replace(
            self,
            kept=self.kept * left,
            broken=self.broken * left,
            offset=self.offset * stays,
            variance=stays**2 * self.variance + self.wander**2 * (1 - stays**2),
        )

    def act(self, kept: float, *, weight: float = 1.0, deception: bool = False) -> Bank:
        """The same after an act.

        Args:
            kept: 1 kept, .5 late or in part, 0 broken.
            weight: how heavy it was, in plain acts.
            deception: whether it deceived; a share of what it breaks never fades.
        """
        taken = self.ratio * self.step * weight * (1 - kept)
        stays = LASTING_SHARE if deception else 0.0
        return replace(
            self,
            kept=self.kept + self.step * weight * kept,
            broken=self.broken + (1 - stays) * taken,
            lasting=self.lasting + stays * taken,
        )

    def relieve(self, share: float, *, days: float, weight: float = 1.0) -> Bank:
        """The same after an accepted apology, or, with a share below 0, once its promise was broken.

        Args:
            share: how much it takes off of what is left of the broken act.
            days: since that act.
            weight: how heavy that act was.
        """
        left = self.ratio * self.step * weight * 2 ** (-days / self.half_life)
        return replace(self, broken=self.broken - share * left)

    def rate(self, rating: float) -> Bank:
        """The same after a self-rating, 0 to 1: offsets follow it, and paths that foresaw it count more."""
        clipped = min(max(rating, RATING_EDGE), 1 - RATING_EDGE)
        surprise = float(_logit(np.array(clipped))) - self._middle
        total = self.variance + self.noise**2
        likely = np.log(self.weights) - 0.5 * (np.log(total) + surprise**2 / total)
        gain = self.variance / total
        return replace(
            self,
            offset=self.offset + gain * surprise,
            variance=self.variance * (1 - gain),
            weights=_evened(likely - likely.max()),
        )

    def level(self) -> Mixture:
        """Trust as it stands."""
        return Mixture(self.weights, self._middle, self.variance)

    def rating(self) -> Mixture:
        """The next self-rating, noise and all."""
        return Mixture(self.weights, self._middle, self.variance + self.noise**2)

    @property
    def _middle(self) -> Floats:
        return _logit(self.share) + self.offset


def bank(prior: Prior | None = None, paths: int = PATHS) -> Bank:
    """Paths of one weight before any act, their constants spread evenly over what is supposed beforehand."""
    supposed = prior or Prior()
    start, mass, *logs = (
        centre + spread * column
        for (centre, spread), column in zip(vars(supposed).values(), _normals(paths), strict=True)
    )
    step, ratio, half_life, wander, noise = (np.exp(one) for one in logs)
    trust, acts = _expit(start), np.exp(mass)
    empty = np.zeros(paths)
    return Bank(
        step=step,
        ratio=ratio,
        half_life=half_life,
        wander=wander,
        noise=noise,
        kept=trust * acts,
        broken=(1 - trust) * acts,
        lasting=empty,
        offset=empty,
        variance=wander**2,
        weights=np.full(paths, 1 / paths),
    )


@cache
def _normals(paths: int) -> Floats:
    """A row for each constant: a sequence after Kronecker, from 1, through the normal quantile."""
    number = np.arange(1, paths + 1)
    even = (0.5 + number * ROOT ** -np.arange(1.0, 8.0)[:, None]) % 1
    quantile = NormalDist().inv_cdf
    return np.array([[quantile(one) for one in row] for row in even.tolist()])


def _evened(likely: Floats) -> Floats:
    """Weights from their logs, tempered where too few paths would be left."""
    if _effective(likely) >= min(LEAST_PATHS, len(likely)):
        return _weights(likely)
    low, high = 0.0, 1.0
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        if _effective(middle * likely) < LEAST_PATHS:
            high = middle
        else:
            low = middle
    return _weights(low * likely)


def _weights(likely: Floats) -> Floats:
    weights = np.exp(likely)
    found: Floats = np.maximum(weights / weights.sum(), np.finfo(np.float64).tiny)
    return found


def _effective(likely: Floats) -> float:
    return float(1 / (_weights(likely) ** 2).sum())


def _below(at: Floats) -> Floats:
    """The chance that a standard normal lies below, to 1e-7 (Abramowitz & Stegun 1964, 26.2.17)."""
    t = 1 / (1 + 0.2316419 * np.abs(at))
    tail = np.exp(-at * at / 2) / np.sqrt(2 * np.pi)
    tail *= t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    found: Floats = np.where(at > 0, 1 - tail, tail)
    return found


def _logit(value: Floats) -> Floats:
    found: Floats = np.log(value / (1 - value))
    return found


def _expit(value: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-value))
    return found
