"""Practices through their pages: what a version, a departure or two windows do to one that goes on."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from amends.acts.session import Contribution, Session
from amends.bonds.leave import leave
from amends.ledger.read import read_placed
from amends.people.models import Member, Notice
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, page, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now() -> object:
    """These evenings lie in March."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def begin_talk(seat: Member) -> UUID:
    """A talk with the one other here."""
    address = reverse("practice", kwargs={"bond": seat.bond_id, "practice": "talk"})
    made, answer = send(seat, address, {"words": "The bins", "with": str(other_of(seat).id)})
    assert answer.status_code == 303
    return made


def other_of(seat: Member) -> Member:
    """The other of two."""
    return Member.objects.exclude(id=seat.id).get(bond=seat.bond_id)


def address_of(seat: Member, session: UUID) -> str:
    """The page of a session."""
    return reverse("session", kwargs={"bond": seat.bond_id, "session": session})


def contribute(seat: Member, session: UUID, step: str, **fields: str) -> HttpResponse:
    """Send what a step asks for."""
    sent = {"id": str(uuid4()), "step": step, "round": "0"} | fields
    answer: HttpResponse = client_of(seat).post(address_of(seat, session), sent)
    return answer


def test_a_session_waits_for_weeks(now: time_machine.Traveller) -> None:
    """After a week it stands where it stood; nothing ran out and nothing pushed."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    talk = begin_talk(anna)
    now.shift(timedelta(days=9))
    contribute(toby, talk, "ready", choice="ready")
    now.shift(timedelta(days=9))
    assert "How is it for you?" in page(anna, "session", session=talk)


def test_two_windows_lose_nothing() -> None:
    """What is sent from a second window after the step has passed stands in the session and moves nothing."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    talk = begin_talk(anna)
    contribute(toby, talk, "ready", choice="ready")
    assert contribute(anna, talk, "say", words="From one window.").status_code == 303
    assert contribute(anna, talk, "say", words="From the other.").status_code == 303
    shown = page(toby, "session", session=talk)
    assert "From one window." in shown
    assert "From the other." in shown
    assert "What did you hear?" in shown


@pytest.mark.parametrize("notice", [Notice.NOW, Notice.LATER, Notice.NEVER])
def test_when_the_other_leaves_it_can_be_read_and_ended(notice: Notice) -> None:
    """Whatever they chose to say of it."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    talk = begin_talk(anna)
    contribute(toby, talk, "ready", choice="ready")
    contribute(anna, talk, "say", words="I carry them alone.")
    leave(toby, notice, NOW)
    assert "I carry them alone." in page(anna, "session", session=talk)
    assert contribute(anna, talk, "stop").status_code == 303
    assert "It ended here" in page(anna, "session", session=talk)


def test_a_step_of_an_older_version_keeps_its_words() -> None:
    """A step that the content no longer has is kept, and the session goes on."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    talk = begin_talk(anna)
    contribute(toby, talk, "ready", choice="ready")
    assert contribute(anna, talk, "gone-since", words="An old answer.").status_code == 303
    assert "An old answer." in page(toby, "session", session=talk)
    assert "How is it for you?" in page(anna, "session", session=talk)


def test_words_and_going_on_without_them_do_not_go_together() -> None:
    """Nothing that was typed is thrown away by the wrong button."""
    anna = begin("Anna")
    address = reverse("practice", kwargs={"bond": anna.bond_id, "practice": "not-said-yet"})
    alone, _answer = send(anna, address, {})
    answer = contribute(anna, alone, "unsaid", words="I am afraid.", choice="pass")
    assert answer.status_code == 200
    assert "I am afraid." in answer.content.decode()
    assert not [one for one in read_placed(anna) if isinstance(one.act, Contribution)]


def test_an_answer_says_when_nothing_is_new() -> None:
    """A page that is looked at asks again and again, and is told in a few bytes."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    talk = begin_talk(anna)
    client = client_of(anna)
    first = client.get(address_of(anna, talk))
    again = client.get(address_of(anna, talk), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    contribute(toby, talk, "ready", choice="ready")
    assert client.get(address_of(anna, talk), headers={"if-none-match": first["ETag"]}).status_code == 200


def test_once_a_week_today_asks_what_is_unsaid(now: time_machine.Traveller) -> None:
    """Only someone who walked it before, not again within days, and never where prompts rest."""
    anna = begin("Anna")
    asked = "What have you not said this week?"
    assert asked not in page(anna, "today")
    send(anna, reverse("practice", kwargs={"bond": anna.bond_id, "practice": "not-said-yet"}), {})
    assert asked not in page(anna, "today")
    now.shift(timedelta(days=7))
    assert asked in page(anna, "today")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    assert asked not in page(anna, "today")


def test_a_practice_alone_lies_with_its_author() -> None:
    """Not even that it was begun is known to the other."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    address = reverse("practice", kwargs={"bond": anna.bond_id, "practice": "not-said-yet"})
    alone, _answer = send(anna, address, {})
    assert not [one for one in read_placed(toby) if isinstance(one.act, Session)]
    assert client_of(toby).get(address_of(toby, alone)).status_code == 404
