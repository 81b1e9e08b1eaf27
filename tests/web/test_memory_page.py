"""What one remembers, then what is written down; and how a week of one's own promises is read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amends.acts.due import Due
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.when import When
from amends.ledger.append import append
from amends.ledger.ledgers import shared_ledger
from amends.people.models import Member
from tests.cast import NOW, act, add, begin, person
from tests.web.cast import client_of, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def toby() -> Member:
    return begin("Toby", now=NOW - timedelta(days=90))


@pytest.fixture
def anna(toby: Member) -> Member:
    return add(toby, "Anna", now=NOW - timedelta(days=90))


@pytest.fixture(autouse=True)
def _at_eight() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def judged(toby: Member, anna: Member, days: range, missed: set[int]) -> None:
    """One promise of Toby's to Anna on each of some days back, as Anna says how it went."""
    for back in reversed(days):
        at = NOW - timedelta(days=back)
        due = Due(When.said(at.strftime("%Y-%m-%dT%H:%M"), "UTC"))
        made = act(Promise, toby, anna, now=at - timedelta(hours=9), words="Home.", due=due)
        result = Result.BROKEN if back in missed else Result.KEPT
        said = act(Outcome, anna, anna, now=at, by=person(toby), promise=made.id, result=result)
        append(shared_ledger(toby.bond), toby, made)
        append(shared_ledger(anna.bond), anna, said)


def answer(seat: Member, remembered: str) -> str:
    address = reverse("memory", kwargs={"bond": seat.bond_id})
    found = client_of(seat).post(address, {"remembered": remembered})
    assert found.status_code == 200
    return found.content.decode()


def test_it_asks_first_and_shows_then(toby: Member, anna: Member) -> None:
    """The counts come with the answer; a gap gets its possible reasons and no verdict."""
    judged(toby, anna, range(1, 8), {2})
    asked = page(anna, "memory")
    assert "Of the last 7 promises made to you" in asked
    assert "Written down" not in asked
    shown = answer(anna, "3")
    assert "You remembered 3. Written down: 6 of 7 kept in time." in shown
    assert "Both can be true" in shown
    assert "Both can be true" not in answer(anna, "6")


def test_nothing_of_the_answer_is_kept(toby: Member, anna: Member) -> None:
    """It is read and forgotten: no row, no session, nothing in an address."""
    judged(toby, anna, range(1, 8), {2})
    client = client_of(anna)
    with CaptureQueriesContext(connection) as queries:
        client.post(reverse("memory", kwargs={"bond": anna.bond_id}), {"remembered": "3"})
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
    assert "Written down" not in page(anna, "memory")


@pytest.mark.parametrize("remembered", ["", "8", "-1", "many"])
def test_what_can_not_be_is_asked_again(toby: Member, anna: Member, remembered: str) -> None:
    judged(toby, anna, range(1, 8), {2})
    assert "Written down" not in answer(anna, remembered)


def test_with_a_few_promises_there_is_nothing_to_ask(toby: Member, anna: Member) -> None:
    judged(toby, anna, range(1, 5), set())
    assert "Too little to ask" in page(anna, "memory")
    assert "Too little to ask" in answer(anna, "3")


def test_who_lets_prompts_rest_is_not_led_there(toby: Member, anna: Member) -> None:
    judged(toby, anna, range(1, 8), {2})
    assert "What do you remember?" in page(anna, "bond")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    shown = page(anna, "bond")
    assert "What do you remember?" not in shown
    assert "Look back at what was written" in shown  # a line where a line was


def test_a_week_out_of_the_ordinary_is_said_to_the_one_whose_it_is(toby: Member, anna: Member) -> None:
    """With the weeks that were kept, and never to the other."""
    judged(toby, anna, range(1, 60), {1, 2, 3, 4})
    mine, hers = page(toby, "bond"), page(anna, "bond")
    assert "this week was out of the ordinary. What was different?" in mine
    assert "weeks with promises all were kept in time." in mine
    assert "out of the ordinary" not in hers
    assert "out of the ordinary. What was different?" in page(toby, "reading", reading="week")
    assert "Too little to tell" in page(anna, "reading", reading="week")
