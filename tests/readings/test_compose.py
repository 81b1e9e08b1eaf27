"""Readings: what they hold, for whom, and what waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.amends import Amends, Completion
from amends.acts.answer import About, Answer, Reply
from amends.acts.base import Person
from amends.acts.boundary import Boundary
from amends.acts.correction import Correction
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Step, Turn
from amends.acts.request import Request
from amends.acts.response import Response, Stance
from amends.acts.scope import Placed, Scope
from amends.acts.settlement import Settlement
from amends.engine.results import Pace, Standing
from amends.readings.compose import Readings, Wants, compose
from amends.readings.plain import to_plain
from tests.engine.acts import ANNA, MAYA, PEOPLE, TOBY, Scene, at, placed_acts

TOKYO = ZoneInfo("Asia/Tokyo")


def read(scene: Scene, viewer: Person, day: float, setting: str = "couple") -> Readings:
    """What a viewer, who sees only what they may, reads on a day."""
    return compose(visible(scene.placed, viewer), viewer, at(day), setting=setting)


def visible(placed: list[Placed], viewer: Person) -> list[Placed]:
    return [one for one in placed if one.scope is not Scope.OWN or one.act.author == viewer]


def waiting(scene: Scene, viewer: Person, day: float) -> list[tuple[UUID, Wants]]:
    return [(one.act, one.wants) for one in read(scene, viewer, day).waiting]


# Who sees what -------------------------------------------------------------------------------


@given(placed_acts())
def test_what_one_keeps_to_oneself_is_in_nobody_elses_readings(placed: list[Placed]) -> None:
    """Another's readings name none of it."""
    for viewer in PEOPLE:
        hidden = {one.act.id for one in placed if one not in visible(placed, viewer)}
        found = compose(visible(placed, viewer), viewer, at(200))
        assert not hidden & ids_in(to_plain(found))


def ids_in(plain: Any) -> set[UUID]:
    """Every id of an act that a reading names itself, not by repeating what an act it may show names."""
    match plain:
        case dict():
            own = {UUID(value) for key, value in plain.items() if key == "act" and isinstance(value, str)}
            return own.union(*map(ids_in, plain.values()))
        case list():
            return set().union(*map(ids_in, plain))
        case _:
            return set()


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


def test_nobody_reads_how_far_they_are_trusted() -> None:
    """Readings hold the viewer's own trust in others alone."""
    scene = Scene()
    for day in range(1, 6):
        scene.kept(day)
    assert [(trust.of, trust.too_little) for trust in read(scene, ANNA, 9).trust] == [(TOBY, False)]
    assert [(trust.of, trust.acts) for trust in read(scene, TOBY, 9).trust] == [(ANNA, 0)]


def test_in_a_team_trust_is_read_only_towards_those_one_mends_something_with() -> None:
    """A team's members are not rated; a repair opens the reading between its people."""
    scene = Scene()
    for day in range(1, 5):
        scene.kept(day)
        scene.add(Promise, day, MAYA, ANNA, due=scene.promise(day, day + 1).due)
    assert read(scene, ANNA, 9, "team").trust == ()
    assert [trust.of for trust in read(scene, ANNA, 9, "friends").trust] == [TOBY, MAYA]
    scene.add(Repair, 5, ANNA, TOBY, name="Handing over")
    assert [trust.of for trust in read(scene, ANNA, 9, "team").trust] == [TOBY]
    assert read(scene, MAYA, 9, "team").trust == ()


# When ----------------------------------------------------------------------------------------


def test_an_earlier_time_is_read_as_it_was_known_then() -> None:
    """What had not happened, or had not been written down or shared, is left out."""
    scene = Scene()
    for day in range(1, 4):
        scene.kept(day)
    then = read(scene, ANNA, 4)
    scene.hurt(5, 5)
    scene.hurt(2, 5, received=6)
    assert read(scene, ANNA, 4) == then
    assert read(scene, ANNA, 7).erosion.count == 2


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


def test_today_is_the_viewers_day() -> None:
    """What falls due tonight in London falls due tomorrow in Tokyo."""
    scene = Scene()
    promise = scene.promise(0, 1.25)  # 6 January, 18:00 UTC: 3:00 in Tokyo
    morning = at(1)
    assert [one.promise for one in compose(scene.placed, ANNA, morning).due_today] == [promise.id]
    assert compose(scene.placed, ANNA, morning.astimezone(TOKYO)).due_today == ()
    next_morning = datetime(2026, 1, 7, 8, 0, tzinfo=TOKYO)
    assert [one.promise for one in compose(scene.placed, ANNA, next_morning).due_today] == [promise.id]


# What waits ----------------------------------------------------------------------------------


def test_what_hurt_another_waits_for_a_word() -> None:
    """It waits for the one who did it, until they say anything; *not now* is enough."""
    scene = Scene()
    hurt = scene.hurt(1)
    mine = scene.hurt(1, author=TOBY)
    assert waiting(scene, TOBY, 2) == [(hurt.id, Wants.RESPONSE)]
    assert waiting(scene, ANNA, 2) == []
    assert mine.id not in [act for act, _ in waiting(scene, TOBY, 2)]
    scene.add(Response, 3, TOBY, of=hurt.id, stance=Stance.NOT_NOW, scope=Scope.OWN)
    assert waiting(scene, TOBY, 4) == []


