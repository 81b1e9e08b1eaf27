"""One look at a table of promises: under which conditions were more not kept in time than chance gives?

The test statistic of a condition is its excess: how many promises under it were not kept in
time, less what is expected if it played no part, over the standard deviation of that. Its
distribution comes from exchanging outcomes within blocks of time, so that slow change over
the record is no pattern.

*Possible* holds the share of false patterns (Benjamini & Hochberg 1995) in the form for
discrete tests (Heyse 2011; Döhler, Durand & Roquain 2018): at a threshold each condition
counts with its own chance of reaching it, which for a rare one is none at all (Tarone 1990).
*Likely* also holds the chance of even one false pattern, by the largest excess in each
exchange (Westfall & Young 1993).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count as count_from
from itertools import takewhile
from math import floor, pi
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from amends.engine.params import (
    PATTERN_BLOCKS,
    PATTERN_GROWTH,
    PATTERN_LEAST_LAPSES,
    PATTERN_LEAST_WITH,
    PATTERN_LEAST_WITHOUT,
    PATTERN_LIKELY,
    PATTERN_PERMUTATIONS,
    PATTERN_Q,
)
from amends.engine.results import Sureness

Table: TypeAlias = NDArray[np.bool_]
"""Promises in order of their due time by conditions: whether each holds."""
Column: TypeAlias = NDArray[np.bool_]
"""Per promise: whether it was not kept in time."""
_AT_ONCE: Final = 400_000
"""Keys drawn at once; bounds the memory of a look at a long record."""
_NEVER: Final = -np.inf
_NEAR: Final = 1e-6
"""Counts are whole, so that excesses nearer to each other than this are equal."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look gives for each condition, in the order of the columns.

    Attributes:
        chance: of such an excess or a larger one if the condition played no part; 1 where
            there were too few to test.
        false_share: the expected share of false ones among all with at least this excess.
        any_false: the chance that any condition at all would show such an excess.
        reachable: the least share of false ones that any condition could have shown, whatever
            its outcomes had been.
    """

    chance: tuple[float, ...]
    false_share: tuple[float, ...]
    any_false: tuple[float, ...]
    reachable: float


@dataclass(frozen=True, slots=True)
class Look:
    """One of several looks.

    Attributes:
        size: how many judged promises it took.
        seen: what it gave.
        spent: the share of false ones that it may spend.
    """

    size: int
    seen: Seen
    spent: float

    def found(self, column: int) -> Sureness | None:
        """How sure a condition shows, if it does."""
        if self.seen.false_share[column] > self.spent:
            return None
        is_likely = self.seen.any_false[column] <= PATTERN_LIKELY
        return Sureness.LIKELY if is_likely else Sureness.POSSIBLE


def look_again(
    first: int,
    count: int,
    table: Callable[[int], tuple[Table, Column]],
    seed: Callable[[int], bytes],
    whole: float = PATTERN_Q,
) -> Iterator[Look]:
    """All looks at the first so many promises, each by what was known then alone.

    A look at which no condition could have shown, however its outcomes had fallen, spends
    nothing: that depends on how many there were of each, never on which of them failed.

    Args:
        first: how many promises the first look takes.
        count: how many there are.
        table: the table of so many promises, and which were not kept in time.
        seed: the seed of the look at so many.
        whole: the share of false ones that all looks together may spend.
    """
    number = 1
    for size in sizes(first, count):
        look = Look(size, take(*table(size), seed(size)), whole * share_for(number))
        yield look
        number += look.seen.reachable <= look.spent


def sizes(first: int, count: int) -> list[int]:
    """How many judged promises each look takes, up to ``count``: ``first``, half as many more, and so on."""
    return list(takewhile(lambda size: size <= count, _all_sizes(first)))


def next_size(first: int, count: int) -> int:
    """How many judged promises the next look takes, after ``count``."""
    return next(size for size in _all_sizes(first) if size > count)


def _all_sizes(first: int) -> Iterator[int]:
    return (floor(first * PATTERN_GROWTH**number + 0.5) for number in count_from())


def share_for(look: int) -> float:
    """The part that a look may spend of what all may, by its number from 1; all parts add up to 1."""
    return 6 / (pi * look) ** 2


def take(holds: Table, lapsed: Column, seed: bytes) -> Seen:
    """One look.

    Args:
        holds: promises in order of their due time by conditions.
        lapsed: which of them were not kept in time.
        seed: at least 16 bytes; the same seed gives the same exchanges on every machine.
    """
    return _take(np.packbits(holds).tobytes(), np.packbits(lapsed).tobytes(), holds.shape, seed)


@lru_cache(maxsize=128)
def _take(holds_bits: bytes, lapsed_bits: bytes, shape: tuple[int, int], seed: bytes) -> Seen:
    """The same from bytes; a look never changes, so it is computed once while it is remembered."""
    holds = _unpacked(holds_bits, shape[0] * shape[1]).reshape(shape)
    lapsed = _unpacked(lapsed_bits, shape[0])
    blocks = np.array_split(np.arange(shape[0]), PATTERN_BLOCKS)
    mean, deviation = _expected(holds, lapsed, blocks)
    seen = _excess(holds[lapsed].sum(axis=0), holds, mean, deviation)
    most = _excess(_most(holds, lapsed, blocks), holds, mean, deviation)
    by_chance = _excess(_exchanged(holds, lapsed, blocks, seed), holds, mean, deviation)
    return _weigh(seen, most, by_chance)


def _unpacked(bits: bytes, count: int) -> NDArray[np.bool_]:
    return np.unpackbits(np.frombuffer(bits, np.uint8), count=count).astype(np.bool_)


def _expected(
    holds: Table, lapsed: Column, blocks: list[NDArray[np.intp]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean and deviation of the lapses under each condition: the hypergeometric ones, added over blocks."""
    mean = np.zeros(holds.shape[1])
    variance = np.zeros(holds.shape[1])
    for block in blocks:
        size, lapses = len(block), int(lapsed[block].sum())
        under = holds[block].sum(axis=0)
        mean += under * lapses / size
        variance += under * (size - under) * lapses * (size - lapses) / (size * size * max(size - 1, 1))
    return mean, np.sqrt(variance)


