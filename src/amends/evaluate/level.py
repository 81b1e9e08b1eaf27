"""A Gaussian level per person, per relation and per kind of relation, read through ratings.

A rating is what a person gives on average, plus what they give this one, plus slow ups and downs, plus what
the occasion does to everyone; all Gaussian, so that each prediction is a
sum with a variance (mixed model, Laird & Ware 1982; as a process over time, Rasmussen & Williams 2006). The
few variances are fitted by restricted likelihood. It needs the extra ``fit``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from amends.evaluate.ratings import Occasion, Task, occasions, ratings_of
from amends.evaluate.scores import Floats
from amends.evaluate.tables import Row

START: Final = (0.015, 0.005, 0.003, 0.004, 3.0, 0.012)
"""Where fitting begins: variances of person, relation, kind of relation and drift; the rows in which the
drift fades to 1/e; the variance of one rating."""
RIDGE: Final = 0.06
"""Standard deviation of an occasion's effect on everyone, in units of ratings [choice]."""
LOOSE: Final = 0.05
"""How strongly the logs of the variances are held near where fitting begins, per group of people [choice]."""
FARTHEST: Final = 5.0
"""How far the log of a variance may go from there, so that no two ratings ever mean the same for certain."""
ROUNDS: Final = 60
"""Steps of fitting at most."""


@dataclass(frozen=True)
class Design:
    """What is known of the rows, as numbers.

    Attributes:
        fixed: what moves everyone, a row each.
        relation, kind: whom a rating is about, and of what kind that is, as codes; -1 where none is named.
    """

    fixed: Floats
    relation: Any
    kind: Any


@dataclass(frozen=True)
class Encoder:
    """How rows become numbers: centres and spreads of the cohort, and the words it knows."""

    task: Task
    centre: Floats
    spread: Floats
    words: tuple[tuple[str, ...], ...]

    @classmethod
    def learn(cls, rows: Sequence[Row], task: Task) -> Encoder:
        """From the cohort."""
        plain = _plain(rows, task)
        with np.errstate(all="ignore"):
            centre = np.nan_to_num(np.nanmean(plain, axis=0)) if len(rows) else np.zeros(plain.shape[1])
            spread = np.nan_to_num(np.nanstd(plain, axis=0)) + 1e-9 if len(rows) else np.ones(plain.shape[1])
        words = tuple(tuple(sorted({row.words[name] for row in rows})) for name in task.categories)
        return cls(task, centre, spread, words)

    def encode(self, rows: Sequence[Row]) -> Design:
        """What is known of some rows."""
        scaled = np.nan_to_num((_plain(rows, self.task) - self.centre) / self.spread)
        hot = [
            np.array([float(row.words[name] == word) for row in rows])
            for name, words in zip(self.task.categories, self.words, strict=True)
            for word in words
        ]
        first = np.array([float(one.number == 0) for one in _in_place(rows, self.task)])
        fixed = np.column_stack([np.ones(len(rows)), first, scaled, scaled**2, *hot])
        return Design(fixed, _codes(rows, self.task.target), _codes(rows, self._kind))

    @property
    def _kind(self) -> str:
        return f"{self.task.target}_kind" if f"{self.task.target}_kind" in self.task.categories else ""


@dataclass(frozen=True)
class Levels:
    """A fitted model.

    Attributes:
        encoder: how rows become numbers.
        effects: what moves everyone, and by how much.
        variances: as in `START`.
    """

    encoder: Encoder
    effects: Floats
    variances: Floats

    def predict(self, rows: Sequence[Row]) -> tuple[Floats, Floats]:
        """Mean and variance of each rating, from those of its subject shown before."""
        design = self.encoder.encode(rows)
        base = (design.fixed * self.effects).sum(axis=1)
        left = np.array(ratings_of(rows, self.encoder.task)) - base
        mean, variance = np.zeros(len(rows)), np.zeros(len(rows))
        for subject in occasions(rows, self.encoder.task):
            for one in subject:
                mean[one.place], variance[one.place] = self._one(design, left, one, subject)
        return mean + base, variance

    def _one(
        self, design: Design, left: Floats, one: Occasion, subject: list[Occasion]
    ) -> tuple[float, float]:
        number = {other.place: other.number for other in subject}
        places = [*one.shown, one.place]
        together = _covariance(self.variances, design, places, [number[place] for place in places])
        noise = self.variances[-1]
        own = float(together[-1, -1] + noise)
        if not one.shown:
            return 0.0, own
        shown = together[:-1, :-1] + noise * np.eye(len(one.shown))
        weights = np.linalg.solve(shown, together[:-1, -1])
        told = float((weights * together[:-1, -1]).sum())
        # One rating's own noise stays, whatever rounding says.
        return float((weights * left[list(one.shown)]).sum()), max(own - told, float(noise))


