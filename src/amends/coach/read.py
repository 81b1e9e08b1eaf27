# ruff: noqa: E501 - forms read better whole
"""Read a draft: which words may land hard, what it says well, and how it could be said with its own facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from amends.coach.apology import read_apology
from amends.coach.builder import fill, reword
from amends.coach.draft import FAULTS, FOUND, LABELS, Apology, Draft, Finding, Promise
from amends.coach.forms import forms
from amends.coach.model import chances
from amends.coach.promise import first_due, promises
from amends.coach.question import open_form, read_question
from amends.coach.signs import REACHES_OUT, signs
from amends.coach.wording import WHY
from amends.coach.words import Sentence, sentences

ALONE = 0.55
"""From this chance on a fault is said that no form was found for: under doubt the coach is silent [choice]."""
HARM_ALONE = 0.75
"""The same for danger and control, with which everything else rests [choice]."""
HARM_FROM = 0.3
"""From this chance on danger and control are said where a form speaks too: here a miss costs more [choice]."""
UNSAID = 0.49
"""The most that is given for what is not said."""
LIKELY = 0.8
"""How often several matters, or a closed door, are found rightly by counting or by what was asked."""
GRIEVANCES = 3
"""From this many matters on, a message raises several; two, where it says that it adds one."""

_BY_FORM_ALONE = ("pseudo_feeling",)
"""Always begins in the same words, and so do soup and dancing: "I feel like"."""
_HARM = ("danger", "control")
_ACCUSING = frozenset({"criticism", "contempt", "generalisation"})
_NEGATED = re.compile(r"\b(?:not|isn't|aren't|wasn't|weren't|nothing wrong)\b")
_PLAYFUL = re.compile("[😂🤣😍😆😘🥰😜😉🎉💛❤]|\\b(?:lol|haha+|jk|just kidding)\\b")
_RETURNS = re.compile(
    r"\b(?:later|tomorrow|tonight|in an? (?:hour|bit|while)|in \d+|half an hour|an hour|minutes|after(?:wards)?|"
    r"then (?:i'll|we)|come back|at (?:\d|half|noon|one|two|three|four|five|six|seven|eight|nine|ten)|"
    r"when i'm (?:calm|back)|first thing|this (?:evening|afternoon)|need (?:a break|some time|time|space))\b"
)
_BARE = re.compile(
    r"^(?:k|kk|ok|okay|fine|noted|sure|nope|no|whatever|right|cool|yeah|mm+|hm+|if you say so|and)\W*$"
)
_MATTER = re.compile(
    r"\b(?:you|u|he|she|they|nobody|no one)(?:'ve| have|'d)?(?: \w+){0,2}? (?:left|missed|forgot|broke|ate|hung|lied|told|"
    r"ignored|lost|spent|gave|took|flirted|laughed|cancelled|invited|let|threw|drank|owe|promised|used|borrowed|shouted|"
    r"never|didn't|haven't|hasn't|don't|won't|weren't|wasn't|rang|hang|eat|leave|put)\b|"
    r"\bstill (?:not |down|broken|unpaid|there|missing|have my)|\b(?:is|are|was|were|has|have)(?:n't| not| never) \w+|\bnot \w+ed\b|"
    r"\bnot (?:done|made|paid|washed|called|cleaned|sent|told)\b|\bthe way you\b|\byou (?:left|gave|owe|broke|took)\b|\bsitting there\b"
)
_ADDS = re.compile(
    r"\b(?:and another thing|while (?:we're|i'm|we are) at it|on top of (?:that|it|everything)|not to mention|besides|"
    r"don't get me started|to top it (?:all )?off|as if that (?:wasn't|weren't) enough|pick one|and also you|first .* then .*)\b"
)
_ENDS = re.compile(
    r"\b(?:(?:can't|cannot|won't|don't want to|do not want to) (?:see|be with|live with|meet|talk to|stay with) you\b|"
    r"i(?:'m| am) (?:leaving|ending|moving out)|it(?:'s| is) over between us|please (?:don't|do not) (?:write|contact|call|come)|"
    r"(?:don't|do not) contact me|no (?:more )?contact|i want a divorce|breaking up with you)"
)
"""Ending contact or stating a limit: never shown as a closed door."""
_CLAUSE = re.compile(r"[^,;.!?\n]+")
_AND = re.compile(r" and (?=you|the|your|nobody|now)| plus ")


def read_draft(text: str, now: datetime, previous: str = "", setting: str | None = None) -> Draft:  # noqa: ARG001
    """What the coach has to say about a draft.

    Args:
        text: The draft; it is neither kept nor logged.
        now: When it is written, in the writer's zone or naive: promises are dated from it.
        previous: The message it answers.
        setting: `couple`, `family`, `friends` or `work`, where known. The forms are the same in all of them.
    """
    parts = sentences(text)
    apology, faults = read_apology(parts)
    known, told = by_forms(parts, apology, faults, previous)
    likely = _likely(parts, known, told, previous)
    seen = [replace(f, probability=likely[f.label]) for f in known if likely[f.label] >= FOUND]
    seen += _settled(list(_by_model(parts, likely, {f.label for f in known})), parts, apology)
    labels = {
        label: likely[label] if any(f.label == label for f in seen) else min(likely[label], UNSAID)
        for label in LABELS
    }
    harm = any(labels[label] >= FOUND for label in _HARM)
    accused = frozenset(
        i
        for i, part in enumerate(parts)
        for f in seen
        if f.label in _ACCUSING and part.start <= f.start < part.end
    )
    commitments = () if labels["danger"] >= FOUND else promises(text, now, previous or None)
    builder = fill(text, parts, seen)
    shown = [f for f in (*seen, *faults) if f.label not in LABELS or f.label in FAULTS]
    if labels["danger"] >= FOUND:
        shown = [finding for finding in shown if finding.label in _HARM]
    troubled = any(finding.label in FAULTS for finding in shown)
    return Draft(
        text=text,
        labels=labels,
        findings=tuple(sorted(shown, key=lambda finding: (finding.start, finding.label))),
        question=read_question(parts, accused),
        open_form="" if harm else open_form(parts),
        apology=apology,
        promise=Promise(bool(commitments), first_due(commitments)),
        builder=builder,
        rewording=reword(builder) if troubled and not harm else None,
    )


def own_words(parts: Sequence[Sentence]) -> str:
    """A message without what it quotes or reports."""
    return " ".join(part.own for part in parts).replace("\x00", "")


def by_forms(
    parts: Sequence[Sentence], apology: Apology, faults: Sequence[Finding], previous: str
) -> tuple[list[Finding], frozenset[str]]:
    """What the forms find, and the signs that the second opinion weighs."""
    raw = [*_by_forms(parts), *_several(parts, apology), *_closes(parts, previous)]
    raw += [
        _found("defensiveness", f.start, f.end, f.probability) for f in faults if f.label == "apology:blame"
    ]
    known = _settled(raw, parts, apology)
    return known, signs(parts, known, previous, sorry=apology.kind != "none")


def _likely(
    parts: Sequence[Sentence], known: Sequence[Finding], told: frozenset[str], previous: str
) -> dict[str, float]:
    """How likely each label holds: by the whole message or, where a form speaks, by its sentence alone.

    A plain word to someone is no less plain for what stands around it.
    """
    likely = chances(own_words(parts), told)
    for part in parts if len(parts) > 1 else ():
        here = [f for f in known if part.start <= f.start < part.end]
        if any(likely[f.label] < FOUND for f in here):
            alone = chances(part.own, signs([part], here, previous, sorry="sorry" in told))
            for f in here:
                likely[f.label] = max(likely[f.label], alone[f.label])
    for label in {f.label for f in known if f.label in _HARM}:
        if likely[label] >= HARM_FROM:
            likely[label] = max(likely[label], FOUND)
    return likely


def _by_forms(parts: Sequence[Sentence]) -> Iterator[Finding]:
    for label, known in forms().items():
        for part in parts:
            words = part.said if label in _HARM else part.own
            form = next((form for form in known if form.holds(words)), None)
            if form:
                yield _found(label, part.start, part.end, form.probability)


def _by_model(parts: Sequence[Sentence], likely: dict[str, float], known: set[str]) -> Iterator[Finding]:
    """What the second opinion finds and no form did, on the sentence that speaks for it most.

    Counts of words don't know what a "not" turns round.
    """
    missed = [
        label
        for label, chance in likely.items()
        if label not in known and label not in _BY_FORM_ALONE and chance >= _least_alone(label)
    ]
    alone = [chances(part.own) for part in parts] if missed and len(parts) > 1 else [likely for _ in parts]
    for label in missed:
        open_to_it = [
            (told[label], part.start, part.end)
            for told, part in zip(alone, parts, strict=True)
            if label not in FAULTS or not _NEGATED.search(part.own)
        ]
        if open_to_it:
            _chance, start, end = max(open_to_it)
            yield _found(label, start, end, likely[label])


def _least_alone(label: str) -> float:
    """From which chance on a label is said that no form was found for."""
    if label in _HARM:
        return HARM_ALONE
    return ALONE if label in FAULTS else FOUND


def _several(parts: Sequence[Sentence], apology: Apology) -> Iterator[Finding]:
    """Several matters at once: clauses that each name one."""
    if apology.kind != "none":
        return
    matters: list[tuple[int, int]] = []
    for part in parts:
        if part.asks or part.own.startswith("if "):
            continue
        for clause in _CLAUSE.finditer(part.own):
            at = clause.start()
            for piece in _AND.split(clause[0]):
                if _MATTER.search(piece):
                    matters.append((part.start + at, part.start + at + len(piece)))
                at += len(piece) + 5
    adds = any(_ADDS.search(part.own) for part in parts)
    if len(matters) >= GRIEVANCES or (adds and len(matters) > 1):
        yield _found("many_issues", matters[0][0], matters[-1][1], LIKELY)


def _closes(parts: Sequence[Sentence], previous: str) -> Iterator[Finding]:
    """A bare word in answer to someone who reaches out."""
    if (
        previous
        and parts
        and len(parts) == 1
        and _BARE.match(parts[0].own)
        and REACHES_OUT.search(previous.lower())
    ):
        yield _found("stonewalling", parts[0].start, parts[0].end, LIKELY)


def _settled(seen: list[Finding], parts: Sequence[Sentence], apology: Apology) -> list[Finding]:
    """Without what the rest of the message makes something else: play, a pause with a return, an apology."""
    whole = " ".join(part.own for part in parts)
    aside: set[str] = set()
    if _PLAYFUL.search(whole):
        aside |= {"criticism", "contempt", "generalisation", "stonewalling", "pseudo_feeling"}
    if _RETURNS.search(whole) and not any(part.own.startswith(("whatever", "nope")) for part in parts):
        stays = re.search(
            r"\bnothing to (?:talk|discuss|say)\b|\bend of\b|\bdone (?:talking|discussing)\b", whole
        )
        aside |= set() if stays else {"stonewalling"}
    if _ENDS.search(whole):
        aside.add("stonewalling")
    if apology.kind != "none":
        aside |= {"stonewalling", "many_issues", "mind_reading"}
    return [f for f in seen if f.label not in aside]


def _found(label: str, start: int, end: int, probability: float) -> Finding:
    return Finding(label, start, end, probability, WHY.get(label, ""))
