"""What is offered about an act: only what fits, to whom it fits, while it fits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse

from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Turn
from amends.acts.wave import Wave
from amends.ledger.read import find, read_placed
from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, errors, page, say, send, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def share_now(seat: Member, kind: str, **fields: Any) -> UUID:
    act = write(seat, kind, scope="shared", **fields)
    client_of(seat).post(reverse("sharing", kwargs={"bond": seat.bond_id, "act": act}), {"when": "now"})
    return act


def promised(seat: Member, **fields: Any) -> UUID:
    usual = {
        "words": "Shelf up",
        "due_day": "2026-03-05",
        "due_clock": "19:00",
        "type": "do",
        "repeat": "once",
    }
    return share_now(seat, "promise", **usual | fields)


def status(seat: Member, act: UUID, kind: str) -> int:
    address = reverse("answering", kwargs={"bond": seat.bond_id, "act": act, "kind": kind})
    return client_of(seat).get(address).status_code


def results(seat: Member) -> list[Result]:
    return [one.act.result for one in read_placed(seat) if isinstance(one.act, Outcome)]


def test_each_is_offered_what_is_theirs(anna: Member, toby: Member) -> None:
    """Who did it can respond and apologise, who was hurt can say what lies behind it; never the other way."""
    act = share_now(anna, "hurt", words="An hour late", type="lateness")
    for kind, for_anna, for_toby in (
        ("response", 404, 200),
        ("apology", 404, 200),
        ("understanding", 200, 404),
        ("wave", 200, 404),
        ("repair", 200, 200),
        ("correction", 200, 404),
        ("answer", 404, 404),
        ("outcome", 404, 404),
    ):
        assert (status(anna, act, kind), status(toby, act, kind)) == (for_anna, for_toby), kind


def test_what_meets_something_that_happened_meanwhile_keeps_its_words(anna: Member, toby: Member) -> None:
    """Someone sends what no longer fits: the form comes back with the words and says why."""
    act = share_now(anna, "hurt", words="An hour late", type="lateness")
    address = reverse("answering", kwargs={"bond": anna.bond_id, "act": act, "kind": "response"})
    answer = client_of(anna).post(address, {"stance": "see", "words": "I typed this"})
    assert answer.status_code == 200
    assert "I typed this" in answer.content.decode()
    assert "Only the other one can say how they see it." in answer.content.decode()


def test_until_it_arrives_something_is_taken_back_rather_than_put_right(anna: Member, toby: Member) -> None:
    """Within ten minutes there is a way back; afterwards a correcting act."""
    act = write(anna, "moment", words="Tea", scope="shared")
    assert "Take it back" in page(anna, "act", act=act)
    assert status(anna, act, "correction") == 404
    client_of(anna).post(reverse("sharing", kwargs={"bond": anna.bond_id, "act": act}), {"when": "now"})
    assert "Take it back" not in page(anna, "act", act=act)
    assert status(anna, act, "correction") == 200


def test_a_promise_is_changed_before_it_is_due(anna: Member, toby: Member, clock: Any) -> None:
    """The new one takes the place of the old, which counts for nothing and waits no more."""
    old = promised(toby)
    new = say(
        toby, old, "promise", words="Shelf up on Sunday", due_day="2026-03-08", type="do", repeat="once"
    )
    made = find(toby, new)
    assert made is not None
    assert isinstance(made.act, Promise)
    assert made.act.instead_of == old
    assert results(toby) == [Result.RENEGOTIATED]
    clock.shift(timedelta(minutes=11))
    assert "changed beforehand" in page(anna, "act", act=old)
    clock.move_to(NOW + timedelta(days=4))
    assert "Shelf up" not in page(anna, "today").replace("Shelf up on Sunday", "")
    assert status(toby, old, "promise") == 404


def test_before_it_is_due_a_promise_is_not_judged(anna: Member, toby: Member) -> None:
    """It can be kept early, taken back by the one, let go by the other."""
    act = promised(toby)
    mine, theirs = (
        page(toby, "answering", act=act, kind="outcome"),
        page(anna, "answering", act=act, kind="outcome"),
    )
    assert "taken back beforehand" in mine
    assert "let go" in theirs
    for shown in (mine, theirs):
        assert "not kept" not in shown
    address = reverse("answering", kwargs={"bond": anna.bond_id, "act": act, "kind": "outcome"})
    _id, answer = send(anna, address, {"result": "broken"})
    assert errors(answer) == ["result"]


def test_afterwards_it_went_somehow(anna: Member, toby: Member, clock: Any) -> None:
    """Kept, late, not kept; and the other may let it go. Nothing can be taken back any more."""
    act = promised(toby)
    clock.move_to(NOW + timedelta(days=4))
    mine, theirs = (
        page(toby, "answering", act=act, kind="outcome"),
        page(anna, "answering", act=act, kind="outcome"),
    )
    assert "not kept" in mine
    assert "taken back" not in mine
    assert "let go" in theirs


def test_a_promise_that_repeats_ends_as_a_whole(anna: Member, toby: Member, clock: Any) -> None:
    """Taken back, it names no day, and no later day waits."""
    act = promised(toby, repeat="daily")
    clock.move_to(NOW + timedelta(days=3, hours=2))
    assert "Friday, 6 March" not in page(anna, "today")
    say(toby, act, "outcome", result="withdrawn")
    (outcome,) = [one.act for one in read_placed(toby) if isinstance(one.act, Outcome)]
    assert outcome.occurrence is None
    clock.move_to(NOW + timedelta(days=6))
    assert "Friday, 6 March" not in page(anna, "today")


def test_a_repair_begins_with_what_hurt(anna: Member, toby: Member) -> None:
    """It holds the act it began with, and is offered once."""
    act = share_now(anna, "hurt", words="An hour late", type="lateness")
    begun = say(anna, act, "repair", name="Late for dinner", scope="shared")
    placed = find(anna, begun)
    assert placed is not None
    assert isinstance(placed.act, Repair)
    assert placed.act.of == (act,)
    assert status(anna, act, "repair") == 404
    shown = page(anna, "repair", repair=begun)
    assert "Late for dinner" in shown
    assert "An hour late" in shown


def test_a_repair_tells_both_sides_in_the_same_way(anna: Member, toby: Member, clock: Any) -> None:
    """Each one's words, the step that could come next, what was owned and what came of it."""
    hurt = share_now(anna, "hurt", words="An hour late", type="lateness")
    repair = say(anna, hurt, "repair", name="Late for dinner", scope="shared")
    client_of(anna).post(reverse("sharing", kwargs={"bond": anna.bond_id, "act": repair}), {"when": "now"})
    assert "Say how you see it." in page(toby, "repair", repair=repair)
    say(toby, hurt, "response", stance="different", words="I said about seven")
    promise = promised(toby)
    say(toby, hurt, "apology", words="I am sorry", promise=str(promise), scope="shared")
    clock.shift(timedelta(minutes=11))
    for seat in (anna, toby):
        shown = page(seat, "repair", repair=repair)
        for words in ("An hour late", "I said about seven", "I am sorry", "nothing judged yet"):
            assert words in shown
    say(anna, repair, "turn", step="rested")
    for seat in (anna, toby):
        shown = page(seat, "repair", repair=repair)
        assert "It rests." in shown
        assert "What could come next" not in shown


