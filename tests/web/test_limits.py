"""What Amends can't promise is said where people decide."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from amends.bonds import invite
from tests.cast import NOW, begin
from tests.web.cast import page

pytestmark = pytest.mark.django_db

SAID = (
    "altered pages that read what you type",
    "a device that is watched",
    "being made to unlock",
    "how often, and roughly how long",
    "It does not mean true",
    "backups made before are out of reach",
    "lost what is in it",
    "In a small team",
    "stays in the browser",
    "no emergency service, no therapy",
    "a link that sets a new password",
)
"""A few words of each thing that nobody may be left to find out by themselves."""


def test_the_page_says_each_of_them_to_anyone() -> None:
    text = Client().get(reverse("limits")).content.decode()
    assert [said for said in SAID if said not in text] == []


@pytest.mark.parametrize("name", ["", "Toby"])
def test_it_says_who_runs_the_server(settings: Any, name: str) -> None:
    settings.AMENDS_HOST_NAME = name
    text = Client().get(reverse("limits")).content.decode()
    assert ("run by Toby" in text) == bool(name)
    assert ("has not said who they are" in text) == (not name)


def test_it_is_linked_where_people_decide(time_machine: Any) -> None:
    time_machine.move_to(NOW)
    anna = begin("Anna")
    joining = reverse("join", args=[invite.invite(anna, NOW)])
    shown = [
        Client().get(address).content.decode() for address in (reverse("home"), reverse("help"), joining)
    ]
    shown.append(page(anna, "settings"))
    for text in shown:
        assert f'href="{reverse("limits")}"' in text
    assert "They could read what is kept on it" in shown[2]


def test_its_words_stand_alone_nowhere_as_a_promise() -> None:
    """Safe, private, anonymous, verified: none of them is said of anything here."""
    text = re.sub(r"<[^>]+>", " ", Client().get(reverse("limits")).content.decode().partition("<main")[2])
    assert not re.search(r"\b(safe|private|anonymous|verified|secure)\b", text, re.IGNORECASE)
