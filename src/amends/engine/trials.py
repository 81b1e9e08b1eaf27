"""How often the looks find what was planted, and how often what is not there.

Invented people, drawn from a seeded stream, whose promises fail by known rules. The way in
which conditions come together is that of `patterns`: one weekday, at most one time of day,
one distance for what does not repeat. A fifth of all promises fails unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from amends.acts.hypothesis import Condition
from amends.engine.looks import Column, Table, look_again, share_for, sizes, take
from amends.engine.params import (
    PATTERN_FAMILY_FIRST,
    PATTERN_FIRST,
    PATTERN_GUESSES,
    PATTERN_LEAST_WITH,
    PATTERN_LIKELY,
    PATTERN_PERMUTATIONS,
    PATTERN_Q,
)
from amends.engine.scales import logit

Draw: TypeAlias = np.random.Generator

CONDITIONS: Final = len(Condition)
FAILING: Final = 0.2
"""Share of promises that fail where nothing is planted. [choice]"""
ODDS: Final = 8.0
"""By how much a planted condition multiplies the odds of failing."""
POINTS: Final = 0.4
"""What a planted condition adds to the share that fails, where that is what is measured."""
DRIFT: Final = 2.5
"""Logits from the middle of a record to either end, where it drifts. [choice]"""
TIMES: Final = (0.25, 0.15, 0.15, 0.35, 0.10)
"""Shares of: no time, morning, afternoon, evening, night. [choice]"""
DISTANCES: Final = (0.4, 0.24, 0.24, 0.12)
"""Shares of: repeating, same day, within a week, further ahead. [choice]"""
NAIVE_P: Final = 0.05


@dataclass(slots=True)
class Tally:
    """How a way of testing did over many people.

    Attributes:
        people: how many.
        hits: in how many it found what was planted.
        false_share: added up, the share of false ones among what it found.
        any_false: in how many it found anything that was not planted.
    """

    people: int = 0
    hits: int = 0
    false_share: float = 0.0
    any_false: int = 0

    def add(self, found: NDArray[np.bool_], planted: int | None) -> None:
        """One person more."""
        hit = planted is not None and bool(found[planted])
        false = int(found.sum()) - hit
        self.people += 1
        self.hits += hit
        self.false_share += false / max(1, int(found.sum()))
        self.any_false += false > 0

    def to_plain(self, *, planted: bool = True) -> dict[str, float]:
        """As numbers to print."""
        people = max(1, self.people)
        found = {"power": round(self.hits / people, 4)} if planted else {}
        return found | {
            "fdr": round(self.false_share / people, 4),
            "any_false": round(self.any_false / people, 4),
        }


def simulate(people: int, seed: int = 1) -> dict[str, Any]:
    """All that is claimed of patterns, measured on so many invented people each."""
    return {
        "people": people,
        "seed": seed,
        "conditions": CONDITIONS,
        "failing": FAILING,
        "one_look_at_80": one_look(people, seed),
        "one_look_at_80_with_drift": one_look(people, seed, drift=DRIFT),
        "no_pattern": no_pattern(people, seed),
        "looks_40_points": looks(people, seed),
        "two_guesses_40_points": guesses(people, seed),
    }


def plan(until: int = 800) -> dict[str, Any]:
    """What is looked for, and each look up to so many judged promises with the share it may spend."""
    return {
        "conditions": [condition.value for condition in Condition],
        "exchanges": PATTERN_PERMUTATIONS,
        "looks": _planned(PATTERN_FAMILY_FIRST, until),
        "looks_at_guesses": _planned(PATTERN_FIRST, until),
    }


def _planned(first: int, until: int) -> list[dict[str, float]]:
    return [
        {"promises": size, "share": round(PATTERN_Q * share_for(number), 6)}
        for number, size in enumerate(sizes(first, until), start=1)
    ]


def one_look(people: int, seed: int, promises: int = 80, drift: float = 0.0) -> dict[str, Any]:
    """One condition planted, one look that may spend the whole share of false ones."""
    ways = {"possible": Tally(), "likely": Tally(), "fisher_mid_p_and_bh": Tally()}
    draw = _stream(seed)
    for number in range(people):
        holds = _conditions(draw, promises)
        planted = int(draw.integers(CONDITIONS))
        chances = _with_odds(promises, holds[:, planted], drift)
        lapsed = draw.uniform(size=promises) < chances
        seen = take(holds, lapsed, _seed(seed, number))
        possible = np.array(seen.false_share) <= PATTERN_Q
        ways["possible"].add(possible, planted)
        ways["likely"].add(possible & (np.array(seen.any_false) <= PATTERN_LIKELY), planted)
        ways["fisher_mid_p_and_bh"].add(_benjamini_hochberg(_mid_p(holds, lapsed)), planted)
    return {name: tally.to_plain() for name, tally in ways.items()}


def no_pattern(people: int, seed: int, promises: int = 120) -> dict[str, Any]:
    """Nothing planted: how many people are told of a pattern all the same, over all looks up to then."""
    ways = {"ours": Tally(), "naive": Tally()}
    draw = _stream(seed)
    for number in range(people):
        holds = _conditions(draw, promises)
        lapsed = draw.uniform(size=promises) < FAILING
        *_, (_size, found) = _over_looks(holds, lapsed, PATTERN_FAMILY_FIRST, _seed(seed, number))
        ways["ours"].add(found, None)
        ways["naive"].add(_mid_p(holds, lapsed) < NAIVE_P, None)
    return {name: tally.to_plain(planted=False) for name, tally in ways.items()}


def looks(people: int, seed: int, until: tuple[int, ...] = (60, 120, 240)) -> dict[str, Any]:
    """One condition planted that adds forty points: how many have heard of it by then."""
    tallies = {count: Tally() for count in until}
    draw = _stream(seed)
    for number in range(people):
        holds = _conditions(draw, max(until))
        planted = int(draw.integers(CONDITIONS))
        lapsed = draw.uniform(size=max(until)) < FAILING + POINTS * holds[:, planted]
        _tally(tallies, _over_looks(holds, lapsed, PATTERN_FAMILY_FIRST, _seed(seed, number)), planted)
    return {str(count): tally.to_plain() for count, tally in tallies.items()}


def guesses(people: int, seed: int, until: tuple[int, ...] = (30, 60, 120)) -> dict[str, Any]:
    """The same with two guesses written first, of which one is right."""
    tallies = {count: Tally() for count in until}
    draw = _stream(seed)
    for number in range(people):
        guessed = draw.permutation(CONDITIONS)[:PATTERN_GUESSES]
        holds = _conditions(draw, max(until))[:, guessed]
        lapsed = draw.uniform(size=max(until)) < FAILING + POINTS * holds[:, 0]
        _tally(tallies, _over_looks(holds, lapsed, PATTERN_FIRST, _seed(seed, number)), 0)
    return {str(count): tally.to_plain() for count, tally in tallies.items()}


def _over_looks(
    holds: Table, lapsed: Column, first: int, seed: bytes
) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """After each look: how many promises it took, and all that was found so far."""
    found = np.zeros(holds.shape[1], np.bool_)
    looks = look_again(first, len(lapsed), lambda size: (holds[:size], lapsed[:size]), lambda _size: seed)
    for look in looks:
        found = found | (np.array(look.seen.false_share) <= look.spent)
        yield look.size, found


def _tally(
    tallies: dict[int, Tally], found_by: Iterator[tuple[int, NDArray[np.bool_]]], planted: int
) -> None:
    """Count for each number of promises what the last look until then had found."""
    steps = list(found_by)
    for count, tally in tallies.items():
        until = [found for size, found in steps if size <= count]
        tally.add(until[-1] if until else np.zeros_like(steps[0][1]), planted)


# People ------------------------------------------------------------------------------------------


def _stream(seed: int) -> Draw:
    return np.random.Generator(np.random.PCG64(seed))


def _seed(seed: int, number: int) -> bytes:
    return f"{seed:08d}{number:08d}".encode()


def _conditions(draw: Draw, promises: int) -> Table:
    """Under which conditions each promise falls, in the order of `Condition`."""
    weekdays = _one_of(draw, promises, (1 / 7,) * 7)
    times = _one_of(draw, promises, TIMES)
    repeating, *distances = _one_of(draw, promises, DISTANCES).T
    full_day, asked_for, late = draw.uniform(size=(3, promises)) < np.array([[0.3], [0.3], [1 / 3]])
    return np.column_stack([weekdays, times, *distances, full_day, asked_for, repeating, late])


def _one_of(draw: Draw, promises: int, shares: tuple[float, ...]) -> Table:
    drawn = draw.uniform(size=promises)
    edges = (0.0, *np.cumsum(shares[:-1]), 1.0)
    return np.column_stack([(start <= drawn) & (drawn < end) for start, end in pairwise(edges)])


def _with_odds(promises: int, under: Column, drift: float) -> NDArray[np.float64]:
    level = logit(FAILING) + log(ODDS) * under + drift * np.linspace(-1, 1, promises)
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-level))
    return chances


# What it is measured against ---------------------------------------------------------------------


def _mid_p(holds: Table, lapsed: Column) -> NDArray[np.float64]:
    """Fisher's exact test of each condition by itself, one-sided, mid-p; 1 where there are too few."""
    promises, lapses = len(lapsed), int(lapsed.sum())
    found = np.ones(holds.shape[1])
    for column in range(holds.shape[1]):
        under, both = int(holds[:, column].sum()), int((holds[:, column] & lapsed).sum())
        if min(under, promises - under) >= PATTERN_LEAST_WITH:
            spread = _hypergeometric(promises, lapses, under)
            found[column] = spread[both + 1 :].sum() + spread[both] / 2
    return found


def _hypergeometric(promises: int, lapses: int, under: int) -> NDArray[np.float64]:
    """The chance of each number of lapses among those under a condition."""
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, promises + 1)))])
    both = np.arange(min(lapses, under) + 1)
    rest = promises - under - lapses + both
    ways = (
        logs[lapses] - logs[both] - logs[lapses - both]
        + logs[promises - lapses] - logs[under - both] - logs[np.maximum(rest, 0)]
        - logs[promises] + logs[under] + logs[promises - under]
    )  # fmt: skip
    return np.where(rest >= 0, np.exp(ways), 0.0)


def _benjamini_hochberg(chances: NDArray[np.float64]) -> NDArray[np.bool_]:
    order = np.argsort(chances)
    below = chances[order] <= PATTERN_Q * np.arange(1, len(chances) + 1) / len(chances)
    found = np.zeros(len(chances), np.bool_)
    if below.any():
        found[order[: int(np.flatnonzero(below).max()) + 1]] = True
    return found
