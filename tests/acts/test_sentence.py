"""Sentences: every kind, to the one it concerns and to anyone else, in words fit to be seen."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Act, Person
from amends.acts.kinds import KINDS
from amends.acts.read_story import parse
from amends.acts.sentence import LONGEST_HEADLINE, headline, sentence
from amends.acts.story import SETTINGS
from amends.acts.write_story import write
from tests.strategies import PEOPLE, acts

HERE = Path(__file__).parent
TEXT = (HERE / "every-kind.story").read_text(encoding="utf-8")
STORY, PROBLEMS = parse(TEXT, "every-kind")
ACTS = {entry.label: entry.act for entry in STORY.entries}
ANNA, TOBY = Person("Anna"), Person("Toby")
NEVER = re.compile(
    r"breach|betray|erosion|crossed|victim|offend|broken|harm|fault|guilt|fail|score|streak|partner"
    r"|\b(he|she|his|her|him|hers)\b|!",
    re.IGNORECASE,
)


def test_the_story_of_every_kind_is_what_it_says() -> None:
    """It holds each kind, and is written as stories are."""
    assert PROBLEMS == ()
    assert write(STORY) == TEXT
    assert {act.KIND for act in ACTS.values()} == set(KINDS)


def test_how_every_kind_reads() -> None:
    """To its doer, to the other and to anyone else; and where friends and work say it otherwise.

    Set AMENDS_UPDATE_GOLDEN=1 to write the sentences anew; then read them all.
    """
    text = "\n\n".join(_told(label, act) for label, act in ACTS.items()) + "\n"
    file = HERE / "sentences.txt"
    if os.environ.get("AMENDS_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def _told(label: str, act: Act) -> str:
    lines = [label]
    for viewer in (ANNA, TOBY, None):
        usual = sentence(act, viewer, str)
        lines.append(f"  to {viewer or 'anyone'}: {usual}")
        for setting in SETTINGS:
            said = sentence(act, viewer, str, setting=setting)
            if said != usual:
                lines.append(f"    {setting}: {said}")
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@given(data=st.data())
def test_no_sentence_hurts_or_judges(kind: type[Act], data: st.DataObject) -> None:
    """From every point of view, in every setting, whatever the act."""
    act = data.draw(acts(kind))
    for viewer in (None, *PEOPLE):
        for setting in SETTINGS:
            said = sentence(act, viewer, lambda _person: "Kim", setting=setting)
            assert said[0].isupper()
            assert not said.endswith(".")
            assert not NEVER.search(said), said
            assert not re.search(r"[{}]|None|\b[a-z]+_[a-z]+\b", said), said


@given(acts())
def test_a_sentence_holds_nothing_that_was_written(act: Act) -> None:
    """What people wrote stands by itself on a page; nothing they write changes the sentence."""
    plain = sentence(act, None, str)
    words = "See {who} and %s {0}"
    assert sentence(replace(act, words=words), None, str) == plain
    assert "{who} and %s {0}" in sentence(act, None, lambda _person: words) or words not in plain


@given(acts())
def test_a_headline_is_short_and_of_one_line(act: Act) -> None:
    """Whatever its author wrote."""
    found = headline(act, None, lambda _person: "Kim")
    assert len(found) <= LONGEST_HEADLINE
    assert "\n" not in found


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("breach", "Something Toby did hurt you: He came at eight."),
        ("repair", "You began a repair with Toby: Late for dinner"),
        ("outcome-kept", "Toby kept a promise to you"),
    ],
)
def test_a_headline_begins_as_the_sentence_and_goes_on_in_its_authors_words(
    label: str, expected: str
) -> None:
    """A repair goes by its name; an act without words by its sentence alone."""
    assert headline(ACTS[label], ANNA, str) == expected


def test_a_long_headline_ends_between_words() -> None:
    """And says that something follows."""
    long = replace(ACTS["breach"], words="He came " + "very " * 40 + "late.")
    assert headline(long, ANNA, str).endswith("very…")
    unbroken = replace(ACTS["breach"], words="x" * 300)
    assert headline(unbroken, ANNA, str) == "Something Toby did hurt you:…"


def test_several_people_are_named_with_the_viewer_first() -> None:
    """Two by name, and you among them as you."""
    three = replace(ACTS["promise"], affected=(Person("Jo"), ANNA, Person("Sam")))
    assert sentence(three, ANNA, str) == "Toby promised you, Jo and Sam"
    assert sentence(three, None, str) == "Toby promised Jo, Anna and Sam"
    assert sentence(three, TOBY, str) == "You promised Jo, Anna and Sam"


def test_every_message_can_be_translated() -> None:
    """Each sentence goes through the translation it is given."""
    for act in ACTS.values():
        for setting in SETTINGS:
            for viewer in (ANNA, TOBY, None):
                told = sentence(act, viewer, lambda _person: "KIM", translate=_loud, setting=setting)
                assert told.isupper()


def test_every_message_is_found_by_the_tool_that_gathers_them() -> None:
    """Messages stand as they are in a call of ``_``, so that xgettext finds each of them."""
    source = (HERE.parent.parent / "src/amends/acts/sentence.py").read_text(encoding="utf-8")
    marked = set(re.findall(r"\b_\(\s*\"([^\"]+)\"", source))
    asked: set[str] = set()

    def note(message: str) -> str:
        asked.add(message)
        return message

    for act in ACTS.values():
        for viewer in (ANNA, TOBY, None):
            for setting in SETTINGS:
                headline(act, viewer, str, translate=note, setting=setting)
    assert asked <= marked
    assert len(asked) > 150


def _loud(message: str) -> str:
    """A language in which everything is written in capitals."""
    return re.sub(
        r"\{\w+\}|[^{}]+", lambda found: found[0] if found[0][0] == "{" else found[0].upper(), message
    )
