"""The encoder: pieces of words with their places, and what it tells."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.coach import encoder
from amends.coach.draft import FAULTS, LABELS
from amends.coach.encoder import MOST, hear
from amends.coach.read import read_draft
from amends.coach.wordpiece import pieces

NOW = datetime(2026, 5, 4, 10, 0)  # noqa: DTZ001 - the writer's own clock
WORDS = {word: number for number, word in enumerate(["[UNK]", "un", "##kind", "##ly", "cafe", "!"])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unkindly", [(1, 0, 8), (2, 0, 8), (3, 0, 8)]),
        ("  Café!", [(4, 2, 6), (5, 6, 7)]),
        ("un kindly", [(1, 0, 2), (0, 3, 9)]),
        ("", []),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(text: str, expected: list[tuple[int, int, int]]) -> None:
    """Case and accents don't count; what can't be cut whole is unknown."""
    assert [tuple(piece) for piece in pieces(text, WORDS)] == expected


@given(st.text(max_size=120))
@settings(max_examples=20, deadline=None)
def test_any_text_is_heard(text: str) -> None:
    heard = hear(text)
    assert np.isfinite(list(heard.scores.values())).all()
    assert set(LABELS) <= set(heard.scores)
    assert set(FAULTS) <= set(heard.told)
    assert all(len(odds) == len(heard.words) for odds in heard.told.values())
    assert all(0 <= start < end <= len(text) for start, end in heard.words)


def test_what_is_said_late_in_a_long_draft_is_heard() -> None:
    plain = "We had tea and talked about the garden. " * (MOST // 4)
    late = f"{plain}You are a selfish, lazy person."
    assert hear(late).scores["criticism"] > hear(plain).scores["criticism"] + 2


def test_the_message_answered_is_heard_too() -> None:
    """The same word, to a question about tea and to someone who is crying."""
    cold, easy = (
        hear("whatever", previous).scores["stonewalling"]
        for previous in ("I've been crying all day, can we please talk?", "Tea or coffee?")
    )
    assert cold > easy + 1


def test_it_finds_what_no_form_knows() -> None:
    text = "You sat there praying I would fail."
    assert "mind_reading" not in read_draft(text, NOW, quick=True).found
    draft = read_draft(text, NOW)
    assert "mind_reading" in draft.found
    assert draft.resting == ()


def test_without_it_the_coach_still_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, and says what it says without."""
    monkeypatch.setattr(encoder, "installed", lambda: False)
    draft = read_draft("You never listen.", NOW)
    assert draft.resting == ("encoder",)
    assert draft == read_draft("You never listen.", NOW, quick=True)
    assert "generalisation" in draft.found
