"""What may be told of a round's answers, and what may not. Pure.

Whatever is told of fewer than five answers could be told of one, so nothing is; of a scale the
median and the middle half are told, never the lowest and the highest answer; texts lose their
order. What is told of each question is found by itself: no answer to one is ever seen beside the
same person's answer to another.

Two sums over nearly the same people tell, by subtraction, of the few in whom they differ. So a
round is not told of where those asked differ by fewer than five from those of another round with
the same questions (Dwork & Roth 2014 call this differencing).
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import ceil, floor
from typing import Any, Final, TypeAlias

from amends.rounds.questions import QuestionSet, Sort

FEWEST: Final = 5
"""Of fewer asked, answers or changes nothing is told."""
STEPS_OF_COUNT: Final = (50, 20, 10, FEWEST)
"""“At least so many answered”: an exact count would tell who had not."""

Answers: TypeAlias = Mapping[str, int | str]
"""One person's answers by question: 1 … 5, or a text."""
Shuffle: TypeAlias = Callable[[list[str]], None]


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of at least five answers on a scale, 1 … 5.

    Attributes:
        low, high: the quartiles, outwards to whole steps: half of the answers lie between them.
        below, above: the median; two steps where it falls between them.
    """

    low: int
    below: int
    above: int
    high: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a round.

    Attributes:
        at_least: so many answered, or more.
        middles: by question, of those that five answered.
        texts: by question, of those that five answered; in no order.
    """

    at_least: int
    middles: Mapping[str, Middle]
    texts: Mapping[str, tuple[str, ...]]


def tell(asked: QuestionSet, answers: Sequence[Answers], shuffle: Shuffle) -> Told | None:
    """What is told of answers; None where that is nothing.

    Args:
        asked: the questions.
        answers: of each who answered anything.
        shuffle: brings a list into an order that nobody can know.
    """
    middles: dict[str, Middle] = {}
    texts: dict[str, tuple[str, ...]] = {}
    for question in asked.questions:
        given = [one[question.id] for one in answers if question.id in one]
        if len(given) < FEWEST:
            continue
        if question.sort is Sort.SCALE:
            middles[question.id] = _middle([int(value) for value in given])
        else:
            mixed = [str(value) for value in given]
            shuffle(mixed)
            texts[question.id] = tuple(mixed)
    if not (middles or texts):
        return None
    return Told(next(step for step in STEPS_OF_COUNT if len(answers) >= step), middles, texts)


def tells_too_much(asked: frozenset[str], before: Iterable[frozenset[str]]) -> bool:
    """Whether those asked differ by fewer than five, but differ, from those of a round before."""
    return any(0 < len(asked ^ earlier) < FEWEST for earlier in before)


def spell(told: Told | None) -> str:
    """As it is kept; the empty text for nothing."""
    return "" if told is None else json.dumps(asdict(told), sort_keys=True, ensure_ascii=False)


def read(spelled: str) -> Told | None:
    """What was kept."""
    if not spelled:
        return None
    plain: dict[str, Any] = json.loads(spelled)
    return Told(
        plain["at_least"],
        {name: Middle(**middle) for name, middle in plain["middles"].items()},
        {name: tuple(texts) for name, texts in plain["texts"].items()},
    )


def _middle(given: list[int]) -> Middle:
    low, _median, high = statistics.quantiles(given, n=4, method="inclusive")
    return Middle(floor(low), statistics.median_low(given), statistics.median_high(given), ceil(high))
