"""The first page of someone who joins."""

from __future__ import annotations

import pytest
from django.urls import reverse

from amends.acts.scope import Scope
from amends.bonds.record import record
from amends.bonds.share import flush
from tests.cast import MINUTE, NOW, add, begin, hurt
from tests.web.cast import client_of, page, write

pytestmark = pytest.mark.django_db


def test_a_letter_and_something_good_come_first_and_what_hurt_when_one_is_ready() -> None:
    """Nothing on the page tells whether there is anything that hurt."""
    anna = begin("Anna", "friends")
    jo = add(anna, "Jo")
    letter = write(anna, "letter", words="Come when you like", scope="shared")
    client_of(anna).post(reverse("sharing", kwargs={"bond": anna.bond_id, "act": letter}), {"when": "now"})
    toby = add(anna, "Toby")
    before = page(toby, "arriving")
    assert "A letter from Anna" in before
    assert "Come when you like" in before
    record(anna, hurt(anna, toby, words="The cold dinner"), Scope.SHARED, NOW - MINUTE)
    flush(anna.bond, NOW + 11 * MINUTE)
    assert "cold dinner" not in page(toby, "arriving")
    answer = client_of(toby).post(reverse("arriving", kwargs={"bond": toby.bond_id}))
    assert answer.status_code == 303
    toby.refresh_from_db()
    assert toby.arrival == "ready"
    assert "I’m ready" not in page(toby, "arriving")
    assert jo.bond_id == toby.bond_id
