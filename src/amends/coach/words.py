"""A text as the forms read it: lower case, straight quotation marks, sentences with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTED = "\x00"
"""Stands in a sentence for each letter that is quoted or reported."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*[.!?]*\s*", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"\n]{2,}\"|(?:(?<=\s)|^)'[^'\n]{3,}'(?=[\s.,!?]|$)")
_REPORTED = re.compile(
    r"\b(?:he|she|they|mum|mom|dad|people|someone|(?:my|his|her) (?:\w+ ){1,2}?)"
    r"(?:\s?(?:always|often|once|just))? ?(?:says?|said|told (?:me|her|him|us)|claims|claimed"
    r"|thinks|shouted|wrote)\b(?P<said>[^.!?\n]*)"
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


def plain(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces, letter for letter as long."""
    straight = text.translate(_STRAIGHT)
    low = straight.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)


def _blank(match: re.Match[str]) -> str:
    return QUOTED * len(match[0])


def _blank_said(match: re.Match[str]) -> str:
    kept = match.start("said") - match.start()
    return match[0][:kept] + QUOTED * (len(match[0]) - kept)
