"""Boundaries and hours of one's own: what they say, what is refused, and what then asks for nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from amends.acts.boundary import Boundary
from amends.ledger.read import find, read_placed
from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, errors, page, say, send, without_tokens, write

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=11)
LIMIT = {"words": "No phones at dinner", "subject": "how we talk", "scope": "shared"}


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def adding(seat: Member, kind: str) -> str:
    return reverse("adding-kind", kwargs={"bond": seat.bond_id, "kind": kind})


@pytest.mark.parametrize("subject", ["their friends", "their money", "their body", "their phone"])
def test_what_is_the_other_s_is_refused_with_the_reason(anna: Member, toby: Member, subject: str) -> None:
    """And nothing is kept, whoever it was to be shown to."""
    for scope in ("own", "shared"):
        _, answer = send(anna, adding(anna, "boundary"), LIMIT | {"subject": subject, "scope": scope})
        assert errors(answer) == ["subject"]
        assert "theirs to decide about" in answer.content.decode()
    assert not any(isinstance(one.act, Boundary) for one in read_placed(anna))


@pytest.mark.parametrize(
    "subject",
    ["my time", "my work", "my body", "my home", "my phone", "my money", "my children",
     "what I tell in confidence"],
)  # fmt: skip
def test_what_is_one_s_own_is_never_asked_about(anna: Member, toby: Member, subject: str) -> None:
    """Whatever the words."""
    words = {"words": "Do not go through my phone, and do not ask where I am at all times"}
    write(anna, "boundary", **LIMIT | words | {"subject": subject})


def test_where_it_is_unsure_the_concern_is_shown_once_and_it_can_be_kept(anna: Member, toby: Member) -> None:
    words = LIMIT | {"words": "Stop seeing your friends on weekdays", "subject": "other"}
    act_id, answer = send(anna, adding(anna, "boundary"), words)
    assert answer.status_code == 200
    assert "whom someone sees" in answer.content.decode()
    assert find(anna, act_id) is None
    act_id, answer = send(anna, adding(anna, "boundary"), words | {"chosen": "as it is"})
    assert answer.status_code == 303
    assert find(anna, act_id) is not None


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("request", {"words": "Would you share your location with me?"}),
        ("promise", {"words": "I will give you my passwords", "due_day": "2099-03-09", "repeat": "once",
                     "type": "do"}),
        ("amends", {"words": "You can look through my phone"}),
        ("disclosure", {"words": "My password is open to you", "shelf": "notes"}),
    ],
)  # fmt: skip
def test_the_same_is_shown_before_other_things_that_could_hold_someone(
    anna: Member, toby: Member, kind: str, fields: dict[str, Any]
) -> None:
    act_id, answer = send(anna, adding(anna, kind), fields | {"scope": "shared"})
    assert "each person’s own to decide" in answer.content.decode()
    assert find(anna, act_id) is None


def test_the_page_shows_both_sides_answers_and_when_to_look_again(anna: Member, toby: Member) -> None:
    with time_machine.travel(NOW, tick=False):
        act = write(anna, "boundary", **LIMIT | {"review": "2026-03-20"})
    with time_machine.travel(LATER, tick=False):
        assert "No phones at dinner" in page(toby, "boundaries")
        before = without_tokens(page(anna, "boundaries"))
        say(toby, act, "answer", reply="not now")
        assert without_tokens(page(anna, "boundaries")) == before
        say(toby, act, "answer", reply="negotiate")
        assert "Toby: Let us talk about it" in page(anna, "boundaries")
        say(anna, act, "observance", respect="honoured", scope="shared")
    with time_machine.travel(LATER + timedelta(minutes=11), tick=False):
        assert "last kept to" in page(toby, "boundaries")
    with time_machine.travel("2026-03-21 12:00", tick=False):
        assert "Keep it, put it differently, or let it go" in page(anna, "boundaries")
        assert "Keep it, put it differently" not in page(toby, "boundaries")
        say(anna, act, "correction", words="It stays so")
        assert "Keep it, put it differently" not in page(anna, "boundaries")


# Hours -----------------------------------------------------------------------------------------


def set_hours(seat: Member, begins: str, ends: str, **more: str) -> Any:
    with time_machine.travel(NOW, tick=False):
        return write(
            seat, "hours", **{"sort": "private", "begins": begins, "ends": ends, "scope": "own"} | more
        )


def test_in_one_s_own_hours_no_page_asks_for_anything(anna: Member, toby: Member) -> None:
    """What waits, waits; outside them it is there again."""
    with time_machine.travel(NOW, tick=False):
        write(anna, "request", words="Would you ring the garage?", scope="shared")
    set_hours(toby, "20:05", "22:00")
    with time_machine.travel(LATER, tick=False):
        quiet = page(toby, "today")
    assert "Your own hours, until 22:00" in quiet
    assert "garage" not in quiet
    with time_machine.travel(NOW + timedelta(hours=3), tick=False):
        assert "garage" in page(toby, "today")


def test_hours_that_were_taken_back_hold_no_more(anna: Member, toby: Member) -> None:
    act = set_hours(toby, "20:05", "22:00")
    with time_machine.travel(LATER, tick=False):
        say(toby, act, "correction", withdrawn="on")
        assert "Your own hours" not in page(toby, "today")


def test_hours_kept_to_oneself_show_nowhere_to_the_other(anna: Member, toby: Member) -> None:
    names = ("today", "bond", "boundaries", "timeline")
    with time_machine.travel(LATER, tick=False):
        before = [without_tokens(page(anna, name)) for name in names]
    set_hours(toby, "20:05", "22:00")
    with time_machine.travel(LATER, tick=False):
        assert [without_tokens(page(anna, name)) for name in names] == before


def test_hours_that_are_shared_can_be_read_by_the_other(anna: Member, toby: Member) -> None:
    set_hours(toby, "09:00", "17:00", sort="work", scope="shared")
    with time_machine.travel(LATER, tick=False):
        shown = page(anna, "boundaries")
        assert "09:00 to 17:00, every day" in shown
        assert client_of(anna).get(reverse("today", kwargs={"bond": anna.bond_id})).status_code == 200


def test_what_lies_in_the_other_s_private_hours_is_asked_about_once_and_can_be_kept(
    anna: Member, toby: Member
) -> None:
    """Where they shared these hours; by the clock that was typed."""
    set_hours(toby, "19:30", "21:30", scope="shared")
    hurt = {"words": "No answer", "type": "unanswered call", "scope": "own", "day": "2026-03-04"}
    with time_machine.travel("2026-03-05 12:00", tick=False):
        write(anna, "hurt", **hurt | {"clock": "19:00"})
        act_id, answer = send(anna, adding(anna, "hurt"), hurt | {"clock": "20:00"})
        assert "Toby keeps this hour private" in answer.content.decode()
        assert find(anna, act_id) is None
        assert (
            send(anna, adding(anna, "hurt"), hurt | {"clock": "20:00", "looked": "yes"})[1].status_code == 303
        )
