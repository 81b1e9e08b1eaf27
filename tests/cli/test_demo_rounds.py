"""What the demo's team was asked."""

from __future__ import annotations

import pytest

from amends.cli.demo_rounds import ask
from amends.rounds import keep
from tests.cast import NOW
from tests.rounds.cast import WEEK, team

pytestmark = pytest.mark.django_db


def test_five_were_asked_twice_and_are_asked_once_more() -> None:
    seats = team("ABCDE")
    ask(seats[0].bond, NOW)
    going, *over = keep.rounds_of(seats[0].bond, NOW)
    assert going.is_open
    assert [one.told is not None for one in over] == [True, True]
    assert over[0].asked_the_same(over[1])
    assert all(len(one.told.texts["words"]) == 5 for one in over if one.told)


def test_of_fewer_nobody_is_asked() -> None:
    seats = team("ABCD")
    ask(seats[0].bond, NOW + WEEK)
    assert keep.rounds_of(seats[0].bond, NOW) == []
