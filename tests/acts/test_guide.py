"""The guide to stories says what is so."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from amends.acts.base import Act
from amends.acts.fields import fields_of
from amends.acts.kinds import KINDS
from amends.acts.read_story import parse
from amends.acts.story import SETTINGS
from amends.acts.write_story import ON_THE_HEAD, key_of, write

GUIDE = (Path(__file__).parents[2] / "docs/guide/stories.md").read_text(encoding="utf-8")
ROWS = {
    kind: line
    for line in GUIDE.splitlines()
    if line.startswith("| `")
    for kind in re.findall(r"`([a-z-]+)`", line.split("|")[1])
}


def test_its_example_is_a_story() -> None:
    """It reads without a problem and is written as stories are."""
    (example,) = re.findall(r"```story\n(.*?)```", GUIDE, re.DOTALL)
    story, problems = parse(example)
    assert problems == ()
    assert write(story) == example


def test_it_lists_every_kind_and_no_other() -> None:
    """One row each."""
    assert set(ROWS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_it_names_all_that_a_kind_can_say(kind: type[Act]) -> None:
    """Each field by its key, each choice by its word."""
    for field in fields_of(kind):
        if field.name in ON_THE_HEAD | {"by", "affected"}:
            continue
        assert f"`{key_of(field)}`" in ROWS[kind.KIND]
        if isinstance(field.sort, type) and issubclass(field.sort, StrEnum):
            missing = [choice.value for choice in field.sort if choice.value not in ROWS[kind.KIND]]
            assert missing == ([] if kind.KIND != "settlement" else ["renegotiated", "released", "withdrawn"])


def test_it_names_the_settings() -> None:
    """All that the head may say."""
    for setting in SETTINGS:
        assert f"`{setting}`" in GUIDE
