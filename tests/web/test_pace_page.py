"""How long it might take: for the one who asks, alone, and only while they want to know."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from amends.acts.read_story import parse
from amends.bonds import stories
from amends.config.stories import find_story
from amends.people.models import Member
from tests.cast import begin, make_user
from tests.web.cast import client_of, page, without_tokens

pytestmark = pytest.mark.django_db
END = datetime(2026, 4, 8, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_the_end() -> Any:
    with time_machine.travel(END, tick=False):
        yield


@pytest.fixture
def seats() -> dict[str, Member]:
    """Anna and Toby's story, with someone in each seat."""
    users = {name: make_user(name) for name in ("Anna", "Toby")}
    story, _problems = parse(find_story("anna-and-toby").read_text(encoding="utf-8"), "")
    bond = stories.plant(story, users, END)
    return {seat.name: seat for seat in Member.objects.filter(bond=bond).select_related("bond", "user")}


def look(seat: Member, other: UUID, client: Client | None = None, **fields: Any) -> str:
    address = reverse("pace", kwargs={"bond": seat.bond_id, "member": other})
    answer = (client or client_of(seat)).post(address, fields)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_date_is_told_with_what_it_hangs_on(seats: dict[str, Member]) -> None:
    shown = look(seats["Anna"], seats["Toby"].id, level=85)
    assert "If weeks like the last twelve went on" in shown
    assert "Nobody owes that." in shown
    assert "raised it" in shown
    assert "no promise to you and no demand on anyone" in shown


def test_it_stays_in_sight_only_where_one_chose_so(seats: dict[str, Member]) -> None:
    anna, toby = seats["Anna"], seats["Toby"]
    look(anna, toby.id, level=85)
    assert "Nobody owes that." not in page(anna, "bond")
    look(anna, toby.id, level=85, stays="on")
    assert "Nobody owes that." in page(anna, "bond")
    look(anna, toby.id, level=85)
    assert "Nobody owes that." not in page(anna, "bond")


def test_the_other_cannot_tell(seats: dict[str, Member]) -> None:
    anna, toby = seats["Anna"], seats["Toby"]
    client = client_of(toby)
    pages = [
        reverse(name, kwargs={"bond": toby.bond_id}) for name in ("bond", "today", "timeline", "settings")
    ]
    before = [without_tokens(client.get(address).content.decode()) for address in pages]
    look(anna, toby.id, level=85, stays="on")
    assert [without_tokens(client.get(address).content.decode()) for address in pages] == before


def test_who_wants_no_suggestions_is_shown_none(seats: dict[str, Member]) -> None:
    anna, toby = seats["Anna"], seats["Toby"]
    look(anna, toby.id, level=85, stays="on")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    shown = page(anna, "bond")
    assert "Nobody owes that." not in shown
    assert "It takes the time it takes." in shown  # a line where a line was
    assert page(anna, "pace", member=toby.id)  # who looks for it finds it


def test_with_little_written_down_nothing_is_said() -> None:
    anna = begin("Anna")
    other = Member.objects.create(bond=anna.bond, name="Toby", joined_at=END)
    address = reverse("pace", kwargs={"bond": anna.bond_id, "member": other.id})
    assert client_of(anna).get(address).status_code == 404
    assert client_of(anna).get(address.replace(str(other.id), str(anna.id))).status_code == 404


def test_a_level_that_is_none_is_said_at_the_field(seats: dict[str, Member]) -> None:
    shown = look(seats["Anna"], seats["Toby"].id, level=850)
    assert "errorlist" in shown
    assert "Nobody owes" not in shown
