"""The chance of the next promise: a sum that can be shown, sure of nothing, and the more so with more."""

from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.engine.chance import chance
from amends.engine.past import FEATURES, Past

PASTS = st.lists(st.booleans(), max_size=40)


@given(PASTS)
def test_its_terms_sum_to_its_logit(outcomes: list[bool]) -> None:
    found = chance(Past.of(outcomes))
    assert 0 < found.value < 1
    assert found.base + sum(found.terms.values()) == pytest.approx(log(found.value / (1 - found.value)))


def test_of_nobody_known_only_the_base_is_said() -> None:
    found = chance(Past())
    assert all(amount == pytest.approx(0) for amount in found.terms.values())
    assert found.value == pytest.approx(1 / (1 + exp(-found.base)))


def test_who_kept_all_is_trusted_more_than_who_kept_none() -> None:
    for count in (1, 3, 10, 30):
        assert chance(Past.of([True] * count)).value > chance(Past.of([False] * count)).value + 0.2


def test_more_of_the_same_moves_it_further() -> None:
    broken = [chance(Past.of([True] * 10 + [False] * count)).value for count in range(4)]
    assert broken == sorted(broken, reverse=True)


def test_the_golden_numbers_of_what_ships() -> None:
    """To four digits; whoever learns the curves anew changes them here and says so in the changelog."""
    pasts = ([], [True], [False], [True, True, False], [False, True, True, True, True])
    assert [round(chance(Past.of(one)).value, 4) for one in pasts] == GOLDEN


GOLDEN = [0.8074, 0.8984, 0.3395, 0.598, 0.8622]


def test_a_past_has_the_numbers_it_names() -> None:
    found = Past.of([True, False, True, True])
    named = dict(zip(FEATURES, found.features(), strict=True))
    assert named["judged"] == 4
    assert named["run"] == 2
    assert (named["last"], named["second"], named["third"]) == (1, 1, 0)
    assert named["mean"] == 0.75
    assert named["mass"] == pytest.approx(1 + 0.8 + 0.64 + 0.512)
