"""The second opinion: a chance for every label, for any text, and said only where it is sure."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.coach.draft import FOUND, LABELS
from amends.coach.model import chances, weights
from amends.coach.read import SPEAKS, read_draft

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


def test_it_knows_an_accusation_from_a_thank_you() -> None:
    accused, thanked = chances("You always ruin everything"), chances("Thank you for making dinner")
    assert accused["generalisation"] > thanked["generalisation"] + 0.3
    assert thanked["appreciation"] > accused["appreciation"] + 0.3


@pytest.mark.parametrize(
    "text", ["Dinner is at seven.", "Could you ring me when you leave?", "Thanks for the tea."]
)
def test_where_it_is_not_sure_nothing_is_said(text: str) -> None:
    found = read_draft(text, NOW)
    for label, chance in chances(text).items():
        if chance < SPEAKS and all(finding.label != label for finding in found.findings):
            assert found.labels[label] < FOUND or label in found.found