def test_mended_is_for_the_one_who_was_hurt_to_say(anna: Member, toby: Member) -> None:
    """The other is not offered it, and can't send it."""
    hurt = share_now(anna, "hurt", words="An hour late", type="lateness")
    repair = say(anna, hurt, "repair", name="Late for dinner", scope="shared")
    client_of(anna).post(reverse("sharing", kwargs={"bond": anna.bond_id, "act": repair}), {"when": "now"})
    assert "Call it mended" in page(anna, "answering", act=repair, kind="turn")
    assert "Call it mended" not in page(toby, "answering", act=repair, kind="turn")
    address = reverse("answering", kwargs={"bond": toby.bond_id, "act": repair, "kind": "turn"})
    _id, answer = send(toby, address, {"step": "mended"})
    assert errors(answer) == ["step"]
    assert not any(isinstance(one.act, Turn) for one in read_placed(toby))


def test_an_old_hurt_that_comes_back_stays_with_its_author(anna: Member, toby: Member) -> None:
    """It names what it came from and counts against nobody."""
    act = share_now(anna, "hurt", words="An hour late", type="lateness")
    say(anna, act, "wave", words="Again today")
    (wave,) = [one.act for one in read_placed(anna) if isinstance(one.act, Wave)]
    assert wave.of == act
    assert "Again today" not in page(toby, "act", act=act)


def test_at_work_what_is_off_has_no_address(clock: Any) -> None:
    """An apology is off about an act too, and nothing adds up."""
    lena = begin("Lena", "team")
    mo = add(lena, "Mo")
    act = write(lena, "hurt", words="My slides, her name", type="effort unrecognised", scope="shared")
    client_of(lena).post(reverse("sharing", kwargs={"bond": lena.bond_id, "act": act}), {"when": "now"})
    assert status(mo, act, "apology") == 404
    assert status(mo, act, "response") == 200
    shown = page(lena, "bond")
    assert "What it adds up to" not in shown
    assert "shook me" not in shown
    assert client_of(lena).get(reverse("reading", args=[lena.bond_id, "weight"])).status_code == 404
    assert "Something that had an effect" in page(lena, "today")


def test_times_are_those_of_the_bonds_place(clock: Any) -> None:
    """In summer London is an hour ahead of the server's clock."""
    clock.move_to(NOW.replace(month=7))
    anna = begin("Anna", now=NOW.replace(month=7))
    add(anna, "Toby", now=NOW.replace(month=7))
    act = write(anna, "moment", words="Tea", scope="shared")
    shown = page(anna, "act", act=act)
    assert "21:00" in shown
    assert "shared at 21:10" in shown
    assert "21:10" in page(anna, "bond")


def test_how_ones_promises_went_is_seen_before_promising_by_oneself(
    anna: Member, toby: Member, clock: Any
) -> None:
    """Once there are enough to say; nobody else is told."""
    for number in range(8):
        clock.move_to(NOW + timedelta(days=2 * number))
        day = (NOW + timedelta(days=2 * number + 1)).date().isoformat()
        act = promised(toby, words=f"Number {number}", due_day=day)
        clock.shift(timedelta(days=1, hours=1))
        say(anna, act, "outcome", result="kept")
    assert "8 of 8 kept in time" in page(toby, "adding-kind", kind="promise")
    assert "kept in time" not in page(anna, "adding-kind", kind="promise")
    assert "kept in time" not in page(anna, "bond")
