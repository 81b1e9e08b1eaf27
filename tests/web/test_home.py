"""The start page leads everyone where they are best off."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from amends.bonds.create import create
from tests.cast import NOW, begin, make_user
from tests.web.cast import client_of

pytestmark = pytest.mark.django_db


def test_a_stranger_is_told_what_this_is_and_what_it_cannot_do() -> None:
    """Three sentences, two ways in, the honest limits, and help."""
    shown = Client().get(reverse("home")).content.decode()
    for said in (
        "Sign up",
        "Log in",
        "can’t promise that trust comes back",
        "Whoever runs this server can read",
    ):
        assert said in shown
    assert reverse("help") in shown


def test_whoever_has_one_bond_is_led_to_today() -> None:
    """Nothing lies between opening the app and writing something down."""
    anna = begin("Anna")
    assert client_of(anna).get("/")["Location"] == reverse("today", args=[anna.bond_id])


def test_whoever_has_none_begins_one() -> None:
    """The first visit after signing up."""
    client = Client()
    client.force_login(make_user("Anna"))
    assert client.get("/")["Location"] == reverse("bond-new")


def test_whoever_has_several_chooses() -> None:
    """No bond is put before another."""
    anna = begin("Anna")
    assert anna.user is not None
    create(anna.user, title="Choir", setting="friends", name="Anna", zone="Europe/London", now=NOW)
    assert client_of(anna).get("/")["Location"] == reverse("bonds")


def test_a_demo_server_opens_with_the_stories(settings: Any) -> None:
    """There is nobody to sign up there."""
    settings.AMENDS_DEMO = True
    assert Client().get("/")["Location"] == reverse("demo")
