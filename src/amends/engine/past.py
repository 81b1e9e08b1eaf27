"""What of someone's earlier promises bears on the next: a few numbers, each updated at constant cost."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import nan
from typing import Final

from amends.engine.params import (
    RELIABILITY_BROKEN,
    RELIABILITY_FORGETTING,
    RELIABILITY_KEPT,
    RELIABILITY_SLOW,
)

FEATURES: Final = ("judged", "level", "mass", "slow", "last", "second", "third", "run", "mean", "recent")
"""What `Past.features` gives, in this order: how many were judged; the level with forgetting; how much
evidence it stands on; the same forgetting slowly; the last three outcomes; how long the last ones
were alike (kept counts up, broken down); the plain mean; the mean of the last five."""


@dataclass(slots=True)
class Past:
    """Someone's judged promises so far, as one level and what it leaves out."""

    judged: int = 0
    kept: int = 0
    level_kept: float = 0.0
    level_broken: float = 0.0
    slow_kept: float = 0.0
    slow_broken: float = 0.0
    run: int = 0
    last: deque[bool] = field(default_factory=lambda: deque(maxlen=5))

    @classmethod
    def of(cls, outcomes: Sequence[bool]) -> Past:
        """The past that these outcomes make, the oldest first."""
        found = cls()
        for kept in outcomes:
            found.add(kept=kept)
        return found

    def add(self, *, kept: bool) -> None:
        """Take in how one more promise went."""
        self.judged += 1
        self.kept += kept
        self.level_kept = RELIABILITY_FORGETTING * self.level_kept + kept
        self.level_broken = RELIABILITY_FORGETTING * self.level_broken + (not kept)
        self.slow_kept = RELIABILITY_SLOW * self.slow_kept + kept
        self.slow_broken = RELIABILITY_SLOW * self.slow_broken + (not kept)
        if kept:
            self.run = max(self.run, 0) + 1
        else:
            self.run = min(self.run, 0) - 1
        self.last.appendleft(kept)

    @property
    def level(self) -> float:
        """The chance by the level with forgetting alone, 0 … 1 (Jøsang & Ismail 2002, with a prior)."""
        return (self.level_kept + RELIABILITY_KEPT) / (self.mass + RELIABILITY_KEPT + RELIABILITY_BROKEN)

    @property
    def mass(self) -> float:
        """How many promises the level stands on, each worth less once the next is judged."""
        return self.level_kept + self.level_broken

    def features(self) -> tuple[float, ...]:
        """The numbers that `FEATURES` names; not a number where there is nothing yet."""
        last = [float(kept) for kept in self.last]
        return (
            float(self.judged),
            self.level,
            self.mass,
            (self.slow_kept + RELIABILITY_KEPT)
            / (self.slow_kept + self.slow_broken + RELIABILITY_KEPT + RELIABILITY_BROKEN),
            *(last[:3] + [nan] * (3 - len(last[:3]))),
            float(self.run),
            self.kept / self.judged if self.judged else nan,
            sum(last) / len(last) if last else nan,
        )
