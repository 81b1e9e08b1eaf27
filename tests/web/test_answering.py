"""Answering, judging, settling, putting right: and what the other sees of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from amends.ledger.read import find
from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, errors, page, say, send, without_tokens, write

pytestmark = pytest.mark.django_db
SHARED = {"scope": "shared"}


@pytest.fixture
def clock() -> Any:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def anna(clock: Any) -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def post(seat: Member, name: str, act: Any, **fields: Any) -> int:
    address = reverse(name, kwargs={"bond": seat.bond_id, "act": act})
    return client_of(seat).post(address, fields).status_code


def test_what_is_shared_arrives_after_ten_minutes(anna: Member, toby: Member, clock: Any) -> None:
    """Until then it can be taken back, and the other sees nothing of it."""
    act_id = write(anna, "hurt", words="An hour late", type="lateness", **SHARED)
    clock.shift(timedelta(minutes=9))
    assert "hurt Anna" not in page(toby, "today")
    clock.shift(timedelta(minutes=2))
    assert "An hour late" in page(toby, "act", act=act_id)
    assert "Something you did hurt Anna" in page(toby, "today")


def test_what_is_taken_back_never_arrives(anna: Member, toby: Member, clock: Any) -> None:
    """Taken back within ten minutes, it stays its author's."""
    act_id = write(anna, "hurt", words="An hour late", type="lateness", **SHARED)
    assert post(anna, "sharing-withdrawal", act_id) == 303
    clock.shift(timedelta(hours=1))
    assert "hurt Anna" not in page(toby, "today")
    assert "Kept to yourself" in page(anna, "act", act=act_id)


def test_share_now_skips_the_wait(anna: Member, toby: Member) -> None:
    """The other has it at once."""
    act_id = write(anna, "moment", words="Tea in bed", **SHARED)
    assert post(anna, "sharing", act_id, when="now") == 303
    assert "Tea in bed" in page(toby, "act", act=act_id)


def test_what_is_private_leaves_no_trace(anna: Member, toby: Member, clock: Any) -> None:
    """Toby's pages are the same to the byte whether or not Anna kept things to herself."""
    before = {name: without_tokens(page(toby, name)) for name in ("today", "bond", "adding")}
    write(anna, "hurt", words="Only for me", type="lateness", scope="own")
    write(anna, "journal", words="Only for me too", mood="hard")
    write(anna, "check-in", predictable="3", dependable="3", faith="3")
    clock.shift(timedelta(minutes=30))
    clock.move_to(NOW)
    assert {name: without_tokens(page(toby, name)) for name in before} == before


def test_two_accounts_stand_side_by_side(anna: Member, toby: Member) -> None:
    """Who sees it differently says how, and both read both."""
    act_id = write(anna, "hurt", words="An hour late", type="lateness", **SHARED)
    post(anna, "sharing", act_id, when="now")
    address = reverse("answering", kwargs={"bond": toby.bond_id, "act": act_id, "kind": "response"})
    _id, answer = send(toby, address, {"stance": "different", "words": ""})
    assert errors(answer) == ["words"]
    say(toby, act_id, "response", stance="different", words="I said about seven")
    for seat in (anna, toby):
        shown = page(seat, "act", act=act_id)
        assert "An hour late" in shown
        assert "I said about seven" in shown


def test_not_now_looks_like_no_answer_yet(anna: Member, toby: Member) -> None:
    """Anna's pages are the same to the byte, and it waits for Toby no longer."""
    act_id = write(anna, "hurt", words="An hour late", type="lateness", **SHARED)
    post(anna, "sharing", act_id, when="now")
    client_of(anna).get(reverse("today", kwargs={"bond": anna.bond_id}))
    before = [without_tokens(page(anna, "act", act=act_id)), without_tokens(page(anna, "today"))]
    assert "hurt Anna" in page(toby, "today")
    say(toby, act_id, "response", stance="not now")
    assert [without_tokens(page(anna, "act", act=act_id)), without_tokens(page(anna, "today"))] == before
    assert "hurt Anna" not in page(toby, "today")


def test_a_request_becomes_a_promise_and_is_judged(anna: Member, toby: Member, clock: Any) -> None:
    """Asked, promised, due, waiting for a word, kept."""
    asked = write(anna, "request", words="Would you ring your mother?", **SHARED)
    post(anna, "sharing", asked, when="now")
    say(toby, asked, "answer", reply="yes")
    made = say(
        toby, asked, "promise", words="I ring her", due_day="2026-03-03", type="do", repeat="once", **SHARED
    )
    post(toby, "sharing", made, when="now")
    clock.move_to(NOW + timedelta(days=2))
    assert "I ring her" in page(anna, "today")
    say(anna, made, "outcome", result="kept")
    assert "I ring her" not in page(anna, "today")
    assert "Anna: kept" in page(toby, "act", act=made)


