"""Whether a message asks, and how: openly, for a yes or no, or with an accusation inside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.coach.words import Sentence

_LOADED = re.compile(
    r"\bdo you even\b|\bmust you\b|\basking too much\b|\bwho d'you think\b|\bborn in a barn\b|"
    r"\bam i (?:invisible|nothing|not a)\b|\bwhy (?:am|should) i\b|\bdo i have to do everything\b|"
    r"\bso (?:we|you|i)(?:'re| are| just)(?: just| supposed| meant)? .*\?|\bwhen have you ever\b|"
    r"\bdid (?:nobody|no one)\b|\bhow come (?:everything|you never|you always|it's always)\b|"
    r"\bhave you ever .* but yourself\b|\bcall that\b|\bwhose (?:bright|clever) idea\b|"
    r"\bwhy (?:do|don't|didn't|can't|couldn't|won't|must|would|wouldn't|are|is it that"
    r"|does everything)\b.{0,20}\b(?:you|u|i)\b|"
    r"\b(?:don't|can't|won't|couldn't|didn't|haven't|aren't) (?:you|u) (?:even |ever |just "
    r"|at least )?(?:care|think|see|realise|realize|understand|get|have any|ever|feel|love"
    r"|know|remember|listen|for once|ashamed|bothered|tell the truth)\b|"
    r"\b(?:have|do) you (?:any|have any|even|ever|actually|seriously"
    r"|honestly)\b.{0,15}\b(?:idea|care|think|listen|know|love|try|clue)\b|"
    r"\bare you (?:proud|happy now|deaf|blind|stupid|kidding|serious|mad|insane"
    r"|out of your mind|trying to|incapable|ever going)\b|\bhappy now\b|\bsatisfied now\b|"
    r"\bsince when (?:do|are|did)\b|\bwrong with (?:you|u)\b|\bhow (?:dare|could) (?:you|u)\b"
    r"|\bhow can (?:you|one|anyone|someone|a person) (?:be|just|person|not|do|live|sleep"
    r"|say)\b|\bhow many times\b|\bhow (?:hard|difficult) (?:is|can)\b|"
    r"\bwho do you think\b|\bwhat were you thinking\b|\btoo much to ask\b|\bmy fault\b"
    r"|\bis that all you\b|\bwhat(?:'s| is) your (?:problem|excuse)\b|\bwhat (?:kind"
    r"|sort) of (?:a )?(?:person|friend|mother|father|man|woman|partner|husband|wife)\b|"
    r"\bwhen (?:will|are) you (?:ever|finally|going to grow)\b|\bwould it (?:kill|hurt) you\b"
    r"|\bdo you enjoy\b|\bdid (?:it|you) (?:ever occur|even)\b|\bwhose fault\b"
    r"|\bwhat about me\b"
)
_CLOSED_WH = re.compile(
    r"^(?:\w+,? ){0,2}?(?:what (?:time|day|date|size|colour|number|year|street)|when|where"
    r"|who(?:'s|se)?|which|how (?:many|much|long|far|old|often|late|big))\b"
)
_OPEN = re.compile(
    r"(?:^|[,:;]\s|\b(?:and|so|but|ok|okay|hey|well|then) )(?:(?:and|so|but|hey|well|then"
    r"|ok) )?(?:what|how|why|which|in what way)(?:'s|'re|'d|s)?\b"
)
_WH_START = re.compile(
    r"^(?:(?:hey|so|and|but|ok|hi) )?(?:what|how|why|where|when|who|which)(?:'s|s)? (?:do|does"
    r"|did|is|are|was|were|would|will|can|could|should|shall|have|has|time|many|much|long"
    r"|on your mind|happened)\b"
)
_AUX_START = re.compile(
    r"^(?:(?:hey|so|and|but|ok|hi) )?(?:(?:is|are|was|were|did|does|has|can|could|would|should"
    r"|shall|am|don't|didn't|isn't|aren't) (?:you|u|we|i|he|she|it|they|the|your|my|that|this"
    r"|there|anyone|mum|dad)|"
    r"(?:do|have|will) (?:you|u|we|they|i|your|the kids))\b"
)
_YES_NO = re.compile(
    r"^(?:(?:so|and|but|then|ok|well),? )?(?:did|do|does|were|was|are|is|have|has) (?:you"
    r"|u) (?P<rest>[a-z' ]{3,80})\?"
)


def read_question(parts: Sequence[Sentence], accused: frozenset[int]) -> str:
    """`none`, `open`, `closed` or `loaded`.

    Args:
        parts: The sentences of the message.
        accused: Indices of sentences in which something was found that accuses.
    """
    kinds = [_kind(part, accuses=index in accused) for index, part in enumerate(parts) if _asks(part)]
    return next((kind for kind in ("loaded", "open", "closed") if kind in kinds), "none")


def open_form(parts: Sequence[Sentence]) -> str:
    """A closed question of the writer's, asked openly with their own words; empty where none fits."""
    for part in parts:
        match = _YES_NO.search(part.own)
        if match and match["rest"].strip() in {
            "ok",
            "okay",
            "alright",
            "angry",
            "upset",
            "sad",
            "hurt",
            "worried",
        }:
            return "How are you?"
    return ""


def _asks(part: Sentence) -> bool:
    if "\x00" in part.own and not part.own.strip("\x00 .!?,"):
        return False
    return part.asks or bool(_WH_START.search(part.own) or _AUX_START.search(part.own))


def _kind(part: Sentence, *, accuses: bool) -> str:
    if accuses or _LOADED.search(part.own):
        return "loaded"
    if _CLOSED_WH.search(part.own):
        return "closed"
    return "open" if _OPEN.search(part.own) else "closed"
