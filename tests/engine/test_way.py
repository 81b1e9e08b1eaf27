"""A setback as part of the way."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from amends.acts.base import Act
from amends.acts.outcome import Result
from amends.acts.scope import Placed, Scope
from amends.acts.session import Session
from amends.engine.fold import fold
from amends.engine.results import Way
from amends.engine.way import read_way
from tests.engine.acts import ANNA, MAYA, PEOPLE, TOBY, Scene, placed_acts


def read(scene: Scene) -> Way:
    return read_way(fold(scene.placed), TOBY, ANNA)


def ids(*acts: Act) -> tuple[object, ...]:
    return tuple(act.id for act in acts)


def test_while_nothing_has_given_way_there_is_no_setback() -> None:
    scene = Scene()
    kept = [scene.kept(day) for day in range(1, 5)]
    found = read(scene)
    assert (found.setback, found.day, found.before) == (None, None, ids(*kept))


def test_what_never_held_gave_not_way() -> None:
    """The beginning of a way is no setback, however hard it was."""
    scene = Scene()
    for day in range(1, 6):
        scene.kept(day, Result.BROKEN if day % 2 else Result.KEPT)
    assert read(scene).setback is None


def test_before_and_since_are_told_by_what_was_kept() -> None:
    """A late one, a broken one and a hurt without a promise all count as giving way."""
    scene = Scene()
    before = [scene.kept(day) for day in (1, 2, 3, 4)]
    lapse = scene.kept(5, Result.LATE)
    scene.kept(6)
    scene.hurt(7)
    since = [scene.kept(day) for day in (8, 9)]
    found = read(scene)
    assert (found.setback, found.day) == (lapse.id, date(2026, 1, 10))
    assert found.before == ids(*before)
    assert found.since == ids(*since)
    assert found.last is None
    assert found.helped == ()


def test_once_it_holds_again_the_setback_still_stands_with_all_that_was_kept_since() -> None:
    scene = Scene()
    for day in (1, 2, 3):
        scene.kept(day)
    lapse = scene.kept(4, Result.BROKEN)
    since = [scene.kept(day) for day in (5, 6, 7, 8)]
    found = read(scene)
    assert found.setback == lapse.id
    assert found.since == ids(*since)


def test_what_was_done_after_the_last_one_is_told_in_order() -> None:
    """What the two did in six weeks, an apology only where it was taken; not what came before or too late."""
    scene = Scene()
    scene.add(Session, 0, ANNA, TOBY, practice="talk")
    first = scene.hurt(1)
    talk = scene.add(Session, 2, ANNA, TOBY, practice="talk")
    sorry = scene.apology(3, first)
    answer = scene.answer(4, sorry)
    scene.apology(5, first)
    scene.add(Session, 6, ANNA, MAYA, practice="talk")
    made = scene.promise(7, 8)
    kept = [scene.outcome(8, made), scene.kept(60), scene.kept(61)]
    scene.add(Session, 59, ANNA, TOBY, practice="why")
    lapse = scene.kept(62, Result.BROKEN)
    found = read(scene)
    assert (found.setback, found.last) == (lapse.id, first.id)
    assert found.before == ids(*kept)
    assert found.helped == ids(talk, answer, made)


def test_only_what_lies_between_the_two_is_read() -> None:
    scene = Scene()
    for day in (1, 2, 3):
        scene.kept(day)
    scene.outcome(5, scene.promise(4, 4.5, to=(MAYA,)), Result.BROKEN, author=MAYA)
    assert read(scene).setback is None


@given(placed_acts())
def test_it_names_nothing_hidden_and_does_not_hang_on_the_order(placed: list[Placed]) -> None:
    for viewer in PEOPLE:
        seen = [one for one in placed if one.scope is not Scope.OWN or one.act.author == viewer]
        forth, back = fold(seen), fold(seen[::-1])
        for by, to in ((viewer, TOBY), (TOBY, viewer), (MAYA, viewer)):
            found = read_way(forth, by, to)
            assert found == read_way(back, by, to)
            named = {found.setback, found.last, *found.before, *found.since, *found.helped} - {None}
            assert named <= set(forth.acts)
