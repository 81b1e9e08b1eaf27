"""Practices that take the other's view, and the circle, through their pages."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.urls import reverse

from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.people.models import Member
from tests.cast import MINUTE, NOW, act, add, begin, hurt
from tests.web.cast import client_of, page, send

pytestmark = pytest.mark.django_db
EYES = ("their-letter", "change-places")


@pytest.fixture(autouse=True)
def now() -> object:
    """These evenings lie in March."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def begun(seat: Member, practice: str, company: str) -> UUID:
    """A practice that someone begins."""
    address = reverse("practice", kwargs={"bond": seat.bond_id, "practice": practice})
    made, answer = send(seat, address, {"words": "The bins", "with": company})
    assert answer.status_code == 303
    return made


def go_on(seat: Member, session: UUID, step: str, **fields: Any) -> str:
    """Send what is asked at a step; gives the page after it."""
    address = reverse("session", kwargs={"bond": seat.bond_id, "session": session})
    sent = {"id": str(uuid4()), "step": step, "round": "0"} | fields
    assert client_of(seat).post(address, sent).status_code == 303
    return page(seat, "session", session=session)


def test_a_circle_is_offered_to_three_and_not_to_two() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    assert "/practices/circle/" not in page(anna, "practices")
    maya = begin("Maya", "friends")
    add(maya, "Ife")
    assert "This takes three or more." in page(maya, "practice", practice="circle")
    add(maya, "Sol")
    assert "Everyone here" in page(maya, "practice", practice="circle")


def test_three_walk_a_circle_to_a_written_agreement() -> None:
    maya = begin("Maya", "friends", NOW - 2 * MINUTE)
    people = [maya, add(maya, "Ife", NOW - MINUTE), add(maya, "Sol")]  # turns go in the order of joining
    circle = begun(maya, "circle", "everyone")
    for one in people:
        go_on(one, circle, "here", choice="here")
    for turn, one in enumerate(people):
        at = {"round": str(turn)}
        go_on(one, circle, "say", words=f"It was hard {turn}.", choice="said", **at)
        for other in people:
            if other != one:
                assert f"It was hard {turn}." in page(other, "session", session=circle)
                go_on(other, circle, "hear", choice="pass", **at)
        go_on(one, circle, "missed", choice="next", **at)
    last = {"round": "2"}
    for one in people:
        go_on(one, circle, "offer", words="I could write.", **last)
    go_on(people[2], circle, "agree", words="Lunch on the first Friday.", **last)
    go_on(people[0], circle, "agreed", choice="not-yet", words="Not May.", **last)
    shown = go_on(people[2], circle, "agree", words="The first Friday, from June.", round="3")
    assert "Could you live with this?" in shown
    for one in people:
        go_on(one, circle, "agreed", choice="yes", round="3")
    written = page(people[2], "session", session=circle)
    assert "shelf=decision" in written
    go_on(people[2], circle, "written", choice="done", round="3")
    for one in people:
        ended = go_on(one, circle, "close", choice="pass", round="3")
    assert "This has come to its end." in ended


def test_each_reads_what_the_other_wrote_as_them() -> None:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    places = begun(anna, "change-places", str(toby.id))
    go_on(toby, places, "willing", choice="yes")
    go_on(anna, places, "as-them", words="I was caught between two.")
    shown = go_on(toby, places, "as-them", words="I waited by the window.")
    quoted = " ".join(re.findall(r"<blockquote.*?</blockquote>", shown, re.DOTALL))
    assert "I was caught between two." in quoted
    assert "I waited by the window." not in quoted


def test_alone_the_letter_stays_a_guess() -> None:
    """Nobody is asked to answer, and nothing of it is anywhere else."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    letter = begun(anna, "their-letter", "alone")
    shown = go_on(anna, letter, "letter", words="Dear Anna, I was ashamed.")
    assert "what did I get right, what did I miss?" in shown
    go_on(anna, letter, "ask", choice="ask")
    assert "This has come to its end." in go_on(anna, letter, "keep", choice="pass")
    assert "ashamed" not in page(toby, "timeline")


def test_whoever_was_hurt_is_not_led_to_the_others_view() -> None:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    breach = hurt(anna, toby)
    repair = act(Repair, anna, toby, name="Late for dinner", of=(breach.id,))
    for made in (breach, repair):
        record(anna, made, Scope.SHARED, NOW)
        share.share(anna, made.id, NOW, at_once=True)
    hers, his = (page(one, "repair", repair=repair.id) for one in (anna, toby))
    assert not any(f"/practices/{name}/" in hers for name in EYES)
    assert all(f"/practices/{name}/" in his for name in EYES)
    assert "/practices/listen/" in hers
    assert "/practices/both-sides/" in hers
