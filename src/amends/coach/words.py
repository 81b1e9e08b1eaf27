# ruff: noqa: E501 - forms read better whole
"""A text as the forms read it: lower case, straight quotation marks, sentences with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amends.coach.due import plain

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*[.!?]*\s*", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"\n]{2,}\"|(?:(?<=\s)|^)'[^'\n]{3,}'(?=[\s.,!?]|$)")
_REPORTED = re.compile(
    r"\b(?:he|she|they|mum|mom|dad|people|someone|(?:my|his|her) (?:\w+ ){1,2}?)"
    r"(?:\s?(?:always|often|once|just))? ?(?:says?|said|told (?:me|her|him|us)|claims|claimed|thinks|shouted|wrote)\b(?P<said>[^.!?\n]*)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its plain words, its words as the writer's own alone, and where it lies in the text."""

    said: str
    own: str
    start: int
    end: int
    asks: bool


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text. In `own`, what is quoted or reported is blank; places stay as they are."""
    low = plain(text)
    own = _REPORTED.sub(_blank_said, _QUOTED.sub(_blank, low))
    found = []
    for match in _SENTENCE.finditer(low):
        end = match.start() + len(match[0].rstrip())
        start = end - len(match[0].strip())
        if end > start:
            said = low[start:end]
            found.append(Sentence(said, own[start:end], start, end, said.endswith("?")))
    return tuple(found)


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _blank_said(match: re.Match[str]) -> str:
    kept = match.start("said") - match.start()
    return match[0][:kept] + "\x00" * (len(match[0]) - kept)
