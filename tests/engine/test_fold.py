"""The fold: any acts, in any order, give one state."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amends.acts.correction import Correction
from amends.acts.erasure import Erasure
from amends.acts.scope import Placed, Scope
from amends.engine.fold import fold, step
from amends.engine.state import State
from amends.engine.trust import read_trust
from amends.readings.compose import Readings, read_state
from tests.engine.acts import ANNA, PEOPLE, TOBY, Scene, at, placed_acts

LATE = at(120)


def all_readings(state: State, now: datetime = LATE) -> list[Readings]:
    return [read_state(state, person, now) for person in PEOPLE]


@given(placed_acts())
def test_any_acts_can_be_read(placed: list[Placed]) -> None:
    """Whatever acts name, wrongly or not at all, they can be folded and read."""
    for readings in all_readings(fold(placed)):
        for trust in readings.trust:
            if trust.interval is not None and trust.value is not None:
                assert 0 < trust.interval.low < trust.value < trust.interval.high < 1


@given(placed_acts(), st.randoms(use_true_random=False))
def test_the_order_in_which_acts_come_does_not_matter(placed: list[Placed], random: Random) -> None:
    """The state and all readings are the same, to the bit, in any order."""
    shuffled = list(placed)
    random.shuffle(shuffled)
    one, other = fold(placed), fold(shuffled)
    assert one == other
    assert all_readings(one) == all_readings(other)


@given(placed_acts(), st.randoms(use_true_random=False))
def test_a_reading_in_between_changes_nothing(placed: list[Placed], random: Random) -> None:
    """Act by act, in any order, read at each step ever later: what is remembered is what is read anew."""
    shuffled = list(placed)
    random.shuffle(shuffled)
    state = State()
    for number, one in enumerate(shuffled):
        step(state, one)
        now = LATE + number * timedelta(hours=7)
        assert all_readings(state, now) == all_readings(fold(shuffled[: number + 1]), now)
    for now in (at(60), at(500)):
        assert all_readings(state, now) == all_readings(fold(placed), now)


def test_an_act_counts_once() -> None:
    """The same act again changes nothing, and its scope only widens."""
    scene = Scene()
    breach = scene.hurt(1, scope=Scope.OWN)
    state = fold(scene.placed)
    for scope in (Scope.SHARED, Scope.OWN):
        step(state, Placed(breach, scope))
    assert state.scopes[breach.id] is Scope.SHARED
    assert read_trust(state, ANNA, TOBY, LATE).acts == 1


@given(placed_acts(), st.data())
def test_what_its_author_withdrew_moves_nothing(placed: list[Placed], data: Any) -> None:
    """Trust is the same as if a withdrawn act had never been; someone else's correction changes nothing."""
    movers = [one for one in placed if one.act.KIND in {"breach", "moment", "check-in", "observance"}]
    if not movers:
        return
    target = data.draw(st.sampled_from(movers))
    scene = Scene()
    mine = scene.add(Correction, 200, target.act.author, of=target.act.id, withdrawn=True)
    other = next(person for person in PEOPLE if person != target.act.author)
    not_mine = scene.add(Correction, 200, other, of=target.act.id, withdrawn=True)
    without = fold(one for one in placed if one != target)
    assert fold([*placed, Placed(mine, Scope.SHARED)]).timelines == without.timelines
    assert fold([*placed, Placed(not_mine, Scope.SHARED)]).timelines == fold(placed).timelines


def test_a_correction_in_words_changes_no_number() -> None:
    """Only withdrawing takes an act out of the readings."""
    scene = Scene()
    breach = scene.hurt(1)
    before = fold(scene.placed)
    scene.add(Correction, 2, ANNA, of=breach.id, words="It was eight, not seven.")
    scene.add(Erasure, 3, ANNA, seq=0)
    assert fold(scene.placed).timelines == before.timelines


def test_an_outcome_may_come_before_its_promise() -> None:
    """A promise recorded after its outcome gives the same trust as one recorded in time."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(1.5, promise)
    first, second = scene.placed
    assert fold([second, first]).timelines == fold([first, second]).timelines
    assert read_trust(fold([second]), ANNA, TOBY, LATE).acts == 1  # alone it counts too