def test_differing_views_stand_until_settled(anna: Member, toby: Member, clock: Any) -> None:
    """Anna says not kept, Toby says late; both stand, and Anna settles on late."""
    made = write(toby, "promise", words="Shelf up", due_day="2026-03-03", type="do", repeat="once", **SHARED)
    post(toby, "sharing", made, when="now")
    clock.move_to(NOW + timedelta(days=2))
    say(anna, made, "outcome", result="broken")
    say(toby, made, "outcome", result="late", minutes="60")
    shown = page(anna, "act", act=made)
    assert "You: not kept" in shown
    assert "Toby: late" in shown
    assert "Two views: look again" in shown
    clock.shift(timedelta(minutes=1))
    say(anna, made, "settlement", result="late", minutes="60")
    assert "Two views: look again" not in page(anna, "act", act=made)


def test_an_apology_is_answered_and_made_good(anna: Member, toby: Member) -> None:
    """Hurt, apology, answer, amends, done."""
    hurt = write(anna, "hurt", words="An hour late", type="lateness", **SHARED)
    post(anna, "sharing", hurt, when="now")
    sorry = say(toby, hurt, "apology", words="I am sorry", offers="I cook", **SHARED)
    post(toby, "sharing", sorry, when="now")
    assert "I am sorry" in page(anna, "today")
    say(anna, sorry, "answer", reply="partly", words="In part")
    good = say(toby, sorry, "amends", words="I cook on Sunday", **SHARED)
    post(toby, "sharing", good, when="now")
    say(anna, good, "completion", fully="yes")
    assert "You put something right for Anna" in page(toby, "act", act=good)


def test_a_boundary_is_answered_and_looked_at(anna: Member, toby: Member) -> None:
    """Set, agreed to, kept to."""
    line = write(anna, "boundary", words="Phones at dinner", subject="how we talk", **SHARED)
    post(anna, "sharing", line, when="now")
    say(toby, line, "answer", reply="yes")
    say(anna, line, "observance", respect="honoured", **SHARED)
    assert "said yes to the boundary" in page(anna, "act", act=line)


def test_after_ten_minutes_it_is_put_right_and_the_first_words_stay(
    anna: Member, toby: Member, clock: Any
) -> None:
    """A correction stands beside what was written first."""
    act_id = write(anna, "hurt", words="Two hours late", type="lateness", **SHARED)
    clock.shift(timedelta(minutes=11))
    say(anna, act_id, "correction", words="It was one hour")
    shown = page(toby, "act", act=act_id)
    assert "Two hours late" in shown
    assert "It was one hour" in shown


def test_a_repair_is_rested_and_mended_by_the_one_who_was_hurt(
    anna: Member, toby: Member, clock: Any
) -> None:
    """Rest and mended are turns of the same thread."""
    repair = write(anna, "repair", name="Late for dinner", **SHARED)
    post(anna, "sharing", repair, when="now")
    for seat, step in ((toby, "rested"), (anna, "resumed"), (anna, "mended")):
        clock.shift(timedelta(minutes=1))
        say(seat, repair, "turn", step=step)
    assert "called it mended" in page(toby, "act", act=repair)


def test_what_does_not_fit_is_not_there(anna: Member, toby: Member) -> None:
    """An answer to a good moment has no address; nor has an act that one may not read."""
    moment = write(anna, "moment", words="Tea", scope="own")
    answering = reverse("answering", kwargs={"bond": anna.bond_id, "act": moment, "kind": "answer"})
    assert client_of(anna).get(answering).status_code == 404
    act = reverse("act", kwargs={"bond": anna.bond_id, "act": moment})
    assert client_of(toby).get(act).status_code == 404


def test_only_its_author_erases(anna: Member, toby: Member) -> None:
    """The other can't, and finds nothing afterwards."""
    act_id = write(anna, "moment", words="Tea", **SHARED)
    post(anna, "sharing", act_id, when="now")
    assert post(toby, "erasure", act_id) == 404
    assert post(anna, "erasure", act_id) == 303
    assert find(toby, act_id) is None


def test_an_empty_bond_teaches(anna: Member) -> None:
    """A page without acts says what will be here and offers a first step."""
    assert "Begin with one small thing" in page(anna, "today")
