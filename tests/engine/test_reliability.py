"""Reliability: the chance that the next promise is kept."""

from __future__ import annotations

from math import pi, sin

import pytest

from amends.acts.base import Person
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.acts.settlement import Settlement
from amends.engine.chance import chance
from amends.engine.fold import fold
from amends.engine.past import Past
from amends.engine.reliability import beta_interval, read_reliability
from amends.engine.results import Reliability
from tests.engine.acts import ANNA, TOBY, Scene, at


def read(scene: Scene, by: Person = TOBY) -> tuple[Reliability, ...]:
    return read_reliability(fold(scene.placed), by)


def test_no_promise_no_reading() -> None:
    """Who promised nothing has none; a promise to come is none yet."""
    scene = Scene()
    scene.promise(0, 1)
    assert read(scene) == ()


def test_the_chance_starts_high_and_forgets() -> None:
    """Beta(.8, .2) and what was judged, each worth .8 of the one after it."""
    scene = Scene()
    for day, result in ((1, Result.BROKEN), (2, Result.KEPT), (3, Result.KEPT)):
        scene.kept(day, result)
    (together, other) = read(scene)
    kept, broken = 0.8 + 0.8 + 1, 0.2 + 0.64
    past = Past.of([False, True, True])
    assert past.level == pytest.approx(kept / (kept + broken))
    assert together.value == chance(past).value
    assert together.evidence[-1].amount == pytest.approx(kept / (kept + broken) - kept / (kept + 0.2))
    assert [push.amount > 0 for push in together.evidence] == [True, True, False]
    assert (together.kept, together.late, together.broken) == (2, 0, 1)
    mass = kept + broken
    around = beta_interval(together.value * mass, (1 - together.value) * mass, 0.8)
    assert together.interval is not None
    assert (together.interval.low, together.interval.high) == pytest.approx((around.low, around.high))
    assert (other.type, other.value) == (PromiseType.OTHER, together.value)


def test_late_is_not_in_time() -> None:
    """Late counts apart, and against the chance of being in time."""
    late, broken = Scene(), Scene()
    for day in (1, 2, 3):
        late.kept(day, Result.LATE)
        broken.kept(day, Result.BROKEN)
    assert read(late)[0].value == read(broken)[0].value
    assert read(late)[0].late == 3


def test_too_few_say_no_chance() -> None:
    """Two judged promises are counted and no more."""
    scene = Scene()
    scene.kept(1)
    scene.kept(2)
    found = read(scene)[0]
    assert (found.too_little, found.value, found.interval, found.kept) == (True, None, None, 2)


def test_sorts_are_read_apart() -> None:
    """All together first, then each sort that has any."""
    scene = Scene()
    for day, sort in ((1, PromiseType.BE_THERE), (2, PromiseType.DO), (3, PromiseType.BE_THERE)):
        scene.outcome(day + 0.5, scene.promise(day - 1, day, type=sort))
    scene.promise(0, 9, type=PromiseType.TELL)
    found = read(scene)
    assert [(one.type, one.kept) for one in found] == [
        (None, 3),
        (PromiseType.BE_THERE, 2),
        (PromiseType.DO, 1),
    ]


def test_what_was_let_go_counts_neither_way() -> None:
    """Renegotiated, released and withdrawn are neutral, and so is what nobody noted."""
    scene = Scene()
    scene.outcome(0.5, scene.promise(0, 1), Result.RENEGOTIATED)
    scene.outcome(1.5, scene.promise(0, 1), Result.RELEASED)
    scene.outcome(0.5, scene.promise(0, 1), Result.WITHDRAWN, author=TOBY)
    scene.promise(0, 1)
    assert read(scene) == ()


def test_ones_own_word_counts_for_oneself_until_the_other_judges() -> None:
    """The promisee's view goes before one's own; where they differ nothing counts until settled."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(1.5, promise, author=TOBY)
    assert read(scene)[0].kept == 1
    scene.outcome(2, promise, Result.LATE, minutes=20)
    assert read(scene) == ()
    scene.add(Settlement, 3, TOBY, promise=promise.id, result=Result.LATE)
    assert (read(scene)[0].kept, read(scene)[0].late) == (0, 1)


def test_each_day_of_a_repeating_promise_counts() -> None:
    """In the order in which they fell due, whenever they were judged."""
    scene = Scene()
    promise = scene.promise(0, 1, every=1)
    for day, result in ((3, Result.KEPT), (2, Result.KEPT), (1, Result.BROKEN)):
        scene.outcome(5, promise, result, occurrence=at(day).date())
    found = read(scene)[0]
    assert (found.kept, found.broken) == (2, 1)
    assert found.evidence[-1].amount < 0
    assert read(scene, ANNA) == ()


@pytest.mark.parametrize("chance", [0.8, 0.9])
def test_beta_intervals_agree_with_closed_forms(chance: float) -> None:
    """Where the quantiles of a beta distribution can be written down."""
    for tail, side in (((1 - chance) / 2, "low"), ((1 + chance) / 2, "high")):
        closed = {
            (1.0, 1.0): tail,
            (3.0, 1.0): tail ** (1 / 3),
            (0.2, 1.0): tail**5,
            (1.0, 40.0): 1 - (1 - tail) ** (1 / 40),
            (0.5, 0.5): sin(pi * tail / 2) ** 2,
        }
        for (kept, broken), expected in closed.items():
            assert getattr(beta_interval(kept, broken, chance), side) == pytest.approx(expected, abs=1e-4)
