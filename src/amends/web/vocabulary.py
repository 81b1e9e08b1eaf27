"""Words for feelings, needs and, at work, effects: a content file in the folder of each language.

A language without a file is stood in for by English. The groups and words are our own; that a word said as a
feeling may tell what another did, and the form they are chosen for, are from Rosenberg (Nonviolent
Communication, 2003).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from amends.people.models import Setting

SOURCE_LANGUAGE: Final = "en"
LONGEST: Final = 60
"""Letters of a word, so that it stays one line on a phone [choice]."""
TABLES: Final = frozenset({"feelings", "judgements", "needs", "needs-at-home", "effects"})
GROUPED: Final = TABLES - {"judgements"}


class BadVocabulary(ValueError):
    """A content file can't be used; says which word, and what is wrong."""


@dataclass(frozen=True)
class Group:
    """Words that are near to each other.

    Attributes:
        name: what the group is called.
        words: each word, and what else people type when they look for it.
    """

    name: str
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """Words to choose from.

    Attributes:
        felt: feelings; at work effects.
        needs: needs.
        judgements: words said as feelings that tell what another did, each with feelings that may lie
            beneath.
    """

    felt: tuple[Group, ...]
    needs: tuple[Group, ...]
    judgements: Mapping[str, tuple[str, ...]]

    def plain(self) -> dict[str, Any]:
        """The same as lists and texts: each group with its words, each word followed by its other names."""

        def grouped(groups: tuple[Group, ...]) -> list[dict[str, Any]]:
            return [
                {"name": one.name, "words": [[word, *also] for word, also in one.words.items()]}
                for one in groups
            ]

        return {
            "felt": grouped(self.felt),
            "needs": grouped(self.needs),
            "judgements": {word: list(beneath) for word, beneath in self.judgements.items()},
        }


@cache
def vocabulary(language: str, setting: str) -> Vocabulary:
    """The words offered in a language and a setting.

    Raises:
        BadVocabulary: the file can't be used.
    """
    folder = resources.files("amends.web") / "content"
    here = folder / language.split("-", maxsplit=1)[0] / "vocabulary.toml"
    path = here if here.is_file() else folder / SOURCE_LANGUAGE / "vocabulary.toml"
    try:
        return read_vocabulary(tomllib.loads(path.read_text(encoding="utf-8")), setting)
    except (tomllib.TOMLDecodeError, BadVocabulary) as error:
        raise BadVocabulary(f"{path}: {error}") from error


def read_vocabulary(plain: Mapping[str, Any], setting: str) -> Vocabulary:
    """The vocabulary that such data hold, for a setting.

    Raises:
        BadVocabulary: a table is missing or unknown, a word stands twice, is too long or not tidy, or a
            judgement leads to no feeling.
    """
    if set(plain) != TABLES:
        raise BadVocabulary(f"tables are {', '.join(sorted(TABLES))}; not {', '.join(sorted(plain))}")
    groups = {table: tuple(_groups(table, plain[table])) for table in GROUPED}
    _check_once(groups["feelings"])
    _check_once(groups["needs"] + groups["needs-at-home"])
    _check_once(groups["effects"])
    judgements = {word: _texts(word, beneath) for word, beneath in plain["judgements"].items()}
    _check_beneath(judgements, groups["feelings"])
    at_work = setting == Setting.TEAM
    return Vocabulary(
        felt=groups["effects" if at_work else "feelings"],
        needs=groups["needs"] + (() if at_work else groups["needs-at-home"]),
        judgements={} if at_work else judgements,
    )


def _groups(table: str, plain: Any) -> Iterator[Group]:
    for name, words in _table(table, plain).items():
        read = {_word(word): _texts(word, also) for word, also in _table(name, words).items()}
        if not read:
            raise BadVocabulary(f"{name}: no words")
        yield Group(_word(name), read)


def _table(name: str, plain: Any) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise BadVocabulary(f"{name}: a table of words")
    return plain


def _texts(word: str, plain: Any) -> tuple[str, ...]:
    if not isinstance(plain, list) or not all(isinstance(one, str) for one in plain):
        raise BadVocabulary(f"{word}: a list of texts")
    return tuple(_word(one) for one in plain)


def _word(word: str) -> str:
    if word != " ".join(word.split()) or not word:
        raise BadVocabulary(f"“{word}”: spaces at its edges, doubled, or nothing else")
    if len(word) > LONGEST:
        raise BadVocabulary(f"“{word}”: longer than {LONGEST} letters")
    return word


def _check_once(groups: tuple[Group, ...]) -> None:
    """Each word stands once; nobody is led from one word to two."""
    seen: set[str] = set()
    for group in groups:
        for word, also in group.words.items():
            for one in (word, *also):
                if one.casefold() in seen:
                    raise BadVocabulary(f"“{one}” stands twice")
                seen.add(one.casefold())


def _check_beneath(judgements: Mapping[str, tuple[str, ...]], feelings: tuple[Group, ...]) -> None:
    known = {word for group in feelings for word in group.words}
    for word, beneath in judgements.items():
        if word in known:
            raise BadVocabulary(f"“{word}” is among the feelings as well")
        if not beneath or not known.issuperset(beneath):
            raise BadVocabulary(
                f"“{word}” leads to {', '.join(beneath) or 'nothing'}, which is no feeling here"
            )
