"""Readings on a terminal: calm, words first, readable without colour."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from uuid import UUID

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from amends.acts.base import Act, Person
from amends.acts.sentence import headline
from amends.acts.story import Story
from amends.engine.results import Balance, Pace, PromiseState, RepairState, Trust, TrustPoint
from amends.readings import wording
from amends.readings.compose import Readings
from amends.readings.stitches import stitches_of

GOLD = "dark_goldenrod"
QUIET = "dim"
WORDS = gettext.NullTranslations()
STRONGEST = 6
"""Acts named as evidence under a reading."""
ROWS, COLUMNS = 9, 60
"""Size of the line of trust, in characters."""


def print_readings(story: Story, readings: Readings) -> None:
    """Print one viewer's readings of a story."""
    acts = {placed.act.id: placed.act for placed in story.placed_for(readings.viewer)}
    view = _View(story, readings, acts)
    Console(highlight=False).print(Group(*view.parts()))


class _View:
    """One viewer's readings, part by part."""

    def __init__(self, story: Story, readings: Readings, acts: dict[UUID, Act]) -> None:
        self.story = story
        self.readings = readings
        self.acts = acts

    def parts(self) -> list[RenderableType]:
        """All parts, from what matters most."""
        parts = [self._title()]
        for trust in self.readings.trust:
            parts += [_heading(f"Your trust in {trust.of}"), _indent(self._trust(trust))]
        parts += self._section("Repairs", [self._repair(repair) for repair in self.readings.repairs])
        still_open = [promise for promise in self.readings.promises if promise.open]
        parts += self._section("Open promises", [self._promise(promise) for promise in still_open])
        parts += self._section("How your own promises went", self._reliability())
        parts += self._section("What it adds up to", self._erosion())
        parts += self._section("Good and hard", [_balance(self.readings.balance)])
        return parts

    def _title(self) -> RenderableType:
        title = Text(self.story.title, style="bold")
        title.append(f"  as {self.readings.viewer}, {self.readings.as_of:%Y-%m-%d}", style=QUIET)
        if self.story.invented:
            title.append("  (invented)", style=QUIET)
        return title

    def _section(self, name: str, rows: Sequence[RenderableType]) -> list[RenderableType]:
        return [_heading(name), _indent(Group(*rows))] if rows else []

    def _trust(self, trust: Trust) -> RenderableType:
        rows: list[RenderableType] = [Text(wording.trust_sentence(trust, trust.of, WORDS))]
        if trust.interval is not None:
            rows.append(Text(wording.in_hundred(trust.interval, WORDS).capitalize() + ".", style=QUIET))
        rows += [Text(wording.trust_basis(trust, WORDS), style=QUIET), Text()]
        if trust.course:
            rows += [_line(trust.course), Text()]
        rows += [self._evidence(push.act, push.amount) for push in trust.evidence[:STRONGEST]]
        return Group(*rows)

    def _evidence(self, act: UUID, amount: float) -> RenderableType:
        way = "raised it " if amount > 0 else "lowered it"
        text = Text(f"{way}  {abs(amount):.2f}  ", style=QUIET)
        return text.append(self._headline(act), style="default")

    def _repair(self, repair: RepairState) -> RenderableType:
        seam = Text()
        for stitch in stitches_of(repair, self.story.setting, WORDS):
            seam.append("━●" if stitch.act else "─○", style=GOLD if stitch.act else QUIET)
            seam.append(f" {stitch.name} ", style="default" if stitch.act else QUIET)
        if repair.pace in {Pace.RESTING, Pace.ENDED}:
            seam.append(f"━┫ {repair.pace.value}", style=GOLD)
        opening = self.acts[repair.repair]
        return Group(Text(getattr(opening, "name", ""), style="bold"), seam)

    def _promise(self, promise: PromiseState) -> RenderableType:
        when = "" if promise.next is None else f"  next {promise.next.day.isoformat()}"
        return Text(self._headline(promise.promise)).append(when, style=QUIET)

    def _reliability(self) -> list[RenderableType]:
        return [Text(wording.reliability_sentence(sort, WORDS)) for sort in self.readings.reliability]

    def _erosion(self) -> list[RenderableType]:
        erosion = self.readings.erosion
        table = Table.grid(padding=(0, 2))
        for sort, count, _ in erosion.by_type:
            table.add_row(Text(str(count), justify="right"), Text(sort.value, style=QUIET))
        return [Text(wording.erosion_sentence(erosion, WORDS)), table]

    def _headline(self, act: UUID) -> str:
        return headline(self.acts[act], self.readings.viewer, _name, setting=self.story.setting)


def _name(person: Person) -> str:
    return str(person)


def _heading(name: str) -> RenderableType:
    return Group(Text(), Rule(Text(name, style=GOLD), align="left", style=GOLD, characters="╌"))


def _indent(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, 2))


def _balance(balance: Balance) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for week in balance.weeks:
        good, hard = Text("●" * week.good, style=GOLD), Text("○" * week.hard)
        table.add_row(Text(week.week.isoformat(), style=QUIET), good.append_text(hard))
    return Group(Text(wording.balance_sentence(balance, WORDS)), table, Text("● good   ○ hard", style=QUIET))


def _line(course: Sequence[TrustPoint]) -> RenderableType:
    """The course of trust as a thread on a soft band, 0 to 100 from bottom to top."""
    step = max(1, -(-len(course) // COLUMNS))
    points = course[::-1][::step][::-1]
    rows = []
    for row in reversed(range(ROWS)):
        text = Text(f"{round(100 * row / (ROWS - 1)):>4} ", style=QUIET)
        for point in points:
            text.append(*_cell(point, row))
        rows.append(text)
    first, last = points[0].at, points[-1].at
    rows.append(Text(f"     {first:%Y-%m-%d} … {last:%Y-%m-%d}", style=QUIET))
    return Group(*rows)


def _cell(point: TrustPoint, row: int) -> tuple[str, str]:
    if row == _row(point.value):
        return "━━", GOLD
    inside = _row(point.interval.low) <= row <= _row(point.interval.high)
    return ("░░", QUIET) if inside else ("  ", QUIET)


def _row(value: float) -> int:
    return round(value * (ROWS - 1))
