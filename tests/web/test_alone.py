"""A repair that one walks alone is complete without the other, who never learns of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import add, begin
from tests.web.cast import client_of, page, say, without_tokens, write

pytestmark = pytest.mark.django_db

STEPS = ("what I want", "what I said", "what changed", "what I decide")


def test_it_runs_from_noticed_to_decided_and_its_words_can_be_copied() -> None:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    places = ("today", "bond", "timeline")
    before = [without_tokens(page(toby, place)) for place in places]
    repair = write(anna, "repair", name="Late for dinner", scope="own")
    shown = page(anna, "repair", repair=repair)
    assert "needs nobody else to be complete" in shown
    assert "As each tells it" not in shown
    for topic in STEPS:
        step = re.search(r'href="([^"]*aside/[^"]*)"', page(anna, "repair", repair=repair))
        assert step is not None
        assert f"topic={topic.replace(' ', '+')}" in step[1]
        say(anna, repair, "aside", words=f"Words on {topic}", topic=topic)
    shown = page(anna, "repair", repair=repair)
    assert shown.count("data-copy=") == len(STEPS)
    assert "what I decide" in shown
    assert [without_tokens(page(toby, place)) for place in places] == before


@pytest.mark.parametrize("fields", [{"words": "", "topic": "what I want"}, {"words": "Tea", "topic": "x"}])
def test_what_is_missing_is_said_at_its_field(fields: dict[str, Any]) -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    repair = write(anna, "repair", name="Late for dinner", scope="own")
    address = reverse("answering", kwargs={"bond": anna.bond_id, "act": repair, "kind": "aside"})
    answer = client_of(anna).post(address, fields)
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()


def test_resting_it_is_a_decision_too() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    repair = write(anna, "repair", name="Late for dinner", scope="own")
    say(anna, repair, "turn", step="rested")
    shown = page(anna, "repair", repair=repair)
    assert "It rests." in shown


def test_a_shared_repair_takes_no_notes_for_oneself_into_its_seam() -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    repair = write(anna, "repair", name="Late for dinner", scope="shared")
    client_of(anna).post(reverse("sharing", kwargs={"bond": anna.bond_id, "act": repair}), {"when": "now"})
    shown = page(anna, "repair", repair=repair)
    assert "said outside" not in shown
    assert "heard" in shown
