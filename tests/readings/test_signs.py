"""What may be a reason for help from outside: each sign with its acts, and none without."""

from __future__ import annotations

from uuid import UUID

import pytest

from amends.acts.base import Person
from amends.acts.boundary import Boundary
from amends.acts.breach import BreachType
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.acts.session import Contribution, Session
from amends.acts.understanding import Cause, Understanding
from amends.engine.repairs import read_repairs
from amends.engine.trust import read_trust
from amends.readings.compose import state_at
from amends.readings.signs import Sign, boundaries_towards, read_signs
from tests.engine.acts import ANNA, TOBY, Scene, at

TODAY = 120


def signs(
    scene: Scene, viewer: Person = ANNA, managers: tuple[Person, ...] = ()
) -> dict[Sign, tuple[UUID, ...]]:
    """What is shown to someone who may read all of it, each with its evidence."""
    state, now = state_at(scene.placed, at(TODAY)), at(TODAY)
    other = TOBY if viewer == ANNA else ANNA
    found = read_signs(
        state,
        viewer,
        now,
        repairs=read_repairs(state),
        trust=[read_trust(state, viewer, other, now)],
        managers=managers,
    )
    return {one.sign: one.evidence for one in found}


def test_an_empty_record_shows_nothing() -> None:
    assert signs(Scene()) == {}


@pytest.mark.parametrize(("times", "is_shown"), [(2, False), (3, True)])
def test_what_comes_back_though_something_was_agreed(times: int, is_shown: bool) -> None:
    scene = Scene()
    repair = scene.add(Repair, 40, ANNA, TOBY, name="Late for dinner")
    first = scene.hurt(45, repair=repair.id)
    promise = scene.promise(50, 130)
    scene.apology(50, first, promise=promise.id)
    again = [scene.hurt(60 + number, repair=repair.id) for number in range(times)]
    found = signs(scene)
    assert (Sign.COMES_BACK in found) == is_shown
    if is_shown:
        assert found[Sign.COMES_BACK] == tuple(act.id for act in reversed(again))


def test_without_an_agreement_nothing_comes_back() -> None:
    scene = Scene()
    repair = scene.add(Repair, 40, ANNA, TOBY, name="Late for dinner")
    for day in range(60, 70):
        scene.hurt(day, repair=repair.id)
    assert Sign.COMES_BACK not in signs(scene)


@pytest.mark.parametrize(("talks", "is_shown"), [(1, False), (2, True)])
def test_talks_that_break_off(talks: int, is_shown: bool) -> None:
    scene = Scene()
    for number in range(talks):
        talk = scene.add(Session, 100 + number, ANNA, TOBY, practice="talk")
        scene.add(Contribution, 100 + number, TOBY, ANNA, session=talk.id, step="stop", choice="stop")
    for viewer in (ANNA, TOBY):
        assert (Sign.BREAKS_OFF in signs(scene, viewer)) == is_shown


def test_what_one_does_alone_breaks_nothing_off() -> None:
    scene = Scene()
    for number in range(4):
        alone = scene.add(Session, 100 + number, ANNA, practice="not-said-yet", scope=Scope.OWN)
        scene.add(Contribution, 100 + number, ANNA, session=alone.id, step="stop", choice="stop")
    assert Sign.BREAKS_OFF not in signs(scene)


def test_what_was_not_straight_shows_to_the_one_whom_it_hurt() -> None:
    scene = Scene()
    lie = scene.hurt(100, type=BreachType.WHITE_LIE)
    hidden = scene.hurt(104)
    assert Sign.NOT_STRAIGHT not in signs(scene)
    scene.add(Understanding, 110, ANNA, of=hidden.id, cause=Cause.NOT_STRAIGHT, hidden=True)
    assert signs(scene)[Sign.NOT_STRAIGHT] == (hidden.id, lie.id)
    assert Sign.NOT_STRAIGHT not in signs(scene, TOBY)


def test_trust_that_does_not_rise_in_months_of_effort() -> None:
    """With what lowered it; not before three months, and not where it rises."""
    scene = Scene()
    repair = scene.add(Repair, 2, ANNA, TOBY, name="Late for dinner")
    for day in range(3, 118, 8):
        scene.hurt(day, repair=repair.id)
    found = signs(scene)
    assert found[Sign.NO_RISE]
    late = Scene()
    begun_late = late.add(Repair, 60, ANNA, TOBY, name="Late for dinner")
    for day in range(61, 118, 4):
        late.hurt(day, repair=begun_late.id)
    assert Sign.NO_RISE not in signs(late)


def test_who_decides_about_whose_work() -> None:
    """Shown to the one whose work it is, not to the one who decides."""
    scene = Scene()
    repair = scene.add(Repair, 40, ANNA, TOBY, name="Credit")
    assert signs(scene, ANNA, (TOBY,)) == {Sign.POWER: (repair.id,)}
    assert signs(scene, TOBY, (TOBY,)) == {}
    assert signs(scene, ANNA) == {}


def test_several_hard_things_in_a_week_show_to_the_one_recorded() -> None:
    """Those that are shared: what Anna keeps counts in nothing that Toby reads."""
    scene = Scene()
    shared = [scene.hurt(TODAY - 3 + number) for number in range(3)]
    assert signs(scene, TOBY)[Sign.SEVERAL_HARD] == tuple(act.id for act in reversed(shared))
    assert Sign.SEVERAL_HARD not in signs(scene, ANNA)
    kept = Scene()
    for number in range(9):
        kept.hurt(TODAY - 3, scope=Scope.OWN if number > 1 else Scope.SHARED)
    assert Sign.SEVERAL_HARD not in signs(kept, TOBY)


@pytest.mark.parametrize(("theirs", "is_shown"), [(0, True), (1, True), (2, False)])
def test_promises_that_are_nearly_all_on_one_side(theirs: int, is_shown: bool) -> None:
    scene = Scene()
    for number in range(6):
        scene.promise(100 + number, 130)
    for number in range(theirs):
        scene.promise(100 + number, 130, author=ANNA, to=(TOBY,))
    assert (Sign.LONG_LIST in signs(scene, TOBY)) == is_shown
    assert Sign.LONG_LIST not in signs(scene, ANNA)


def test_boundaries_are_those_that_others_set_and_shared() -> None:
    scene = Scene()
    fields = {"request": "Don’t text him", "otherwise": "I go for a walk"}
    scene.add(Boundary, 100, ANNA, TOBY, scope=Scope.OWN, **fields)
    shared = scene.add(Boundary, 101, ANNA, TOBY, **fields)
    state = state_at(scene.placed, at(TODAY))
    assert boundaries_towards(state, TOBY) == (shared,)
    assert boundaries_towards(state, ANNA) == ()
