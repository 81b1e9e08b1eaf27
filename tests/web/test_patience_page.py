"""Patience: one page for one viewer, and a line a day for who wishes it. Nothing of it shows to the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from amends.acts.read_story import parse
from amends.acts.reaffirmation import Reaffirmation
from amends.bonds import stories
from amends.config.stories import find_story
from amends.ledger.read import read_placed
from amends.people.models import Daily, Member, Role
from tests.cast import NOW, add, begin, make_user
from tests.web.cast import client_of, page, send, without_tokens

pytestmark = pytest.mark.django_db
END = datetime(2026, 4, 8, 20, 0, tzinfo=UTC)
PLACES = ("today", "bond", "patience", "joy", "timeline", "settings")


@pytest.fixture(autouse=True)
def _at_the_end() -> Any:
    with time_machine.travel(END, tick=False):
        yield


def cast_of(story_name: str, *names: str) -> dict[str, Member]:
    """A story, with someone in each of some seats."""
    users = {name: make_user(name) for name in names}
    story, _problems = parse(find_story(story_name).read_text(encoding="utf-8"), "")
    bond = stories.plant(story, users, END)
    return {seat.name: seat for seat in Member.objects.filter(bond=bond).select_related("bond", "user")}


@pytest.fixture
def seats() -> dict[str, Member]:
    return cast_of("anna-and-toby", "Anna", "Toby")


@pytest.fixture
def anna() -> Member:
    return begin("Anna", now=NOW)


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby", now=NOW)


def wish(seat: Member, for_what: str, **fields: Any) -> None:
    Member.objects.filter(id=seat.id).update(asks_daily=for_what, **fields)


def go(client: Client, seat: Member, **sent: str) -> str:
    answer = client.post(reverse("daily", kwargs={"bond": seat.bond_id}), sent)
    assert answer.status_code == 303
    return str(answer["Location"])


def today(client: Client, seat: Member) -> str:
    return client.get(reverse("today", kwargs={"bond": seat.bond_id})).content.decode()


ASKS_DAY, ASKS_LINE = (
    "How was today: good, hard, or neither?",
    "Is there something you want to hold on to today?",
)


def test_it_brings_trend_setback_memory_and_lines_together(seats: dict[str, Member]) -> None:
    """With the acts behind each, and what came after the last one as an order in time."""
    shown = page(seats["Anna"], "patience")
    assert "Your trust in Toby" in shown
    assert "How long it might take" in shown
    assert "What was kept stays kept." in shown
    assert "What may have helped last time" in shown
    assert "Whether it was why, you know better." in shown
    assert "What do you remember?" in shown
    assert "I would rather be surprised at the table than right in the kitchen." in shown
    assert reverse("vault") in shown
    assert "good above the thread, hard beneath, the others on it" in shown
    assert "good above the thread, hard beneath, the others on it" not in page(seats["Anna"], "bond")


def test_the_one_who_promised_sees_their_own_part(seats: dict[str, Member]) -> None:
    shown = page(seats["Toby"], "patience")
    assert "Your own part, with Anna" in shown
    assert "something of yours gave way" in shown
    assert "I would rather be surprised" not in shown


def test_nobody_is_told_how_much_was_missed(seats: dict[str, Member]) -> None:
    """What was kept is counted; a share, or what was not kept, is told to the one who promised, elsewhere."""
    shown = page(seats["Anna"], "patience")
    said = shown[shown.index("With Toby") :]
    assert "not kept in time" not in said.partition("<details>")[0]


def test_before_there_is_anything_it_says_what_will_be_here(anna: Member, toby: Member) -> None:
    shown = page(anna, "patience")
    assert "Nothing that had held has given way" in shown
    assert "A line in your own words" in shown


def test_writing_a_line_leads_back_and_shows_to_its_author_alone(anna: Member, toby: Member) -> None:
    before = [without_tokens(page(toby, name)) for name in PLACES]
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "reaffirmation"})
    _, answer = send(anna, address, {"words": "We were good at this once"})
    assert answer["Location"] == reverse("patience", kwargs={"bond": anna.bond_id})
    assert "We were good at this once" in page(anna, "patience")
    assert [without_tokens(page(toby, name)) for name in PLACES] == before
    assert not [one for one in read_placed(toby) if isinstance(one.act, Reaffirmation)]


def test_nothing_asks_unless_one_wishes(anna: Member, toby: Member) -> None:
    assert anna.asks_daily == ""
    shown = page(anna, "today")
    assert ASKS_DAY not in shown
    assert ASKS_LINE not in shown


def test_the_wish_is_set_in_one_s_own_settings_and_hidden_from_the_other(anna: Member, toby: Member) -> None:
    before = [without_tokens(page(toby, name)) for name in PLACES]
    sent = {"name": "Anna", "title": "Home", "zone": "Europe/London", "asks_daily": "line"}
    assert client_of(anna).post(reverse("settings", kwargs={"bond": anna.bond_id}), sent).status_code == 303
    assert ASKS_LINE in page(anna, "today")
    assert [without_tokens(page(toby, name)) for name in PLACES] == before


@pytest.mark.parametrize(("for_what", "asks"), [(Daily.DAY, ASKS_DAY), (Daily.LINE, ASKS_LINE)])
def test_it_asks_once_a_day(anna: Member, toby: Member, for_what: Daily, asks: str) -> None:
    """Whether one goes or not; and the next day once more."""
    wish(anna, for_what)
    client = client_of(anna)
    assert asks in today(client, anna)
    assert go(client, anna) == reverse("today", kwargs={"bond": anna.bond_id})
    assert asks not in today(client, anna)
    with time_machine.travel(END + timedelta(days=1), tick=False):
        assert asks in today(client, anna)
        vault, form = reverse("vault"), "/add/reaffirmation/"
        assert go(client, anna, write="yes").endswith(vault if for_what is Daily.DAY else form)
        assert asks not in today(client, anna)


def test_what_was_written_today_is_not_asked_for(anna: Member, toby: Member) -> None:
    wish(anna, Daily.LINE)
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "reaffirmation"})
    send(anna, address, {"words": "We were good at this once"})
    assert ASKS_LINE not in page(anna, "today")


def test_it_rests_with_the_other_prompts_and_the_page_stays(anna: Member, toby: Member) -> None:
    wish(anna, Daily.LINE, rests_prompts=True)
    assert ASKS_LINE not in page(anna, "today")
    assert "Write a line" in page(anna, "patience")


def test_at_work_a_manager_keeps_no_record_of_single_people() -> None:
    seats = cast_of("the-manager-and-the-employee", "Ruth", "Karim")
    ruth = next(seat for seat in seats.values() if seat.role == Role.MANAGER)
    other = next(seat for seat in seats.values() if seat.role != Role.MANAGER)
    shown = page(ruth, "patience")
    assert "Over time" in shown
    assert f"With {other.name}" not in shown