def test_a_private_hurt_waits_for_nobody() -> None:
    """What Anna keeps to herself asks nothing of Toby."""
    scene = Scene()
    scene.hurt(1, scope=Scope.OWN)
    assert waiting(scene, TOBY, 2) == []


@pytest.mark.parametrize(
    ("kind", "about", "reply"),
    [
        (Request, About.REQUEST, Reply.NO),
        (Request, About.REQUEST, Reply.NOT_NOW),
        (Boundary, About.BOUNDARY, Reply.YES),
    ],
)
def test_what_is_put_to_someone_waits_for_an_answer(kind: Any, about: About, reply: Reply) -> None:
    """A request or a boundary waits for the one it is put to, until any answer."""
    scene = Scene()
    asked = scene.add(kind, 1, ANNA, TOBY)
    assert waiting(scene, TOBY, 2) == [(asked.id, Wants.REPLY)]
    assert waiting(scene, ANNA, 2) == []
    scene.add(Answer, 3, TOBY, of=asked.id, about=about, reply=reply)
    assert waiting(scene, TOBY, 4) == []


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


def test_a_promise_that_fell_due_waits_fourteen_days() -> None:
    """It waits for the one it was made to, whatever its maker says, and then rests."""
    scene = Scene()
    promise = scene.promise(0, 1)
    assert waiting(scene, ANNA, 0.5) == []
    assert waiting(scene, ANNA, 2) == [(promise.id, Wants.OUTCOME)]
    assert waiting(scene, TOBY, 2) == []
    scene.outcome(2, promise, author=TOBY)
    assert waiting(scene, ANNA, 3) == [(promise.id, Wants.OUTCOME)]
    assert waiting(scene, ANNA, 16) == []
    scene.outcome(3, promise)
    assert waiting(scene, ANNA, 4) == []


def test_differing_views_wait_for_both() -> None:
    """Two views wait to be settled by either; once they agree nothing waits."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(2, promise, Result.BROKEN)
    scene.outcome(2, promise, Result.LATE, author=TOBY)
    found = read(scene, TOBY, 3).waiting
    assert [(one.act, one.wants) for one in found] == [(promise.id, Wants.SETTLEMENT)]
    assert found[0].occurrence is not None
    assert found[0].occurrence.standing is Standing.DIFFERING
    assert waiting(scene, ANNA, 3) == [(promise.id, Wants.SETTLEMENT)]
    scene.add(Settlement, 4, ANNA, promise=promise.id, result=Result.LATE)
    assert waiting(scene, ANNA, 5) == waiting(scene, TOBY, 5) == []


def test_amends_wait_to_be_called_done() -> None:
    """Once due, or at once without a day, for fourteen days, for the one they are for."""
    scene = Scene()
    dated = scene.add(Amends, 1, TOBY, ANNA, due=scene.promise(0, 3, to=(MAYA,)).due)
    undated = scene.add(Amends, 2, TOBY, ANNA)
    assert waiting(scene, ANNA, 2.5) == [(undated.id, Wants.COMPLETION)]
    assert waiting(scene, ANNA, 4) == [(undated.id, Wants.COMPLETION), (dated.id, Wants.COMPLETION)]
    assert waiting(scene, TOBY, 4) == []
    scene.add(Completion, 4, ANNA, by=TOBY, affected=(ANNA,), amends=dated.id)
    assert waiting(scene, ANNA, 5) == [(undated.id, Wants.COMPLETION)]
    assert waiting(scene, ANNA, 17) == []


# The rest ------------------------------------------------------------------------------------


def test_open_promises_come_first_then_by_due_time() -> None:
    """Promises between others are not among them."""
    scene = Scene()
    done = scene.promise(0, 1)
    scene.outcome(1, done)
    later = scene.promise(0, 9)
    sooner = scene.promise(0, 5, author=ANNA, to=(TOBY,))
    scene.promise(0, 5, author=MAYA, to=(TOBY,))
    assert [one.promise for one in read(scene, ANNA, 2).promises] == [sooner.id, later.id, done.id]


def test_repairs_that_go_on_come_first() -> None:
    """Then by their latest act."""
    scene = Scene()
    old = scene.add(Repair, 1, ANNA, TOBY, name="Old")
    new = scene.add(Repair, 2, ANNA, TOBY, name="New")
    scene.add(Turn, 3, TOBY, repair=new.id, step=Step.RESTED)
    assert [(one.repair, one.pace) for one in read(scene, ANNA, 4).repairs] == [
        (old.id, Pace.GOING),
        (new.id, Pace.RESTING),
    ]


def test_with_nothing_there_everything_is_empty() -> None:
    """A new bond reads as too little, never as zero."""
    found = compose([], ANNA, at(0))
    assert (found.trust, found.reliability, found.promises, found.waiting) == ((), (), (), ())
    assert found.erosion.count == found.balance.good == found.balance.hard == 0
    assert len(found.balance.weeks) == 12
    assert found.last_good is None
