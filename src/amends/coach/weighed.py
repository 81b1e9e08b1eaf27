"""How likely each label holds, by forms, counts and the encoder; and what is found without a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from amends.coach.draft import FAULTS, FOUND, Finding
from amends.coach.encoder import Heard, hear
from amends.coach.found import HARM, finding
from amends.coach.model import chances, chances_together
from amends.coach.signs import signs
from amends.coach.words import QUOTED, Sentence

ALONE = 0.55
"""From this chance on a fault is said that no form was found for: under doubt it is silent [choice]."""
HARM_ALONE = 0.75
"""The same for danger and control, with which everything else rests [choice]."""
MOST_ALONE = 12
"""Sentences up to which the encoder hears each by itself as well [choice]."""
HARM_FROM = 0.3
"""From this chance on danger and control are said where a form speaks too: a miss costs more [choice]."""
PLAIN = 0.9
"""A form that is right so often counts as much as all the rest [choice]."""
OF_ONES_OWN = 4
"""From so many words on, a sentence that quotes says something of its own [choice]."""

_BY_FORM_ALONE = ("pseudo_feeling",)
"""Always begins in the same words, and so do soup and dancing: "I feel like". The encoder knows better."""
_NEGATED = re.compile(r"\b(?:not|isn't|aren't|wasn't|weren't|nothing wrong)\b")

Spoken = Callable[[Sentence, str], float]
"""How much a sentence speaks for a label."""


def own_words(parts: Sequence[Sentence]) -> str:
    """A message without what it quotes or reports."""
    return " ".join(part.own for part in parts).replace(QUOTED, "")


def weigh(
    parts: Sequence[Sentence], known: Sequence[Finding], previous: str, heard: Heard | None, *, sorry: bool
) -> dict[str, float]:
    """How likely each label holds.

    Args:
        parts: The sentences of the draft.
        known: What the forms found.
        previous: The message it answers, or empty.
        heard: What the encoder makes of it; None where it rests.
        sorry: Whether the draft apologises.
    """
    told = signs(parts, known, previous, sorry=sorry)
    likely = _chances(own_words(parts), told, heard)
    for part in parts if len(parts) > 1 else ():
        # A plain word to someone is no less plain for what stands around it.
        here = [one for one in known if part.start <= one.start < part.end]
        if any(likely[one.label] < FOUND for one in here):
            alone = signs([part], here, previous, sorry=sorry)
            by_itself = hear(part.said, previous) if heard and len(parts) <= MOST_ALONE else None
            chance = _chances(part.own, alone, by_itself)
            likely |= {one.label: max(likely[one.label], chance[one.label]) for one in here}
    for one in known:
        if one.probability >= PLAIN:
            likely[one.label] = max(likely[one.label], (likely[one.label] + one.probability) / 2)
    if heard and any(one.label == "danger" for one in known):
        # Here a miss costs most: what speaks without the encoder is said with it too.
        likely["danger"] = max(likely["danger"], chances(own_words(parts), told)["danger"])
    for label in {one.label for one in known if one.label in HARM}:
        if likely[label] >= HARM_FROM:
            likely[label] = max(likely[label], FOUND)
    return likely


def unformed(
    parts: Sequence[Sentence], likely: dict[str, float], known: Sequence[Finding], heard: Heard | None
) -> Iterator[Finding]:
    """What is likely though no form was found, on the sentence that speaks for it most."""
    formed = {one.label for one in known}
    for label, chance in likely.items():
        if label in formed or chance < _least(label) or (not heard and label in _BY_FORM_ALONE):
            continue
        # Counts of words don't know what a "not" turns round.
        able = [part for part in parts if heard or label not in FAULTS or not _NEGATED.search(part.own)]
        able = [part for part in able if not _frames(part)]
        speaks = _by_marks(heard) if heard and label in heard.told else _by_counts
        if able:
            best = max(able, key=lambda part: speaks(part, label))
            yield finding(label, best.start, best.end, chance)


def _chances(text: str, told: frozenset[str], heard: Heard | None) -> dict[str, float]:
    return chances_together(text, told, heard.scores) if heard else chances(text, told)


def _frames(part: Sentence) -> bool:
    """Whether a sentence does little more than say who said what."""
    return QUOTED in part.own and len(part.own.replace(QUOTED, " ").split()) < OF_ONES_OWN


def _least(label: str) -> float:
    """From which chance on a label is said that no form was found for."""
    if label in HARM:
        return HARM_ALONE
    return ALONE if label in FAULTS else FOUND


def _by_counts(part: Sentence, label: str) -> float:
    return chances(part.own)[label]


def _by_marks(heard: Heard) -> Spoken:
    """By how much the encoder says that the label stands on its words, on average."""

    def speaks(part: Sentence, label: str) -> float:
        inside = [
            float(odds)
            for (start, _end), odds in zip(heard.words, heard.told[label], strict=True)
            if part.start <= start < part.end
        ]
        return sum(inside) / len(inside) if inside else float("-inf")

    return speaks
