"""Words after which help comes before anything else: self-harm, and harm to a child. Pure; nothing is kept.

Forms alone, one sentence at a time, without what is quoted or reported. They see plain words, not hints, and
in English alone; who means the same in other words is not seen.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

from amends.coach.forms import Form, read_forms
from amends.coach.words import sentences

LONGEST: Final = 4_000
"""Letters that are read; of a longer text the rest is not, so that it costs no time that shows [choice]."""


class Crisis(StrEnum):
    """What such words may be about."""

    SELF_HARM = "self_harm"
    """Not wanting to live, or hurting oneself."""
    CHILD = "child"
    """A child that is being hurt."""


def crisis_in(text: str) -> frozenset[Crisis]:
    """What the words may be about; nothing for nearly all texts."""
    said = [part.own for part in sentences(text[:LONGEST])]
    return frozenset(
        kind for kind in Crisis if any(form.holds(part) for form in _forms()[kind] for part in said)
    )


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    return read_forms(
        tomllib.loads((resources.files("amends.coach") / "crisis.toml").read_text(encoding="utf-8"))
    )
