# ruff: noqa: E501 - messages read better whole
"""What the coach finds in a draft, and where it is silent."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.coach.draft import FAULTS, Draft
from amends.coach.read import read_draft

NOW = datetime(2026, 5, 4, 10)  # noqa: DTZ001


def _read(text: str, previous: str = "") -> Draft:
    return read_draft(text, NOW, previous)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("You never clear the table.", "generalisation"),
        ("You are so selfish.", "criticism"),
        ("Well done, genius.", "contempt"),
        ("I only shouted because you shouted first.", "defensiveness"),
        ("I'm done talking. Do what you want.", "stonewalling"),
        ("You came late to punish me.", "mind_reading"),
        ("I feel that you don't care.", "pseudo_feeling"),
        ("You left the pans, you forgot the rent and you lied to Ann.", "many_issues"),
        ("If you leave, I'll take the kids.", "control"),
        ("He hit me again.", "danger"),
    ],
)
def test_each_fault_is_found(text: str, label: str) -> None:
    """A plain case of each."""
    assert label in _read(text).found


@pytest.mark.parametrize(
    "text",
    [
        "You always make me smile.",
        "The shop never opens on Sunday.",
        "My sister said you never listen, and I told her that's not so.",
        "This heat is killing me.",
        "You are not selfish.",
        "I need half an hour to calm down, then I'll come back and we talk.",
        "Did you do it to punish me?",
        "You absolute idiot, I love you 😂",
    ],
)
def test_an_honest_sentence_stays_unmarked(text: str) -> None:
    """Praise, facts, reported speech, figures of speech, negation, a pause, a question and play carry no fault."""
    assert not set(_read(text).found) & set(FAULTS)


@pytest.mark.parametrize(
    ("text", "kind", "faults"),
    [
        ("I'm sorry if you were hurt.", "non", ("if",)),
        ("I'm sorry I read your letter.", "partial", ()),
        ("I'm sorry I read your letter. I won't do that again.", "full", ()),
        ("Sorry to hear about your mother.", "none", ()),
        ("I broke the vase, I'm sorry. I'll buy a new one. Now forgive me.", "partial", ("demand",)),
    ],
)
def test_an_apology_is_known_by_what_it_has(text: str, kind: str, faults: tuple[str, ...]) -> None:
    """Its kind follows from its elements and faults."""
    apology = _read(text).apology
    assert (apology.kind, apology.faults) == (kind, faults)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What do you need this week?", "open"),
        ("did you get the milk", "closed"),
        ("Why can't you ever listen?", "loaded"),
        ("The milk is in the fridge.", "none"),
    ],
)
def test_questions_differ(text: str, kind: str) -> None:
    """Open, closed, loaded or none, with or without a mark."""
    assert _read(text).question == kind


def test_danger_silences_the_rest() -> None:
    """No other mark, no rewording, no promise where someone may come to harm."""
    draft = _read("You never listen. Yesterday you hit me. I feel sad. I'll call at six.")
    assert {finding.label for finding in draft.findings} == {"danger"}
    assert draft.rewording is None
    assert not draft.promise.found


def test_a_rewording_holds_the_writers_facts_alone() -> None:
    """Every word of it but the joining ones stands in the draft."""
    draft = _read(
        "You came home at ten yesterday. I was worried. You never think. Could you text me next time?"
    )
    assert (
        draft.rewording == "When you came home at ten yesterday, I felt worried. Would you text me next time?"
    )
    joining = {"when", "i", "felt", "need", "would", "you"}
    assert set(re.findall(r"\w+", draft.rewording.lower())) <= joining | set(
        re.findall(r"\w+", draft.text.lower())
    )


def test_without_facts_there_is_no_rewording() -> None:
    """Blanks stay blank."""
    draft = _read("You are so selfish.")
    assert draft.rewording is None
    assert draft.builder.when == draft.builder.felt == draft.builder.need == ""


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_can_be_read(text: str, previous: str) -> None:
    """Spans lie inside the text; probabilities are such."""
    draft = read_draft(text, NOW, previous, quick=True)
    assert all(0 <= finding.start < finding.end <= len(text) for finding in draft.findings)
    assert all(0 <= probability <= 1 for probability in draft.labels.values())
