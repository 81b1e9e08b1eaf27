"""Words for feelings and needs: every file can be used, and what can't is said with its word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

import amends.web
from amends.web.vocabulary import BadVocabulary, Group, read_vocabulary, vocabulary
from tests.cast import begin
from tests.web.cast import client_of

FILES = sorted((Path(amends.web.__file__).parent / "content").glob("*/vocabulary.toml"))
SMALL: dict[str, Any] = {
    "feelings": {"Sad": {"sad": ["low"], "lonely": []}},
    "needs": {"Rest": {"sleep": []}},
    "needs-at-home": {"Closeness": {"touch": []}},
    "effects": {"Time": {"delay": []}},
    "judgements": {"ignored": ["lonely"]},
}


def words(groups: tuple[Group, ...]) -> list[str]:
    return [word for group in groups for word in group.words]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_each_file_can_be_used_and_has_enough(path: Path) -> None:
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    at_home, at_work = read_vocabulary(plain, "couple"), read_vocabulary(plain, "team")
    assert len(words(at_home.felt)) >= 100
    assert len(words(at_home.needs)) >= 70
    assert len(words(at_work.felt)) >= 20
    assert len(at_home.judgements) >= 30


def test_no_word_of_harm_is_led_to_a_feeling_beneath_it() -> None:
    """Whoever was threatened or hit shall not be sent to look at themselves."""
    led = " ".join(vocabulary("en", "couple").judgements)
    assert (
        re.search(r"\b(?:abused|threatened|bullied|hit|stalked|raped|trapped|forced|controlled)\b", led)
        is None
    )


def test_at_work_it_asks_for_the_effect_and_for_nothing_close() -> None:
    at_work = vocabulary("en-gb", "team")
    assert "tenderness" not in words(at_work.needs)
    assert "tenderness" in words(vocabulary("en-gb", "family").needs)
    assert not set(words(at_work.felt)) & set(words(vocabulary("en", "couple").felt))
    assert at_work.judgements == {}


def test_a_language_without_a_file_is_stood_in_for() -> None:
    assert vocabulary("eo", "couple").plain() == vocabulary("en", "couple").plain()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"needs": None}, "table of words"),
        ({"feelings": {"Sad": {}}}, "no words"),
        ({"feelings": {"Sad": {"sad": "low"}}}, "list of texts"),
        ({"feelings": {"Sad": {"sad ": []}}}, "spaces"),
        ({"feelings": {"Sad": {"sad": [], "lonely": ["Sad"]}}}, "twice"),
        ({"feelings": {"Sad": {"s" * 61: [], "lonely": []}}}, "longer"),
        ({"judgements": {"ignored": ["angry"]}}, "no feeling here"),
        ({"judgements": {"ignored": []}}, "no feeling here"),
        ({"judgements": {"sad": ["lonely"]}}, "among the feelings"),
        ({"moods": {}}, "tables are"),
    ],
)
def test_what_is_wrong_is_said(change: Mapping[str, Any], says: str) -> None:
    read_vocabulary(SMALL, "couple")
    with pytest.raises(BadVocabulary, match=says):
        read_vocabulary({**SMALL, **change}, "couple")


@pytest.mark.django_db
def test_a_page_gets_the_words_of_its_setting() -> None:
    for setting, there in (("couple", "lonely"), ("team", "an hour lost")):
        seat = begin("Anna", setting)
        found = client_of(seat).get(reverse("coach-words", kwargs={"bond": seat.bond_id})).json()
        assert there in [word for group in found["felt"] for word, *_also in group["words"]]
