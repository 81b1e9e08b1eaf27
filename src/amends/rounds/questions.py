"""What a round asks: content files, one a set, in a folder for each language. Pure.

A set missing in another language is stood in for by the English one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Final

SOURCE_LANGUAGE: Final = "en"
STEPS: Final = 5
"""Phrases of a scale, from the least to the most."""


class BadSet(ValueError):
    """A content file can't be used; says what is wrong in it."""


class Sort(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    """With one of five phrases, kept as 1 … 5."""
    WORDS = "words"
    """In one's own words."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: the word its answers are kept under. It never changes meaning.
        asks: what is asked, or for a scale, what one finds true or not.
        sort: how it is answered.
        hint: what helps to answer it.
    """

    id: str
    asks: str
    sort: Sort = Sort.SCALE
    hint: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions that are asked together.

    Attributes:
        id: the word the set is known by.
        version: grows with each change of meaning.
        title, aim: what it is called and what it is for.
        scale: the phrases of a scale, the least first.
        questions: in order.
    """

    id: str
    version: int
    title: str
    aim: str
    scale: tuple[str, ...]
    questions: tuple[Question, ...]


def question_sets(language: str) -> tuple[QuestionSet, ...]:
    """All sets, in the order of their files' ``order``."""
    found = (question_set(name, language) for name in _names())
    return tuple(one for one in found if one is not None)


@cache
def question_set(name: str, language: str) -> QuestionSet | None:
    """One set in the words of a language; None if there is none of that name.

    Raises:
        BadSet: its file can't be used.
    """
    if name not in _names():
        return None
    folder = resources.files("amends.rounds") / "content"
    here = folder / language.split("-", maxsplit=1)[0] / f"{name}.toml"
    path = here if here.is_file() else folder / SOURCE_LANGUAGE / f"{name}.toml"
    return read_set(name, tomllib.loads(path.read_text(encoding="utf-8")))


def read_set(name: str, plain: dict[str, Any]) -> QuestionSet:
    """The set that such data describe.

    Raises:
        BadSet: something is missing, misspelled or there twice.
    """
    try:
        told = {key: value for key, value in plain.items() if key != "order"}
        questions = tuple(
            Question(**one | {"sort": Sort(one.get("sort", "scale"))}) for one in told["questions"]
        )
        found = QuestionSet(**told | {"id": name, "scale": tuple(told["scale"]), "questions": questions})
    except (KeyError, TypeError, ValueError) as error:
        raise BadSet(f"{name}: {error}") from None
    ids = [one.id for one in questions]
    if len(set(ids)) != len(ids) or len(found.scale) != STEPS:
        raise BadSet(f"{name}: each question has a word of its own, and a scale has {STEPS} phrases")
    return found


@cache
def _names() -> tuple[str, ...]:
    folder = resources.files("amends.rounds") / "content" / SOURCE_LANGUAGE
    found = [path for path in folder.iterdir() if path.name.endswith(".toml")]
    return tuple(
        path.name.removesuffix(".toml")
        for path in sorted(found, key=lambda path: tomllib.loads(path.read_text(encoding="utf-8"))["order"])
    )
