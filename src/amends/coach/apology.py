"""What an apology has, what stands in its way, and so its kind.

The elements follow Lewicki, Polin and Lount (An Exploration of the Structure of Effective Apologies, 2016):
naming the act, owning it, seeing what it did, making amends, and how it won't happen again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.coach.draft import Apology, Finding
from amends.coach.wording import WHY
from amends.coach.words import Sentence

SURE = 0.85
"""How often a fault found by its form is one."""

_SORRY = re.compile(
    r"\b(?:sorry|soz|apolog(?:y|ies|ise|ize|ising|izing)|my bad|forgive me|excuse me that|(?:i"
    r"|we)(?: deeply| really)? regret(?: that)?)\b|\bi was wrong\b"
)
_NO_APOLOGY = re.compile(
    r"\bsorry to (?:hear|see|bother|ask|say|disturb|interrupt|be a pain|chase)\b"
    r"|\bsorry (?:for|about) your\b|"
    r"\bsorry,? (?:wrong (?:chat|number|person|thread)|(?:\w+ )?didn\'?t catch|could"
    r"|can you (?:say|repeat|hear)|what|did|which|who|i didn't (?:catch|hear|get)|say"
    r"|come again)\b|"
    r"\bsorry (?:that )?(?:he|she|they|your)\b|\bsorry (?:that )?you(?:'re| are) (?:ill|sick"
    r"|unwell|going|having|not well|poorly)\b|"
    r"\b(?:not|never|no need to be|don't be|don't say|say|said|says|saying|better safe than"
    r"|feel|felt|owe me an?|waiting for an?) "
    r"(?:sorry|apolog\w+)\b|\b(?:you|he|she|they) (?:should|could|must|never|didn't|have to"
    r"|need to|haven't) \w* ?(?:apolog|sor)|"
    r"\bno need to apolog|\baccept(?:ed|ing)? (?:your|the) apolog"
    r"|\bthanks? (?:you )?for (?:your apolog|apolog|saying sorry)|\byour apology\b"
)
_PAST = (
    r"(?:\w{2,}ed|left|was|were|had|did|didn't|said|told|went|came|gave|took|forgot|broke|ate"
    r"|put|made|hung|got|lost|"
    r"spent|drank|kept|brought|bought|sold|spoke|read|wrote|drove|held|hit|slept|stood|threw"
    r"|saw|let|hid|sent|ran|"
    r"missed|cut|swore|lied|blew|stole|wasn't|hadn't|couldn't|haven't|'ve \w+|have \w+)"
)
_NAMES = re.compile(
    rf"\b(?:i|we)(?: \w+ly)? (?:{_PAST})\b|\b(?:sorry|apolog\w+"
    rf"|forgive me) (?:\w+ ){{0,2}}?(?:for|about) (?:\w+ ?){{0,3}}?\w{{2,}}ing\b|"
    r"\b(?:sorry|apolog\w+) for (?:the|my) (?:late|delay|mess|mix-?up|shouting|noise|slow"
    r"|mistake|error|lie|way|outburst|short)|"
    r"\bwrong to \w+"
)
_NOT_AN_ACT = re.compile(
    r"\bi (?:was|am|have been) (?:so |very |just |really |completely |totally "
    r"|such )?(?:an? )?(?:wrong|out of (?:line|order)|tired|stressed|"
    r"unfair|horrible|awful|mean|idiot|drunk|exhausted|busy|hungry|angry|upset|sorry|under)\b"
    r"|\bi should(?:n't)? have\b|\bi said (?:i'm |i was )?sorry\b|"
    r"\bi wasn't thinking\b|\bi (?:didn't|never) (?:mean|meant|want)\b|\bi had a\b"
)
_OWNS = re.compile(
    r"\b(?:my (?:own )?(?:fault|mistake|failing|doing|responsibility|bad)|on me\b"
    r"|i was (?:\w+ )?(?:wrong|out of (?:line|order)|unfair|careless)|"
    r"no excuses?|i should(?:n't)? have|i shouldn't|responsibility|(?:of|from) me\b"
    r"|no business|(?:wasn't|not) fair|plain wrong|wasn't mine|"
    r"i had no right|i (?:let|hurt) you|i messed up|i screwed up|i own|i got it wrong"
    r"|was wrong|inexcusable|nobody else's)"
)
_IMPACT = re.compile(
    r"\byou (?:were|felt|must|lay|sat|had to|stood|waited|could|cried|looked|lost|missed"
    r"|needed)\b|\bmust have (?:been|felt|hurt)\b|"
    r"\bi (?:know|see|understand|realise|can see|can imagine|get) (?:it|that|how|you|what"
    r"|this)\b|\b(?:hurt|embarrass\w*|humiliat\w*|scared|frightened|worried|upset) (?:you|the"
    r"|everyone)\b|"
    r"\b(?:let|held?|holds|left|made|put|kept|cost) (?:you|the (?:team|others"
    r"|kids))\b(?! (?:know|the))|\bbroke (?:the|your) \w+ for\b|\b(?:and|which|that"
    r"|it) (?:cost|hurt|left|made|ruined|spoil)\w* (?:you|your)\b"
)
_PREVENTION = re.compile(
    r"\b(?:wont|won't|never|not) (?:ever )?.{0,40}\b(?:again|anymore|any more|before we)\b|"
    r"\bi(?:'?ve| have) (?:agreed|arranged|asked|booked|changed|given|handed|joined|learned"
    r"|locked|made|moved|put|set|signed|stopped|switched|taken|told)\b.{0,60}\b(?:so|to|from"
    r"|off|up|with|out|down|on)\b|"
    r"\b(?:putting|setting|making|keeping) (?:a |an |my |it )\w*|\bi (?:shall"
    r"|will) (?:wait my turn|ask (?:you )?(?:first|before))|\b(?:is|are) in the bin\b|"
    r"\bfrom now on\b|\bin (?:the )?future\b|\bnext time\b|\b(?:won't|will not|never"
    r"|not) .{0,40}\b(?:again|anymore|any more)\b|\bnever again\b|\breminders?\b|\balarm\b|"
    r"\bi(?:'ve| have) (?:already )?(?:set|turned|switched|put .{0,30} in my calendar"
    r"|asked .{0,20} to|booked|signed up|started|deleted|blocked|told my|muted|moved|stopped"
    r"|pinned|written|made a|given up|joined)\b|"
    r"\bi(?:'ll| will) (?:always|\w+ .{0,30}before|check .{0,20}first|leave the room"
    r"|ask (?:you )?(?:first|before)|count to|stop|keep|double-check)\b|\bi stopped\b"
    r"|\bso (?:that )?it (?:doesn't|won't|can't)\b|\bchecklist\b|\bstays with me\b"
)
_AMENDS = re.compile(
    r"\bi(?:'?ll|'m| shall| will| am) (?:\w+ ){0,3}?(?:mop|redo|rebuild|be at|go back|ring"
    r"|carry|swap|pay|get|have it out|do all|do the|make good|set (?:it|this) right"
    r"|set it straight|take (?:her|him|them|you|both)|taking|getting|doing|paying|buying"
    r"|fixing|replacing|bringing|cleaning|covering|drive to|go (?:round|back))\b|"
    r"(?:^|[.!?,] )(?:getting|buying|bringing|ordering|paying|fixing|replacing) (?:u|you|it"
    r"|them|a)\b|\bill (?:\w+ )?(?:pay|mop|fix|get|buy|replace|clean|make|do|have|ring|redo)\b"
    r"|"
    r"\bi(?:'ll| will|'m going to|'m gonna| am going to|'d like to) (?:\w+ ){0,2}?(?:replace"
    r"|pay|fix|clean|buy|bring|cook|send|put|make|correct|tell|say|get|order|transfer|redo|do"
    r"|restore|drive|collect|"
    r"come|have|take|return|repair|wash|mend|explain|give|refund|cover|sort|write|call|ring"
    r"|apologise|help|deliver|finish|rewrite|fill|catch|look after|stay|swap|ask)\b|"
    r"\bi(?:'ve| have) (?:just |already |now )?(?:replaced|paid|fixed|cleaned|bought|corrected"
    r"|ordered|transferred|mopped|told|sent|mended|repaired|returned|redone|refunded|washed"
    r"|restored|put .{0,20}back|called|written to)\b|"
    r"\b(?:make (?:it|that|this) up to you|i'm (?:getting|buying|bringing|ordering|paying|sending) )"
)
_IF = re.compile(r"\b(?:sorry|soz|apolog\w+|regret)\b,? (?:\w+ ){0,2}?(?:if\b[^.!?,]*)")
_IF_BEFORE = re.compile(r"\bif [^.!?]*?(?=,? (?:then |i'm |i am |we're |i )?(?:then )?(?:sorry|apolog))")
_BUT = re.compile(r"\b(?:sorry|soz|apolog\w+)\b[^.!?\n]*?[\s,](?P<but>but|however|though)\b")
_PASSIVE = re.compile(
    r"\b(?:ball|trust|messages|secrets|lines|feelings) (?:was|were|got) (?:\w+ )?(?:dropped"
    r"|broken|leaked|crossed|hurt)\b|\bthese things happen\b|\bwas (?:perceived|received"
    r"|taken) as\b|"
    r"\b(?:mistakes|errors|things|words|promises|feelings) (?:were|got|have been)\b|\b(?:stuff"
    r"|things|it|feelings) got \w+|\bit (?:came|has come|had to come) to this\b|"
    r"\bthere (?:was|were|has been|have been) (?:an? |some |any )?(?:misunderstanding"
    r"|confusion|mistake|mix-up|problem|upset|delay|issue|tension)|\b(?:that|how"
    r"|for how) (?:this|it|things) (?:happened|went|turned out|ended)|"
    r"\bsorry (?:that |about how |for how )?you (?:feel|felt|took|take|think|thought"
    r"|were (?:offended|hurt|upset)|got|are (?:upset|hurt|offended)|'re (?:upset|hurt"
    r"|offended)|see it|misunderstood)|\bsorry (?:that )?(?:feelings|anyone|this happened"
    r"|that happened|it happened)"
)
_MINIMISE = re.compile(
    r"\b(?:it|that|this)(?:'s| was| is|'d been)? (?:was |is )?(?:only|just|hardly|barely"
    r"|merely|one|not (?:that|such|even|so|a big))\b|\bcome on\b|\bbig deal\b|\banyway[.!]*$"
    r"|\bnobody died\b|\bno one died\b|"
    r"\bend of the world\b|\bcould (?:be|have been) worse\b|\boverreact|\brelax\b"
    r"|\blighten up\b|\bsome (?:little|silly)\b|\ba (?:tiny|little|small|silly) (?:bit |thing"
    r"|joke|mistake|lie)\b|\bno harm\b|\bhardly (?:a|the)\b|\bso sensitive\b|\bit happens\b"
    r"|\ba bit (?:loud|late|rude)\b"
)
_BLAME = re.compile(
    r"\b(?:you|u)(?:'ve| have|'d)? (?:also |really |just )?(?:made|drove|started|provoked"
    r"|pushed|wound|asked for|forced|weren't|didn't|never|shouldn't|should|could have|kept"
    r"|keep|always|got me)\b|\bif you (?:hadn't|had|didn't|weren't|would|wouldn't|just|'d)\b"
    r"|\bbecause (?:you|of you)\b|\byour (?:own )?fault\b|\byou (?:did|do"
    r"|were) .{0,20}\b(?:too|first|as well)\b|\byou're (?:not|no|just|too|so)\b"
)
_EXCUSE = re.compile(
    r"\b(?:work|the (?:motorway|traffic|train|bus|weather|kids|boss|alarm|trains|road|tube"
    r"|wifi|phone)|traffic|my (?:boss|phone|alarm|train|head|battery|car))(?:'s| is| was| has"
    r"| had| were| died| ran)\b|"
    r"\bi(?:'d| was|'ve been| have been| am|'m)(?: just| so| really| very| been)* (?:tired"
    r"|stressed|drunk|busy|exhausted|swamped|hungry|overworked|under (?:so "
    r"|a lot of )?(?:much )?(?:pressure|stress)|up all night|not feeling|having a)\b|"
    r"\bi(?:'ve)? had (?:an? |so |too )(?:\w+ )?(?:bad|hard|long|rough|terrible|lot|awful|much"
    r"|horrible|stressful|mad|nightmare)\b|\bnightmare\b|\bwasn't thinking straight\b"
    r"|\bmy (?:battery|phone) (?:died|was)\b|\bthat's just how i\b|\bi can't help\b"
    r"|\bnobody (?:told|reminded) me\b"
)
_DEMAND = re.compile(
    r"\bcan (?:you|u) (?:please )?(?:just )?stop (?:now|sulking|being)\b"
    r"|\b(?:now )?(?:crack on|be happy|smile again|cheer up)\b|\bneed not speak of it\b"
    r"|\bdon't bring it up\b|\bno more questions\b|"
    r"\b(?:please |now |you (?:have|need|ought) to |you must |so |just )?forgive me\b(?! for)"
    r"|\bmove on\b|\bdrop it\b|\bget over it\b|\bstop (?:being|sulking|going on|making"
    r"|bringing|with the|punishing)\b|\bbe nice\b|\bi(?:'ve)? (?:already )?(?:said"
    r"|apologised)(?: that| i'm| i was)? ?(?:sorry|already|twice|three times)?\b(?=[^a-z]*$)"
    r"|\bwhat more do you want\b|\blet it go\b|\bforget (?:about )?(?:it|this)\b|\bput (?:it"
    r"|this) behind\b|\bcan we (?:just )?(?:be|go back|stop)\b|\bhappy now\b"
    r"|\bnow (?:it's )?your turn\b|\byou (?:have|need) to (?:forgive|accept|stop|trust|let)\b"
    r"|\bi expect (?:you|all)\b"
)


def read_apology(parts: Sequence[Sentence]) -> tuple[Apology, tuple[Finding, ...]]:
    """The apology in a message, if there is one, with its faults where they stand."""
    sorry = [part for part in parts if _apologises(part)]
    if not sorry:
        return Apology(), ()
    faults = tuple(_apart(_faults(parts)))
    names = tuple(dict.fromkeys(fault.label.removeprefix("apology:") for fault in faults))
    has = _elements(parts, names)
    return Apology(_kind(has, names), has, names), faults


def _apologises(part: Sentence) -> bool:
    found = _SORRY.search(part.own)
    return found is not None and not _NO_APOLOGY.search(part.own)


def _elements(parts: Sequence[Sentence], faults: tuple[str, ...]) -> tuple[str, ...]:
    owned = [
        part.own
        for part in parts
        if not part.asks and not _IF.search(part.own) and not _IF_BEFORE.search(part.own)
    ]
    act = any(_NAMES.search(_NOT_AN_ACT.sub("", text)) for text in owned)
    own = any(_OWNS.search(text) for text in owned) or (act and "blame" not in faults)
    checks = {
        "names_act": act,
        "owns": own,
        "impact": own and "blame" not in faults and any(_IMPACT.search(text) for text in owned),
        "amends": any(_AMENDS.search(text) and not _PREVENTION.search(text) for text in owned),
        "prevention": any(_PREVENTION.search(text) for text in owned),
    }
    return tuple(name for name, holds in checks.items() if holds)


def _kind(has: tuple[str, ...], faults: tuple[str, ...]) -> str:
    if "owns" not in has:
        return "non" if faults else "partial"
    mends = "amends" in has or "prevention" in has
    return "full" if "names_act" in has and mends and not faults else "partial"


def _faults(parts: Sequence[Sentence]) -> Iterator[Finding]:
    for part in parts:
        yield from _conditions(part)
        rest = _BUT.search(part.own)
        if rest:
            yield _fault("but", part.start + rest.start("but"), part.start + rest.end("but"))
        yield from _whole(part, rest.end() if rest else 0)


def _conditions(part: Sentence) -> Iterator[Finding]:
    before = _IF_BEFORE.search(part.own)
    if before:
        yield _fault("if", part.start + before.start(), part.start + before.end())
        return
    after = _IF.search(part.own)
    if after:
        yield _fault("if", part.start + part.own.index("if", after.start()), part.start + after.end())


def _whole(part: Sentence, after: int) -> Iterator[Finding]:
    rest = part.own[after:].lstrip(" ,")
    start = part.end - len(rest)
    for name, form in (("passive", _PASSIVE), ("minimise", _MINIMISE), ("demand", _DEMAND)):
        if form.search(rest) and not _OWNS.search(rest):
            yield _fault(name, start, part.end)
    if _OWNS.search(rest):
        return
    if _BLAME.search(rest) and not part.asks:
        yield _fault("blame", start, part.end)
    if _EXCUSE.search(rest):
        yield _fault("excuse", start, part.end)


def _fault(name: str, start: int, end: int) -> Finding:
    label = f"apology:{name}"
    return Finding(label, start, end, SURE, WHY[label])


def _apart(found: Iterator[Finding]) -> Iterator[Finding]:
    seen: set[tuple[str, int]] = set()
    for one in found:
        if (one.label, one.start) not in seen:
            seen.add((one.label, one.start))
            yield one
