"""A smooth line through points, that never rises where the points fall."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
"""Across and down, in the units of a drawing."""


def path(points: Sequence[Point]) -> str:
    """The path of an SVG through ``points``, whose first coordinates rise; monotone between neighbours."""
    first, *rest = points
    return f"M{_pair(first)}" + _curves(points) if rest else f"M{_pair(first)}h0"


def ribbon(upper: Sequence[Point], lower: Sequence[Point]) -> str:
    """The closed path between two lines over the same first coordinates."""
    back = [(-x, y) for x, y in reversed(lower)]
    return f"{path(upper)}L{_pair(lower[-1])}{_curves(back, mirrored=True)}Z"


def height_at(points: Sequence[Point], x: float) -> float:
    """How far down the line through ``points`` lies at ``x``; beyond its ends, as at the nearer one."""
    x = min(max(x, points[0][0]), points[-1][0])
    for (left, right), slopes in zip(pairwise(points), pairwise(_slopes(points)), strict=True):
        if x <= right[0]:
            return _between_knots(x, left, right, slopes)
    return points[-1][1]


def _curves(points: Sequence[Point], *, mirrored: bool = False) -> str:
    """The Bézier pieces after the first point; ``mirrored`` flips them left to right."""
    sign = -1 if mirrored else 1
    slopes = _slopes(points)
    pieces = []
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        third = (x1 - x0) / 3
        first = (sign * (x0 + third), y0 + slopes[index] * third)
        second = (sign * (x1 - third), y1 - slopes[index + 1] * third)
        pieces.append(f"C{_pair(first)} {_pair(second)} {_pair((sign * x1, y1))}")
    return "".join(pieces)


def _slopes(points: Sequence[Point]) -> list[float]:
    """Slopes that keep a cubic monotone between points (Fritsch & Butland 1984)."""
    chords = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if not chords:
        return [0.0]
    inner = [_between(left, right) for left, right in pairwise(chords)]
    return [chords[0], *inner, chords[-1]]


def _between(left: float, right: float) -> float:
    """The slope at a point between two chords; level where they turn."""
    return 0.0 if left * right <= 0 else 2 * left * right / (left + right)


def _between_knots(x: float, left: Point, right: Point, slopes: tuple[float, float]) -> float:
    """The cubic Hermite polynomial between two points."""
    width = right[0] - left[0]
    t = (x - left[0]) / width
    from_left = (1 - t) ** 2 * ((1 + 2 * t) * left[1] + t * width * slopes[0])
    from_right = t**2 * ((3 - 2 * t) * right[1] - (1 - t) * width * slopes[1])
    return from_left + from_right


def _pair(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
