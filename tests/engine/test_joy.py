"""What there is to be glad of, and whether joy has its days beside work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Person
from amends.acts.journal import Day, Journal
from amends.acts.keepsake import Keeps, Keepsake
from amends.acts.looking_forward import LookingForward
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Step, Turn
from amends.acts.scope import Placed, Scope
from amends.acts.wave import Wave
from amends.engine.balance import read_days
from amends.engine.fold import fold
from amends.engine.joy import read_good_ends, read_lean
from amends.engine.promises import read_promises
from amends.engine.results import GoodEnd, Lean
from amends.engine.state import State
from tests.engine.acts import ANNA, MAYA, PEOPLE, TOBY, Scene, at, placed_acts

FIRST = date(2026, 1, 5)
"""The day the scenes begin, a Monday."""


def ends(scene: Scene, day: float, viewer: Person = ANNA) -> tuple[GoodEnd, ...]:
    return read(fold(scene.placed), viewer, day)


def read(state: State, viewer: Person, day: float) -> tuple[GoodEnd, ...]:
    return read_good_ends(state, viewer, read_promises(state, viewer, at(day)), at(day))


def leans(scene: Scene, day: float, viewer: Person = ANNA) -> list[Lean]:
    return [one.lean for one in read_lean(fold(scene.placed), viewer, at(day))]


def weekly(scene: Scene, results: list[Result | None], every: int = 7) -> Promise:
    """A promise that repeats, and how it went each time."""
    made = scene.promise(0, 1, every)
    for number, result in enumerate(results):
        if result is not None:
            day = FIRST + timedelta(days=1 + every * number)
            scene.outcome(1 + every * number + 0.1, made, result, occurrence=day)
    return made


KEPT, LATE, BROKEN = Result.KEPT, Result.LATE, Result.BROKEN


def test_a_routine_that_was_kept_four_weeks_is_told_for_a_week() -> None:
    scene = Scene()
    made = weekly(scene, [KEPT] * 4)
    early = Scene()
    weekly(early, [KEPT] * 3)
    assert ends(early, 21.9) == ()
    for viewer in (ANNA, TOBY):
        (found,) = ends(scene, 22.5, viewer)
        assert (found.of, found.day, found.is_repair) == (made.id, date(2026, 1, 27), False)
        assert len(found.evidence) == 4
    assert ends(scene, 28.4)
    assert ends(scene, 29.4) == ()
    assert ends(scene, 22.5, MAYA) == ()


def test_it_is_told_once_and_not_again_with_each_week() -> None:
    scene = Scene()
    weekly(scene, [KEPT] * 8)
    assert ends(scene, 52) == ()


@pytest.mark.parametrize("lapse", [LATE, BROKEN])
def test_after_a_lapse_it_begins_anew_and_can_be_told_again(lapse: Result) -> None:
    scene = Scene()
    weekly(scene, [KEPT, KEPT, lapse, KEPT, KEPT, KEPT])
    assert ends(scene, 37) == ()
    scene = Scene()
    weekly(scene, [KEPT, KEPT, lapse, KEPT, KEPT, KEPT, KEPT])
    assert ends(scene, 44)


def test_what_nobody_judged_counts_neither_way() -> None:
    scene = Scene()
    weekly(scene, [KEPT, None, KEPT, KEPT, KEPT])
    assert ends(scene, 30)


def test_four_days_are_no_routine_yet() -> None:
    scene = Scene()
    weekly(scene, [KEPT] * 5, every=1)
    assert ends(scene, 6) == ()


def mended(scope: Scope = Scope.SHARED, step: Step = Step.MENDED) -> tuple[Scene, Repair]:
    scene = Scene()
    repair = scene.add(Repair, 1, ANNA, TOBY, name="Late", scope=scope)
    scene.hurt(1, repair=repair.id, scope=scope)
    scene.add(Turn, 10, ANNA, TOBY, repair=repair.id, step=step, scope=scope)
    return scene, repair


def test_a_repair_called_mended_is_told_to_those_it_lies_between() -> None:
    scene, repair = mended()
    for viewer in (ANNA, TOBY):
        (found,) = ends(scene, 12, viewer)
        assert (found.of, found.day, found.is_repair) == (repair.id, date(2026, 1, 15), True)
    assert ends(scene, 12, MAYA) == ()
    assert ends(scene, 17.5) == ()


def test_rest_and_end_are_no_occasion_and_taking_it_up_again_ends_one() -> None:
    assert ends(mended(step=Step.ENDED)[0], 12) == ()
    scene, repair = mended()
    scene.add(Turn, 11, ANNA, TOBY, repair=repair.id, step=Step.RESUMED)
    assert ends(scene, 12) == ()


def test_a_repair_that_someone_walks_alone_is_nobodys_occasion() -> None:
    assert ends(mended(Scope.OWN)[0], 12) == ()


def test_days_are_counted_and_not_words() -> None:
    """Ten hurts on one day weigh what one moment on another does."""
    scene = Scene()
    for _ in range(10):
        scene.hurt(1)
    assert leans(scene, 2)[0] is Lean.WORK
    scene.moment(2)
    assert leans(scene, 2)[0] is Lean.EVEN
    scene.add(Keepsake, 3, ANNA, keeps=Keeps.JOKE)
    assert leans(scene, 4)[0] is Lean.MORE_JOY
    scene.add(Wave, 3, ANNA, scope=Scope.OWN)
    scene.add(Wave, 4, ANNA, scope=Scope.OWN)
    assert leans(scene, 4.5)[0] is Lean.MORE_WORK


def test_the_day_that_was_looked_forward_to_has_its_joy_once_it_comes() -> None:
    scene = Scene()
    ahead = scene.add(LookingForward, 1, TOBY, ANNA)
    scene.placed[0] = Placed(replace(ahead, day=date(2026, 1, 14)), Scope.SHARED)
    assert leans(scene, 8)[0] is Lean.NOTHING
    assert leans(scene, 9)[0] is Lean.JOY
    assert leans(scene, 16)[1] is Lean.JOY


def test_another_s_work_is_not_in_one_s_own_weeks() -> None:
    scene = Scene()
    scene.hurt(1, author=TOBY)
    scene.moment(1, author=TOBY, by=ANNA)
    assert set(leans(scene, 2)) == {Lean.NOTHING}
    assert leans(scene, 2, TOBY)[0] is Lean.EVEN


@given(placed_acts(), st.integers(0, 80))
def test_nothing_that_others_keep_to_themselves_is_in_it(placed: list[Placed], day: int) -> None:
    """And the order in which acts came changes nothing."""
    for viewer in PEOPLE:
        seen = [one for one in placed if one.scope is not Scope.OWN or one.act.author == viewer]
        hidden = {one.act.id for one in placed} - {one.act.id for one in seen}
        forth, back = fold(seen), fold(seen[::-1])
        assert read_lean(forth, viewer, at(day)) == read_lean(back, viewer, at(day))
        found = read(forth, viewer, day)
        assert found == read(back, viewer, day)
        named = {push.act for end in found for push in end.evidence}
        named |= {push.act for week in read_lean(forth, viewer, at(day)) for push in week.evidence}
        assert not named & hidden


def test_days_are_counted_by_their_sort_and_each_once() -> None:
    """The last line of a day says which; another's journal is nobody else's."""
    scene = Scene()
    for day, sort in ((0, "hard"), (0.2, "good"), (1, "neutral"), (2, "neutral"), (3, "hard")):
        journal = scene.add(Journal, day, ANNA, scope=Scope.OWN)
        scene.placed[-1] = Placed(replace(journal, day=Day(sort)), Scope.OWN)
    state = fold(scene.placed)
    (week,) = [one for one in read_days(state, ANNA, at(10)) if one.week == FIRST]
    assert (week.good, week.hard, week.neutral) == (1, 1, 2)
    assert len(read_days(state, ANNA, at(10))) == 12
    assert not any(one.good or one.hard or one.neutral for one in read_days(state, TOBY, at(10)))
