"""A hard week, or chance; what one remembers; what came of an apology."""

from __future__ import annotations

from datetime import date
from math import comb

import pytest

from amends.acts.amends import Amends, Completion
from amends.acts.outcome import Result
from amends.engine.fold import fold
from amends.engine.follow_through import read_follow_through
from amends.engine.memory import read_memory
from amends.engine.results import Setback, SetbackWeek
from amends.engine.setback import beta_binomial, read_setback
from tests.engine.acts import ANNA, MAYA, TOBY, Scene, at

WEEK_13 = 84
"""The first day, a Monday, of the thirteenth week."""


def twelve_weeks(missed: set[int]) -> Scene:
    """Two promises of Toby's a week, on Mondays and Thursdays; those of some weeks' Thursdays missed."""
    scene = Scene()
    for week in range(12):
        scene.kept(week * 7)
        scene.kept(week * 7 + 3, Result.BROKEN if week in missed else Result.KEPT)
    return scene


def read(scene: Scene, day: float) -> Setback:
    return read_setback(fold(scene.placed), TOBY, at(day))


def test_a_week_like_others_is_within_what_is_to_be_expected() -> None:
    """One of three missed, after six of twenty-four."""
    scene = twelve_weeks({1, 3, 5, 7, 9, 11})
    for day, result in ((0, Result.LATE), (1, Result.KEPT), (2, Result.KEPT)):
        scene.kept(WEEK_13 + day, result)
    found = read(scene, WEEK_13 + 4)
    assert (found.week, found.judged, found.missed) == (date(2026, 3, 30), 3, 1)
    assert found.expected == pytest.approx(3 * 6.2 / 25)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (0, 2)
    assert not found.is_setback


def test_a_week_unlike_all_others_is_out_of_the_ordinary() -> None:
    """Three of three missed, after none of twenty-four; what moved it is named, and the weeks kept stay."""
    scene = twelve_weeks(set())
    for day in range(3):
        scene.kept(WEEK_13 + day, Result.BROKEN)
    found = read(scene, WEEK_13 + 4)
    assert found.is_setback
    assert found.chance is not None
    assert found.chance < 0.05
    assert [push.amount > 0.9 for push in found.evidence] == [True] * 3
    assert sum(push.amount for push in found.evidence) == pytest.approx(3 - (found.expected or 0))
    assert found.weeks[0] == SetbackWeek(date(2026, 1, 5), 2, 2)
    assert found.weeks[-1] == SetbackWeek(date(2026, 3, 30), 0, 3)
    assert len(found.weeks) == 13


def test_early_in_a_week_the_last_one_is_read() -> None:
    """On Monday morning nothing of the week is judged yet."""
    assert read(twelve_weeks(set()), WEEK_13).week == date(2026, 3, 23)


def test_a_short_record_says_too_little() -> None:
    """Eight promises are needed before the week, and one in it."""
    scene = Scene()
    for day in range(3):
        scene.kept(day, Result.BROKEN)
    scene.kept(8, Result.BROKEN)
    found = read(scene, 9)
    assert (found.too_little, found.chance, found.expected, found.is_setback) == (True, None, None, False)
    assert read(twelve_weeks(set()), WEEK_13 + 30).too_little
    assert read_setback(fold(scene.placed), MAYA, at(9)).judged == 0


def test_the_distribution_is_beta_binomial() -> None:
    """Beta(1, 1) makes every number alike; it adds up to one; a firm record is binomial."""
    assert beta_binomial(4, 1, 1) == pytest.approx([0.2] * 5)
    assert sum(beta_binomial(30, 0.2, 0.8)) == pytest.approx(1)
    firm = beta_binomial(5, 3e6, 7e6)
    assert firm == pytest.approx([comb(5, k) * 0.3**k * 0.7 ** (5 - k) for k in range(6)], abs=1e-5)


# Memory ------------------------------------------------------------------------------------------


def test_the_last_ten_promises_to_someone_are_looked_at() -> None:
    """Not one's own, not those still open; the latest first."""
    scene = Scene()
    for day in range(12):
        scene.kept(day, Result.LATE if day in {0, 1, 11} else Result.KEPT)
    mine = scene.promise(12, 13, author=ANNA, to=(TOBY,))
    scene.outcome(13, mine, author=TOBY)
    scene.promise(12, 13)
    found = read_memory(fold(scene.placed), ANNA)
    assert (found.count, found.kept, found.too_little) == (10, 9, False)
    assert [push.amount for push in found.evidence] == [0.0] + [1.0] * 9


def test_a_few_promises_are_too_little_to_remember() -> None:
    scene = Scene()
    for day in range(4):
        scene.kept(day)
    assert read_memory(fold(scene.placed), ANNA).too_little


# Follow-through ----------------------------------------------------------------------------------


def test_what_came_of_an_apology() -> None:
    """Each judged time since, what was put right, and whether what it took off still holds."""
    scene = Scene()
    breach = scene.hurt(0, 3)
    promise = scene.promise(0.5, 1, every=1)
    scene.outcome(1.5, promise, Result.BROKEN, occurrence=at(1).date())
    apology = scene.apology(2, breach, promise=promise.id)
    offered = scene.add(Amends, 2, TOBY, ANNA, apology=apology.id)
    scene.answer(3, apology)
    for day in (3, 4, 5):
        scene.outcome(day + 0.5, promise, occurrence=at(day).date())
    scene.add(Completion, 6, ANNA, by=TOBY, affected=(ANNA,), amends=offered.id)
    found = read_follow_through(fold(scene.placed), apology)
    assert (found.kept, found.late, found.broken, found.put_right) == (3, 0, 0, 1)
    assert (found.given_back, found.too_little) == (False, False)
    assert found.value == pytest.approx(3.8 / 4)
    assert found.interval is not None
    assert found.interval.low < 3.8 / 4 < found.interval.high
    scene.outcome(7.5, promise, Result.BROKEN, occurrence=at(7).date())
    after = read_follow_through(fold(scene.placed), apology)
    assert (after.broken, after.given_back, [push.amount for push in after.evidence]) == (
        1,
        True,
        [0, 1, 1, 1],
    )


def test_an_apology_without_a_promise_has_nothing_to_follow() -> None:
    scene = Scene()
    apology = scene.apology(2, scene.hurt(0, 3))
    found = read_follow_through(fold(scene.placed), apology)
    assert (found.promise, found.value, found.too_little, found.evidence) == (None, None, True, ())
