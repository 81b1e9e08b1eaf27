"""What many small hurts add up to, and good moments beside hard ones."""

from __future__ import annotations

from datetime import date

import pytest

from amends.acts.answer import Reply
from amends.acts.breach import BreachType
from amends.acts.outcome import Result
from amends.acts.repair import Repair, Step, Turn
from amends.engine.balance import read_balance
from amends.engine.erosion import read_erosion
from amends.engine.fold import fold
from amends.engine.results import Balance, Erosion
from tests.engine.acts import ANNA, MAYA, TOBY, Scene, at


def erosion(scene: Scene, day: float) -> Erosion:
    return read_erosion(fold(scene.placed), ANNA, at(day))


def balance(scene: Scene, day: float) -> Balance:
    return read_balance(fold(scene.placed), ANNA, at(day))


def test_nothing_adds_up_to_nothing() -> None:
    """Without hurts there is no reading to show."""
    scene = Scene()
    scene.hurt(1, author=TOBY, by=ANNA, affected=(TOBY,))
    found = erosion(scene, 2)
    assert (found.count, found.since, found.total, found.course) == (0, None, 0, ())


def test_small_hurts_add_up_in_ones_own_weights() -> None:
    """By kind, heaviest first; time alone takes nothing off."""
    scene = Scene()
    for day, weight in ((0, 1), (7, 4), (8, 2)):
        scene.hurt(day, weight)
    scene.hurt(9, type=BreachType.DISMISSAL, author=TOBY)
    found = erosion(scene, 400)
    assert (found.count, found.since, found.total, found.remaining) == (4, at(0), 3.5, 3.5)
    assert found.as_heavy_as == pytest.approx(3.5 / 3)
    assert found.by_type == ((BreachType.LATENESS, 3, 2.5), (BreachType.DISMISSAL, 1, 1.0))
    assert [push.amount for push in found.evidence] == [1.75, 1.0, 0.5, 0.25]
    assert [(point.week, point.total) for point in found.course[:3]] == [
        (date(2026, 1, 5), 0.25),
        (date(2026, 1, 12), 3.5),
        (date(2026, 1, 19), 3.5),
    ]
    assert len(found.course) == 58


def test_what_was_made_good_is_taken_off() -> None:
    """An accepted apology takes off its share, until its promise is broken."""
    scene = Scene()
    breach = scene.hurt(0, 3)
    promise = scene.promise(7, 20)
    scene.answer(8, scene.apology(7, breach, promise=promise.id), Reply.ACCEPTED)
    assert erosion(scene, 9).remaining == pytest.approx(0.85)
    assert [point.remaining for point in erosion(scene, 9).course] == [1.0, pytest.approx(0.85)]
    scene.outcome(21, promise, Result.BROKEN)
    assert erosion(scene, 22).remaining == pytest.approx(1.0)
    assert [round(point.remaining, 2) for point in erosion(scene, 22).course] == [1, 0.85, 0.85, 1]


def test_what_is_mended_weighs_no_more_but_for_deception() -> None:
    """When the one hurt says so; a lie leaves its share."""
    scene = Scene()
    repair = scene.add(Repair, 0, ANNA, TOBY, name="late for dinner")
    scene.hurt(1, 3, repair=repair.id)
    scene.hurt(2, 3, repair=repair.id, type=BreachType.WHITE_LIE)
    scene.hurt(3, 5)
    scene.add(Turn, 4, ANNA, repair=repair.id, step=Step.MENDED)
    assert erosion(scene, 5).remaining == pytest.approx(3.3)
    scene.add(Turn, 6, ANNA, repair=repair.id, step=Step.RESUMED)
    assert erosion(scene, 7).remaining == pytest.approx(5.0)


def test_twelve_weeks_of_good_and_hard() -> None:
    """Counted by the week of the day as said, empty weeks included; older ones left out."""
    scene = Scene()
    for day in (0, 84, 85):
        scene.moment(day)
    scene.moment(84, author=TOBY, by=TOBY)
    scene.hurt(90)
    scene.hurt(90, author=TOBY, by=ANNA, affected=(TOBY,))
    scene.hurt(77, author=MAYA, affected=(MAYA,))
    found = balance(scene, 90)
    assert (found.good, found.hard, len(found.weeks)) == (3, 1, 12)
    assert found.weeks[-1].week == date(2026, 3, 30)
    assert [(week.good, week.hard) for week in found.weeks[-2:]] == [(0, 0), (3, 1)]
