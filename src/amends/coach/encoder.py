"""A second reader of whole drafts: a small transformer that has read much English, then messages like these.

The first layers of all-MiniLM-L6-v2 (Wang et al., MiniLM, 2020; Reimers & Gurevych, Sentence-BERT, 2019),
taught by `make train-coach` to tell each label for a message and for each of its words. Weights are whole
numbers from -127 to 127 with a scale for each column; they are multiplied out in numpy, in single precision.
`CARD.md` says what it was taught with and what it can't do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from amends.coach.wordpiece import Piece, pieces

HEADS = 12
"""Parts of a layer that look at the words side by side."""
MOST = 128
"""Pieces read at once; a longer draft is read part by part."""
MOST_BEFORE = 40
"""Pieces of the message answered that are read [choice]."""
_FILE = "encoder.npz"
_BEGIN, _END = "[CLS]", "[SEP]"
TINY = 1e-12

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder makes of a draft.

    Attributes:
        scores: Name → log-odds that it holds for the message, as learned, not yet calibrated.
        words: Where each piece of the draft begins and ends in its text.
        told: Name → for each of those pieces, the log-odds that the label stands on it.
    """

    scores: dict[str, float]
    words: tuple[tuple[int, int], ...]
    told: dict[str, Table]


@dataclass(frozen=True, slots=True)
class Layer:
    """The weights of one layer."""

    ask: Table
    ask_bias: Table
    out: Table
    out_bias: Table
    first: tuple[Table, Table]
    wide: Table
    wide_bias: Table
    narrow: Table
    narrow_bias: Table
    second: tuple[Table, Table]


@dataclass(frozen=True, slots=True)
class Learned:
    """All that was learned.

    Attributes:
        vocabulary: Piece of a word → its number.
        words: For each piece, its whole numbers; `scale` turns a column into what it stands for.
        scale: One for each column of `words`.
        places: For each place in the message, what it adds.
        parts: What it adds to be of the draft, and of the message answered.
        norm: Scale and shift after these are added up.
        layers: Its layers, from the first.
        says: Names of what it tells of a message, with its weights and biases.
        marks: The same for each word.
    """

    vocabulary: dict[str, int]
    words: NDArray[np.int8]
    scale: Table
    places: Table
    parts: Table
    norm: tuple[Table, Table]
    layers: tuple[Layer, ...]
    says: tuple[tuple[str, ...], Table, Table]
    marks: tuple[tuple[str, ...], Table, Table]


def installed() -> bool:
    """Whether the weights are there."""
    return (resources.files("amends.coach") / _FILE).is_file()


def hear(text: str, previous: str = "") -> Heard:
    """What the encoder makes of a draft and the message it answers. Call it only where `installed`.

    What holds for a part of a long draft holds for the draft.
    """
    learned = _learned()
    own, before = cut(text, previous, learned.vocabulary)
    room = MOST - 3 - len(before)
    heard = [_hear(learned, own[at : at + room], before) for at in range(0, max(len(own), 1), room)]
    names, marks = learned.says[0], learned.marks[0]
    scores = np.max([says for says, _told in heard], axis=0).tolist()
    told = np.concatenate([told for _says, told in heard]).T
    words = tuple((piece.start, piece.end) for piece in own)
    return Heard(dict(zip(names, scores, strict=True)), words, dict(zip(marks, told, strict=True)))