def fit_levels(rows: Sequence[Row], task: Task) -> Levels:
    """The effects and variances under which the ratings of a cohort are most likely."""
    from scipy.optimize import minimize  # noqa: PLC0415 - comes with the extra

    encoder = Encoder.learn(rows, task)
    design = encoder.encode(rows)
    rating = np.array(ratings_of(rows, task))
    cohort = _by_length(rows, task, rating)
    start = np.log(START)

    def loss(logs: Floats) -> float:
        held = LOOSE * len(cohort) * float(((logs - start) ** 2).sum())
        return _solve(np.exp(logs), design, rating, cohort)[1] + held

    near = [(log - FARTHEST, log + FARTHEST) for log in start]
    found = minimize(loss, start, method="L-BFGS-B", bounds=near, options={"maxiter": ROUNDS, "ftol": 1e-6})
    variances = np.exp(found.x)
    return Levels(encoder, _solve(variances, design, rating, cohort)[0], variances)


def _solve(
    variances: Floats, design: Design, rating: Floats, cohort: list[tuple[Any, Any]]
) -> tuple[Floats, float]:
    """The effects that fit best, and minus the log of their likelihood."""
    width = design.fixed.shape[1]
    normal, right, constant = np.eye(width) / RIDGE**2, np.zeros(width), 0.0
    normal[0, 0] = 1e-6  # the mean of all is free
    for places, numbers in cohort:
        together = _covariance(variances, design, places, numbers)
        root = np.linalg.cholesky(together + variances[-1] * np.eye(places.shape[1]))
        white = np.linalg.solve(root, design.fixed[places])
        seen = np.linalg.solve(root, rating[places][..., None])
        normal += np.einsum("ski,skj->ij", white, white)
        right += np.einsum("ski,sk->i", white, seen[..., 0])
        diagonal = np.diagonal(root, axis1=-2, axis2=-1)
        constant += float((seen**2).sum()) + 2 * float(np.log(diagonal).sum())
    effects: Floats = np.linalg.solve(normal, right).astype(np.float64)
    sign, log_volume = np.linalg.slogdet(normal)
    return effects, 0.5 * (constant - float(right @ effects) + float(log_volume if sign > 0 else 0))


def _covariance(variances: Floats, design: Design, places: Any, numbers: Any) -> Any:
    """How the levels behind some ratings vary together; for a stack of subjects at once, or one."""
    person, relation, kind, drift, fading, _noise = variances
    at, count = np.asarray(places), np.asarray(numbers, dtype=np.float64)
    apart = np.abs(count[..., :, None] - count[..., None, :])
    found = person + drift * np.exp(-apart / fading)
    for share, codes in ((relation, design.relation), (kind, design.kind)):
        code = codes[at]
        found = found + share * ((code[..., :, None] == code[..., None, :]) & (code[..., None, :] >= 0))
    return found


def _by_length(rows: Sequence[Row], task: Task, rating: Floats) -> list[tuple[Any, Any]]:
    """The rated rows of the subjects, those with equally many together."""
    found: dict[int, list[tuple[list[int], list[int]]]] = {}
    for subject in occasions(rows, task):
        rated = [one for one in subject if not np.isnan(rating[one.place])]
        if rated:
            pair = [one.place for one in rated], [one.number for one in rated]
            found.setdefault(len(rated), []).append(pair)
    return [
        (np.array([places for places, _numbers in same]), np.array([numbers for _places, numbers in same]))
        for same in found.values()
    ]


def _plain(rows: Sequence[Row], task: Task) -> Floats:
    known = [
        (*one.acts, *(rows[one.place].numbers[name] for name in task.numbers))
        for one in _in_place(rows, task)
    ]
    return np.array(known, dtype=np.float64).reshape(len(rows), -1)


def _in_place(rows: Sequence[Row], task: Task) -> list[Occasion]:
    found = [one for subject in occasions(rows, task) for one in subject]
    return sorted(found, key=lambda one: one.place)


def _codes(rows: Sequence[Row], column: str) -> Any:
    if not column:
        return np.full(len(rows), -1)
    codes: dict[str, int] = {}
    return np.array([codes.setdefault(row.words[column], len(codes)) for row in rows])
