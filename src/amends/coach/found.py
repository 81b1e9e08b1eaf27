"""What the forms find in a draft, and what the rest of the message makes something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.coach.draft import LABELS, Apology, Finding
from amends.coach.forms import forms
from amends.coach.signs import PLAYFUL, REACHES_OUT
from amends.coach.wording import WHY
from amends.coach.words import Sentence

HARM = ("danger", "control")
"""The two that ask for help."""
LIKELY = 0.8
"""How often several matters, or a closed door, are found rightly by counting or by what was asked."""
GRIEVANCES = 3
"""From this many matters on, a message raises several; two, where it says that it adds one."""


def by_forms(
    parts: Sequence[Sentence], apology: Apology, faults: Sequence[Finding], previous: str
) -> list[Finding]:
    """What the forms find.

    Args:
        parts: The sentences of the draft.
        apology: The apology in it.
        faults: The faults of that apology.
        previous: The message it answers, or empty.
    """
    raw = [*_by_sentence(parts), *_several(parts, apology), *_closes(parts, previous)]
    raw += [
        finding("defensiveness", fault.start, fault.end, fault.probability)
        for fault in faults
        if fault.label == "apology:blame"
    ]
    return settled(raw, parts, apology)


def settled(seen: Sequence[Finding], parts: Sequence[Sentence], apology: Apology) -> list[Finding]:
    """Without what the rest of the message makes something else: play, a pause with a return, an apology."""
    whole = " ".join(part.own for part in parts)
    aside: set[str] = set()
    if PLAYFUL.search(whole):
        aside |= {"criticism", "contempt", "generalisation", "stonewalling", "pseudo_feeling"}
    if _RETURNS.search(whole) and not _STAYS_SHUT.search(whole):
        bare = any(part.own.startswith(("whatever", "nope")) for part in parts)
        aside |= set() if bare else {"stonewalling"}
    if _ENDS.search(whole):
        aside.add("stonewalling")
    if apology.kind != "none":
        aside |= {"stonewalling", "many_issues", "mind_reading"}
    return [one for one in seen if one.label not in aside and not _spared(one, parts)]


def finding(label: str, start: int, end: int, probability: float) -> Finding:
    """A finding with its reason."""
    return Finding(label, start, end, probability, WHY.get(label, ""))


def _spared(one: Finding, parts: Sequence[Sentence]) -> bool:
    """Whether its sentence has a form that makes it something else whatever else was found."""
    spare = forms().get(f"not {one.label}", ())
    here = (part for part in parts if part.start <= one.start < part.end)
    return any(form.holds(part.own) for part in here for form in spare)


def _by_sentence(parts: Sequence[Sentence]) -> Iterator[Finding]:
    for label in LABELS:
        for part in parts:
            words = part.said if label in HARM else part.own
            form = next((form for form in forms()[label] if form.holds(words)), None)
            if form:
                yield finding(label, part.start, part.end, form.probability)


def _several(parts: Sequence[Sentence], apology: Apology) -> Iterator[Finding]:
    """Several matters at once: clauses that each name one."""
    if apology.kind != "none":
        return
    matters = [
        matter
        for part in parts
        if not part.asks and not part.own.startswith("if ")
        for matter in _matters(part)
    ]
    adds = any(_ADDS.search(part.own) for part in parts)
    if len(matters) >= GRIEVANCES or (adds and len(matters) > 1):
        yield finding("many_issues", matters[0][0], matters[-1][1], LIKELY)


def _matters(part: Sentence) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence stand that name a grievance."""
    for clause in _CLAUSE.finditer(part.own):
        at = clause.start()
        for words in _AND.split(clause[0]):
            if _MATTER.search(words):
                yield part.start + at, part.start + at + len(words)
            at += len(words) + len(" and ")


def _closes(parts: Sequence[Sentence], previous: str) -> Iterator[Finding]:
    """A bare word in answer to someone who reaches out."""
    if len(parts) == 1 and _BARE.match(parts[0].own) and REACHES_OUT.search(previous.lower()):
        yield finding("stonewalling", parts[0].start, parts[0].end, LIKELY)


_RETURNS = re.compile(
    r"\b(?:later|tomorrow|tonight|in an? (?:hour|bit|while)|in \d+|half an hour"
    r"|an hour|minutes|after(?:wards)?|"
    r"then (?:i'll|we)|come back|at (?:\d|half|noon|one|two|three|four|five|six|seven|eight|nine|ten)|"
    r"when i'm (?:calm|back)|first thing|this (?:evening|afternoon)|need (?:a break|some time|time|space))\b"
)
_STAYS_SHUT = re.compile(r"\bnothing to (?:talk|discuss|say)\b|\bend of\b|\bdone (?:talking|discussing)\b")
_BARE = re.compile(
    r"^(?:k|kk|ok|okay|fine|noted|sure|nope|no|whatever|right|cool|yeah|mm+|hm+|if you say so|and)\W*$"
)
_MATTER = re.compile(
    r"\b(?:you|u|he|she|they|nobody|no one)(?:'ve| have|'d)?(?: \w+){0,2}? (?:left"
    r"|missed|forgot|broke|ate|hung|"
    r"lied|told|ignored|lost|spent|gave|took|flirted|laughed|cancelled|invited|let"
    r"|threw|drank|owe|promised|used|"
    r"borrowed|shouted|never|didn't|haven't|hasn't|don't|won't|weren't|wasn't|rang|hang|eat|leave|put)\b|"
    r"\bstill (?:not |down|broken|unpaid|there|missing|have my)|"
    r"\b(?:is|are|was|were|has|have)(?:n't| not| never) \w+|\bnot \w+ed\b|"
    r"\bnot (?:done|made|paid|washed|called|cleaned|sent|told)\b|\bthe way you\b|"
    r"\byou (?:left|gave|owe|broke|took)\b|\bsitting there\b"
)
_ADDS = re.compile(
    r"\b(?:and another thing|while (?:we're|i'm|we are) at it|on top of (?:that|it"
    r"|everything)|not to mention|"
    r"besides|don't get me started|to top it (?:all )?off|as if that (?:wasn't|weren't) enough|pick one|"
    r"and also you|first .* then .*)\b"
)
_ENDS = re.compile(
    r"\b(?:(?:can't|cannot|won't|don't want to|do not want to) (?:see|be with"
    r"|live with|meet|talk to|stay with) "
    r"you\b|i(?:'m| am) (?:leaving|ending|moving out)|it(?:'s| is) over between us|"
    r"please (?:don't|do not) (?:write|contact|call|come)|(?:don't|do not) contact me|no (?:more )?contact|"
    r"i want a divorce|breaking up with you)"
)
"""Ending contact or stating a limit: never shown as a closed door."""
_CLAUSE = re.compile(r"[^,;.!?\n]+")
_AND = re.compile(r" and (?=you|the|your|nobody|now)| plus ")
