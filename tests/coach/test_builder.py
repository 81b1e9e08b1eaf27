"""The four parts of a sentence: filled from the draft's own words, blank where it says nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from amends.coach.draft import BuilderForm
from amends.coach.read import read_draft

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("draft", "filled"),
    [
        (
            "When you came home at ten yesterday I was worried. Could you text me next time?",
            BuilderForm("you came home at ten yesterday", "worried", "", "text me next time"),
        ),
        (
            "And when you read my letter last night I felt angry. I need honesty.",
            BuilderForm("you read my letter last night", "angry", "honesty", ""),
        ),
        (
            "I was sad when you forgot my birthday on Monday.",
            BuilderForm("you forgot my birthday on Monday", "sad"),
        ),
        ("You came home at ten yesterday.", BuilderForm("you came home at ten yesterday")),
        ("You never listen.", BuilderForm()),
        ("", BuilderForm()),
    ],
)
def test_parts(draft: str, filled: BuilderForm) -> None:
    assert read_draft(draft, NOW, quick=True).builder == filled
