"""The beta path over its bank: its golden numbers, and what holds whatever happened."""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.engine.params import RELIEF_ABILITY
from amends.evaluate.beta_bank import LEAST_PATHS, Bank, Mixture, bank

HAPPENED = st.lists(
    st.tuples(st.floats(0, 30), st.sampled_from((0.0, 0.5, 1.0)), st.sampled_from((0.25, 1.0, 3.0))),
    max_size=8,
)
"""Acts: the days before each, how it went, its weight."""


def single() -> Bank:
    """The one path that the first golden numbers follow."""
    numbers = {"step": 1.0, "ratio": 2.0, "half_life": 90.0, "kept": 6.0, "broken": 14.0}
    return replace(bank(paths=1), **{name: np.array([number]) for name, number in numbers.items()})


def band(found: Bank) -> list[float]:
    return [found.level().quantile(chance) for chance in (0.1, 0.5, 0.9)]


def after(happened: list[tuple[float, float, float]], found: Bank) -> Bank:
    for days, kept, weight in happened:
        found = found.wait(days).act(kept, weight=weight)
    return found


# Golden numbers ------------------------------------------------------------------------------


def test_one_path_gives_its_golden_numbers() -> None:
    """Ten kept promises, a broken one, a kept one, a late one."""
    path = single()
    assert path.share[0] == pytest.approx(0.318182, abs=5e-7)
    for _promise in range(10):
        path = path.wait(2).act(1)
    assert path.kept[0] == pytest.approx(14.482928, abs=5e-7)
    assert path.broken[0] == pytest.approx(12.001416, abs=5e-7)
    assert path.share[0] == pytest.approx(0.543559, abs=5e-7)
    for kept, expected in ((0.0, 0.507636), (1.0, 0.523482), (0.5, 0.514652)):
        path = path.wait(1).act(kept)
        assert path.share[0] == pytest.approx(expected, abs=5e-7)


def test_the_bank_gives_its_golden_numbers() -> None:
    """At the start, after five acts, after a rating, and sixty days on."""
    found = bank()
    assert band(found) == pytest.approx([0.191, 0.499, 0.808], abs=1e-3)
    for kept in (1, 1, 0, 1, 1):
        found = found.wait(2).act(kept)
    assert band(found) == pytest.approx([0.274, 0.538, 0.783], abs=1e-3)
    found = found.rate(0.4)
    assert band(found) == pytest.approx([0.324, 0.417, 0.525], abs=1e-3)
    assert band(found.wait(60)) == pytest.approx([0.289, 0.438, 0.607], abs=1e-3)


# What holds whatever happened ----------------------------------------------------------------


@given(HAPPENED, st.floats(0, 400))
def test_one_more_kept_promise_never_lowers_and_one_more_broken_never_raises(
    happened: list[tuple[float, float, float]], days: float
) -> None:
    """At no later time, on no path; and all that is known of trust goes with them."""
    found = after(happened, bank(paths=64))
    better, worse = (found.act(kept).wait(days).share for kept in (1.0, 0.0))
    assert (better >= found.wait(days).share).all()
    assert (worse <= found.wait(days).share).all()


@given(HAPPENED, st.floats(0, 60), st.floats(0, 60))
def test_waiting_twice_is_waiting_once(
    happened: list[tuple[float, float, float]], first: float, second: float
) -> None:
    """Nothing depends on how often anyone looked."""
    found = after(happened, bank(paths=64)).rate(0.7)
    once, twice = found.wait(first + second), found.wait(first).wait(second)
    for name, numbers in vars(once).items():
        np.testing.assert_allclose(getattr(twice, name), numbers, rtol=1e-12)


def test_a_deception_never_fades_wholly_and_a_plain_break_does() -> None:
    """Years later, with the same kept promises since, only one of the two still weighs."""
    unhurt, plain, deceived = bank(), bank().act(0), bank().act(0, deception=True)
    np.testing.assert_allclose(deceived.share, plain.share, rtol=1e-12)
    never, once, marked = (found.wait(3650).act(1).share for found in (unhurt, plain, deceived))
    assert (never - once).mean() < 0.001
    assert (marked < once).all()
    assert (once - marked).mean() > 0.05


def test_what_an_apology_took_off_comes_back_when_its_promise_is_broken() -> None:
    """To the path without it; until then it takes off a share of what was left."""
    hurt = bank().act(0, weight=3)
    plain, answered = hurt.wait(30), hurt.wait(10).relieve(RELIEF_ABILITY, days=10, weight=3).wait(20)
    assert (answered.share > plain.share).all()
    assert (answered.share < bank().wait(30).share).all()
    given_back = answered.relieve(-RELIEF_ABILITY, days=30, weight=3)
    np.testing.assert_allclose(given_back.share, plain.share, rtol=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_ratings_never_leave_too_few_paths(ratings: list[float]) -> None:
    """However they jump, and at both ends of the scale."""
    found = bank(paths=256)
    for rating in ratings:
        found = found.wait(1).rate(rating).act(0)
        assert found.weights.sum() == pytest.approx(1)
        assert 1 / (found.weights**2).sum() > LEAST_PATHS - 1e-6
        low, middle, high = band(found)
        assert 0 < low < middle < high < 1


def test_ratings_teach_how_much_a_loss_weighs() -> None:
    """Someone whose ratings fall deeply after each break is read as such."""
    steady, shaken = bank(), bank()
    for _time in range(6):
        steady = steady.wait(3).act(0).rate(0.6).wait(3).act(1).rate(0.6)
        shaken = shaken.wait(3).act(0).rate(0.2).wait(3).act(1).rate(0.6)
    assert (shaken.weights * shaken.ratio).sum() > 1.1 * (steady.weights * steady.ratio).sum()


# The mixture ---------------------------------------------------------------------------------


@given(st.floats(-3, 3), st.floats(0.01, 2), st.sampled_from((0.025, 0.1, 0.5, 0.9, 0.975)))
def test_one_part_has_the_quantiles_of_its_normal(mean: float, spread: float, chance: float) -> None:
    """Beside the standard library's, through the logistic function."""
    one = Mixture(np.ones(1), np.array([mean]), np.array([spread**2]))
    expected = 1 / (1 + np.exp(-NormalDist(mean, spread).inv_cdf(chance)))
    assert one.quantile(chance) == pytest.approx(expected, abs=1e-6)


def test_a_rating_is_less_sure_than_the_level() -> None:
    """By its noise, around the same middle."""
    found = bank(paths=128).act(1).rate(0.9)
    assert found.rating().quantile(0.1) < found.level().quantile(0.1)
    assert found.rating().quantile(0.9) > found.level().quantile(0.9)
    assert found.rating().quantile(0.5) == pytest.approx(found.level().quantile(0.5), abs=0.02)
