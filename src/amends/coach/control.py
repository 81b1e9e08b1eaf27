"""Whether a draft may take hold of what is another's alone to decide, or give it away.

Whom someone sees, where they are, their phone, body, money and faith are nobody else's: neither
a boundary, a request nor a promise should keep track of them. These are forms of words in
English and see nothing of what is meant, so what they find is shown once and never refused.
After the list of controlling behaviours in Stark (2007).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Hold(StrEnum):
    """What may be taken hold of."""

    PEOPLE = "people"
    WHEREABOUTS = "whereabouts"
    PHONE = "phone"
    BODY = "body"
    MONEY = "money"
    FAITH = "faith"


_LIMIT: Final = (
    r"\b(?:stop|not|never|don['’]?t|won['’]?t|no longer|no more|give up|without asking)\b[^.?!]{0,30}"
)
_OWNED: Final = r"\b(?:your|my)\b[^.?!]{0,12}"
_LOOK: Final = r"\b(?:check|read|look (?:at|through|into)|see|show|unlock|go through|hand over|give)\b[^.?!]{0,25}"
_FORMS: Final[dict[Hold, tuple[str, ...]]] = {
    Hold.PEOPLE: (
        _LIMIT + r"\b(?:see|seeing|meet|meeting|contact|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|go(?:ing)? out with|"
        r"text(?:ing)?|hang(?:ing)? out with)\b[^.?!]{0,20}\b(?:friends?|family|sister|brother|mother|father|mum|mom|dad|"
        r"colleagues?|men|women|guys|girls|him|her|them|anyone|people|ex)\b",
        r"\bwho(?:m)? (?:you|I) (?:see|meet|text|talk to|speak to|spend time with)\b",
    ),
    Hold.WHEREABOUTS: (
        r"\b(?:share|send|turn on|show|tell)\b[^.?!]{0,20}\b(?:location|whereabouts)\b",
        r"\bwhere (?:you|I) (?:are|am|were|was) (?:at all times|all the time|every|whenever|when)\b",
        r"\b(?:gps|tracker|tracking app|air ?tag)\b",
    ),
    Hold.PHONE: (
        _LOOK + _OWNED + r"\b(?:phone|messages|texts|chats?|e-?mails?|inbox|call (?:log|list)|browser)\b",
        r"\b(?:password|passcode|pin)s?\b",
    ),
    Hold.BODY: (
        r"\bwhat (?:you|I) (?:wear|eat|weigh)\b",
        r"\bhow (?:you|I) dress\b",
        r"\blose (?:some )?weight\b",
        _LIMIT + r"\bwear(?:ing)?\b[^.?!]{0,15}\b(?:skirts?|dress(?:es)?|make-?up|that|tight|short)\b",
    ),
    Hold.MONEY: (
        _LOOK + _OWNED + r"\b(?:salary|wages|pay ?slips?|bank (?:account|card|statements?))\b",
        r"\bask (?:me|you) before (?:you|I) (?:buy|spend)\b",
        r"\bpermission to (?:buy|spend)\b",
    ),
    Hold.FAITH: (
        _LIMIT + r"\b(?:pray(?:ing)?|go(?:ing)? to (?:church|mosque|temple|synagogue)|wear(?:ing)? (?:a )?(?:headscarf|hijab|cross|kippah))\b",
        r"\b(?:must|have to)\b[^.?!]{0,15}\b(?:pray|convert|believe|wear (?:a )?(?:headscarf|hijab))\b",
    ),
}  # fmt: skip
_COMPILED: Final = {
    hold: re.compile("|".join(forms), re.IGNORECASE) for hold, forms in _FORMS.items()
}


def holds(text: str) -> tuple[Hold, ...]:
    """What a draft may take hold of, each once; mostly nothing."""
    return tuple(hold for hold, form in _COMPILED.items() if form.search(text))
