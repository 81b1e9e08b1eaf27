"""Sentences: every kind, to the one it concerns and to anyone else, in words fit to be seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Act, Person
from amends.acts.kinds import KINDS
from amends.acts.read_story import parse
from amends.acts.sentence import LONGEST_HEADLINE, headline, sentence
from amends.config.stories import find_story
from tests.strategies import PEOPLE, acts

NEVER = re.compile(
    r"breach|betray|erosion|crossed|victim|offend|broken|partner|\bhe\b|\bshe\b|!", re.IGNORECASE
)
STORY, _ = parse(find_story("anna-and-toby").read_text(encoding="utf-8"))
ACTS = {entry.label: entry.act for entry in STORY.entries}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@given(data=st.data())
def test_every_kind_has_a_sentence(kind: type[Act], data: st.DataObject) -> None:
    """From every point of view, in every setting, and none holds a word that hurts or judges."""
    act = data.draw(acts(kind))
    for viewer in (None, *PEOPLE):
        for setting in ("couple", "friends", "family", "team"):
            said = sentence(act, viewer, lambda _person: "Kim", setting=setting)
            assert said[0].isupper()
            assert "{" not in said
            assert not NEVER.search(said), said
            assert "None" not in said


@given(acts())
def test_a_headline_is_short_and_of_one_line(act: Act) -> None:
    """Whatever its author wrote."""
    found = headline(act, None, lambda _person: "Kim")
    assert len(found) <= LONGEST_HEADLINE
    assert "\n" not in found


@pytest.mark.parametrize(
    ("label", "viewer", "expected"),
    [
        ("dinner-1", "Anna", "Something Toby did hurt you"),
        ("dinner-1", "Toby", "Something you did hurt Anna"),
        ("dinner-1", None, "Something Toby did hurt Anna"),
        ("tuesdays", "Anna", "Toby promised you"),
        ("tuesdays", "Toby", "You promised Anna"),
        ("tue-1", "Anna", "Toby kept a promise to you"),
        ("tue-1", "Toby", "You kept a promise to Anna"),
        ("bins-3", None, "Toby did not keep a promise to Anna"),
        ("tue-6", "Anna", "Toby was late with a promise to you"),
        ("sorry-1", "Anna", "Toby apologised to you"),
        ("partly-1", "Toby", "Anna accepted the apology in part"),
        ("phone-table", "Toby", "Anna set a boundary"),
        ("no-stories-kept", "Toby", "You kept to a boundary that Anna set"),
        ("coffee-1", "Anna", "Something good from Toby"),
        ("laugh-1", "Anna", "Something good for Toby, from you"),
        ("anna-rates-1", "Anna", "You looked at your trust in Toby"),
        ("late", "Toby", "Anna began a repair with you"),
        ("late-mended", "Toby", "Anna called it mended"),
        ("interrupt-back", "Toby", "You took something back"),
    ],
)
def test_how_it_reads(label: str, viewer: str | None, expected: str) -> None:
    """To the one who did it, to the one it was done to, to anyone else."""
    person = None if viewer is None else Person(viewer)
    assert sentence(ACTS[label], person, str) == expected


def test_work_has_words_of_its_own() -> None:
    """An effect in place of a hurt, an agreement in place of a promise."""
    assert sentence(ACTS["dinner-1"], None, str, setting="team") == "What Toby did had an effect on Anna"
    assert sentence(ACTS["tuesdays"], None, str, setting="team") == "Toby agreed with Anna"


def test_every_message_can_be_translated() -> None:
    """Each sentence goes through the translation it is given."""
    for act in ACTS.values():
        assert sentence(act, None, lambda _person: "KIM", translate=_loud).isupper()


def _loud(message: str) -> str:
    """A language in which everything is written in capitals."""
    return re.sub(
        r"\{\w+\}|[^{}]+", lambda found: found[0] if found[0][0] == "{" else found[0].upper(), message
    )
