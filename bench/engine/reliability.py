"""How well kept promises are forecast, beside peers, in one run.

    python bench/engine/reliability.py FOLDER [SET ...]

FOLDER (or AMENDS_BENCH_DATA) holds `columns.json` and a folder for each set with its train and dev
parts. It prints a table and writes results/reliability.json beside this file. Without the data it
says so and ends well. It needs the extras ``fit`` and ``bench``.

Peers, each with its constants chosen by its loss on the train part: the base rate; the beta reputation
system with the base rate as prior (Jøsang & Ismail 2002), with forgetting; the same with the strength
of the prior chosen too (empirical Bayes); Elo (1978) against a fixed opponent; Glicko-2 (Glickman
2012, package glicko2) likewise; LightGBM on the columns and a plain history; an explainable boosting machine
(Lou, Caruana, Gehrke & Hooker 2013, package interpret-core) on the same, from at most `EVENTS` events.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import product
from math import exp, log, pi, sqrt
from pathlib import Path
from typing import Any, Protocol

import glicko2
import lightgbm
import numpy as np
from interpret.glassbox import ExplainableBoostingClassifier

from amends.evaluate import fitted
from amends.evaluate.history import names_of, walk
from amends.evaluate.reliability import columns_of, evaluate, shipped
from amends.evaluate.scores import EDGE, Floats
from amends.evaluate.tables import Columns, Row, by_subject, read_columns, read_rows

RESULTS = Path(__file__).resolve().parent / "results" / "reliability.json"
PLAIN = ("judged", "level", "last", "mean")
"""The history that plain LightGBM and the explainable boosting machine get."""
EVENTS = 20_000
"""Events that an explainable boosting machine learns from at most, subject by subject; it is slow."""


class Peer(Protocol):
    """One subject's past, as a peer keeps it."""

    def chance(self) -> float:
        """The forecast of the next outcome."""

    def add(self, outcome: float) -> None:
        """Take in an outcome."""


class Beta:
    """Beta reputation with forgetting."""

    def __init__(self, base: float, strength: float, forgetting: float) -> None:
        self.kept, self.broken, self.forgetting = 0.0, 0.0, forgetting
        self.prior_kept, self.prior_broken = base * strength, (1 - base) * strength

    def chance(self) -> float:
        kept, broken = self.kept + self.prior_kept, self.broken + self.prior_broken
        return kept / (kept + broken)

    def add(self, outcome: float) -> None:
        self.kept = self.forgetting * self.kept + outcome
        self.broken = self.forgetting * self.broken + 1 - outcome


class Elo:
    """A rating against an opponent fixed where the base rate is won."""

    def __init__(self, base: float, step: float) -> None:
        self.rating, self.step, self.base = 0.0, step, log(base / (1 - base))

    def chance(self) -> float:
        return 1 / (1 + exp(-self.base - self.rating))

    def add(self, outcome: float) -> None:
        self.rating += self.step * (outcome - self.chance())


class Glicko:
    """Glicko-2 against an opponent fixed where the base rate is won, a rating period an event."""

    def __init__(self, base: float, deviation: float) -> None:
        self.player = glicko2.Player(rd=deviation)
        self.opponent = 1500 - 400 * log(base / (1 - base)) / log(10)

    def chance(self) -> float:
        spread = log(10) / 400
        shrunk = 1 / sqrt(1 + 3 * (spread * self.player.rd) ** 2 / pi**2)
        return 1 / (1 + 10 ** (-shrunk * (self.player.rating - self.opponent) / 400))

    def add(self, outcome: float) -> None:
        self.player.update_player([self.opponent], [30], [outcome])


