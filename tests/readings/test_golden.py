"""The story's readings, as they were when someone last looked at them and found them right.

Set AMENDS_UPDATE_GOLDEN=1 to write them anew; then read what changed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from amends.acts.base import Person
from amends.acts.read_story import parse
from amends.config.stories import find_story
from amends.engine.params import ENGINE_VERSION
from amends.readings.compose import compose
from amends.readings.plain import to_plain

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("name", ["Anna", "Toby"])
def test_the_story_reads_as_before(name: str) -> None:
    """Every number of Anna and Toby's story, to six digits."""
    story, problems = parse(Path(str(find_story("anna-and-toby"))).read_text(encoding="utf-8"))
    assert problems == ()
    last = max(entry.act.recorded_at for entry in story.entries)
    found = compose(story.placed_for(Person(name)), Person(name), last, setting=story.setting)
    text = json.dumps(
        {"engine": ENGINE_VERSION, "readings": to_plain(found, story.label)}, indent=1, ensure_ascii=False
    )
    file = GOLDEN / f"anna-and-toby.{name.lower()}.json"
    if os.environ.get("AMENDS_UPDATE_GOLDEN"):
        file.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == file.read_text(encoding="utf-8")
