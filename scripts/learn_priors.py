#!/usr/bin/env python3
"""Learn the curves that every installation is shipped with, from records under CC BY alone.

    scripts/learn_priors.py FOLDER

FOLDER holds `columns.json` and, for each of the sets below, a folder with its `train.csv` or
`train.csv.gz`. It writes src/amends/engine/prior_curves.py, the same on every run.

The model is GA²M (Lou, Caruana, Gehrke & Hooker 2013): one step function for each number that a past
gives, and a few of two numbers, found by cyclic boosting with a Newton step that small bins take
shyly, stopped on subjects left out, averaged over several such splits.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

from amends.engine.past import FEATURES
from amends.evaluate.history import walk
from amends.evaluate.reliability import columns_of
from amends.evaluate.tables import read_columns, read_rows

SETS = ("oulad", "credit", "repeated_pd")
EVENTS = 10_000
"""Taken of each set at most, so that none drowns the others."""
BAGS, ROUNDS, PATIENCE, STEP = 6, 400, 25, 0.1
BINS, PAIR_BINS, PAIRS = 40, 10, 4
SHY, PAIR_SHY = 20.0, 60.0
"""Weight of evidence that a step must outweigh before it moves much."""
LEFT_OUT = 0.15
OUTPUT = Path(__file__).resolve().parent.parent / "src/amends/engine/prior_curves.py"

HEAD = '''"""Curves for the chance that a promise is kept, learned from other people's records.

Made by scripts/learn_priors.py; not to be edited.

Data: OULAD, coursework handed in on time or not (Kuzilek, Hlosta & Zdrahal 2017); Default of Credit Card
Clients, payments made in time or not (Yeh & Lien 2009); repeated prisoner's dilemmas (Dal Bó & Fréchette
2011; Fudenberg, Rand & Dreber 2012). All CC BY 4.0. Pseudonymous; only these curves are kept of them.

