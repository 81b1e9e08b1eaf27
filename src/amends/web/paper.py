"""A few pages of text as a PDF whose words can be searched and copied. Nothing of it is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fpdf import FPDF

FONT: Final = "Literata"
TITLE: Final = "Notes"
"""What the file says it is: as neutral as the titles of pages."""
LARGE, MIDDLE, SMALL = 18, 13, 9
TEXT: Final = 11
"""Sizes of type, in points."""
_MARGIN: Final = 22
"""Millimetres."""
_LEADING: Final = 0.5
"""Millimetres from one line to the next, by the point."""
_VARIANTS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was chosen.

    Attributes:
        day: when it was, and who wrote it down.
        said: what happened, in a sentence.
        words: in its author's words; may be empty.
        facts: what else it says, a name and a value each.
    """

    day: str
    said: str
    words: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed.

    Attributes:
        title: at its top.
        about: beneath it, in small type.
        answers: questions, and what was answered to them.
        parts: headings, and what stands beneath them.
    """

    title: str
    about: str
    answers: Sequence[tuple[str, str]]
    parts: Sequence[tuple[str, Sequence[Piece]]]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Attributes:
        space: above it, in millimetres.
        size: of its type, in points.
        text: what it says; nothing is written where it is empty.
    """

    space: float
    size: float
    text: str


class NotInFont(ValueError):
    """The font lacks signs that are in the text.

    Attributes:
        signs: which, each once, in the order in which they come.
    """

    def __init__(self, signs: str) -> None:
        super().__init__(f"{len(signs)} signs are not in the font")
        self.signs = signs


def to_pdf(paper: Paper, language: str) -> bytes:
    """The paper on sheets of A4, with the font it needs within it, and its language for who has it read out.

    Raises:
        NotInFont: the font has no drawing for a sign in it; a page printed by a browser may.
    """
    from fpdf import FPDF  # noqa: PLC0415  # about 30 MB of memory that most servers never need
    from fpdf.fonts import TTFFont  # noqa: PLC0415

    pdf = FPDF(format="A4")
    pdf.set_title(TITLE)
    pdf.set_lang(language)
    pdf.set_margin(_MARGIN)
    with resources.as_file(resources.files("amends.web") / "fonts" / "literata-regular.ttf") as file:
        pdf.add_font(FONT, fname=file)
        font = pdf.fonts[FONT.lower()]
        assert isinstance(font, TTFFont)  # noqa: S101 - what add_font makes of such a file
        with closing(font.ttfont):  # it is read as far as needed, until the end
            return _written(pdf, [replace(one, text=tidied(one.text)) for one in _lines(paper)], font.cmap)


def _written(pdf: FPDF, lines: list[Line], known: Container[int]) -> bytes:
    absent = dict.fromkeys(sign for line in lines for sign in line.text if ord(sign) not in known)
    absent.pop("\n", None)
    if absent:
        raise NotInFont("".join(absent))
    pdf.add_page()
    for line in lines:
        _write(pdf, line)
    return bytes(pdf.output())


def tidied(text: str) -> str:
    """Without signs that are never drawn: tabs become spaces, joiners and choices of a variant go."""
    signs = unicodedata.normalize("NFC", text).replace("\t", " ")
    return "".join(one for one in signs if unicodedata.category(one) != "Cf" and one not in _VARIANTS)


def _lines(paper: Paper) -> Iterator[Line]:
    yield Line(0, LARGE, paper.title)
    yield Line(1, SMALL, paper.about)
    for question, answer in paper.answers:
        yield Line(6, MIDDLE, question)
        yield Line(1.5, TEXT, answer)
    for heading, pieces in paper.parts:
        yield Line(6, MIDDLE, heading)
        for piece in pieces:
            yield Line(3, SMALL, piece.day)
            yield Line(0.5, TEXT, piece.said)
            yield Line(1, TEXT, piece.words)
            yield Line(1, SMALL, "\n".join(f"{name}: {value}" for name, value in piece.facts))


def _write(pdf: FPDF, line: Line) -> None:
    """A paragraph; a word that is longer than a line is broken where the line ends."""
    if line.text:
        pdf.ln(line.space)
        pdf.set_font(FONT, size=line.size)
        pdf.multi_cell(0, line.size * _LEADING, line.text, align="L", new_x="LMARGIN", new_y="NEXT")
