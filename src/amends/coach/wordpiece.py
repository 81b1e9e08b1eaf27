"""Cut a text into the pieces of words that the encoder knows, each with its place in the text.

WordPiece (Wu et al., Google's Neural Machine Translation System, 2016): a word that isn't known whole is cut
into the longest known pieces from its left. Written here, in a page, so that reading a draft needs no package
beside numpy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_UNKNOWN, _WITHIN = "[UNK]", "##"
_LONGEST = 40
"""Letters of the longest word that is cut; a longer one is unknown [choice]."""


class Piece(NamedTuple):
    """A piece of a word: its number in the vocabulary, and where its word begins and ends in the text."""

    number: int
    start: int
    end: int


def pieces(text: str, vocabulary: Mapping[str, int]) -> Iterator[Piece]:
    """The pieces of a text, in its order.

    Args:
        text: What is written; case and accents don't count.
        vocabulary: Piece → its number; a piece within a word begins with ``##``. It must hold ``[UNK]``.
    """
    for match in _WORD.finditer(text):
        for number in _of_word(_bare(match[0]), vocabulary):
            yield Piece(number, match.start(), match.end())


def _of_word(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    if word in vocabulary:
        return [vocabulary[word]]
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST:
        mark = _WITHIN if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in vocabulary), 0)
        if not end:
            break
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return found if start == len(word) else [vocabulary[_UNKNOWN]]


def _bare(word: str) -> str:
    """Lower case, without accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
