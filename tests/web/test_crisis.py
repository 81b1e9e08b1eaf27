"""After words of not living, or of a child being hurt, help comes first; nothing of that is kept."""

from __future__ import annotations

import pytest
from django.urls import reverse

from amends.ledger.read import read_placed
from tests.cast import add, begin
from tests.web.cast import page, send, without_tokens

pytestmark = pytest.mark.django_db


def test_help_comes_first_and_what_was_written_is_kept() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "hurt"})
    words = "You left. I want to die."
    made, answer = send(anna, address, {"words": words, "type": "lateness", "scope": "own"})
    assert answer.status_code == 303
    assert answer["Location"] == reverse("finding-help")
    assert made in {one.act.id for one in read_placed(anna)}
    shown = answer.client.get(answer["Location"]).content.decode()
    assert "What you wrote is kept." in shown
    assert "trust" not in shown.lower()


def test_a_figure_of_speech_goes_on_as_ever() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "moment"})
    _made, answer = send(anna, address, {"words": "I nearly died laughing", "scope": "own"})
    assert answer["Location"] != reverse("finding-help")


def test_the_other_sees_no_difference() -> None:
    """Kept to herself, the words change no page of Toby's."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    before = [without_tokens(page(toby, name)) for name in ("today", "bond", "timeline")]
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "hurt"})
    send(anna, address, {"words": "I want to die.", "type": "lateness", "scope": "own"})
    assert [without_tokens(page(toby, name)) for name in ("today", "bond", "timeline")] == before
