"""What readings hold for whom, as of when, and what waits for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Person
from amends.acts.correction import Correction
from amends.acts.repair import Repair
from amends.acts.request import Request
from amends.acts.response import Response, Stance
from amends.acts.scope import Placed, Scope
from amends.readings.compose import Readings, Wants, compose
from amends.readings.plain import to_plain
from tests.engine.acts import ANNA, PEOPLE, TOBY, Scene, at, placed_acts


def read(scene: Scene, viewer: Person, day: float, setting: str = "couple") -> Readings:
    """What a viewer, who sees only what they may, reads on a day."""
    return compose(visible(scene.placed, viewer), viewer, at(day), setting=setting)


def visible(placed: list[Placed], viewer: Person) -> list[Placed]:
    return [one for one in placed if one.scope is not Scope.OWN or one.act.author == viewer]


def waiting(scene: Scene, viewer: Person, day: float) -> list[tuple[UUID, Wants]]:
    return [(one.act, one.wants) for one in read(scene, viewer, day).waiting]


@given(placed_acts())
def test_what_one_keeps_to_oneself_is_in_nobody_elses_readings(placed: list[Placed]) -> None:
    """Another's readings name none of it, not even where what they may see names it."""
    for viewer in PEOPLE:
        hidden = {one.act.id for one in placed if one not in visible(placed, viewer)}
        found = str(to_plain(compose(visible(placed, viewer), viewer, at(200))))
        assert not [act_id for act_id in hidden if str(act_id) in found]


def test_a_private_act_changes_nothing_for_the_other() -> None:
    """Toby's readings are the same whether or not Anna keeps things to herself."""
    scene = Scene()
    scene.kept(1)
    scene.hurt(2, 3)
    before = read(scene, TOBY, 9)
    scene.hurt(3, 5, scope=Scope.OWN)
    scene.rate(4, 10)
    own = scene.promise(4, 5, author=ANNA, to=(TOBY,), scope=Scope.OWN)
    scene.add(Repair, 6, ANNA, TOBY, name="Late", scope=Scope.OWN)
    scene.outcome(6, own, author=ANNA, scope=Scope.OWN)
    assert read(scene, TOBY, 9) == before
    assert read(scene, ANNA, 9) != before


def test_what_happened_within_a_clocks_leeway_counts() -> None:
    """Someone whose watch is two minutes fast still sees what they wrote down."""
    scene = Scene()
    moment = scene.moment(1)
    scene.placed[0] = Placed(replace(moment, recorded_at=at(1) - timedelta(minutes=2)), Scope.SHARED)
    found = compose(scene.placed, ANNA, at(1) - timedelta(minutes=1))
    assert found.last_good == moment.id


@given(placed_acts(), st.integers(0, 80))
def test_later_acts_change_no_earlier_reading(placed: list[Placed], day: int) -> None:
    """Cutting off what came later gives the same readings."""
    early = [one for one in placed if max(one.act.recorded_at, one.act.occurred.utc) <= at(day)]
    assert compose(placed, ANNA, at(day)) == compose(early, ANNA, at(day))


def test_a_private_hurt_waits_for_nobody() -> None:
    """What Anna keeps to herself asks nothing of Toby."""
    scene = Scene()
    scene.hurt(1, scope=Scope.OWN)
    assert waiting(scene, TOBY, 2) == []


def test_an_apology_waits_and_its_withdrawal_ends_that() -> None:
    """An apology waits for the one it is made to; withdrawn, it waits for nothing."""
    scene = Scene()
    hurt = scene.hurt(1)
    scene.add(Response, 1, TOBY, of=hurt.id, stance=Stance.SEE)
    apology = scene.apology(2, hurt)
    assert waiting(scene, ANNA, 3) == [(apology.id, Wants.REPLY)]
    scene.add(Correction, 4, TOBY, of=apology.id, withdrawn=True)
    assert waiting(scene, ANNA, 5) == []


def test_a_promise_that_answers_a_request_answers_it() -> None:
    """Nobody is asked for an answer they have given by promising."""
    scene = Scene()
    asked = scene.add(Request, 1, ANNA, TOBY)
    scene.promise(2, 8, request=asked.id)
    assert waiting(scene, TOBY, 3) == []
