"""Days left out beforehand count for nobody and against nobody."""

from __future__ import annotations

from datetime import date, timedelta

from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.skip import Skip
from amends.engine.fold import fold
from amends.engine.promises import read_promise
from amends.engine.reliability import read_reliability
from amends.engine.results import PromiseState
from amends.engine.trust import read_trust
from tests.engine.acts import ANNA, MAYA, START, TOBY, Scene, at

FIRST = START.date() + timedelta(days=1)


def weekly(scene: Scene) -> Promise:
    """Toby's promise for every seventh day, from the day after the start."""
    return scene.promise(0, 1, every=7)


def skip(scene: Scene, promise: Promise, day: float, first: date, last: date, **fields: object) -> Skip:
    """Toby leaves out some days, as recorded on a day."""
    author = fields.pop("author", TOBY)
    return scene.add(Skip, day, author, promise=promise.id, first=first, last=last, **fields)  # type: ignore[arg-type]


def stands(scene: Scene, promise: Promise, day: float) -> PromiseState:
    """How the promise stands on a day."""
    return read_promise(fold(scene.placed), promise, at(day))


def test_a_day_left_out_beforehand_is_not_there() -> None:
    """Neither due nor waiting; the next one is."""
    scene = Scene()
    promise = weekly(scene)
    skip(scene, promise, 2, FIRST + timedelta(days=7), FIRST + timedelta(days=13))
    found = stands(scene, promise, 9)
    assert [one.day for one in found.past] == [FIRST]
    assert found.next is not None
    assert found.next.day == FIRST + timedelta(days=14)


def test_what_was_due_before_it_was_said_stays() -> None:
    """A day can't be left out afterwards, however early it is said to have been."""
    scene = Scene()
    promise = weekly(scene)
    skip(scene, promise, 0.5, FIRST, FIRST, received=2)
    assert [one.day for one in stands(scene, promise, 3).past] == [FIRST]


def test_the_other_may_leave_days_out_too() -> None:
    """The one it was promised to; a third may not."""
    scene = Scene()
    promise = weekly(scene)
    skip(scene, promise, 0.5, FIRST, FIRST, author=MAYA)
    assert stands(scene, promise, 3).past
    skip(scene, promise, 0.5, FIRST, FIRST, author=ANNA)
    assert not stands(scene, promise, 3).past


def test_what_is_said_of_it_all_the_same_moves_nothing() -> None:
    """Whichever is recorded first."""
    plain = Scene()
    weekly(plain)
    for said_first in (True, False):
        scene = Scene()
        promise = weekly(scene)
        if said_first:
            scene.outcome(1.5, promise, Result.BROKEN, occurrence=FIRST)
        skip(scene, promise, 0.5, FIRST, FIRST)
        if not said_first:
            scene.outcome(1.5, promise, Result.BROKEN, occurrence=FIRST)
        state = fold(scene.placed)
        assert read_reliability(state, TOBY) == read_reliability(fold(plain.placed), TOBY)
        assert read_trust(state, ANNA, TOBY, at(3)).evidence == ()