def main(folder: Path, names: Sequence[str]) -> None:
    """Run all sets and write what came of it."""
    known = json.loads((folder / "columns.json").read_text())["reliability"]
    results = {name: _set(folder, name) for name in names or known}
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "machine": platform.machine()}
    packages = {name: version(name) for name in ("numpy", "lightgbm", "glicko2", "interpret-core", "amends")}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"machine": machine | packages, "sets": results}, indent=1) + "\n")
    columns = list(next(iter(results.values())))
    print("| set | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name, found in results.items():
        cells = [f"{one['log_loss']:.4f} / {one['second_to_fifth']:.4f}" for one in found.values()]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def _set(folder: Path, name: str) -> dict[str, dict[str, float]]:
    columns = columns_of(name, read_columns(folder / "columns.json", "reliability", name))
    place = json.loads((folder / "columns.json").read_text())["reliability"][name]["file"]
    train, dev = (_part(folder / place, part, columns) for part in ("train", "dev"))
    known = [row.numbers[columns.outcome] for row in train if row.numbers[columns.outcome] in (0, 1)]
    base = float(np.mean(known))
    peers: dict[str, list[Callable[[], Peer]]] = {
        "base rate": [lambda: Beta(base, 1e9, 1)],
        "Jøsang": [lambda f=f: Beta(base, 2, f) for f in (0.7, 0.8, 0.9, 0.95, 1)],
        "empirical Bayes": [
            lambda s=s, f=f: Beta(base, s, f)
            for s, f in product((0.5, 1, 2, 4, 8, 16), (0.7, 0.8, 0.9, 0.95, 1))
        ],
        "Elo": [lambda k=k: Elo(base, k) for k in (0.1, 0.2, 0.4, 0.6, 0.9, 1.3)],
        "Glicko-2": [lambda d=d: Glicko(base, d) for d in (150, 350, 600)],
    }
    found = {}
    for peer, tried in peers.items():
        best = min(tried, key=lambda make: _loss(train, columns, make))
        found[peer] = _scores(dev, columns, lambda rows, best=best: _walked(rows, columns, best))
    found["LightGBM"] = _scores(dev, columns, _plain_lightgbm(train, columns))
    found["EBM"] = _scores(dev, columns, _explainable(train, columns))
    found["Amends, as shipped"] = _scores(dev, columns, shipped(columns))
    found["Amends, fitted"] = _scores(dev, columns, fitted.fit(train, columns).predict)
    return found


def _part(folder: Path, part: str, columns: Columns) -> list[Row]:
    file = next(path for path in sorted(folder.iterdir()) if path.name.startswith(f"{part}.csv"))
    return read_rows(file, columns)


def _scores(rows: Sequence[Row], columns: Columns, forecast: Any) -> dict[str, float]:
    scores = evaluate(rows, columns, forecast).scores
    later = scores["second_to_fifth"]["log_loss"]
    return {name: scores[name] for name in ("log_loss", "brier", "auc", "ece")} | {"second_to_fifth": later}


def _loss(rows: Sequence[Row], columns: Columns, make: Callable[[], Peer]) -> float:
    outcome = np.array([row.numbers[columns.outcome] for row in rows])
    chance = np.clip(_walked(rows, columns, make), EDGE, 1 - EDGE)
    return float(np.nanmean(-(outcome * np.log(chance) + (1 - outcome) * np.log(1 - chance))))


def _walked(rows: Sequence[Row], columns: Columns, make: Callable[[], Peer]) -> Floats:
    chances = np.zeros(len(rows))
    for places in by_subject(rows):
        peer, waiting = make(), []
        for place in places:
            if waiting and rows[waiting[0]].batch != rows[place].batch:
                for one in waiting:
                    if rows[one].numbers[columns.outcome] in (0, 1):
                        peer.add(rows[one].numbers[columns.outcome])
                waiting = []
            waiting.append(place)
            chances[place] = peer.chance()
    return chances


def _plain_design(train: Sequence[Row], columns: Columns) -> tuple[Callable[[Sequence[Row]], Floats], int]:
    """The columns and the plainest history as numbers, and how many of them at the end are codes of words."""
    names = names_of(columns)
    kept = [names.index(name) for name in (*PLAIN, *columns.numeric)]
    codes = {
        name: {word: code for code, word in enumerate(sorted({row.words[name] for row in train}))}
        for name in columns.categorical
    }

    def design(rows: Sequence[Row]) -> Floats:
        numbers = [[known[place] for place in kept] for known, _before in walk(rows, columns)]
        words = [[codes[name].get(row.words[name], -1) for name in codes] for row in rows]
        return np.hstack([np.array(numbers), np.array(words, dtype=float).reshape(len(rows), -1)])

    return design, len(codes)


def _explainable(train: Sequence[Row], columns: Columns) -> Callable[[Sequence[Row]], Floats]:
    """An explainable boosting machine on what plain LightGBM gets."""
    design, words = _plain_design(train, columns)
    subjects = np.random.default_rng(1).permutation(sorted({row.subject for row in train}))
    place = {subject: number for number, subject in enumerate(subjects)}
    some = sorted(train, key=lambda row: place[row.subject])[:EVENTS]  # keeps each subject's order
    outcome = np.array([row.numbers[columns.outcome] for row in some])
    told = ~np.isnan(outcome)
    numbers = design(some)
    kinds = ["continuous"] * (numbers.shape[1] - words) + ["nominal"] * words
    model = ExplainableBoostingClassifier(
        feature_types=kinds, interactions=5, outer_bags=4, n_jobs=1, random_state=1
    )
    model.fit(numbers[told], outcome[told])
    return lambda rows: model.predict_proba(design(rows))[:, 1]


def _plain_lightgbm(train: Sequence[Row], columns: Columns) -> Callable[[Sequence[Row]], Floats]:
    """Trees on the columns and the plainest history, stopped on subjects left out."""
    design, words = _plain_design(train, columns)
    outcome = np.array([row.numbers[columns.outcome] for row in train])
    told = ~np.isnan(outcome)
    subjects = sorted({row.subject for row in train})
    held = set(np.random.default_rng(1).permutation(subjects)[: max(1, len(subjects) // 7)])
    left_out = np.array([row.subject in held for row in train])
    numbers = design(train)
    categories = list(range(numbers.shape[1] - words, numbers.shape[1]))
    data = lightgbm.Dataset(
        numbers[told & ~left_out], outcome[told & ~left_out], categorical_feature=categories
    )
    check = lightgbm.Dataset(numbers[told & left_out], outcome[told & left_out], reference=data)
    parameters = {"objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "min_child_samples": 40}
    model = lightgbm.train(
        parameters | {"verbose": -1, "num_threads": 1, "seed": 1},
        data,
        1000,
        valid_sets=[check],
        callbacks=[lightgbm.early_stopping(40, verbose=False)],
    )
    return lambda rows: model.predict(design(rows))


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("AMENDS_BENCH_DATA", "")
    if not (Path(given) / "columns.json").is_file():
        sys.exit(print("No data: name the folder with columns.json, or set AMENDS_BENCH_DATA."))
    main(Path(given), sys.argv[2:])
