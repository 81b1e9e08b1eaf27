"""How well self-ratings of trust are predicted, beside peers, in one run.

    python bench/engine/trust.py FOLDER [SET ...]

FOLDER (or AMENDS_BENCH_DATA) holds `columns.json` and a folder for each set with its train and dev
parts. It prints a table and writes results/trust.json beside this file. Without the data it says so
and ends well. It needs the extra ``fit``.

Each set is predicted with every rating shown after it was predicted (dense), with the first and every
so-many-th alone (sparse), and dense without looking at what happened. Peers, each fitted on the train
part: the last rating again; the subject's mean, shrunk to that of everyone; LightGBM on the columns and a
plain history; the beta paths of `amends.evaluate.beta_bank`, as designed and re-anchored at the cohort and
the subject's own mean. Beside them the house's own: the Gaussian level as shipped, the fitted one, and the
mixture that the command fits. Peers that give one number get their band from how far off they were on the
train part (LightGBM: on those of its people whom it left out to know when to stop).
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from math import log
from pathlib import Path
from statistics import NormalDist
from typing import Any

import lightgbm
import numpy as np

from amends.engine.params import RATING_EDGE
from amends.engine.scales import logit
from amends.evaluate.beta_bank import Bank, Mixture, Prior, bank
from amends.evaluate.blend import fit_blend
from amends.evaluate.level import fit_levels
from amends.evaluate.ratings import Occasion, Task, occasions, ratings_of, task_of
from amends.evaluate.scores import POINTS, Floats, Predictions
from amends.evaluate.tables import Row, read_columns, read_rows
from amends.evaluate.trust import Predict, evaluate, shipped

RESULTS = Path(__file__).resolve().parent / "results" / "trust.json"
PLACES = (np.arange(POINTS) + 0.5) / POINTS
NORMAL = np.array([NormalDist().inv_cdf(place) for place in PLACES.tolist()])
SHRINK = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Ratings that the mean of everyone may count as."""
FEWER = 256
"""Paths of the bank while its prior is chosen."""
SOME = 900
"""Rows on which that happens, whole subjects."""
CHOICES: dict[str, tuple[float, ...]] = {
    "wander": (0.2, 0.4, 0.8, 1.2),
    "noise": (0.2, 0.35, 0.7, 1.0, 1.4),
    "days": (0.3, 1.0, 4.0, 12.0, 40.0),
    "weight": (0.0, 0.3, 1.0, 3.0),
    "start": (0.15, 0.3, 0.6, 1.2),
    "mass": (5.0, 20.0, 60.0),
}
"""What is tried of each part of an anchor, one after another."""


@dataclass(frozen=True)
class Anchor:
    """How the bank is set to a cohort.

    Attributes:
        prior: of its constants; where a path starts is set for each subject.
        days: how long a row counts.
        weight: how heavy an act of usual size counts; 0 leaves acts out.
        acts: what each act adds to a rating, by least squares on the train part.
        centre, usual: mean of each act, and the spread of what all add together.
        mean: of all ratings.
        strength: ratings that this mean counts as, beside the subject's own, where a bank starts.
    """

    prior: Prior
    days: float
    weight: float
    acts: Floats
    centre: Floats
    usual: float
    mean: float
    strength: float


