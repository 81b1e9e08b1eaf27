"""The forms of `forms.toml`, ready to search with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Form:
    """A way of saying something: its pattern, how likely the label holds, what makes it something else."""

    says: re.Pattern[str]
    probability: float
    unless: re.Pattern[str] | None

    def holds(self, words: str) -> bool:
        """Whether a sentence has this form."""
        return bool(self.says.search(words)) and not (self.unless and self.unless.search(words))


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Label → its forms, read once."""
    return read_forms(
        tomllib.loads((resources.files("amends.coach") / "forms.toml").read_text(encoding="utf-8"))
    )


def read_forms(tables: dict[str, Any]) -> dict[str, tuple[Form, ...]]:
    """Label → its forms, from a table of words and tables of forms."""
    words: dict[str, str] = tables.pop("words")
    return {label: tuple(_form(entry, words) for entry in entries) for label, entries in tables.items()}


def _form(entry: dict[str, Any], words: dict[str, str]) -> Form:
    unless = entry.get("unless")
    return Form(_compiled(entry["says"], words), entry["p"], _compiled(unless, words) if unless else None)


def _compiled(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, listed in words.items():
        pattern = pattern.replace("{" + name + "}", listed)
    return re.compile(pattern)
