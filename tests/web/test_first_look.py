"""Before a promise is kept: how such promises went, once, for the one who promises alone."""

from __future__ import annotations

import re
from datetime import timedelta
from math import exp
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from amends.acts.due import Due
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise, PromiseType
from amends.acts.scope import Scope
from amends.acts.when import When
from amends.bonds.record import record
from amends.ledger.read import read_placed
from amends.people.models import Member
from tests.cast import act, add, begin, promise
from tests.web.cast import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Member, Member]:
    """Toby came home twenty minutes late five times, and in time once."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    now = timezone.now()
    for days in range(6, 0, -1):
        made_at, due_at = now - timedelta(days=days, hours=3), now - timedelta(days=days)
        due = Due(When.said(due_at.strftime("%Y-%m-%dT%H:%M"), "UTC"))
        made = promise(toby, anna, now=made_at, due=due, type=PromiseType.BE_THERE)
        result = {"result": Result.LATE, "minutes": 20} if days > 1 else {"result": Result.KEPT}
        went = act(
            Outcome, anna, anna, by=made.author, promise=made.id, now=due_at + timedelta(hours=1), **result
        )
        record(toby, made, Scope.SHARED, made_at)
        record(anna, went, Scope.SHARED, due_at + timedelta(hours=1))
    return anna, toby


def send(seat: Member, **fields: str) -> HttpResponse:
    address = reverse("adding-kind", kwargs={"bond": seat.bond_id, "kind": "promise"})
    tomorrow = (timezone.now() + timedelta(days=1)).date().isoformat()
    given: dict[str, Any] = {
        "words": "Home by seven",
        "due_day": tomorrow,
        "due_clock": "23:50",
        "type": "be there",
        "repeat": "once",
        "scope": "own",
    }
    return client_of(seat).post(address, given | fields)


def made(seat: Member) -> list[Promise]:
    found = [one.act for one in read_placed(seat) if isinstance(one.act, Promise)]
    return [one for one in found if one.words == "Home by seven"]


def test_it_is_shown_before_anything_is_kept(pair: tuple[Member, Member]) -> None:
    _anna, toby = pair
    answer = send(toby)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "1 of 6 kept in time" in shown
    assert "would have held 6 of 6 times" in shown
    assert ">00:20</button>" in shown.replace("\n", "")
    assert "Home by seven" in shown
    assert made(toby) == []


def test_the_later_time_may_fall_on_the_next_day(pair: tuple[Member, Member]) -> None:
    _anna, toby = pair
    assert send(toby, chosen="30").status_code == 303
    (kept,) = made(toby)
    assert kept.due.first.local.endswith("T00:20")
    assert kept.due.first.day == (timezone.now() + timedelta(days=2)).date()


@pytest.mark.parametrize("sent", [{"chosen": "as it is"}, {"looked": "yes"}])
def test_it_is_kept_as_it_was_once_one_has_looked(pair: tuple[Member, Member], sent: dict[str, str]) -> None:
    _anna, toby = pair
    assert send(toby, **sent).status_code == 303
    (kept,) = made(toby)
    assert kept.due.first.local.endswith("T23:50")


@pytest.mark.parametrize("chosen", ["999999999999999999999", "-5", "½", "999999"])
def test_a_made_up_choice_does_no_harm(pair: tuple[Member, Member], chosen: str) -> None:
    _anna, toby = pair
    assert send(toby, chosen=chosen).status_code in {200, 303}


def test_who_mostly_keeps_them_is_not_held_up(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    assert send(anna).status_code == 303


def test_the_forecast_is_shown_as_a_sum_of_its_parts(pair: tuple[Member, Member]) -> None:
    _anna, toby = pair
    shown = send(toby).content.decode()
    assert "such promises would be kept in time" in shown
    amounts = [float(found.replace("−", "-")) for found in re.findall(r"<td>([+−]\d\.\d\d)</td>", shown)]
    said = re.search(r"about (\d+) of ten", shown)
    assert said is not None
    assert len(amounts) == 6
    assert round(10 / (1 + exp(-sum(amounts)))) == int(said[1])


def test_how_near_forecasts_came_stands_on_the_page_of_the_one_who_promised_alone(
    pair: tuple[Member, Member],
) -> None:
    anna, toby = pair
    for days in range(5, 0, -1):
        made_at = timezone.now() - timedelta(hours=days)
        due = Due(When.said((made_at + timedelta(minutes=20)).strftime("%Y-%m-%dT%H:%M"), "UTC"))
        made = promise(toby, anna, now=made_at, due=due, type=PromiseType.BE_THERE)
        judged_at = made_at + timedelta(minutes=40)
        went = act(Outcome, anna, anna, by=made.author, promise=made.id, now=judged_at, result=Result.KEPT)
        record(toby, made, Scope.SHARED, made_at)
        record(anna, went, Scope.SHARED, judged_at)
    mine, theirs = (
        client_of(seat)
        .get(reverse("reading", kwargs={"bond": seat.bond_id, "reading": "promises"}))
        .content.decode()
        for seat in (toby, anna)
    )
    assert re.search(r"Over \d promises the forecasts were off by 0\.\d{3}", mine)
    assert "of 100 expected" in mine
    assert "Too few forecasts yet" in theirs
    assert "of 100 expected" not in theirs