def main(folder: Path, names: Sequence[str]) -> None:
    """Run all sets and write what came of it."""
    known = json.loads((folder / "columns.json").read_text())["trust"]
    results: dict[str, dict[str, Any]] = {}
    for name in names or known:
        for way in ("dense", "sparse", "without acts"):
            results[f"{name}, {way}"] = _set(folder, name, way)
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "machine": platform.machine()}
    packages = {name: version(name) for name in ("numpy", "scipy", "lightgbm", "amends")}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"machine": machine | packages, "sets": results}, indent=1) + "\n")
    columns = list(next(iter(results.values())))
    print("| set | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name, found in results.items():
        cells = [f"{one['rmse']:.4f} / {one['crps']:.4f} / {one['coverage80']:.0%}" for one in found.values()]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def _set(folder: Path, name: str, way: str) -> dict[str, dict[str, float]]:
    task = task_of(name, read_columns(folder / "columns.json", "trust", name), sparse=way == "sparse")
    place = json.loads((folder / "columns.json").read_text())["trust"][name]["file"]
    train, dev = (_part(folder / place, part, task) for part in ("train", "dev"))
    if way == "without acts":
        task = task.without_acts()
    makers: dict[str, Callable[[], Predict]] = {
        "last rating": lambda: _persistence(train, task),
        "own mean": lambda: _own_mean(train, task),
        "LightGBM": lambda: _plain_lightgbm(train, task),
        "beta bank, as designed": lambda: _designed(task),
        "Amends, as shipped": lambda: shipped(task),
        "beta bank, fitted": lambda: _fitted_bank(train, task),
        "Amends, fitted level": lambda: _levels(train, task),
        "Amends, fitted": lambda: fit_blend(train, task).predict,
    }
    found = {}
    for peer, make in makers.items():
        began = time.perf_counter()
        predict = make()
        took = time.perf_counter() - began
        scores = evaluate(dev, task, predict).scores
        kept = {key: scores[key] for key in ("n", "rmse", "mae", "crps", "coverage80", "coverage95")}
        kept["after_a_rating"] = scores["after_a_rating"]["rmse"]
        if "never_shown" in scores:
            kept["never_shown"] = scores["never_shown"]["rmse"]
        found[peer] = kept | {"seconds_to_fit": round(took, 1)}
    return found


def _part(folder: Path, part: str, task: Task) -> list[Row]:
    file = next(path for path in sorted(folder.iterdir()) if path.name.startswith(f"{part}.csv"))
    return read_rows(file, task.columns)


def _each(rows: Sequence[Row], task: Task) -> Iterator[Occasion]:
    return (one for subject in occasions(rows, task) for one in subject)


# Peers that give one number --------------------------------------------------------------------


def _persistence(train: Sequence[Row], task: Task) -> Predict:
    mean = float(np.nanmean(ratings_of(train, task)))

    def guess(rows: Sequence[Row]) -> Floats:
        rating = ratings_of(rows, task)
        found = np.full(len(rows), mean)
        for one in _each(rows, task):
            if one.shown:
                found[one.place] = rating[one.shown[-1]]
        return found

    return _banded(guess, train, task)


def _own_mean(train: Sequence[Row], task: Task) -> Predict:
    mean = float(np.nanmean(ratings_of(train, task)))
    guesses = [lambda rows, s=s: _shrunk(rows, task, mean, s) for s in SHRINK]
    return _banded(min(guesses, key=lambda guess: _error(train, task, guess(train))), train, task)


def _shrunk(rows: Sequence[Row], task: Task, mean: float, strength: float) -> Floats:
    """The mean of the ratings shown before each row, shrunk to that of everyone."""
    rating = ratings_of(rows, task)
    found = np.zeros(len(rows))
    for one in _each(rows, task):
        shown = [rating[place] for place in one.shown]
        found[one.place] = (sum(shown) + strength * mean) / (len(shown) + strength)
    return found


def _banded(guess: Callable[[Sequence[Row]], Floats], known: Sequence[Row], task: Task) -> Predict:
    """A guess with the spread that it was off by for people already known."""
    off = np.array(ratings_of(known, task)) - guess(known)
    spread = np.quantile(off[~np.isnan(off)], PLACES)

    def predict(rows: Sequence[Row]) -> Predictions:
        mean = np.clip(guess(rows), 0, 1)
        return Predictions(mean, np.clip(mean[:, None] + spread, 0, 1))

    return predict


def _error(rows: Sequence[Row], task: Task, found: Floats) -> float:
    return float(np.nanmean((np.array(ratings_of(rows, task)) - found) ** 2))


# The bank --------------------------------------------------------------------------------------


def _designed(task: Task) -> Predict:
    """The bank as it stands: it knows nobody, each relation starts at one half, a row is a day."""
    anchor = Anchor(Prior(), 1.0, 0.0, np.zeros(0), np.zeros(0), 1.0, 0.5, 1e9)
    return lambda rows: _walked(rows, task, anchor)


def _fitted_bank(train: Sequence[Row], task: Task) -> Predict:
    """The bank with the centres of its prior that did best on some of the train part."""
    names = list(dict.fromkeys(row.subject for row in train))
    some: list[Row] = []
    for subject in np.random.default_rng(1).permutation(names):
        if len(some) < SOME:
            some += [row for row in train if row.subject == subject]
    anchor = _start(train, task)
    for _round in range(2):
        for name, values in CHOICES.items():
            if name != "weight" or anchor.acts.size:
                tried = [_changed(anchor, name, value) for value in values]
                anchor = min(tried, key=lambda one: _score(some, task, one))
    return lambda rows: _walked(rows, task, anchor)


def _score(rows: Sequence[Row], task: Task, anchor: Anchor) -> float:
    return float(evaluate(rows, task, lambda given: _walked(given, task, anchor, FEWER)).scores["crps"])


def _start(train: Sequence[Row], task: Task) -> Anchor:
    rating = np.array(ratings_of(train, task))
    known = ~np.isnan(rating)
    acts = np.array([one.acts for one in sorted(_each(train, task), key=lambda one: one.place)], dtype=float)
    centre = np.nanmean(acts, axis=0)
    own: dict[str, list[float]] = {}
    for row, value in zip(train, rating.tolist(), strict=True):
        own.setdefault(row.subject, []).append(value)
    usual = np.array([np.nanmean(own[row.subject]) for row in train])
    moved = np.nan_to_num(acts - centre)[known]
    effects = np.linalg.lstsq(moved, (rating - usual)[known], rcond=None)[0]
    spread = float((moved @ effects).std())
    return Anchor(Prior(), 1.0, 1.0, effects, centre, max(spread, 1e-9), float(np.nanmean(rating)), 2.0)


def _changed(anchor: Anchor, name: str, value: float) -> Anchor:
    if name in {"days", "weight"}:
        return replace(anchor, **{name: value})
    if name == "start":
        return replace(anchor, prior=replace(anchor.prior, start=(0.0, value)))
    spread = getattr(anchor.prior, name)[1]
    return replace(anchor, prior=replace(anchor.prior, **{name: (log(value), spread)}))


def _walked(rows: Sequence[Row], task: Task, anchor: Anchor, paths: int = 2048) -> Predictions:
    """A bank for each relation, started where the subject's mean, shrunk to that of everyone, stands."""
    rating = ratings_of(rows, task)
    starts = np.clip(_shrunk(rows, task, anchor.mean, anchor.strength), RATING_EDGE, 1 - RATING_EDGE)
    spread = anchor.prior.start[1]
    points = np.zeros((len(rows), POINTS))
    for subject in occasions(rows, task):
        banks: dict[str, tuple[Bank, int]] = {}
        shown = 0
        for one in subject:
            for place in one.shown[shown:]:
                known, number = banks[_about(rows[place], task)]
                banks[_about(rows[place], task)] = known.rate(rating[place]), number
            shown = len(one.shown)
            about = _about(rows[one.place], task)
            if about not in banks:
                prior = replace(anchor.prior, start=(logit(float(starts[one.place])), spread))
                banks[about] = bank(prior, paths), one.number
            known, number = banks[about]
            known = _happened(known.wait(anchor.days * (one.number - number)), anchor, one)
            banks[about] = known, one.number
            points[one.place] = _points(known.rating())
    return Predictions(points.mean(axis=1), points)


def _about(row: Row, task: Task) -> str:
    return row.words[task.target] if task.target else ""


def _happened(known: Bank, anchor: Anchor, one: Occasion) -> Bank:
    """What happened as one act: kept where it lifts ratings on the whole, broken where it lowers them."""
    if not one.acts or not anchor.weight:
        return known
    lifts = float(np.nan_to_num(np.array(one.acts) - anchor.centre) @ anchor.acts) / anchor.usual
    return known.act(float(lifts > 0), weight=anchor.weight * abs(lifts))


def _points(mixture: Mixture) -> Floats:
    """Points of the normal, on the logit scale, with the mixture's mean and variance.

    A rating beyond the edges counts as the edge; so a point beyond them stands for the end of the scale.
    """
    middle = float((mixture.weights * mixture.means).sum())
    spread = np.sqrt((mixture.weights * (mixture.variances + (mixture.means - middle) ** 2)).sum())
    points = 1 / (1 + np.exp(-(middle + spread * NORMAL)))
    return np.where(points >= 1 - RATING_EDGE, 1.0, np.where(points <= RATING_EDGE, 0.0, points))


# Others ----------------------------------------------------------------------------------------


def _levels(train: Sequence[Row], task: Task) -> Predict:
    """The Gaussian level alone, with its own variance."""
    levels = fit_levels(train, task)

    def predict(rows: Sequence[Row]) -> Predictions:
        mean, variance = levels.predict(rows)
        points = mean[:, None] + np.sqrt(variance)[:, None] * NORMAL
        return Predictions(np.clip(mean, 0, 1), np.clip(points, 0, 1))

    return predict


def _plain_lightgbm(train: Sequence[Row], task: Task) -> Predict:
    """Trees on the columns and the plainest history, stopped on subjects left out."""
    everyone = float(np.nanmean(ratings_of(train, task)))
    codes = {
        name: {word: code for code, word in enumerate(sorted({row.words[name] for row in train}))}
        for name in task.categories
    }

    def design(rows: Sequence[Row]) -> Floats:
        rating = ratings_of(rows, task)
        usual = _shrunk(rows, task, everyone, 2.0)
        found: list[list[float]] = [[]] * len(rows)
        for one in _each(rows, task):
            row, last = rows[one.place], rating[one.shown[-1]] if one.shown else np.nan
            words = [float(known.get(row.words[name], -1)) for name, known in codes.items()]
            numbers = [row.numbers[name] for name in task.numbers]
            found[one.place] = [len(one.shown), usual[one.place], last, *one.acts, *numbers, *words]
        return np.array(found, dtype=float)

    rating = np.array(ratings_of(train, task))
    subjects = sorted({row.subject for row in train})
    held = set(np.random.default_rng(1).permutation(subjects)[: max(1, len(subjects) // 6)])
    left_out, told = np.array([row.subject in held for row in train]), ~np.isnan(rating)
    numbers = design(train)
    categories = list(range(numbers.shape[1] - len(codes), numbers.shape[1]))
    data = lightgbm.Dataset(
        numbers[told & ~left_out], rating[told & ~left_out], categorical_feature=categories
    )
    check = lightgbm.Dataset(numbers[told & left_out], rating[told & left_out], reference=data)
    parameters = {"objective": "regression", "learning_rate": 0.03, "num_leaves": 7, "min_child_samples": 20}
    model = lightgbm.train(
        parameters | {"verbose": -1, "num_threads": 1, "seed": 1},
        data,
        1000,
        valid_sets=[check],
        callbacks=[lightgbm.early_stopping(40, verbose=False)],
    )
    held_rows = [row for row in train if row.subject in held]
    return _banded(lambda rows: model.predict(design(rows)), held_rows, task)


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("AMENDS_BENCH_DATA", "")
    if not (Path(given) / "columns.json").is_file():
        sys.exit(print("No data: name the folder with columns.json, or set AMENDS_BENCH_DATA."))
    main(Path(given), sys.argv[2:])
