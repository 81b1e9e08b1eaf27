"""Fill "When X, I felt F; I need N; would you R?" from a draft. Nothing is added but these joining words.

The form is that of Rosenberg (Nonviolent Communication, 2003).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.coach.draft import FAULTS, BuilderForm, Finding
from amends.coach.words import Sentence

_FELT = re.compile(
    r"\bi(?:'m| am| was|m| feel| felt)(?: just| so| very| really| a bit| quite| still)* (?P<words>[a-z]+)"
)
_WHEN = (
    re.compile(
        r"^(?:(?:and|so|but) )?when (?P<words>(?:you|he|she|they|we|the|your|our)\b[^.!?;]*?),?(?: and)?"
        r" i(?:'m| am| was| feel| felt| got| became)\b"
    ),
    re.compile(
        r"^(?:(?:and|so|but) )?i(?:'m| am| was| feel| felt| got| became)\b[^.!?;]*? when"
        r" (?P<words>(?:you|he|she|they|we|the|your|our)\b[^.!?;]*?)[.\s]*$"
    ),
)
"""What happened, told in one sentence with how it was for the writer, who comes after it or before."""
_NEED = re.compile(r"\bi (?:really |just )?need (?P<words>[^.!?;,]+)")
_REQUEST = re.compile(r"\b(?:can|could|would|will) you (?:please )?(?P<words>[^.!?;]+)")


def fill(text: str, parts: Sequence[Sentence], seen: Sequence[Finding]) -> BuilderForm:
    """The form with what the draft already says, in its own words, and blanks where it says nothing."""
    return BuilderForm(
        when=_event(text, seen),
        felt=_words(text, parts, seen, "feeling", _FELT),
        need=_words(text, parts, seen, "need", _NEED),
        would_you=_words(text, parts, seen, "request", _REQUEST),
    )


def reword(form: BuilderForm) -> str | None:
    """The form as a message; None unless it says what happened and a feeling, a need or a request."""
    if not form.when or not (form.felt or form.need or form.would_you):
        return None
    said = (
        f"When {form.when}, I felt {form.felt}." if form.felt else f"{form.when[0].upper()}{form.when[1:]}."
    )
    said += f" I need {form.need}." if form.need else ""
    return said + (f" Would you {form.would_you}?" if form.would_you else "")


def _event(text: str, seen: Sequence[Finding]) -> str:
    """The first sentence that names an act and in which nothing may land hard."""
    hard = [finding for finding in seen if finding.label in FAULTS]
    for finding in seen:
        if finding.label != "observation" or any(_overlap(finding, other) for other in hard):
            continue
        whole = text[finding.start : finding.end].replace("’", "'").lower()
        told = next((found for found in (form.match(whole) for form in _WHEN) if found), None)
        if told:
            return text[finding.start + told.start("words") : finding.start + told.end("words")]
        words = text[finding.start : finding.end].strip(" .!?\n")
        if not re.search(r"\bi (?:felt|feel)\b|\bi(?:'m| am| was) ", words.lower()):
            words = re.sub(r"^(?:when|and|so|but)\s+", "", words, flags=re.IGNORECASE)
            return (
                words
                if words[:2] in {"I ", "I'"} or not words.startswith(("You ", "Your "))
                else words[0].lower() + words[1:]
            )
    return ""


def _words(
    text: str, parts: Sequence[Sentence], seen: Sequence[Finding], label: str, form: re.Pattern[str]
) -> str:
    starts = {finding.start for finding in seen if finding.label == label}
    for part in parts:
        match = form.search(part.own) if part.start in starts else None
        if match:
            return text[part.start + match.start("words") : part.start + match.end("words")].strip()
    return ""


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
