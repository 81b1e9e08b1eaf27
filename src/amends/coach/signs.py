"""What the second opinion weighs beside the words: the forms found, and the shape of the message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from amends.coach.draft import Finding
from amends.coach.words import Sentence

REACHES_OUT = re.compile(
    r"\b(?:talk|discuss|cry|crying|hurts?|sad|upset|sorry|struggling|worried|lonely|feel|felt|affair|happened|"
    r"clear up|passed over|can we|what is going on|scared|angry|understand|please)\b"
)
"""What someone says who wants to be answered."""
_FEW, _SOME, _MANY = 4, 8, 20
"""Up to so many words a message is bare, short or middling [choice]."""
PLAYFUL = re.compile("[😂🤣😍😆😘🥰😜😉🎉💛❤]|\\b(?:lol|haha+|jk|just kidding)\\b")
_NEGATED = re.compile(r"\b(?:not|isn't|aren't|wasn't|weren't|nothing wrong)\b")
_MOST_STOPS = 4


def signs(
    parts: Sequence[Sentence], seen: Iterable[Finding], previous: str, *, sorry: bool
) -> frozenset[str]:
    """The signs of a message, by name.

    Args:
        parts: Its sentences.
        seen: What the forms found in it.
        previous: The message it answers, or empty.
        sorry: Whether it apologises.
    """
    whole = " ".join(part.own for part in parts)
    length = len(whole.split())
    stops = sum(whole.count(stop) for stop in ",;.")
    told = {f"form {finding.label}" for finding in seen}
    told.add(f"stops {min(stops, _MOST_STOPS)}")
    told.add(next((f"up to {most}" for most in (_FEW, _SOME, _MANY) if length <= most), "long"))
    if previous:
        told |= {"answers", *(["answers shortly"] if length <= _SOME else [])}
        told |= {"answers a hand held out"} if REACHES_OUT.search(previous.lower()) else set()
    if sorry:
        told.add("sorry")
    if PLAYFUL.search(whole):
        told.add("playful")
    if _NEGATED.search(whole):
        told.add("negated")
    return frozenset(told)
