"""Before a promise: the chance as a sum, and how near such forecasts came."""

from __future__ import annotations

from math import exp

import pytest

from amends.acts.due import Due
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.engine.fold import fold
from amends.engine.forecast import read_forecast, read_hindsight
from amends.engine.results import Forecast, Term
from tests.engine.acts import TOBY, Scene, at, when


def scene_of(*kept: bool, every: float = 1) -> Scene:
    """Promises on one day after another, each judged before the next is made."""
    scene = Scene()
    for number, one in enumerate(kept, 1):
        day = number * every
        went = scene.promise(day - 0.5, day)
        scene.outcome(day + 0.3, went, Result.KEPT if one else Result.BROKEN)
    return scene


def look(scene: Scene, day: float = 60) -> Forecast:
    return read_forecast(fold(scene.placed), TOBY, PromiseType.OTHER, Due(when(at(day))), at(day - 0.5))


def test_the_parts_add_up_to_the_chance() -> None:
    found = look(scene_of(*[True, True, False] * 5))
    assert [term.what for term in found.terms] == list(Term)
    assert found.value == pytest.approx(1 / (1 + exp(-sum(term.amount for term in found.terms))))
    assert (found.terms[1].kept, found.terms[1].count) == (10, 15)


def test_a_weekday_that_goes_badly_lowers_the_chance_for_that_day_alone() -> None:
    kept = [number % 7 != 4 for number in range(1, 71)]
    bad, other = look(scene_of(*kept), day=81), look(scene_of(*kept), day=82)
    amounts = [{term.what: term.amount for term in found.terms} for found in (bad, other)]
    assert amounts[0][Term.WEEKDAY] < -1 < 0 < amounts[1][Term.WEEKDAY]
    assert bad.value is not None
    assert other.value is not None
    assert bad.value < other.value


def test_too_few_say_nothing() -> None:
    assert look(scene_of(True, True)) == Forecast(None, (), too_little=True)
    assert read_hindsight(fold(scene_of(True, True).placed), TOBY).brier is None


def test_what_came_later_changes_no_forecast() -> None:
    kept = [True, False, True, True, True, False, True, True, True, False]
    short = read_hindsight(fold(scene_of(*kept).placed), TOBY)
    longer = read_hindsight(fold(scene_of(*kept, False, False, True).placed), TOBY)
    assert longer.evidence[-len(short.evidence) :] == short.evidence
    assert len(longer.evidence) == len(short.evidence) + 3


def test_each_forecast_is_the_one_that_was_shown_when_the_promise_was_made() -> None:
    kept = [True, False, True, True, True, False, True, True]
    shown = look(scene_of(*kept[:-1]), day=8)
    assert read_hindsight(fold(scene_of(*kept).placed), TOBY).evidence[0].amount == shown.value


def test_what_was_known_only_after_the_next_was_made_is_left_out() -> None:
    """All were promised before any was judged: nothing could be forecast."""
    assert read_hindsight(fold(scene_of(*[True] * 8, every=0.05).placed), TOBY).count == 0


def test_the_score_is_the_mean_of_squared_distances() -> None:
    found = read_hindsight(fold(scene_of(*[True] * 12).placed), TOBY)
    assert found.brier == pytest.approx(sum((1 - one.amount) ** 2 for one in found.evidence) / found.count)
    assert found.brier_share is not None
    assert found.count == 9
