"""The second opinion: a chance for every label, for any text, and said only where it is sure."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.coach.draft import FAULTS, FOUND, LABELS
from amends.coach.model import chances, weights
from amends.coach.read import read_draft

NOW = datetime(2026, 5, 4, 10, 0)  # noqa: DTZ001 - the writer's own clock


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_every_text_has_a_chance_for_every_label(text: str) -> None:
    found = chances(text)
    assert set(found) == set(LABELS)
    assert all(0 < chance < 1 for chance in found.values())


def test_every_weight_has_its_place() -> None:
    learned = weights()
    assert learned.labels == LABELS
    sizes = {len(values) for table in learned.seen.values() for values in table.values()}
    assert sizes == {1 + len(LABELS)}
    assert {len(values) for values in learned.signs.values()} == {len(LABELS)}


def test_it_knows_an_accusation_from_a_thank_you() -> None:
    accused, thanked = (
        read_draft(text, NOW).labels for text in ("You always ruin everything", "Thank you for making dinner")
    )
    assert accused["generalisation"] > thanked["generalisation"] + 0.3
    assert thanked["appreciation"] > accused["appreciation"] + 0.3


@pytest.mark.parametrize(
    "text", ["Dinner is at seven.", "Could you ring me when you leave?", "Thanks for the tea.", "Soup?"]
)
def test_an_everyday_message_is_left_alone(text: str) -> None:
    assert not set(read_draft(text, NOW).found) & set(FAULTS)


def test_what_is_found_is_given_as_likely() -> None:
    found = read_draft("You never listen, and I feel that you don't care.", NOW)
    assert all(found.labels[finding.label] >= FOUND for finding in found.findings)
    assert all(found.labels[label] < FOUND for label in set(LABELS) - set(found.found))


def test_a_form_that_was_found_weighs_in() -> None:
    bare, told = chances("on it goes"), chances("on it goes", frozenset({"form generalisation"}))
    assert told["generalisation"] > bare["generalisation"]
