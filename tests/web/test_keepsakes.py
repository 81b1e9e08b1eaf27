"""Jokes and small wins: added in a line, found again by those who may, moving and counting nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from amends.people.models import Member
from amends.readings.read import readings
from tests.cast import NOW, add, begin
from tests.web.cast import errors, page, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def here(seat: Member) -> str:
    return reverse("keepsakes", kwargs={"bond": seat.bond_id})


def test_a_line_is_enough_and_leads_back_to_all_of_them(anna: Member, toby: Member) -> None:
    with time_machine.travel(NOW, tick=False):
        _, answer = send(
            anna, here(anna), {"words": "The spoon has a name", "keeps": "joke", "scope": "shared"}
        )
        assert answer.status_code == 303
        assert answer["Location"] == here(anna)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        send(anna, here(anna), {"words": "Three warm dinners", "keeps": "win", "scope": "own"})
    with time_machine.travel(NOW + timedelta(minutes=12), tick=False):
        hers, his = page(anna, "keepsakes"), page(toby, "keepsakes")
    assert hers.index("Three warm dinners") < hers.index("The spoon has a name")
    assert "The spoon has a name" in his
    assert "Three warm dinners" not in his


def test_without_words_it_is_asked_for_again(anna: Member) -> None:
    assert errors(send(anna, here(anna), {"keeps": "joke", "scope": "own"})[1]) == ["words"]
    assert errors(send(anna, here(anna), {"words": "Tea", "keeps": "insult", "scope": "own"})[1]) == ["keeps"]


def test_they_move_and_count_nothing(anna: Member, toby: Member) -> None:
    """However many there are, the readings of both stay what they were."""
    later = NOW + timedelta(minutes=30)
    before = [readings(seat, later) for seat in (anna, toby)]
    with time_machine.travel(NOW, tick=False):
        for number in range(5):
            send(toby, here(toby), {"words": f"Win {number}", "keeps": "win", "scope": "shared"})
    with time_machine.travel(later, tick=False):
        shown = page(anna, "keepsakes")
    assert "Win 4" in shown
    assert [readings(seat, later) for seat in (anna, toby)] == before


def test_at_work_it_is_called_what_it_is_called_there() -> None:
    lena = begin("Lena", "team")
    shown = page(lena, "keepsakes")
    assert "a small win" in shown
    assert "something that made us laugh" in shown
    assert "a joke of ours" not in shown
