"""When one's own promises are hard to keep: a guess first, then the record, for oneself alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from amends.acts.due import Due
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.scope import Scope
from amends.acts.when import When
from amends.ledger.append import append
from amends.ledger.ledgers import own_ledger
from amends.ledger.read import read_placed
from amends.people.models import Member
from tests.cast import NOW, act, add, begin
from tests.web.cast import client_of, errors, page, send, without_tokens, write

pytestmark = pytest.mark.django_db

FIRST = date(2025, 12, 1)
"""A Monday."""


@pytest.fixture
def toby() -> Member:
    return begin("Toby")


@pytest.fixture
def anna(toby: Member) -> Member:
    return add(toby, "Anna")


@pytest.fixture(autouse=True)
def _at_eight() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def keep(toby: Member, anna: Member, days: int, fails: set[int]) -> None:
    """One promise of Toby's a day, of which he says himself how it went; those of some weekdays fail."""
    for number in range(days):
        day = FIRST + timedelta(days=number)
        made = act(Promise, toby, anna, words="Home.", due=Due(When.said(f"{day}T19:00", "UTC")))
        result = Result.LATE if day.weekday() in fails else Result.KEPT
        said = act(Outcome, toby, anna, promise=made.id, result=result)
        for one in (made, said):
            append(own_ledger(toby), toby, one)


def shown(seat: Member) -> str:
    answer = client_of(seat).get(reverse("patterns", kwargs={"bond": seat.bond_id}), {"record": "shown"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_asks_for_a_guess_before_it_shows_anything(toby: Member, anna: Member) -> None:
    """The counts come after the guess, or after choosing to do without."""
    keep(toby, anna, 48, {0})
    asked = page(toby, "patterns")
    assert "When do you think your own promises are harder to keep?" in asked
    assert "not in time" not in asked
    assert "On Mondays: 7 of 7 not in time; otherwise 0 of 38." in shown(toby)


def test_a_guess_leads_on_to_the_record(toby: Member, anna: Member) -> None:
    """It is kept in one's own ledger, and its counts stand beside it."""
    keep(toby, anna, 22, {0})
    address = reverse("patterns", kwargs={"bond": toby.bond_id})
    _id, answer = send(toby, address, {"condition": "monday", "words": "After the weekend"})
    assert (answer.status_code, answer["Location"]) == (303, f"{address}?record=shown")
    (placed,) = [one for one in read_placed(toby) if one.act.KIND == "hypothesis"]
    assert placed.scope is Scope.OWN
    assert [one for one in read_placed(anna) if one.act.KIND == "hypothesis"] == []
    found = page(toby, "patterns")
    assert "On Mondays: 3 of 3 not in time; otherwise 0 of 17." in found
    assert "Too few to tell: 22 of your promises" in found


def test_without_a_choice_it_asks_again_and_keeps_the_words(toby: Member, anna: Member) -> None:
    address = reverse("patterns", kwargs={"bond": toby.bond_id})
    _id, answer = send(toby, address, {"words": "The van"})
    assert errors(answer) == ["condition"]
    assert "The van" in answer.content.decode()


def test_a_pattern_asks_and_never_explains(toby: Member, anna: Member) -> None:
    """Its times are listed, each with its own page; there is no “because”."""
    keep(toby, anna, 48, {0})
    found = shown(toby)
    assert "What are your Mondays usually like?" in found
    assert "because" not in found
    assert found.count("You were late with a promise to Anna") == 7


def test_nobody_else_sees_it(toby: Member, anna: Member) -> None:
    """Anna's own page knows nothing of Toby's promises, nor of his guess."""
    before = shown(anna)
    keep(toby, anna, 48, {0})
    write(toby, "hypothesis", condition="monday")
    assert without_tokens(shown(anna)) == without_tokens(before)
    assert "Too few to tell: 0 of your promises" in before