Limits: none of these are promises between people who know each other. The curves say how much the last
outcomes usually tell beside the average; after about ten promises of someone's own the level, which
stands beside them, says most.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """A step function: ``values[0]`` where nothing is known, then one value between edges."""

    edges: tuple[float, ...]
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A step function of two numbers; ``values`` by the steps of the first, then of the second."""

    names: tuple[str, str]
    first: Curve
    second: Curve
    values: tuple[tuple[float, ...], ...]


# fmt: off
'''


def main(folder: Path) -> None:
    """Learn and write."""
    generator = np.random.default_rng(20)
    numbers, outcomes, subjects = _gather(folder, generator)
    edges = [_edges(numbers[:, place], BINS) for place in range(len(FEATURES))]
    steps = [_steps(numbers[:, place], edges[place]) for place in range(len(FEATURES))]
    wide = [_edges(numbers[:, place], PAIR_BINS) for place in range(len(FEATURES))]
    coarse = [_steps(numbers[:, place], wide[place]) for place in range(len(FEATURES))]
    base = float(np.log(outcomes.mean() / (1 - outcomes.mean())))
    curves, pairs, tables = [], [], []
    for _bag in range(BAGS):
        inside = _inside(subjects, generator)
        sizes = [len(one) + 2 for one in edges]
        found, logits = _boost(steps, sizes, outcomes, inside, np.full(len(outcomes), base), SHY)
        pairs = pairs or _choose(coarse, wide, outcomes, logits)
        crossed = [coarse[a] * (len(wide[b]) + 2) + coarse[b] for a, b in pairs]
        cells = [(len(wide[a]) + 2) * (len(wide[b]) + 2) for a, b in pairs]
        curves.append(found)
        tables.append(_boost(crossed, cells, outcomes, inside, logits, PAIR_SHY)[0])
    OUTPUT.write_text(HEAD + _written(base, edges, curves, wide, pairs, tables), encoding="utf-8")


def _gather(folder: Path, generator: np.random.Generator) -> tuple[Any, Any, Any]:
    numbers, outcomes, subjects = [], [], []
    for name in SETS:
        columns = columns_of(name, read_columns(folder / "columns.json", "reliability", name))
        file = next(path for path in sorted((folder / name).iterdir()) if path.name.startswith("train.csv"))
        rows = read_rows(file, columns)
        known = walk(rows, columns)
        for place in generator.permutation(len(rows))[:EVENTS]:
            numbers.append(known[place][0][: len(FEATURES)])
            outcomes.append(rows[place].numbers[columns.outcome])
            subjects.append(f"{name} {rows[place].subject}")
    return np.array(numbers), np.array(outcomes), np.array(subjects)


def _edges(values: Any, most: int) -> Any:
    known = values[~np.isnan(values)]
    distinct = np.unique(known)
    if len(distinct) <= most:
        found = (distinct[1:] + distinct[:-1]) / 2
    else:
        found = np.quantile(known, np.linspace(0, 1, most + 1)[1:-1])
    return np.unique(np.round(found, 4))


def _steps(values: Any, edges: Any) -> Any:
    steps = np.zeros(len(values), dtype=np.int64)
    known = ~np.isnan(values)
    steps[known] = 1 + np.searchsorted(edges, values[known], side="right")
    return steps


def _inside(subjects: Any, generator: np.random.Generator) -> Any:
    names = np.unique(subjects)
    out = generator.choice(names, int(LEFT_OUT * len(names)), replace=False)
    return ~np.isin(subjects, out)


def _boost(  # noqa: PLR0913, PLR0917 - one fit
    steps: Any, sizes: Any, outcomes: Any, inside: Any, start: Any, shy: float
) -> tuple[Any, Any]:
    """Tables for each term, and the logits with them; from the round that did best on those left out."""
    logits, tables = start.copy(), [np.zeros(size) for size in sizes]
    best, best_tables, best_logits, waited = np.inf, tables, logits, 0
    for _round in range(ROUNDS):
        for place, (step, size) in enumerate(zip(steps, sizes, strict=True)):
            chance = 1 / (1 + np.exp(-logits[inside]))
            pull = np.bincount(step[inside], outcomes[inside] - chance, size)
            weight = np.bincount(step[inside], chance * (1 - chance), size)
            move = STEP * pull / (weight + shy)
            tables[place] = tables[place] + move
            logits = logits + move[step]
        chance = np.clip(1 / (1 + np.exp(-logits[~inside])), 1e-9, 1 - 1e-9)
        told = outcomes[~inside]
        loss = -np.mean(told * np.log(chance) + (1 - told) * np.log(1 - chance))
        waited = 0 if loss < best else waited + 1
        if loss < best:
            best, best_tables, best_logits = loss, list(tables), logits
        if waited > PATIENCE:
            break
    return best_tables, best_logits


def _choose(coarse: Any, wide: Any, outcomes: Any, logits: Any) -> list[tuple[int, int]]:
    """The pairs of numbers in whose cells most is left to explain."""
    chance = 1 / (1 + np.exp(-logits))
    gains = []
    for a in range(len(coarse)):
        for b in range(a):
            cells = (len(wide[a]) + 2) * (len(wide[b]) + 2)
            cell = coarse[a] * (len(wide[b]) + 2) + coarse[b]
            pull = np.bincount(cell, outcomes - chance, cells)
            weight = np.bincount(cell, chance * (1 - chance), cells)
            gains.append((float(np.sum(pull**2 / (weight + PAIR_SHY))), a, b))
    return [(a, b) for _gain, a, b in sorted(gains, reverse=True)[:PAIRS]]


def _written(  # noqa: PLR0913, PLR0917 - all that was learned
    base: float, edges: Any, curves: Any, wide: Any, pairs: Any, tables: Any
) -> str:
    lines = [f"BASE = {base:.4f}", "CURVES = {"]
    for place, name in enumerate(FEATURES):
        values = np.mean([found[place] for found in curves], axis=0)
        lines += [
            f'    "{name}": Curve(',
            f"        {_tuple(edges[place])},",
            f"        {_tuple(values)},",
            "    ),",
        ]
    lines += ["}", "PAIRS = ("]
    for place, (a, b) in enumerate(pairs):
        values = np.mean([found[place] for found in tables], axis=0).reshape(len(wide[a]) + 2, -1)
        lines += ["    Pair(", f'        ("{FEATURES[a]}", "{FEATURES[b]}"),']
        lines += [f"        Curve({_tuple(wide[a])}),", f"        Curve({_tuple(wide[b])}),", "        ("]
        lines += [f"            {_tuple(row)}," for row in values]
        lines += ["        ),", "    ),"]
    return "\n".join([*lines, ")"]) + "\n"


def _tuple(values: Any) -> str:
    return "(" + ", ".join(f"{value:.4f}" for value in values) + ("," if len(values) == 1 else "") + ")"


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
