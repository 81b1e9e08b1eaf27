"""Read a draft: which words may land hard, what it says well, and how it could be said with its own facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from amends.coach import encoder
from amends.coach.apology import read_apology
from amends.coach.builder import fill, reword
from amends.coach.draft import FAULTS, FOUND, LABELS, Draft, Finding, Promise
from amends.coach.encoder import Heard
from amends.coach.found import HARM, by_forms, settled
from amends.coach.promise import Commitment, first_due, promises
from amends.coach.question import open_form, read_question
from amends.coach.weighed import unformed, weigh
from amends.coach.words import QUOTED, Sentence, sentences

ENCODER = "encoder"
"""The part of the coach that may rest."""
LOADED = 2.5
"""From these log-odds on, the encoder's, a question is loaded [choice, by hands left out]."""
UNSAID = 0.49
"""The most that is given for what is not said."""

_NO_PROMISE = frozenset({"control", "contempt"})
LONGEST_HEARD = 1_000
"""Characters of a draft up to which the encoder reads along; a page would wait for more [choice]."""
_ACCUSING = frozenset({"criticism", "contempt", "generalisation"})


def read_draft(
    text: str,
    now: datetime,
    previous: str = "",
    setting: str | None = None,  # noqa: ARG001 - the forms are the same in all of them
    *,
    quick: bool = False,
) -> Draft:
    """What the coach has to say about a draft.

    Args:
        text: The draft; it is neither kept nor logged.
        now: When it is written, in the writer's zone or naive: promises are dated from it.
        previous: The message it answers.
        setting: `couple`, `family`, `friends` or `work`, where known.
        quick: Let the encoder rest even where it is installed: some ten times as fast, and it finds less.
            With a long draft it rests as well.
    """
    rests = quick or len(text) > LONGEST_HEARD or not encoder.installed()
    parts = sentences(text)
    apology, faults = read_apology(parts)
    known = by_forms(parts, apology, faults, previous)
    heard = None if rests or not parts else _heard(text, parts, known, previous)
    likely = weigh(parts, known, previous, heard, sorry=apology.kind != "none")
    seen = [replace(one, probability=likely[one.label]) for one in known if likely[one.label] >= FOUND]
    seen += settled(list(unformed(parts, likely, known, heard)), parts, apology)
    labels = {
        label: likely[label] if any(one.label == label for one in seen) else min(likely[label], UNSAID)
        for label in LABELS
    }
    harm = any(labels[label] >= FOUND for label in HARM)
    commitments = () if labels["danger"] >= FOUND else _meant(promises(text, now, previous or None), seen)
    builder = fill(text, parts, seen)
    shown = _shown([*seen, *faults], labels)
    troubled = any(one.label in FAULTS for one in shown)
    return Draft(
        text=text,
        labels=labels,
        findings=tuple(sorted(shown, key=lambda one: (one.start, one.label))),
        question=_question(parts, seen, heard),
        open_form="" if harm else open_form(parts),
        apology=apology,
        promise=Promise(bool(commitments), first_due(commitments)),
        builder=builder,
        rewording=reword(builder) if troubled and not harm else None,
        resting=(ENCODER,) if rests else (),
    )


def _heard(text: str, parts: Sequence[Sentence], known: Sequence[Finding], previous: str) -> Heard:
    """What the encoder hears in the writer's own words; where a form tells of harm, in what is quoted too."""
    own = list(text)
    for part in parts:
        for at, letter in enumerate(part.own, start=part.start):
            own[at] = " " if letter == QUOTED else own[at]
    heard = encoder.hear("".join(own), previous)
    harm = {one.label for one in known if one.label in HARM}
    if own == list(text) or not harm:
        return heard
    whole = encoder.hear(text, previous).scores
    return replace(heard, scores=heard.scores | {label: whole[label] for label in harm})


def _shown(seen: Sequence[Finding], labels: dict[str, float]) -> list[Finding]:
    """What has a word for the writer; with danger, nothing but danger and control."""
    if labels["danger"] >= FOUND:
        return [one for one in seen if one.label in HARM]
    return [one for one in seen if one.label not in LABELS or one.label in FAULTS]


def _question(parts: Sequence[Sentence], seen: Sequence[Finding], heard: Heard | None) -> str:
    """What it asks; a question that the encoder hears as accusing is loaded, whatever its form."""
    kind = read_question(parts, _accused(parts, seen))
    accuses = heard is not None and heard.scores["question loaded"] >= LOADED
    return "loaded" if accuses and kind != "none" else kind


def _meant(commitments: Sequence[Commitment], seen: Sequence[Finding]) -> tuple[Commitment, ...]:
    """Without what has the form of a promise and is a threat or a sneer."""
    hard = [one for one in seen if one.label in _NO_PROMISE]
    return tuple(
        given for given in commitments if not any(one.start <= given.start < one.end for one in hard)
    )


def _accused(parts: Sequence[Sentence], seen: Sequence[Finding]) -> frozenset[int]:
    """Which sentences accuse."""
    return frozenset(
        at
        for at, part in enumerate(parts)
        for one in seen
        if one.label in _ACCUSING and part.start <= one.start < part.end
    )
