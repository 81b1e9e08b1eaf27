"""Trust over time: a thread, the cloth of its band, and a mark for each act that moved it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Protocol

from amends.engine.results import TrustPoint
from amends.web.charts.calendar import WIDTH, Span, Tick, ticks
from amends.web.charts.curve import Point, height_at, path, ribbon
from amends.web.charts.marks import spread

HEIGHT = 200
"""How high the drawing is, in pixels; the names of days stand beneath it."""
ROOM = 12
"""What is left free above and below, so that a mark there is not cut."""
LONGEST_THREAD = 130
"""Points a line is drawn through at most."""
GAP = timedelta(days=22)
"""Where points lie further apart, the thread is interrupted."""
MOST_LISTED = 2
"""Acts that the table names for one week, the strongest; a page must stay light."""
MOST_ROWS = 52
"""Weeks that the table holds, the latest ones."""


class Seen(Protocol):
    """An act to mark. What it says is asked for only where it is drawn: most of many acts are not."""

    @property
    def at(self) -> datetime:
        """When it happened, aware."""

    @property
    def amount(self) -> float:
        """How far it moved trust; up where positive."""

    @property
    def said(self) -> str:
        """Its sentence."""

    @property
    def address(self) -> str:
        """Where its page is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the thread.

    Attributes:
        x: percent of the width.
        y: pixels from the top.
        up: whether it lifted trust.
        seen: the act.
        wide: whether a narrow screen leaves it out.
    """

    x: float
    y: float
    up: bool
    seen: Seen
    wide: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One week of the table beside the chart; numbers are out of a hundred."""

    day: date
    value: int
    low: int
    high: int
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class TrustChart:
    """Where everything goes.

    Attributes:
        height: of the drawing, in pixels.
        bands, threads: SVG paths in a box of WIDTH by ``height``; several where there are gaps.
        marks: in the order of time, at least a thumb's width apart.
        ticks: the days named underneath.
        middle: pixels from the top at which half of full trust lies.
        rows: the same as a table, latest first.
    """

    height: int
    bands: tuple[str, ...]
    threads: tuple[str, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    middle: float
    rows: tuple[Row, ...]


def draw(course: Sequence[TrustPoint], seen: Sequence[Seen], zone: tzinfo = UTC) -> TrustChart | None:
    """A chart of ``course`` with the acts that were ``seen`` on it; None where there is nothing to draw."""
    if not course:
        return None
    points = sorted(course, key=lambda point: point.at)
    span = _span(points, zone)
    pieces = _pieces(_thinned(points), span)
    return TrustChart(
        height=HEIGHT,
        bands=tuple(ribbon(piece.high, piece.low) for piece in pieces),
        threads=tuple(path(piece.middle) for piece in pieces),
        marks=_marks(seen, span, pieces),
        ticks=ticks(span),
        middle=_down(0.5),
        rows=_rows(points, seen, zone),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the thread without a gap."""

    low: list[Point]
    middle: list[Point]
    high: list[Point]


def _span(points: Sequence[TrustPoint], zone: tzinfo) -> Span:
    start, end = points[0].at.astimezone(zone), points[-1].at.astimezone(zone)
    return Span(min(start, end - timedelta(days=7)), end)


def _thinned(points: Sequence[TrustPoint]) -> list[TrustPoint]:
    """Every so many points, the latest always among them."""
    step = -(-len(points) // LONGEST_THREAD)
    return list(reversed(points[::-1][::step]))


def _pieces(points: Sequence[TrustPoint], span: Span) -> list[_Piece]:
    widest = max(GAP, 3 * (points[-1].at - points[0].at) / LONGEST_THREAD)
    runs = [[points[0]]]
    for before, point in pairwise(points):
        if point.at - before.at > widest:
            runs.append([])
        if point.at > before.at:
            runs[-1].append(point)
    return [_piece(run, span) for run in runs if run]


def _piece(run: Sequence[TrustPoint], span: Span) -> _Piece:
    across = [span.across(point.at) for point in run]
    if len(run) == 1:  # a line needs two ends
        run, across = [run[0], run[0]], [across[0] - 8, across[0] + 8]
    return _Piece(
        low=[(x, _down(point.interval.low)) for x, point in zip(across, run, strict=True)],
        middle=[(x, _down(point.value)) for x, point in zip(across, run, strict=True)],
        high=[(x, _down(point.interval.high)) for x, point in zip(across, run, strict=True)],
    )


def _down(value: float) -> float:
    return ROOM + (HEIGHT - 2 * ROOM) * (1 - value)


def _marks(seen: Sequence[Seen], span: Span, pieces: Sequence[_Piece]) -> tuple[Mark, ...]:
    moved = [one for one in seen if one.amount and span.start <= one.at <= span.end]
    chosen = spread([(span.across(one.at), abs(one.amount)) for one in moved])
    return tuple(_mark(moved[index], span, pieces, wide=wide) for index, wide in chosen.items())


def _mark(seen: Seen, span: Span, pieces: Sequence[_Piece], *, wide: bool) -> Mark:
    x = span.across(seen.at)
    nearest = min(pieces, key=lambda piece: max(piece.middle[0][0] - x, x - piece.middle[-1][0]))
    y = height_at(nearest.middle, x)
    return Mark(round(x * 100 / WIDTH, 2), round(y, 1), seen.amount > 0, seen, wide)


def _rows(points: Sequence[TrustPoint], seen: Sequence[Seen], zone: tzinfo) -> tuple[Row, ...]:
    """The latest weeks, each with the acts that fell into it."""
    rows = []
    seen = sorted(seen, key=_at)
    starts = [datetime.min.replace(tzinfo=UTC), *(point.at for point in points)]
    for before, point in list(zip(starts, points, strict=False))[::-1][:MOST_ROWS]:
        of_week = seen[bisect_right(seen, before, key=_at) : bisect_right(seen, point.at, key=_at)]
        there = sorted(of_week, key=lambda one: -abs(one.amount))
        rows.append(
            Row(
                day=point.at.astimezone(zone).date(),
                value=round(100 * point.value),
                low=round(100 * point.interval.low),
                high=round(100 * point.interval.high),
                seen=tuple(sorted(there[:MOST_LISTED], key=_at)),
            )
        )
    return tuple(rows)


def _at(seen: Seen) -> datetime:
    return seen.at
