"""The course of trust as a thread on a band of cloth, with marks on it that lead to acts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from amends.engine.results import Trust

WIDTH: Final = 640.0
HEIGHT: Final = 260.0
MARGIN: Final = 16.0
"""Free space at each edge, so that no mark is cut."""
APART: Final = 46.0
"""Least distance between two marks: on a phone each keeps a target of 24 pixels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the thread that leads to an act.

    Attributes:
        act: its id.
        x, y: where it lies.
        raised: whether the act raised trust.
    """

    act: UUID
    x: float
    y: float
    raised: bool


@dataclass(frozen=True, slots=True)
class TrustChart:
    """A drawing, in units of its own.

    Attributes:
        width, height: the size of the drawing.
        band: the outline of the 80 % band, as an SVG path.
        thread: the line of the median, as an SVG path.
        middle: height of the line at one half.
        marks: what leads to acts, from left to right.
        starts, ends: the first and last instant.
    """

    width: float
    height: float
    band: str
    thread: str
    middle: float
    marks: tuple[Mark, ...]
    starts: datetime
    ends: datetime


def draw(trust: Trust, happened: Mapping[UUID, datetime]) -> TrustChart | None:
    """The drawing of a reading; None where there is nothing to draw.

    Args:
        trust: the reading.
        happened: when each act of its evidence happened.
    """
    if not trust.course:
        return None
    course = trust.course
    across = _across(course[0].at, course[-1].at)
    xs = [across(point.at) for point in course]
    upper = [(x, _up(point.interval.high)) for x, point in zip(xs, course, strict=True)]
    lower = [(x, _up(point.interval.low)) for x, point in zip(xs, course, strict=True)]
    middle = [(x, _up(point.value)) for x, point in zip(xs, course, strict=True)]
    return TrustChart(
        width=WIDTH,
        height=HEIGHT,
        band=f"{_path(_wide(upper) + _wide(lower)[::-1])}Z",
        thread=_path(_wide(middle)),
        middle=_up(0.5),
        marks=_marks(trust, happened, across, middle),
        starts=course[0].at,
        ends=course[-1].at,
    )


def _marks(
    trust: Trust,
    happened: Mapping[UUID, datetime],
    across: Callable[[datetime], float],
    thread: Sequence[tuple[float, float]],
) -> tuple[Mark, ...]:
    """The strongest acts that stand far enough apart."""
    chosen: list[Mark] = []
    for push in trust.evidence:
        at = happened.get(push.act)
        if at is None or not trust.course[0].at <= at <= trust.course[-1].at:
            continue
        x = across(at)
        if all(abs(x - mark.x) >= APART for mark in chosen):
            chosen.append(Mark(push.act, x, _height_at(x, thread), push.amount > 0))
    return tuple(sorted(chosen, key=lambda mark: mark.x))


def _across(starts: datetime, ends: datetime) -> Callable[[datetime], float]:
    span = (ends - starts).total_seconds()

    def place(at: datetime) -> float:
        share = (at - starts).total_seconds() / span if span else 0.5
        return round(MARGIN + share * (WIDTH - 2 * MARGIN), 2)

    return place


def _up(value: float) -> float:
    return round(HEIGHT - MARGIN - value * (HEIGHT - 2 * MARGIN), 2)


def _height_at(x: float, thread: Sequence[tuple[float, float]]) -> float:
    places = [place for place, _height in thread]
    after = bisect_left(places, x)
    if after in (0, len(thread)):
        return thread[min(after, len(thread) - 1)][1]
    (x0, y0), (x1, y1) = thread[after - 1], thread[after]
    return round(y0 + (y1 - y0) * (x - x0) / (x1 - x0), 2)


def _wide(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """A single point as a short line, so that there is something to see."""
    if len(line) > 1:
        return list(line)
    x, y = line[0]
    return [(x - MARGIN, y), (x + MARGIN, y)]


def _path(line: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in line)
