"""Today: what waits is answered in one tap, put off until tomorrow, and never shows what hurts."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from amends.acts.answer import Answer
from amends.acts.outcome import Outcome, Result
from amends.ledger.read import read_placed
from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, page, write

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
        "due_day": "2026-03-03",
        "due_clock": "19:00",
        "type": "do",
        "repeat": "once",
    }
    return share_now(seat, "promise", **usual | fields)


def tap(client: Client, shown: str, said: str) -> Any:
    """Tap the button that says so, with all that its form holds."""
    for form in re.findall(r"<form.*?</form>", shown, re.DOTALL):
        if f">{said}</button>" in form:
            address = re.search(r'action="([^"]+)"', form)
            button = re.search(rf'<button(?: name="(\w+)" value="([^"]+)")?[^>]*>{said}</button>', form)
            assert address is not None
            assert button is not None
            hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
            return client.post(address[1], hidden | ({button[1]: button[2]} if button[1] else {}))
    raise AssertionError(said)


def acts(seat: Member, kind: type) -> list[Any]:
    return [placed.act for placed in read_placed(seat) if isinstance(placed.act, kind)]


def test_how_a_promise_went_is_said_in_one_tap(anna: Member, toby: Member, clock: Any) -> None:
    """Kept, late, not kept: one tap, back on today, and it no longer waits."""
    promised(toby)
    clock.move_to(NOW + timedelta(days=2))
    client = client_of(anna)
    answer = tap(client, page(anna, "today"), "Late")
    assert answer["Location"] == reverse("today", kwargs={"bond": anna.bond_id})
    assert [one.result for one in acts(anna, Outcome)] == [Result.LATE]
    assert "Shelf up" not in page(anna, "today")


def test_each_day_of_a_repeating_promise_is_judged_by_itself(anna: Member, toby: Member, clock: Any) -> None:
    """The tap names the day it is about."""
    promised(toby, repeat="daily", until="2026-03-04")
    clock.move_to(NOW + timedelta(days=1, hours=1))
    tap(client_of(anna), page(anna, "today"), "Kept")
    assert [one.occurrence.isoformat() for one in acts(anna, Outcome)] == ["2026-03-03"]


def test_days_of_one_promise_are_looked_back_on_together(anna: Member, toby: Member, clock: Any) -> None:
    """All kept is one tap, sent twice it is kept once."""
    promised(toby, repeat="daily", until="2026-03-09")
    clock.move_to(NOW + timedelta(days=3, hours=1))
    shown = page(anna, "today")
    assert shown.count("Shelf up") == 1
    for _ in range(2):
        assert tap(client_of(anna), shown, "All kept").status_code == 303
    said = {one.occurrence.isoformat(): one.result for one in acts(anna, Outcome)}
    assert said == dict.fromkeys(("2026-03-03", "2026-03-04", "2026-03-05"), Result.KEPT)
    assert len(acts(anna, Outcome)) == 3
    assert len(acts(toby, Outcome)) == 3


def test_all_but_some(anna: Member, toby: Member, clock: Any) -> None:
    """Each day has its own answer, none among them."""
    act = promised(toby, repeat="daily", until="2026-03-09")
    clock.move_to(NOW + timedelta(days=3, hours=1))
    assert "Tuesday, 3 March" in page(anna, "lookback", act=act)
    address = reverse("lookback", kwargs={"bond": anna.bond_id, "act": act})
    sent = {"2026-03-03": "kept", "2026-03-04": "late", "2026-03-05": ""}
    assert client_of(anna).post(address, sent).status_code == 303
    said = {one.occurrence.isoformat(): one.result for one in acts(anna, Outcome)}
    assert said == {"2026-03-03": Result.KEPT, "2026-03-04": Result.LATE}
    wrong = client_of(anna).post(address, {"2026-03-05": "wonderful"})
    assert wrong.status_code == 200


def test_only_the_one_it_was_promised_to_looks_back(anna: Member, toby: Member, clock: Any) -> None:
    """The one who promised is led to the promise itself."""
    act = promised(toby, repeat="daily", until="2026-03-09")
    address = reverse("lookback", kwargs={"bond": anna.bond_id, "act": act})
    clock.move_to(NOW + timedelta(days=3, hours=1))
    answer = client_of(toby).post(address, {"2026-03-03": "kept"})
    assert answer["Location"] == reverse("act", kwargs={"bond": anna.bond_id, "act": act})
    assert acts(toby, Outcome) == []


def test_not_now_is_always_there(anna: Member, toby: Member, clock: Any) -> None:
    """What can only be put off is back tomorrow, and nothing of it is written down."""
    promised(toby)
    clock.move_to(NOW + timedelta(days=2))
    client = client_of(anna)
    today = reverse("today", kwargs={"bond": anna.bond_id})
    before = len(read_placed(anna))
    tap(client, client.get(today).content.decode(), "Not now")
    assert "Shelf up" not in client.get(today).content.decode()
    assert len(read_placed(anna)) == before
    clock.shift(timedelta(days=1))
    client = client_of(anna)
    assert "Shelf up" in client.get(today).content.decode()


def test_not_now_to_an_apology_is_kept_to_oneself(anna: Member, toby: Member) -> None:
    """One tap, and it waits no longer; the other sees no answer yet."""
    share_now(toby, "apology", words="I am sorry")
    tap(client_of(anna), page(anna, "today"), "Not now")
    assert len(acts(anna, Answer)) == 1
    assert acts(toby, Answer) == []
    assert "I am sorry" not in page(anna, "today")


def test_hurts_come_one_at_a_time_and_without_their_words(anna: Member, toby: Member) -> None:
    """Who walks past reads nothing painful, and nobody is met by a list."""
    for words in ("An hour late", "And again", "And again today"):
        share_now(anna, "hurt", words=words, type="lateness")
    shown = page(toby, "today")
    assert shown.count("Something you did hurt Anna") == 1
    assert "An hour late" not in shown


def test_at_most_three_things_wait_at_once(anna: Member, toby: Member) -> None:
    """The rest waits unseen, uncounted."""
    for number in range(5):
        share_now(toby, "request", words=f"Request number {number}")
    assert len(re.findall(r"Request number \d", page(anna, "today"))) == 3


def test_what_is_due_today_says_by_when(anna: Member, toby: Member, clock: Any) -> None:
    """On its day a promise stands under what is due; once its time has come it waits instead."""
    promised(toby)
    clock.move_to(NOW + timedelta(hours=12))
    shown = page(anna, "today")
    assert "by 19:00" in shown
    assert "One promise today. Nothing waits for you." in shown
    clock.move_to(NOW + timedelta(hours=23, minutes=30))
    shown = page(anna, "today")
    assert "by 19:00" not in shown
    assert "One thing waits for you" in shown


def test_the_last_good_moment_stands_there(anna: Member, toby: Member) -> None:
    """And nobody else's private one."""
    write(toby, "moment", words="Only Toby knows", scope="own")
    write(anna, "moment", words="Tea in bed", scope="own")
    shown = page(anna, "today")
    assert "Tea in bed" in shown
    assert "Only Toby knows" not in shown


def test_nothing_happens_twice_when_a_tap_is_sent_twice(anna: Member, toby: Member, clock: Any) -> None:
    """A slow network repeats a tap; one outcome is kept."""
    promised(toby)
    clock.move_to(NOW + timedelta(days=2))
    shown = page(anna, "today")
    for _ in range(2):
        assert tap(client_of(anna), shown, "Kept").status_code == 303
    assert len(acts(anna, Outcome)) == 1