def cut(text: str, previous: str, vocabulary: dict[str, int]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a draft, and as many of the message it answers as are read."""
    return list(pieces(text, vocabulary)), list(pieces(previous, vocabulary))[:MOST_BEFORE]


def join(own: list[Piece], before: list[Piece], vocabulary: dict[str, int]) -> tuple[list[int], list[int]]:
    """The numbers of all pieces in one row, and for each whether it is of the draft (0) or answered (1)."""
    numbers = [vocabulary[_BEGIN], *(piece.number for piece in own), vocabulary[_END]]
    parts = [0] * len(numbers)
    if before:
        numbers += [*(piece.number for piece in before), vocabulary[_END]]
        parts += [1] * (len(before) + 1)
    return numbers, parts


def _hear(learned: Learned, own: list[Piece], before: list[Piece]) -> tuple[Table, Table]:
    """What it tells of one part, and of each of its words."""
    numbers, parts = join(own, before, learned.vocabulary)
    seen = _read(learned, np.array(numbers), np.array(parts))
    _names, weights, bias = learned.says
    says = np.asarray(seen.mean(axis=0) @ weights + bias)
    _names, weights, bias = learned.marks
    return says, np.asarray(seen[1 : 1 + len(own)] @ weights + bias)


@cache
def _learned() -> Learned:
    """The shipped weights, read once."""
    whole = BytesIO((resources.files("amends.coach") / _FILE).read_bytes())
    with np.load(whole, allow_pickle=False) as kept:
        return unpack(dict(kept))


def unpack(kept: Mapping[str, NDArray[Any]]) -> Learned:
    """Weights from their file: whole numbers and scales by name."""

    def table(name: str) -> Table:
        whole = kept[name].astype(np.float32)
        return np.ascontiguousarray(whole * kept[f"{name} scale"]) if f"{name} scale" in kept else whole

    def names(name: str) -> tuple[str, ...]:
        return tuple(kept[name].tobytes().decode("utf-8").split("\n"))

    def norm(name: str) -> tuple[Table, Table]:
        return table(f"{name} scale"), table(f"{name} shift")

    def layer(at: int) -> Layer:
        return Layer(
            ask=table(f"{at} ask"),
            ask_bias=table(f"{at} ask bias"),
            out=table(f"{at} out"),
            out_bias=table(f"{at} out bias"),
            first=norm(f"{at} first"),
            wide=table(f"{at} wide"),
            wide_bias=table(f"{at} wide bias"),
            narrow=table(f"{at} narrow"),
            narrow_bias=table(f"{at} narrow bias"),
            second=norm(f"{at} second"),
        )

    count = sum(name.endswith(" ask") for name in kept)
    return Learned(
        vocabulary={piece: number for number, piece in enumerate(names("vocabulary"))},
        words=kept["words"].astype(np.int8, copy=False),
        scale=table("words columns"),
        places=table("places"),
        parts=table("parts"),
        norm=norm("norm"),
        layers=tuple(layer(at) for at in range(count)),
        says=(names("says"), table("says weights"), table("says bias")),
        marks=(names("marks"), table("marks weights"), table("marks bias")),
    )


def _read(learned: Learned, numbers: NDArray[np.int64], parts: NDArray[np.int64]) -> Table:
    """What each piece means among the others, one row a piece."""
    row = learned.words[numbers] * learned.scale + learned.places[: len(numbers)] + learned.parts[parts]
    row = _even(row, learned.norm)
    for layer in learned.layers:
        row = _even(row + _look(row, layer), layer.first)
        wide = _gate(row @ layer.wide + layer.wide_bias)
        row = _even(row + wide @ layer.narrow + layer.narrow_bias, layer.second)
    return row


def _look(row: Table, layer: Layer) -> Table:
    """What each piece takes from the others (Vaswani et al., Attention is all you need, 2017)."""
    many, size = row.shape
    asked = (row @ layer.ask + layer.ask_bias).reshape(many, 3, HEADS, size // HEADS)
    query, key, value = asked.transpose(1, 2, 0, 3)
    weigh = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(size // HEADS))
    weigh = np.exp(weigh - weigh.max(axis=-1, keepdims=True))
    weigh /= weigh.sum(axis=-1, keepdims=True)
    taken = (weigh @ value).transpose(1, 0, 2).reshape(many, size)
    return np.asarray(taken @ layer.out + layer.out_bias)


def _even(row: Table, norm: tuple[Table, Table]) -> Table:
    """Each row with mean 0 and deviation 1, then scaled and shifted as learned (Ba et al., 2016)."""
    off = row - row.mean(axis=-1, keepdims=True)
    spread = np.sqrt(np.square(off).mean(axis=-1, keepdims=True) + np.float32(TINY))
    return np.asarray(off / spread * norm[0] + norm[1], dtype=np.float32)


def _gate(row: Table) -> Table:
    """GELU in its form with tanh (Hendrycks & Gimpel, 2016)."""
    slope, bend = np.float32(0.7978845608), np.float32(0.044715)
    return np.asarray(np.float32(0.5) * row * (1 + np.tanh(slope * (row + bend * row * row * row))))
