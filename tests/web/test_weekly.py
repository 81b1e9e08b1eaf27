"""The ten minutes of the week, and days left out of a promise that repeats."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse

from amends.acts.looking_forward import LookingForward
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome
from amends.acts.skip import Skip
from amends.ledger.read import read_placed
from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, errors, page, send, without_tokens, write

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=11)


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def here(seat: Member) -> str:
    return reverse("check-in", kwargs={"bond": seat.bond_id})


def acts(seat: Member, *kinds: type) -> list[Any]:
    return [one.act for one in read_placed(seat) if isinstance(one.act, kinds)]


def weekly_promise(seat: Member, words: str = "Home by seven") -> UUID:
    """A promise for every Monday from 9 March on, which the other can read."""
    with time_machine.travel(NOW, tick=False):
        return write(
            seat, "promise", words=words, due_day="2026-03-09", due_clock="19:00", repeat="weekly",
            type="be there", scope="shared",
        )  # fmt: skip


# The ten minutes -------------------------------------------------------------------------------


def test_open_promises_come_first_and_are_answered_there(anna: Member, toby: Member) -> None:
    promise = weekly_promise(toby)
    with time_machine.travel("2026-03-10 12:00", tick=False):
        shown = page(anna, "check-in")
        assert shown.index("Home by seven") < shown.index("One thank-you")
        address = reverse("answering", kwargs={"bond": anna.bond_id, "act": promise, "kind": "outcome"})
        tapped = {"from": "check-in", "result": "kept", "occurrence": "2026-03-09", "id": str(UUID(int=5))}
        answer = client_of(anna).post(address, tapped)
        assert answer["Location"] == here(anna)
    assert [one.occurrence.isoformat() for one in acts(anna, Outcome)] == ["2026-03-09"]


def test_a_thank_you_and_something_to_look_forward_to(anna: Member, toby: Member) -> None:
    """Both, one of them, or a word that one is needed."""
    with time_machine.travel(NOW, tick=False):
        both = {
            "thanks": "He carried the boxes",
            "words": "The lake",
            "day_of": "2026-03-08",
            "scope": "shared",
        }
        assert send(anna, here(anna), both)[1].status_code == 303
        assert send(anna, here(anna), {"thanks": "Tea", "scope": "own"})[1].status_code == 303
        assert send(anna, here(anna), {"words": "Snow", "scope": "own"})[1].status_code == 303
        assert errors(send(anna, here(anna), {"scope": "own"})[1]) == ["thanks"]
    assert sorted(act.words for act in acts(anna, Moment)) == ["He carried the boxes", "Tea"]
    assert {act.by for act in acts(anna, Moment)} == {str(toby.id)}
    assert sorted(act.words for act in acts(anna, LookingForward)) == ["Snow", "The lake"]
    with time_machine.travel(LATER, tick=False):
        shown = page(toby, "check-in")
        assert "The lake" in shown
        assert "Snow" not in shown


def test_alone_there_is_nobody_to_thank_and_still_something_to_look_forward_to(anna: Member) -> None:
    assert "One thank-you" not in page(anna, "check-in").split("<form", 1)[1]
    assert errors(send(anna, here(anna), {"scope": "own"})[1]) == ["words"]
    assert send(anna, here(anna), {"words": "Snow", "scope": "own"})[1].status_code == 303


def test_among_several_one_says_whom_one_thanks() -> None:
    maya = begin("Maya", "friends")
    add(maya, "Lena")
    jo = add(maya, "Jo")
    sent = {"who": str(jo.id), "thanks": "For the soup", "scope": "pair"}
    assert send(maya, here(maya), sent)[1].status_code == 303
    assert [act.by for act in acts(maya, Moment)] == [str(jo.id)]


def test_whether_someone_came_shows_nowhere_to_the_other(anna: Member, toby: Member) -> None:
    """Neither coming nor staying away; the page leaves no act by itself."""
    names = ("today", "bond", "check-in", "timeline")
    with time_machine.travel(LATER, tick=False):
        before = [without_tokens(page(toby, name)) for name in names]
        page(anna, "check-in")
        send(anna, here(anna), {"words": "Snow", "scope": "own"})
        assert [without_tokens(page(toby, name)) for name in names] == before


def test_it_is_offered_to_those_who_used_it_and_not_again_within_days(anna: Member, toby: Member) -> None:
    assert "ten minutes of the week, when you like" not in page(anna, "today")
    with time_machine.travel(NOW, tick=False):
        send(anna, here(anna), {"words": "Snow", "scope": "own"})
        assert "when you like</a>" not in page(anna, "today")
    with time_machine.travel(NOW + timedelta(days=7), tick=False):
        assert "ten minutes of the week, when you like" in page(anna, "today")
        assert "ten minutes of the week, when you like" not in page(toby, "today")


# Days left out ---------------------------------------------------------------------------------


def skip(seat: Member, promise: UUID, **fields: Any) -> tuple[UUID, Any]:
    address = reverse("answering", kwargs={"bond": seat.bond_id, "act": promise, "kind": "skip"})
    return send(seat, address, fields)


def test_days_left_out_are_asked_about_by_nobody(anna: Member, toby: Member) -> None:
    promise = weekly_promise(toby)
    with time_machine.travel("2026-03-07 12:00", tick=False):
        _, answer = skip(toby, promise, first_day="2026-03-09", last_day="2026-03-15", words="The sea")
        assert answer.status_code == 303
        assert "left out some days" in page(anna, "act", act=promise)
    with time_machine.travel("2026-03-10 12:00", tick=False):
        assert "Home by seven" not in page(anna, "today")
    with time_machine.travel("2026-03-17 12:00", tick=False):
        assert "Home by seven" in page(anna, "today")


def test_a_holiday_takes_in_other_promises_too(anna: Member, toby: Member) -> None:
    first, second = weekly_promise(toby), weekly_promise(toby, "Bins out")
    with time_machine.travel("2026-03-07 12:00", tick=False):
        skip(toby, first, first_day="2026-03-09", also_of=[str(second)])
    assert {(act.promise, act.last.isoformat()) for act in acts(anna, Skip)} == {
        (first, "2026-03-09"),
        (second, "2026-03-09"),
    }


def test_a_day_that_has_passed_can_t_be_left_out(anna: Member, toby: Member) -> None:
    promise = weekly_promise(toby)
    with time_machine.travel("2026-03-10 12:00", tick=False):
        assert errors(skip(toby, promise, first_day="2026-03-09")[1]) == ["first_day"]
        assert errors(skip(toby, promise, first_day="2026-03-16", last_day="2026-08-16")[1]) == ["last_day"]
    assert acts(toby, Skip) == []
