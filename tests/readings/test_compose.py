"""Composing: all readings of one viewer at one time."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from amends.acts.amends import Amends, Completion
from amends.acts.answer import About, Answer, Reply
from amends.acts.base import Person
from amends.acts.boundary import Boundary
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.read_story import parse
from amends.acts.repair import Repair, Step, Turn
from amends.acts.request import Request
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.config.stories import find_story
from amends.engine.fold import fold, step
from amends.engine.state import State
from amends.readings.compose import Readings, Wants, compose, read_state
from tests.engine.acts import ANNA, MAYA, TOBY, Scene, at


def read(scene: Scene, viewer: Person, day: float, setting: str = "couple") -> Readings:
    return compose(scene.placed, viewer, at(day), setting=setting)


def wants(scene: Scene, viewer: Person, day: float) -> list[Wants]:
    return [waiting.wants for waiting in read(scene, viewer, day).waiting]


def test_an_empty_bond_reads_as_empty() -> None:
    """Alone on the first day there is nothing to say."""
    readings = read(Scene(), ANNA, 1)
    assert (readings.trust, readings.reliability, readings.promises, readings.waiting) == ((), (), (), ())
    assert readings.last_good is None
    assert readings.erosion.count == 0


def test_later_acts_are_left_out() -> None:
    """The reading of a day is the same whatever came after it."""
    scene = Scene()
    for day in (1, 2, 3):
        scene.hurt(day)
    before = read(scene, ANNA, 4)
    scene.hurt(5)
    scene.hurt(2, received=9)
    assert read(scene, ANNA, 4) == before
    assert read(scene, ANNA, 9).erosion.count == 5


def test_trust_is_ones_own_alone() -> None:
    """A viewer reads the trust of nobody else, in the order in which people are first mentioned."""
    scene = Scene()
    scene.hurt(1)
    scene.hurt(2, by=MAYA)
    assert [trust.of for trust in read(scene, ANNA, 3).trust] == [TOBY, MAYA]
    assert [(trust.of, trust.acts) for trust in read(scene, TOBY, 3).trust] == [(ANNA, 0), (MAYA, 0)]


def test_in_a_team_trust_needs_a_repair() -> None:
    """At work, trust is read towards those alone with whom something is being repaired."""
    scene = Scene()
    scene.hurt(1)
    scene.hurt(2, by=MAYA)
    assert read(scene, ANNA, 3, "team").trust == ()
    scene.add(Repair, 2, ANNA, MAYA, name="credit not given")
    assert [trust.of for trust in read(scene, ANNA, 3, "team").trust] == [MAYA]
    assert len(read(scene, ANNA, 3, "friends").trust) == 2


def test_reliability_is_of_ones_own_promises() -> None:
    """Kept rates are shown to the one who promised alone."""
    scene = Scene()
    scene.kept(1)
    assert read(scene, TOBY, 2).reliability[0].kept == 1
    assert read(scene, ANNA, 2).reliability == ()


def test_promises_made_and_received_open_ones_first() -> None:
    """Those between others are not among them."""
    scene = Scene()
    over = scene.promise(0, 1)
    scene.outcome(1.5, over)
    later, sooner = scene.promise(0, 9), scene.promise(0, 5, author=ANNA, to=(TOBY,))
    scene.promise(0, 3, to=(MAYA,))
    found = read(scene, ANNA, 2).promises
    assert [promise.promise for promise in found] == [sooner.id, later.id, over.id]


def test_what_falls_due_today_follows_the_viewers_day() -> None:
    """The day of the one who looks: 23:00 UTC is tomorrow in Berlin, midnight belongs to the day before."""
    scene = Scene()
    evening = scene.promise(0, 1 + 11 / 24)
    midnight = scene.promise(0, 1.5)
    assert [one.promise for one in read(scene, ANNA, 1).due_today] == [evening.id, midnight.id]
    berlin = ZoneInfo("Europe/Berlin")
    there = compose(scene.placed, ANNA, at(2).astimezone(berlin))
    assert [one.promise for one in there.due_today] == [midnight.id]
    assert read(scene, MAYA, 1).due_today == ()


@pytest.mark.parametrize("stance", [*Stance, None])
def test_a_hurt_waits_for_a_response(stance: Stance | None) -> None:
    """Until any response, *not now* included; never for one who wrote it down himself."""
    scene = Scene()
    breach = scene.hurt(1)
    scene.hurt(1, author=TOBY)
    if stance is not None:
        scene.add(Response, 2, TOBY, of=breach.id, stance=stance, scope=Scope.OWN)
    assert wants(scene, TOBY, 3) == ([] if stance else [Wants.RESPONSE])
    assert wants(scene, ANNA, 3) == []


def test_what_is_put_to_someone_waits_for_a_reply() -> None:
    """Apologies, requests and boundaries; oldest first, and none that got *not now*."""
    scene = Scene()
    apology = scene.apology(1)
    request = scene.add(Request, 2, TOBY, ANNA)
    boundary = scene.add(Boundary, 3, TOBY, ANNA)
    found = read(scene, ANNA, 4).waiting
    assert [waiting.act for waiting in found] == [apology.id, request.id, boundary.id]
    assert {waiting.wants for waiting in found} == {Wants.REPLY}
    scene.answer(4, apology, Reply.NOT_NOW)
    scene.add(Promise, 4, ANNA, TOBY, due=scene.promise(0, 9).due, request=request.id)
    scene.add(Answer, 4, ANNA, of=boundary.id, about=About.BOUNDARY, reply=Reply.NO)
    assert read(scene, ANNA, 5).waiting == ()


def test_a_promise_waits_for_its_outcome_for_a_fortnight() -> None:
    """From when it fell due, from the one it was made to; a view of the other changes nothing of that."""
    scene = Scene()
    promise = scene.promise(0, 2)
    assert wants(scene, ANNA, 1) == []
    assert wants(scene, ANNA, 3) == [Wants.OUTCOME]
    scene.outcome(3, promise, author=TOBY)
    assert wants(scene, ANNA, 3) == [Wants.OUTCOME]
    assert wants(scene, TOBY, 3) == []
    assert wants(scene, ANNA, 17) == []
    scene.outcome(3, promise)
    assert wants(scene, ANNA, 3) == []


def test_differing_views_wait_for_both() -> None:
    """Either may settle; after a fortnight nobody is asked any more."""
    scene = Scene()
    promise = scene.promise(0, 2)
    scene.outcome(3, promise, author=TOBY)
    scene.outcome(3, promise, Result.BROKEN)
    for viewer in (ANNA, TOBY):
        assert wants(scene, viewer, 4) == [Wants.SETTLEMENT]
        assert wants(scene, viewer, 17) == []
    assert wants(scene, MAYA, 4) == []


def test_amends_wait_to_be_called_done() -> None:
    """For a fortnight from when they fell due, or from when they were offered."""
    scene = Scene()
    amends = scene.add(Amends, 1, TOBY, ANNA, due=scene.promise(0, 5, to=(MAYA,)).due)
    assert wants(scene, ANNA, 4) == []
    assert wants(scene, ANNA, 6) == [Wants.COMPLETION]
    assert wants(scene, ANNA, 20) == []
    scene.add(Amends, 6, TOBY, ANNA)
    assert wants(scene, ANNA, 6) == [Wants.COMPLETION] * 2
    scene.add(Completion, 6, ANNA, by=TOBY, affected=(ANNA,), amends=amends.id)
    assert wants(scene, ANNA, 6) == [Wants.COMPLETION]


def test_repairs_that_go_on_come_first() -> None:
    """Then by their latest act."""
    scene = Scene()
    first, second, third = (scene.add(Repair, day, ANNA, TOBY, name="late for dinner") for day in (1, 2, 3))
    scene.hurt(4, repair=first.id)
    scene.add(Turn, 5, ANNA, repair=third.id, step=Step.RESTED)
    assert [repair.repair for repair in read(scene, TOBY, 6).repairs] == [first.id, second.id, third.id]


def test_the_last_good_moment() -> None:
    """The latest by when it happened, not by when it was written down."""
    scene = Scene()
    latest = scene.moment(3)
    scene.moment(1, author=TOBY, by=ANNA)
    assert read(scene, ANNA, 4).last_good == latest.id
    assert read(scene, ANNA, 2 + timedelta(hours=1) / timedelta(days=1)).last_good != latest.id


def test_acts_taken_in_one_by_one_in_any_order_read_as_if_all_had_come_at_once() -> None:
    """What is kept between two readings never shows."""
    story, _problems = parse(Path(str(find_story("anna-and-toby"))).read_text(encoding="utf-8"))
    last = max(entry.act.recorded_at for entry in story.entries)
    placed = list(story.placed_for(Person("Anna")))
    chance = Random(7)  # noqa: S311
    for _number in range(len(placed) // 4):
        placed.insert(chance.randrange(len(placed)), placed.pop(chance.randrange(len(placed))))
    state = State()
    for number, one in enumerate(placed, 1):
        step(state, one)
        if number % 20 == 0:
            found = read_state(state, Person("Anna"), last)
            assert found == read_state(fold(placed[:number]), Person("Anna"), last)