def _most(holds: Table, lapsed: Column, blocks: list[NDArray[np.intp]]) -> NDArray[np.int64]:
    """The most lapses that could have fallen under each condition."""
    most = [np.minimum(holds[block].sum(axis=0), lapsed[block].sum()) for block in blocks]
    total: NDArray[np.int64] = np.sum(most, axis=0)
    return total


def _excess(
    lapses: NDArray[Any], holds: Table, mean: NDArray[np.float64], deviation: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The standardised excess of each condition; minus infinity where there are too few for a pattern."""
    under = holds.sum(axis=0)
    enough = (under >= PATTERN_LEAST_WITH) & (len(holds) - under >= PATTERN_LEAST_WITHOUT) & (deviation > 0)
    excess: NDArray[np.float64] = (lapses - mean) / np.where(enough, deviation, 1.0)
    return np.where(enough & (lapses >= PATTERN_LEAST_LAPSES), excess, _NEVER)


def _exchanged(
    holds: Table, lapsed: Column, blocks: list[NDArray[np.intp]], seed: bytes
) -> NDArray[np.float32]:
    """Lapses under each condition (columns) after each exchange (rows) of outcomes within blocks.

    The raw stream of Philox (Salmon et al. 2011) is kept stable by numpy; methods on top of it are not.
    """
    stream = np.random.Philox(key=int.from_bytes(seed[:16], "big"))
    found = np.zeros((PATTERN_PERMUTATIONS, holds.shape[1]), np.float32)
    for block in blocks:
        lapses = int(lapsed[block].sum())
        if lapses == 0:
            continue
        under = holds[block].astype(np.float32)
        step = max(1, _AT_ONCE // len(block))
        for start in range(0, PATTERN_PERMUTATIONS, step):
            rows = min(step, PATTERN_PERMUTATIONS - start)
            keys = stream.random_raw(rows * len(block)).reshape(rows, len(block))
            last = np.partition(keys, lapses - 1, axis=1)[:, lapses - 1 : lapses]
            found[start : start + rows] += (keys <= last).astype(np.float32) @ under
    return found


def _weigh(seen: NDArray[np.float64], most: NDArray[np.float64], by_chance: NDArray[np.float64]) -> Seen:
    ordered = np.sort(by_chance, axis=0)
    largest = np.sort(by_chance.max(axis=1))
    order = [number for number in np.argsort(-seen, kind="stable") if seen[number] != _NEVER]
    chance, share, any_false = np.ones((3, len(seen)))
    for rank, number in enumerate(order, start=1):
        chance[number], expected = _by_chance(ordered, number, seen[number])
        share[number] = min(1.0, expected / rank)
        any_false[number] = (1 + _reaching(largest, seen[number])) / (1 + PATTERN_PERMUTATIONS)
    share[order] = np.minimum.accumulate(share[order][::-1])[::-1]
    possible = (number for number in range(len(most)) if most[number] != _NEVER)
    reachable = min((_by_chance(ordered, number, most[number])[1] for number in possible), default=1.0)
    return Seen(tuple(chance.tolist()), tuple(share.tolist()), tuple(any_false.tolist()), reachable)


def _by_chance(ordered: NDArray[np.float64], number: int, excess: float) -> tuple[float, float]:
    """The chance that a condition reaches an excess, and how many of all conditions are expected to.

    What was seen counts as one exchange more (Phipson & Smyth 2010), so that no chance is nought.
    """
    reached = [_reaching(column, excess) for column in ordered.T]
    chance = (1 + reached[number]) / (1 + PATTERN_PERMUTATIONS)
    return chance, chance + (sum(reached) - reached[number]) / PATTERN_PERMUTATIONS


def _reaching(ordered: NDArray[np.float64], excess: float) -> int:
    """How many of the exchanges reach an excess."""
    return len(ordered) - int(np.searchsorted(ordered, excess - _NEAR))
