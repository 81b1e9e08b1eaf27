"""Whether a draft may take hold of what is another's alone to decide, or give it away.

Whom someone sees, where they are, their phone, body, money and faith are nobody else's: neither
a boundary, a request nor a promise should keep track of them. These are forms of words in
English and see nothing of what is meant, so what they find is shown once and never refused.
After the controlling behaviours described by Stark (2007).
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


def _one(*words: str) -> str:
    return rf"\b(?:{'|'.join(words)})\b"


def _near(*parts: str) -> str:
    """The parts one after the other within a sentence, a few words apart at most."""
    return r"[^.?!]{0,25}".join(parts)


_LIMIT: Final = _one(
    *("stop", "not", "never", "don['’]?t", "won['’]?t", "no longer", "no more", "give up", "without asking")
)
_LOOK: Final = _one(
    *("check", "read", "look (?:at|through|into)", "see", "show", "unlock", "go through", "hand over", "give")
)
_MEET: Final = _one(
    *("see(?:ing)?", "meet(?:ing)?", "contact", "talk(?:ing)? (?:to|with)", "speak(?:ing)? (?:to|with)"),
    *("go(?:ing)? out with", "text(?:ing)?", "hang(?:ing)? out with"),
)
_SOMEONE: Final = _one(
    *("friends?", "family", "sister", "brother", "mother", "father", "mum", "mom", "dad", "ex"),
    *("colleagues?", "men", "women", "guys", "girls", "him", "her", "anyone", "people"),
)
_DEVICE: Final = _one(
    *("(?:your|my) (?:phone|messages|texts|chats?|e-?mails?|inbox|call (?:log|list)|browser)",)
)
_ACCOUNT: Final = _one(
    *("(?:your|my) (?:salary|wages|pay ?slips?|bank (?:account|card|statements?))",),
)
_WORSHIP: Final = _one(
    *("pray(?:ing)?", "go(?:ing)? to (?:church|mosque|temple|synagogue)", "convert"),
    "wear(?:ing)? (?:a )?(?:headscarf|hijab|cross|kippah)",
)
_FORMS: Final[dict[Hold, tuple[str, ...]]] = {
    Hold.PEOPLE: (
        _near(_LIMIT, _MEET, _SOMEONE),
        r"\bwho(?:m)? (?:you|I) (?:see|meet|text|talk to|speak to|spend time with)\b",
    ),
    Hold.WHEREABOUTS: (
        _near(_one("share", "send", "turn on", "show", "tell"), _one("location", "whereabouts")),
        r"\bwhere (?:you|I) (?:are|am|were|was) (?:at all times|all the time|every|whenever|when)\b",
        _one("gps", "tracker", "tracking app", "air ?tag"),
    ),
    Hold.PHONE: (_near(_LOOK, _DEVICE), _one("passwords?", "passcodes?", "pin (?:code|number)")),
    Hold.BODY: (
        r"\bwhat (?:you|I) (?:wear|eat|weigh)\b|\bhow (?:you|I) dress\b|\blose (?:some )?weight\b",
        _near(_LIMIT, r"\bwear(?:ing)?\b", _one("skirts?", "dress(?:es)?", "make-?up", "tight", "short")),
    ),
    Hold.MONEY: (
        _near(_LOOK, _ACCOUNT),
        r"\bask (?:me|you) before (?:you|I) (?:buy|spend)\b|\bpermission to (?:buy|spend)\b",
    ),
    Hold.FAITH: (_near(_one("must", "have to"), _WORSHIP), _near(_LIMIT, _WORSHIP)),
}
_COMPILED: Final = {hold: re.compile("|".join(forms), re.IGNORECASE) for hold, forms in _FORMS.items()}


def holds(text: str) -> tuple[Hold, ...]:
    """What a draft may take hold of, each once; mostly nothing."""
    return tuple(hold for hold, form in _COMPILED.items() if form.search(text))
