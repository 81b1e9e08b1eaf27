"""Someone lets suggestions rest: theirs turn quiet, and nobody else can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from amends.acts.read_story import parse
from amends.bonds.stories import plant
from amends.config.stories import find_story
from amends.people.models import Member, User
from tests.cast import begin, make_user
from tests.web.cast import client_of, page, say, send, without_tokens, write

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 3, 19, 0, tzinfo=UTC)
LINK = re.compile(r'href="(/[^"#]*)')
SENT_AS_A_FILE = ("/export/file/", "/checkpoint/")
"""Signed at the time of asking, with a salt: never twice the same."""


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """All within one moment."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def couple() -> tuple[Member, Member]:
    """Anna and Toby as their story goes, with a practice for two that has begun."""
    users = {name: make_user(name) for name in ("Anna", "Toby")}
    story, problems = parse(find_story("anna-and-toby").read_text(encoding="utf-8"), "anna-and-toby")
    assert problems == ()
    bond = plant(story, users, NOW)
    anna, toby = (Member.objects.get(bond=bond, user=user) for user in users.values())
    talk = reverse("practice", kwargs={"bond": bond.id, "practice": "talk"})
    assert send(toby, talk, {"words": "The dinners", "with": str(anna.id)})[1].status_code == 303
    return anna, toby


def crawl(client: Client, start: str) -> dict[str, tuple[Any, ...]]:
    """Every page that can be reached by links, as it is answered."""
    found: dict[str, tuple[Any, ...]] = {}
    ahead = [start]
    while ahead:
        address = ahead.pop()
        if address in found or address.endswith(SENT_AS_A_FILE) or address.startswith("/static/"):
            continue
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        text = body.decode(errors="replace")
        headers = {name: answer.get(name) for name in ("ETag", "Content-Type", "Last-Modified", "Location")}
        found[address] = (answer.status_code, headers, without_ids(text))
        ahead += LINK.findall(text)
    return found


def without_ids(text: str) -> str:
    """A page without its tokens and the fresh ids of its forms."""
    return re.sub(r'(name="id"\s+value=")[^"]*', r"\1", without_tokens(text))


def test_no_page_of_the_other_changes(couple: tuple[Member, Member]) -> None:
    """All that Toby can reach is the same to the byte, its headers and what his browser polls included."""
    anna, toby = couple
    start = reverse("today", kwargs={"bond": toby.bond_id})
    before = crawl(client_of(toby), start)
    assert len(before) > 100
    assert any("/sessions/" in address for address in before)
    assert client_of(anna).post(reverse("check-rest")).status_code == 303
    anna.refresh_from_db()
    assert anna.rests_prompts
    after = crawl(client_of(toby), start)
    assert set(after) == set(before)
    for address, answered in before.items():
        assert after[address] == answered, address


def test_whatever_can_be_begun_stays(couple: tuple[Member, Member]) -> None:
    """Who looks over Anna's shoulder finds every link from which something can be begun where it was."""
    anna, _toby = couple
    pages = ("practices", "adding", "bond", "boundaries", "open-book")
    before = {name: links(page(anna, name)) for name in pages}
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    for name, there in before.items():
        missing = there - links(page(anna, name))
        assert {one for one in missing if "/memory/" not in one} == set(), name


def test_the_step_of_a_repair_turns_quiet(couple: tuple[Member, Member]) -> None:
    """In the same place stands something that leads towards nobody."""
    anna, toby = couple
    made = write(anna, "repair", name="Late for lunch", who=str(toby.id), scope="shared")
    sharing = reverse("sharing", kwargs={"bond": anna.bond_id, "act": made})
    assert client_of(anna).post(sharing, {"when": "now"}).status_code == 303
    quiet = "Nothing is needed here now."
    assert quiet not in page(anna, "repair", repair=made) + page(anna, "today")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    assert quiet in page(anna, "repair", repair=made)
    assert quiet in page(anna, "today")
    assert quiet not in page(toby, "repair", repair=made)


def test_no_answer_to_an_apology_is_asked_for(couple: tuple[Member, Member]) -> None:
    """It stays in the history, where it can be answered."""
    anna, toby = couple
    made = write(toby, "apology", words="I was late, and you waited alone. It was mine.", scope="shared")
    sharing = reverse("sharing", kwargs={"bond": toby.bond_id, "act": made})
    assert client_of(toby).post(sharing, {"when": "now"}).status_code == 303
    address = reverse("answering", kwargs={"bond": anna.bond_id, "act": made, "kind": "answer"})
    assert address in page(anna, "today")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    assert address not in page(anna, "today")
    say(anna, made, "answer", reply="partly")


def test_today_names_the_questions_by_the_calendar_alone(clock: time_machine.Traveller) -> None:
    """Every three months for a week, whatever anyone invited, wrote or chose."""
    anna = begin("Anna", now=NOW)
    named = "Every three months"
    assert named not in page(anna, "today")
    clock.shift(timedelta(days=91, hours=1))
    assert named in page(anna, "today")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    assert named in page(anna, "today")
    clock.shift(timedelta(days=7))
    assert named not in page(anna, "today")


def test_the_wish_holds_in_all_bonds_and_nowhere_else(couple: tuple[Member, Member]) -> None:
    anna, toby = couple
    user = User.objects.get(id=anna.user_id)
    other = begin("Someone else")
    second = Member.objects.create(bond=other.bond, name="Anna", user=user, joined_at=NOW)
    client_of(anna).post(reverse("check-rest"))
    resting = Member.objects.filter(rests_prompts=True)
    assert {one.id for one in resting} == {anna.id, second.id}
    assert toby not in resting


def links(shown: str) -> set[str]:
    """Where a page leads within its bond."""
    return {one for one in LINK.findall(shown) if one.startswith("/bonds/") and "/acts/" not in one}
