"""What many small hurts add up to: all of it, what is left of it, and between the two what was made good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from amends.engine.results import ErosionPoint
from amends.web.charts.calendar import Span, Tick, ticks
from amends.web.charts.curve import path, ribbon

HEIGHT = 120
"""How high the drawing is, in pixels; the names of days stand beneath it."""
ROOM = 6
"""What is left free above and below."""
LONGEST_LINE = 130
"""Points a line is drawn through at most."""
MOST_ROWS = 52
"""Weeks that the table holds, the latest ones."""


@dataclass(frozen=True, slots=True)
class WeightChart:
    """Where everything goes.

    Attributes:
        height: of the drawing, in pixels.
        total, left: SVG paths of all that was recorded, and of what is left after repairs.
        good: the cloth between the two.
        ticks: the days named underneath.
        rows: the same as a table, the latest weeks first; in the engine's units.
    """

    height: int
    total: str
    left: str
    good: str
    ticks: tuple[Tick, ...]
    rows: tuple[ErosionPoint, ...]


def draw(course: Sequence[ErosionPoint]) -> WeightChart | None:
    """The drawing of ``course``; None where there are not two weeks with something in them."""
    most = max((point.total for point in course), default=0.0)
    if most <= 0 or len(course) < 2:  # noqa: PLR2004  # a line needs two ends
        return None
    points = _thinned(course)
    span = Span(_midnight(points[0].week), _midnight(points[-1].week))
    across = [span.across(_midnight(point.week)) for point in points]
    total = [(x, _down(point.total / most)) for x, point in zip(across, points, strict=True)]
    left = [(x, _down(point.remaining / most)) for x, point in zip(across, points, strict=True)]
    return WeightChart(
        height=HEIGHT,
        total=path(total),
        left=path(left),
        good=ribbon(total, left),
        ticks=ticks(span),
        rows=tuple(course[::-1][:MOST_ROWS]),
    )


def _thinned(course: Sequence[ErosionPoint]) -> Sequence[ErosionPoint]:
    """Every so many points, the latest always among them."""
    step = -(-len(course) // LONGEST_LINE)
    return course[::-1][::step][::-1]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _down(share: float) -> float:
    return ROOM + (HEIGHT - 2 * ROOM) * (1 - share)
