"""The measuring of the looks: invented people, and what patterns are measured against."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest

from amends.engine.trials import (
    CONDITIONS,
    Tally,
    _conditions,
    _mid_p,
    _stream,
    guesses,
    no_pattern,
    one_look,
)


def test_what_is_planted_is_found_and_little_else() -> None:
    """The full numbers stand in docs/measured.md; so few people only show that nothing is broken."""
    found = one_look(40, seed=3)
    assert found["possible"]["power"] > 0.6
    assert found["possible"]["fdr"] < 0.2
    assert found["likely"]["any_false"] <= found["possible"]["any_false"]
    assert one_look(3, seed=3) == one_look(3, seed=3)


def test_where_nothing_is_planted_little_is_found() -> None:
    """Testing every condition by itself finds something in most people."""
    found = no_pattern(40, seed=4)
    assert found["ours"]["any_false"] < 0.25 < found["naive"]["any_false"]
    assert "power" not in found["ours"]


def test_a_right_guess_is_found_more_often_the_more_promises_there_are() -> None:
    found = guesses(40, seed=5, until=(20, 120))
    assert found["20"]["power"] < found["120"]["power"]


def test_conditions_come_as_they_do_in_a_record() -> None:
    """One weekday, one time of day or none given, and either repeating or one distance."""
    holds = _conditions(_stream(1), 500)
    assert holds.shape == (500, CONDITIONS)
    assert (holds[:, :7].sum(axis=1) == 1).all()
    assert (holds[:, 7:12].sum(axis=1) == 1).all()
    assert (holds[:, [12, 13, 14, 17]].sum(axis=1) == 1).all()


def test_the_comparison_is_fishers_exact_test() -> None:
    """The tail by counting, half of what was seen itself."""
    under, lapsed = np.arange(30) < 9, np.arange(30) % 4 == 0
    seen = int((under & lapsed).sum())
    ways = [comb(9, k) * comb(21, 8 - k) / comb(30, 8) for k in range(9)]
    expected = sum(ways[seen + 1 :]) + ways[seen] / 2
    assert _mid_p(under[:, None], lapsed) == pytest.approx([expected])


def test_the_share_of_false_ones_is_taken_person_by_person() -> None:
    tally = Tally()
    tally.add(np.array([True, True, False]), 0)
    tally.add(np.array([False, False, False]), 2)
    assert tally.to_plain() == {"power": 0.5, "fdr": 0.25, "any_false": 0.5}
