"""Charts: where the thread, its cloth, the marks and the days go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from amends.engine.results import BalanceWeek, ErosionPoint, Interval, JournalWeek, TrustPoint
from amends.web.charts import trust, weeks, weight
from amends.web.charts.calendar import WIDTH, Named, Span, ticks
from amends.web.charts.curve import height_at, path, ribbon
from amends.web.charts.marks import BROAD, NARROW, TARGET, spread
from amends.web.charts.trust import HEIGHT, ROOM

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
NUMBER = re.compile(r"-?\d+\.\d+")


def course(values: list[float], *, step: timedelta = timedelta(weeks=1)) -> list[TrustPoint]:
    """Points with a band of a tenth on either side."""
    return [
        TrustPoint(START + step * index, value, Interval(max(0, value - 0.1), min(1, value + 0.1), 0.8))
        for index, value in enumerate(values)
    ]


@dataclass(frozen=True)
class Seen:
    """An act to mark."""

    at: datetime
    amount: float
    said: str
    address: str


def seen(day: float, amount: float) -> Seen:
    """An act so many days after the first point."""
    return Seen(START + timedelta(days=day), amount, f"day {day}", f"/acts/{day}/")


def numbers(drawn: str) -> list[tuple[float, float]]:
    """The points of a path."""
    found = [float(number) for number in NUMBER.findall(drawn)]
    return list(zip(found[::2], found[1::2], strict=True))


class TestTrust:
    def test_nothing_is_drawn_of_nothing(self) -> None:
        """Without a point there is no chart."""
        assert trust.draw([], [seen(0, 1)]) is None

    def test_one_point_is_a_short_thread(self) -> None:
        """A first check-in already shows, and a mark on it has its height."""
        chart = trust.draw(course([0.5]), [seen(0, 0.4)])
        assert chart is not None
        ((first, _), *_rest, (last, height)) = numbers(chart.threads[0])
        assert last > first
        assert height == chart.middle == HEIGHT / 2
        assert chart.marks[0].y == HEIGHT / 2
        assert [row.value for row in chart.rows] == [50]

    def test_more_trust_lies_higher(self) -> None:
        """Up is more, and the whole of trust fits with room for a mark at both ends."""
        chart = trust.draw(course([0.0, 1.0]), [seen(0, -1), seen(7, 1)])
        assert chart is not None
        assert [mark.y for mark in chart.marks] == [HEIGHT - ROOM, ROOM]
        assert [mark.up for mark in chart.marks] == [False, True]

    def test_a_long_silence_interrupts_the_thread(self) -> None:
        """Nothing is drawn where nothing is known; a mark there holds on to the nearer end."""
        early, late = course([0.4, 0.5]), course([0.6, 0.7])
        late = [TrustPoint(point.at + timedelta(weeks=20), point.value, point.interval) for point in late]
        chart = trust.draw([*early, *late], [seen(12, 1)])
        assert chart is not None
        assert len(chart.threads) == len(chart.bands) == 2
        assert chart.marks[0].y == round(height_at([(0, ROOM + (HEIGHT - 2 * ROOM) * 0.5)], 0), 1)

    def test_acts_outside_the_course_or_without_weight_have_no_mark(self) -> None:
        """A mark says that something moved trust while it was read."""
        chart = trust.draw(course([0.4, 0.5, 0.5]), [seen(-1, 2), seen(3, 0), seen(5, 0.1), seen(15, 2)])
        assert chart is not None
        assert [mark.seen.said for mark in chart.marks] == ["day 5"]

    def test_thousands_of_acts_leave_the_strongest(self) -> None:
        """The page stays small, every mark can be touched, and the heaviest act is among them."""
        acts = [seen(day / 10, 0.1 + day % 7 / 100) for day in range(3500)] + [seen(200.03, -3)]
        chart = trust.draw(course([0.5] * 52), acts)
        assert chart is not None
        assert 8 <= len([mark for mark in chart.marks if not mark.wide]) <= NARROW / TARGET + 1
        assert len(chart.marks) <= BROAD / TARGET + 1
        assert any(mark.seen.amount == -3 and not mark.wide for mark in chart.marks)
        places = [mark.x for mark in chart.marks]
        assert all(right - left >= 99 * TARGET / BROAD for left, right in pairwise(places))

    def test_years_of_points_make_a_short_path(self) -> None:
        """The thread of twelve years weighs little, and still ends today."""
        points = course([0.3 + index % 50 / 100 for index in range(620)])
        chart = trust.draw(points, [])
        assert chart is not None
        assert sum(map(len, (*chart.threads, *chart.bands))) < 20_000
        assert len(chart.threads) == 1
        assert numbers(chart.threads[0])[-1][0] == pytest.approx(WIDTH - 20)
        assert len(chart.rows) == trust.MOST_ROWS

    def test_the_table_names_the_acts_of_each_week(self) -> None:
        """Latest first; an act stands in the week that ends after it."""
        chart = trust.draw(course([0.4, 0.5, 0.6]), [seen(8, 1), seen(0, 1), seen(7, -1)])
        assert chart is not None
        assert [(row.value, [one.said for one in row.seen]) for row in chart.rows] == [
            (60, ["day 8"]),
            (50, ["day 7"]),
            (40, ["day 0"]),
        ]

    def test_days_are_those_of_the_reader(self) -> None:
        """Late on Sunday in London is Monday in Auckland."""
        points = [TrustPoint(datetime(2026, 3, 1, 22, tzinfo=UTC), 0.5, Interval(0.4, 0.6, 0.8))]
        chart = trust.draw(points, [], ZoneInfo("Pacific/Auckland"))
        assert chart is not None
        assert chart.rows[0].day == date(2026, 3, 2)

    @given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.lists(st.floats(0, 400), max_size=40))
    def test_nothing_leaves_the_drawing(self, values: list[float], days: list[float]) -> None:
        """Whatever the readings are."""
        chart = trust.draw(course(values), [seen(day, 1) for day in days])
        assert chart is not None
        for drawn in (*chart.threads, *chart.bands):
            assert all(-0.1 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in numbers(drawn))
        assert all(0 <= mark.x <= 100 and ROOM - 0.1 <= mark.y <= HEIGHT - ROOM + 0.1 for mark in chart.marks)


class TestCurve:
    @given(st.lists(st.floats(0, 200), min_size=2, max_size=20))
    def test_it_goes_through_its_points(self, heights: list[float]) -> None:
        """At each point the line is where the reading is."""
        points = [(10.0 * index, y) for index, y in enumerate(heights)]
        for x, y in points:
            assert height_at(points, x) == pytest.approx(y, abs=1e-6)

    @given(st.lists(st.floats(0, 200), min_size=2, max_size=20), st.floats(0, 1))
    def test_it_never_leaves_two_neighbours(self, heights: list[float], share: float) -> None:
        """The line shows no rise and no fall that was not read."""
        points = [(10.0 * index, y) for index, y in enumerate(heights)]
        for (x0, y0), (_, y1) in pairwise(points):
            assert min(y0, y1) - 1e-6 <= height_at(points, x0 + 10 * share) <= max(y0, y1) + 1e-6

    def test_the_path_is_where_the_height_is(self) -> None:
        """Marks lie on the line that is drawn: the Bézier pieces are the same cubic."""
        points = [(0.0, 100.0), (30.0, 40.0), (60.0, 90.0), (100.0, 95.0)]
        drawn = numbers(path(points))
        for piece in range(len(points) - 1):
            p0, p1, p2, p3 = drawn[3 * piece : 3 * piece + 4]
            for t in (0.25, 0.5, 0.75):
                x, y = (
                    (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
                    for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
                )
                assert height_at(points, x) == pytest.approx(y, abs=0.2)

    def test_a_ribbon_comes_back_to_where_it_began(self) -> None:
        """Along the upper line, back along the lower one, and shut."""
        drawn = ribbon([(0.0, 10.0), (50.0, 20.0)], [(0.0, 60.0), (50.0, 80.0)])
        ends = [point for point in numbers(drawn) if point[0] in (0.0, 50.0)]
        assert ends == [(0.0, 10.0), (50.0, 20.0), (50.0, 80.0), (0.0, 60.0)]
        assert drawn.endswith("Z")


class TestMarks:
    @given(st.lists(st.tuples(st.floats(0, WIDTH), st.floats(0, 3)), max_size=80))
    def test_each_has_room_for_a_thumb(self, places: list[tuple[float, float]]) -> None:
        """Twenty-four pixels on a phone, and on a desk with those that only show there."""
        chosen = spread(places)
        narrow = [places[index][0] for index, wide in chosen.items() if not wide]
        broad = [places[index][0] for index in chosen]
        assert all((right - left) * NARROW / WIDTH >= TARGET - 1e-6 for left, right in pairwise(narrow))
        assert all((right - left) * BROAD / WIDTH >= TARGET - 1e-6 for left, right in pairwise(broad))
        assert bool(chosen) == bool(places)


class TestDays:
    @pytest.mark.parametrize(
        ("length", "named"),
        [
            (1, Named.DAY),
            (20, Named.DAY),
            (62, Named.DAY),
            (91, Named.MONTH),
            (400, Named.MONTH),
            (4000, Named.YEAR),
            (40000, Named.YEAR),
        ],
    )
    def test_they_are_few_and_round(self, length: int, named: Named) -> None:
        """From a day to a century, at most six names; on a phone at most three."""
        found = ticks(Span(START, START + timedelta(days=length)))
        assert 1 <= len(found) <= 6
        assert sum(not tick.wide for tick in found) <= 3
        assert named in {tick.named for tick in found}
        assert all(0 <= tick.x <= 100 for tick in found)
        assert len({right.day - left.day for left, right in pairwise(found)}) <= 3

    def test_january_is_called_by_its_year(self) -> None:
        """Over more than a year one sees which."""
        found = ticks(Span(START, START + timedelta(days=500)))
        assert [tick.named for tick in found if tick.day.month == 1] == [Named.YEAR]


class TestWeeks:
    def test_twelve_empty_weeks_are_not_drawn(self) -> None:
        """There is nothing to see yet."""
        assert weeks.draw([BalanceWeek(date(2026, 3, 2), 0, 0)] * 12) is None

    def test_good_and_hard_have_the_same_stitches(self) -> None:
        """As many upwards as downwards, as far from the thread."""
        strip = weeks.draw([BalanceWeek(date(2026, 3, 2), 3, 3)])
        assert strip is not None
        (week,) = strip.weeks
        assert [strip.middle - y for y in week.above] == [y - strip.middle for y in week.beneath]
        assert len(week.above) == 3

    def test_many_share_a_stitch(self) -> None:
        """A week of a hundred does not make the page long; nothing small disappears."""
        strip = weeks.draw([BalanceWeek(date(2026, 3, 2), 100, 1), BalanceWeek(date(2026, 3, 9), 0, 2)])
        assert strip is not None
        assert len(strip.weeks[0].above) <= weeks.MOST
        assert len(strip.weeks[0].above) * strip.stands_for >= 100
        assert len(strip.weeks[0].beneath) == 1
        assert all(0 < y < strip.height for week in strip.weeks for y in (*week.above, *week.beneath))

    def test_what_was_neither_lies_on_the_thread(self) -> None:
        """In equal calm: within its week, and also where nothing was good or hard."""
        strip = weeks.draw([JournalWeek(date(2026, 3, 2), 0, 0, 3), JournalWeek(date(2026, 3, 9), 1, 0, 0)])
        assert strip is not None
        first, second = strip.weeks
        assert len(first.on) == 3
        assert all(first.left < x < first.right for x in first.on)
        assert (first.above, first.beneath, second.on) == ((), (), ())
        assert strip.has_neutral
        assert weeks.draw([JournalWeek(date(2026, 3, 2), 0, 0, 0)]) is None
        plain = weeks.draw([BalanceWeek(date(2026, 3, 2), 3, 3)])
        assert plain is not None
        assert not plain.has_neutral


class TestWeight:
    MONDAY = date(2026, 3, 2)

    def weekly(self, *totals_and_rests: tuple[float, float]) -> list[ErosionPoint]:
        """One point a week."""
        return [
            ErosionPoint(self.MONDAY + timedelta(weeks=index), total, rest)
            for index, (total, rest) in enumerate(totals_and_rests)
        ]

    def test_one_week_or_weeks_without_weight_are_not_drawn(self) -> None:
        """A line needs two ends, and something to tell."""
        assert weight.draw(self.weekly((1, 1))) is None
        assert weight.draw(self.weekly((0, 0), (0, 0))) is None

    def test_what_is_left_lies_beneath_all_of_it(self) -> None:
        """The cloth between them is what was made good; where nothing was, both lines are one."""
        chart = weight.draw(self.weekly((1, 1), (2, 2), (3, 1)))
        assert chart is not None
        total, left = numbers(chart.total), numbers(chart.left)
        assert total[0] == left[0]
        assert total[-1][1] == weight.ROOM
        assert left[-1][1] > total[-1][1]
        assert [row.remaining for row in chart.rows] == [1, 2, 1]

    @given(st.lists(st.tuples(st.floats(0, 3), st.floats(0, 1)), min_size=2, max_size=600))
    def test_nothing_leaves_the_drawing_however_long_it_goes_on(
        self, weekly: list[tuple[float, float]]
    ) -> None:
        """Years of weeks stay inside, and light."""
        added, points = 0.0, []
        for total, share in weekly:
            added += total
            points.append((added, added * share))
        chart = weight.draw(self.weekly(*points))
        if chart is not None:
            drawn = numbers(chart.total) + numbers(chart.left)
            assert all(0 <= x <= WIDTH and 0 <= y <= weight.HEIGHT for x, y in drawn)
            assert len(drawn) <= 6 * weight.LONGEST_LINE
            assert len(chart.rows) <= weight.MOST_ROWS


class TestDrawing:
    def test_marks_lead_to_acts_and_say_what_happened(self) -> None:
        """Without a script, without a style attribute, and the table says the same."""
        chart = trust.draw(course([0.4, 0.5]), [Seen(START, 1.0, "Toby <b>called</b>", "/acts/1/")])
        drawn = render_to_string(
            "charts/trust.html",
            {"chart": chart, "id": "one", "key": "one", "title": "Trust", "words": "Rising."},
        )
        assert drawn.count('href="/acts/1/"') == 2
        assert "Toby &lt;b&gt;called" in drawn
        assert "<title" in drawn
        assert "<desc" in drawn
        assert " style=" not in drawn
        assert "<td>50</td>" in drawn

    def test_years_of_daily_acts_make_a_light_page(self) -> None:
        """What is drawn of a long bond leaves the page below the 130 kB that it may weigh."""
        said = "Something Toby did hurt you: Twenty past nine, and the soup was cold by then, again."
        address = "/bonds/7d1f3a52-7b0c-4a7e-9d55-0d3e8a1c2b34/acts/0cf843f3-9d60-50dd-a96a-1b2c3d4e5f60/"
        acts = [Seen(START + timedelta(hours=5 * n), 0.1 + n % 7, said, address) for n in range(9000)]
        chart = trust.draw(course([0.3 + index % 9 / 20 for index in range(300)]), acts)
        drawn = render_to_string("charts/trust.html", {"chart": chart, "key": "one", "title": "Trust"})
        assert len(drawn.encode()) < 50_000
