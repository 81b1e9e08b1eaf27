"""One look at a table of promises: what counts as more than chance."""

from __future__ import annotations

from itertools import accumulate
from math import comb

import numpy as np
import pytest

from amends.engine.looks import Seen, next_size, share_for, sizes, take
from amends.engine.params import PATTERN_PERMUTATIONS

GOLDEN = [9323, 7924, 4506, 4236, 7651, 3997, 9403]
"""Exchanges that reach the excess of each condition, and one more."""
SEED = b"0123456789abcdef"


def table(seed: int, promises: int = 80, conditions: int = 7) -> np.ndarray:
    """Independent conditions, each of which holds of a quarter of the promises."""
    return np.random.default_rng(seed).random((promises, conditions)) < 0.25


def look(holds: np.ndarray, lapsed: np.ndarray) -> Seen:
    return take(holds, lapsed, SEED)


def exact_chance(holds: np.ndarray, lapsed: np.ndarray) -> float:
    """The chance of as many lapses under one condition or more: hypergeometric in each of four blocks."""
    spread = np.array([1.0])
    for block in np.array_split(np.arange(len(holds)), 4):
        size, under, lapses = len(block), int(holds[block].sum()), int(lapsed[block].sum())
        ways = [
            comb(under, k) * comb(size - under, lapses - k) if k <= lapses else 0 for k in range(under + 1)
        ]
        spread = np.convolve(spread, np.array(ways) / comb(size, lapses))
    return float(spread[int((holds & lapsed).sum()) :].sum())


def test_looks_grow_by_half_and_spend_no_more_than_the_whole() -> None:
    assert sizes(20, 160) == [20, 30, 45, 68, 101, 152]
    assert sizes(45, 44) == []
    assert [next_size(45, count) for count in (0, 44, 45, 200)] == [45, 45, 68, 228]
    spent = list(accumulate(share_for(number) for number in range(1, 10_000)))
    assert spent[0] == pytest.approx(0.608, abs=1e-3)
    assert 0.999 < spent[-1] < 1


@pytest.mark.parametrize("seed", range(4))
def test_the_chance_is_that_of_the_exact_distribution(seed: int) -> None:
    """Ten thousand exchanges come as near to it as they should."""
    holds = table(seed)
    lapsed = np.random.default_rng(seed + 100).random(len(holds)) < 0.2 + 0.3 * holds[:, 0]
    seen = look(holds, lapsed)
    for column, chance in enumerate(seen.chance):
        if (holds[:, column] & lapsed).sum() >= 3:
            exact = exact_chance(holds[:, column], lapsed)
            error = (exact * (1 - exact) / PATTERN_PERMUTATIONS) ** 0.5
            assert chance == pytest.approx(exact, abs=4 * error + 2e-4)


def test_a_strong_excess_is_seen_and_the_rest_is_not() -> None:
    """Half of those under one condition fail, a tenth of the others."""
    holds = table(1)
    lapsed = np.zeros(80, np.bool_)
    lapsed[np.flatnonzero(holds[:, 2])[::2]] = True
    lapsed[np.flatnonzero(~holds[:, 2])[::10]] = True
    seen = look(holds, lapsed)
    assert seen.false_share[2] < 0.01
    assert seen.any_false[2] < 0.01
    assert min(share for column, share in enumerate(seen.false_share) if column != 2) > 0.1


def test_slow_change_is_no_pattern() -> None:
    """What held early only, when everything went worse, is not to blame for it."""
    early = np.arange(80) < 40
    lapsed = early & (np.arange(80) % 2 == 0)
    seen = look(np.column_stack([early, table(5)[:, 0]]), lapsed)
    assert seen.chance[0] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("under", "lapses"), [(range(4), range(4)), (range(76), range(6)), (range(30), range(2))]
)
def test_too_few_are_not_tested(under: range, lapses: range) -> None:
    """Fewer than five under a condition, five others, or three not in time."""
    holds, lapsed = np.zeros((80, 1), np.bool_), np.zeros(80, np.bool_)
    holds[list(under)] = True
    lapsed[list(lapses)] = True
    assert look(holds, lapsed) == Seen((1.0,), (1.0,), (1.0,), 1.0)


def test_what_could_show_nothing_costs_nothing() -> None:
    """Conditions that are too rare to reach the bar leave the share of false ones as it is."""
    holds = table(1)
    lapsed = np.zeros(80, np.bool_)
    lapsed[np.flatnonzero(holds[:, 2])[::2]] = True
    rare = np.zeros((80, 12), np.bool_)
    rare[:4] = True
    with_rare = look(np.hstack([holds, rare]), lapsed)
    assert with_rare.false_share[:7] == look(holds, lapsed).false_share


def test_everything_kept_or_nothing_is_no_pattern() -> None:
    holds = table(2)
    for lapsed in (np.zeros(80, np.bool_), np.ones(80, np.bool_)):
        assert set(look(holds, lapsed).chance) == {1.0}


def test_the_seed_alone_decides_the_exchanges() -> None:
    """The same seed gives the same to the bit; these numbers were the same wherever they were computed."""
    holds = table(3)
    lapsed = np.random.default_rng(7).random(80) < 0.3
    first, other = look(holds, lapsed), take(holds, lapsed, b"another seed....")
    assert first == take(holds.copy(), lapsed.copy(), SEED)
    assert first != other
    assert first.chance == pytest.approx(other.chance, abs=0.03)
    assert [round(chance * (1 + PATTERN_PERMUTATIONS)) for chance in first.chance] == GOLDEN
