"""What the coach gives back about a draft: plain results, without any judgement of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

FAULTS = (
    "generalisation",
    "criticism",
    "contempt",
    "defensiveness",
    "stonewalling",
    "mind_reading",
    "pseudo_feeling",
    "many_issues",
    "control",
    "danger",
)
"""Ways of saying things that may land hard, and two that ask for help."""
STRENGTHS = ("observation", "feeling", "need", "request", "appreciation")
"""What helps a message to be heard. None of them is ever missed aloud."""
LABELS = FAULTS + STRENGTHS


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a draft that the coach has something to say about.

    Attributes:
        label: One of `LABELS`, or `apology:` and the name of a fault.
        start: Where the words begin in the text.
        end: Where they end.
        probability: How likely it is that the label holds, from 0.5 to 1.
        why: One sentence for the writer, in the words of `wording`; empty for what needs no word.
    """

    label: str
    start: int
    end: int
    probability: float
    why: str


@dataclass(frozen=True, slots=True)
class Apology:
    """What an apology has and what stands in its way.

    Attributes:
        kind: `none`, `non`, `partial` or `full`.
        has: Of `names_act`, `owns`, `impact`, `amends`, `prevention`.
        faults: Of `if`, `but`, `passive`, `minimise`, `blame`, `excuse`, `demand`.
    """

    kind: str = "none"
    has: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in the draft.

    Attributes:
        found: Whether the writer commits to something.
        due: The day or moment it is due, where one is said.
    """

    found: bool = False
    due: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class BuilderForm:
    """The sentence "When X, I felt F; I need N; would you R?" in the draft's own words, with its gaps."""

    when: str = ""
    felt: str = ""
    need: str = ""
    would_you: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as the coach reads it.

    Attributes:
        text: The draft.
        labels: For each of `LABELS`, how likely it is that it holds.
        findings: What was found, in the order of the text. With danger found, nothing but danger and control.
        question: `none`, `open`, `closed` or `loaded`.
        open_form: A question to ask instead of a closed one, in the draft's own words; else empty.
        apology: What the apology in it has.
        promise: What it promises.
        builder: The form filled from the draft.
        rewording: The draft's own facts without what may land hard; None where it holds too little, and with
            danger or control.
        resting: Parts of the coach that are not installed.
    """

    text: str
    labels: dict[str, float]
    findings: tuple[Finding, ...]
    question: str
    open_form: str
    apology: Apology
    promise: Promise
    builder: BuilderForm
    rewording: str | None
    resting: tuple[str, ...] = ()

    @property
    def found(self) -> tuple[str, ...]:
        """The labels that hold more likely than not, in their fixed order."""
        return tuple(label for label in LABELS if self.labels[label] >= FOUND)


FOUND = 0.5
"""From this probability on the coach speaks."""
