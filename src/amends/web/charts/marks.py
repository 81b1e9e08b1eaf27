"""Which of many marks to draw, so that each can be touched with a thumb."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Sequence

from amends.web.charts.calendar import WIDTH

TARGET = 24
"""How far apart two marks are at least, in pixels (WCAG 2.2, 2.5.8)."""
NARROW, BROAD = 300, 600
"""How wide a chart is at least on a phone and on a desk, in pixels."""


def spread(places: Sequence[tuple[float, float]]) -> dict[int, bool]:
    """Which marks to draw, and whether a narrow screen leaves them out.

    Args:
        places: of each mark, where it lies (0 … WIDTH) and how much it weighs; heavier ones go first.

    Returns:
        Whether it is for a broad screen alone, by position in ``places``; in order of place.
    """
    by_weight = sorted(range(len(places)), key=lambda index: (-places[index][1], -places[index][0]))
    taken: list[float] = []
    chosen: dict[int, bool] = {}
    for screen, wide in ((NARROW, False), (BROAD, True)):
        gap = WIDTH * TARGET / screen
        for index in by_weight:
            if index not in chosen and _has_room(taken, places[index][0], gap):
                insort(taken, places[index][0])
                chosen[index] = wide
    return dict(sorted(chosen.items(), key=lambda item: places[item[0]][0]))


def _has_room(taken: list[float], place: float, gap: float) -> bool:
    at = bisect(taken, place)
    before = at == 0 or place - taken[at - 1] >= gap
    after = at == len(taken) or taken[at] - place >= gap
    return before and after
