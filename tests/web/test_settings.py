"""Settings: what one turns on is one's own, what is shared is shared, and an error keeps what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from amends.people.models import Member
from tests.cast import add, begin
from tests.web.cast import client_of, page, without_tokens, write

pytestmark = pytest.mark.django_db


def save(seat: Member, **fields: Any) -> HttpResponse:
    seat.refresh_from_db()
    given = {"name": seat.name, "title": "Home", "zone": "Europe/London", "role": seat.role} | fields
    return client_of(seat).post(reverse("settings", kwargs={"bond": seat.bond_id}), given)


def test_a_new_name_and_title_are_seen_by_the_other() -> None:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    write(anna, "moment", words="Tea", scope="own")
    assert save(anna, name="Annelie", title="The two of us").status_code == 303
    shown = page(toby, "timeline")
    assert "The two of us" in shown
    assert "Annelie" in shown


def test_a_name_that_is_taken_is_said_at_its_field_and_nothing_changes() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    answer = save(anna, name="toby", title="Another name")
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert 'value="toby"' in shown
    assert "has this name already" in shown
    anna.bond.refresh_from_db()
    assert anna.bond.title == "Home"


def test_a_made_up_zone_is_refused() -> None:
    anna = begin("Anna")
    assert save(anna, zone="Mars/Olympus").status_code == 200
    anna.bond.refresh_from_db()
    assert anna.bond.zone == "Europe/London"


def test_at_work_each_turns_on_for_themselves_what_is_off() -> None:
    lena = begin("Lena", "team")
    omar = add(lena, "Omar")
    assert "How heavy was it" not in page(lena, "adding-kind", kind="hurt")
    assert save(lena, with_weights="on", with_ratings="on", with_apologies="on").status_code == 303
    assert "How heavy was it" in page(lena, "adding-kind", kind="hurt")
    assert reverse("adding-kind", kwargs={"bond": lena.bond_id, "kind": "check-in"}) in page(lena, "adding")
    address = reverse("adding-kind", kwargs={"bond": omar.bond_id, "kind": "apology"})
    assert client_of(omar).get(address).status_code == 404


@pytest.mark.parametrize(
    "field", ["with_weights", "with_ratings", "with_apologies", "rests_prompts", "rests_coach"]
)
def test_nobody_can_tell_what_another_turned_on(field: str) -> None:
    lena = begin("Lena", "team")
    omar = add(lena, "Omar")
    places = ("today", "bond", "adding", "timeline", "settings")
    before = [without_tokens(page(omar, place)) for place in places]
    save(lena, **{field: "on"})
    assert [without_tokens(page(omar, place)) for place in places] == before


def test_no_next_step_is_suggested_to_who_wants_none() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    write(anna, "repair", name="Late for dinner", scope="own")
    assert "Nothing is needed here now." not in page(anna, "today")
    save(anna, rests_prompts="on")
    assert "Nothing is needed here now." in page(anna, "today")


def test_only_a_team_is_asked_about_work() -> None:
    assert "with_weights" not in page(begin("Anna"), "settings")
    assert "with_weights" in page(begin("Lena", "team"), "settings")
