"""Before a promise: counts of one's own record, and a due time that would have held."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from amends.acts.due import Due
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.acts.when import When
from amends.engine.fold import fold
from amends.engine.foresight import SHIFTS, foresee
from amends.engine.results import Foresight
from tests.engine.acts import ANNA, TOBY, Scene, at, when

NEXT = Due(when(at(60)))


def went(scene: Scene, day: float, result: Result, minutes: int | None = None) -> None:
    """One promise that fell due that day and how it went."""
    scene.outcome(day + 0.3, scene.promise(day - 0.5, day), result, minutes=minutes)


def look(scene: Scene, due: Due = NEXT, sort: PromiseType = PromiseType.OTHER) -> Foresight | None:
    return foresee(fold(scene.placed), TOBY, sort, due)


def scene_of(*minutes: int | None) -> Scene:
    """Promises on one day after another: kept, or so many minutes late."""
    scene = Scene()
    for day, late in enumerate(minutes, 1):
        went(scene, day, Result.KEPT if late == 0 else Result.LATE, late or None)
    return scene


def test_too_few_say_nothing() -> None:
    assert look(scene_of(20, 20, 20, 20)) is None


def test_what_is_mostly_kept_is_left_alone() -> None:
    assert look(scene_of(0, 0, 0, 0, 20)) is None


def test_the_least_later_time_is_proposed_at_which_most_would_have_held() -> None:
    found = look(scene_of(0, 20, 25, 10, 0, 40))
    assert found is not None
    assert (found.kept, found.count) == (2, 6)
    assert (found.shift, found.held) == (30, 5)
    assert len(found.evidence) == 6


def test_where_nobody_said_how_late_no_time_is_proposed() -> None:
    found = look(scene_of(None, None, 0, None, None))
    assert found is not None
    assert found.shift is None
    assert found.held == found.kept == 1


def test_a_broken_one_would_have_held_at_no_time() -> None:
    scene = Scene()
    for day in range(1, 7):
        went(scene, day, Result.BROKEN)
    found = look(scene)
    assert found is not None
    assert found.shift is None


def test_a_day_of_the_week_is_told_where_it_went_worse() -> None:
    scene = Scene()
    for week in range(4):
        went(scene, 7 * week + 1, Result.BROKEN)
        for day in (2, 3, 4, 5):
            went(scene, 7 * week + day, Result.KEPT)
    worse = look(scene, Due(when(at(57))))
    assert worse is not None
    assert (worse.weekday_kept, worse.weekday_count) == (0, 4)
    assert look(scene, Due(when(at(58)))) is None


def test_a_promise_for_a_day_is_put_later_by_days() -> None:
    scene = Scene()
    for day in range(1, 7):
        said = (at(day)).date().isoformat()
        promise = scene.add(
            type(scene.promise(100 + day, 101 + day)), day - 0.5, TOBY, ANNA, due=Due(When.said(said, "UTC"))
        )
        scene.outcome(day + 2, promise, Result.LATE, minutes=24 * 60)
    due = Due(When.said((at(60)).date().isoformat(), "UTC"))
    found = look(scene, due)
    assert found is not None
    assert found.shift == timedelta(days=1) // timedelta(minutes=1)


def test_only_promises_of_its_sort_and_its_author_count() -> None:
    scene = scene_of(20, 20, 20, 20, 20)
    assert look(scene, sort=PromiseType.TELL) is None
    assert foresee(fold(scene.placed), ANNA, PromiseType.DO, NEXT) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 200)), max_size=12))
def test_what_is_proposed_would_have_held_more_often(minutes: list[int | None]) -> None:
    found = look(scene_of(*minutes))
    if found is not None and found.shift is not None:
        assert found.shift in SHIFTS
        assert found.held > found.kept
        assert found.held >= 0.8 * found.count
