# ruff: noqa: D210, E501 - tables of forms read better whole
"""Whether a message commits its writer to something that is still to be done, and by when.

A promise is a commissive in the sense of Searle (A Taxonomy of Illocutionary Acts, 1976): the writer takes an
act of their own upon themselves. Hopes, guesses, offers asked as questions, wishes with "would", what others are
to do, what was promised before, reported or quoted speech, refusals, threats and turns of phrase are none. To
refrain counts when something is given up for good ("I won't shout again"), not when a wish is turned down ("I
won't discuss this"). The rules are a few forms of commitment, and for each what would make it something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from amends.coach.due import Piece, pieces, plain, settle, together

FOUND = 0.5
"""From this probability on a commitment is given back."""
SURE, LIKELY, FAIR, DOUBTFUL = 0.95, 0.85, 0.65, 0.3
"""How often a form of commitment is one: with a time or a plain word, without, with a reserve, hardly."""
FRAGMENT = 7
"""The most words of a sentence that only adds a time."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise found in a message.

    Attributes:
        start: Where its words begin in the text.
        end: Where they end.
        due: The day or the moment it is due, as ``due.find_times`` gives it; None if no time is said.
        probability: How likely it is that the writer commits to it, from 0.5 to 1.
    """

    start: int
    end: int
    due: date | datetime | None
    probability: float


def promises(text: str, now: datetime, previous: str | None = None) -> tuple[Commitment, ...]:
    """The commitments of the writer in a message, in its order.

    Where one is due for the message as a whole, ``first_due`` says when.

    Args:
        text: The message.
        now: When it is written, in the writer's zone or naive.
        previous: The message it answers; a bare "will do" takes its time from there.
    """
    low = _QUOTED.sub(lambda quote: "\x00" * len(quote[0]), plain(text))
    asked = plain(previous) if previous else ""
    sentences = [_Sentence(low, match.start(), match.end()) for match in _SENTENCE.finditer(low)]
    parts = pieces(low, now)
    found = []
    for index, sentence in enumerate(sentences):
        for form in _forms(sentence, asked, timed=_any_within(parts, sentence)):
            near = _neighbours(sentences, index)
            due = _due(form, sentence, near, parts, now) or _due_as_asked(form, asked, now)
            probability = form.probability if due is None else _with_time(form)
            if probability >= FOUND and (due is not None or not form.needs_time):
                found.append(Commitment(form.start, form.end, due, probability))
    return tuple(_apart(found))


def first_due(commitments: Iterable[Commitment]) -> date | datetime | None:
    """When the first commitment that names a time is due."""
    return next((one.due for one in commitments if one.due is not None), None)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence within the plain text, whose positions it keeps."""

    low: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.low[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of commitment found: where, how likely, whether only a time makes it one."""

    start: int
    end: int
    probability: float
    needs_time: bool = False
    answers: bool = False


# Forms of commitment.


def _forms(sentence: _Sentence, asked: str, *, timed: bool) -> list[_Form]:
    readers = (_futures, _refrainings, _words_given, _results, _goings_on, _fragments)
    found = [form for read in readers for form in read(sentence)]
    if asked and _REQUEST.search(asked):
        found += _acceptances(sentence, timed=timed)
    return sorted((form for form in found if form.probability > 0), key=lambda form: form.start)


def _futures(sentence: _Sentence) -> list[_Form]:
    """ "I'll send it", "going to fix it", "will drop the key"."""
    found = []
    for expression in (_FUTURE, _BARE_FUTURE):
        for match in expression.finditer(sentence.low, sentence.start, sentence.end):
            end = _clause_end(sentence, match.end())
            doing = sentence.low[match.end() : end]
            probability = _how_likely(sentence, match, doing)
            found.append(_Form(match.start("said"), end, probability, answers=True))
    return found


def _how_likely(sentence: _Sentence, match: re.Match[str], doing: str) -> float:
    before = sentence.low[sentence.start : match.start("said")]
    after = sentence.low[match.end() : sentence.end]
    if _NO_ACT.match(doing) or _HARM.match(doing) or _set_aside(before) or _bargain(before, after):
        return 0
    if _RESERVE.search(after) or _asks(sentence, match.end()):
        return DOUBTFUL
    if _STATE.match(doing) and not _STATE_TO_HOLD.match(doing):
        return 0
    if match["who"] and match["who"].startswith("we"):
        return FAIR if _SHARED_ACT.match(doing) else DOUBTFUL
    if re.search(r"\bif\b", before) or _TENTATIVE.match(doing):
        return FAIR
    return LIKELY


def _set_aside(before: str) -> bool:
    """Whether words in front make it a guess, a report, a question or a condition."""
    return bool(_NOT_MINE.search(before) or _WONDERING.search(before))


def _bargain(before: str, after: str) -> bool:
    """Whether it is held out as a threat: "if you don't …", "one more word and …", "or …"."""
    return bool(_ULTIMATUM.search(before) or _ULTIMATUM_AFTER.search(after))


def _asks(sentence: _Sentence, after: int) -> bool:
    """Whether the commitment itself is put as a question, and no question only follows it."""
    if sentence.low[sentence.end - 1] != "?":
        return False
    return not _THEN_ASKS.search(sentence.low, after, sentence.end)


def _refrainings(sentence: _Sentence) -> list[_Form]:
    """ "I won't shout again", "never again", "it won't happen again"."""
    found = []
    for match in _REFRAIN.finditer(sentence.low, sentence.start, sentence.end):
        end = _clause_end(sentence, match.end())
        doing = sentence.low[match.end() : end]
        before = sentence.low[sentence.start : match.start("said")]
        after = sentence.low[match.end() : sentence.end]
        for_good = _FOR_GOOD.search(doing) or _FOR_GOOD_BEFORE.search(before) or match["ever"]
        if _set_aside(before) or _bargain(before, after) or _TURNED_DOWN.match(doing):
            continue
        if _KEPT_BACK.match(doing) or (for_good and not _WITHDRAWN.match(doing)):
            found.append(_Form(match.start("said"), end, LIKELY))
    found += [
        _Form(match.start(), match.end(), LIKELY)
        for match in _NOT_AGAIN.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
    ]
    return found


def _words_given(sentence: _Sentence) -> list[_Form]:
    """ "I promise", "you have my word", "consider it done", "from now on I ask first"."""
    return [
        _Form(match.start(), _clause_end(sentence, match.end()), LIKELY)
        for match in _WORD_GIVEN.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
    ]


def _results(sentence: _Sentence) -> list[_Form]:
    """ "You'll have it by noon", "it'll be done tonight": a promise once it has a time."""
    return [
        _Form(match.start(), _clause_end(sentence, match.end()), FAIR, needs_time=True)
        for match in _RESULT.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
        and not _RESERVE.search(sentence.low, match.end(), sentence.end)
        and not _asks(sentence, match.end())
    ]


def _goings_on(sentence: _Sentence) -> list[_Form]:
    """ "I'm collecting Dad on Friday": an act for another, arranged for a time."""
    return [
        _Form(match.start(), _clause_end(sentence, match.end()), FAIR, needs_time=True)
        for match in _GOING_ON.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
        and not _asks(sentence, match.end())
        and not _RESERVE.search(sentence.low, match.end(), sentence.end)
    ]


def _fragments(sentence: _Sentence) -> list[_Form]:
    """ "Home by seven", "be there in ten"."""
    if sentence.low[sentence.end - 1] == "?":
        return []
    breaks = _COMMA.finditer(sentence.low, sentence.start, sentence.end)
    starts = [sentence.start, *(comma.end() for comma in breaks)]
    matches = [_FRAGMENT.match(sentence.low, start, sentence.end) for start in starts]
    return [
        _Form(match.start("said"), _clause_end(sentence, match.end()), FAIR, needs_time=True)
        for match in matches
        if match and not _set_aside(sentence.low[sentence.start : match.start()])
    ]


def _acceptances(sentence: _Sentence, *, timed: bool) -> list[_Form]:
    """ "Will do", "on it", "sure, by six", said to a request."""
    match = _ACCEPTED.match(sentence.low, sentence.start, sentence.end)
    if match:
        return [_Form(match.start("said"), match.end("said"), LIKELY, answers=True)]
    match = _YES.match(sentence.low, sentence.start, sentence.end)
    if match and timed and sentence.low[sentence.end - 1] != "?":
        return [_Form(match.start("said"), _clause_end(sentence, match.end()), FAIR, needs_time=True)]
    return []


def _with_time(form: _Form) -> float:
    if form.probability == LIKELY:
        return SURE
    return LIKELY if form.probability == FAIR else form.probability


# When it is due.


def _due(
    form: _Form, sentence: _Sentence, near: list[_Sentence], parts: tuple[Piece, ...], now: datetime
) -> date | datetime | None:
    """What is said in the commitment's own clause, else in front of it, else in a bare time beside it."""
    low = sentence.low
    began = _clause_start(sentence, form.start)
    for start, end in (
        (began, form.end),
        *((one.start, one.end) for one in near if _only_a_time(one, parts)),
    ):
        within = [part for part in parts if start <= part.start < end]
        due = _time_of(low, within, now, low[start:end])
        if due is not None:
            return due
    return None


def _time_of(low: str, within: list[Piece], now: datetime, around: str) -> date | datetime | None:
    """The time of a clause: a day and an hour said apart in it belong together."""
    groups = [group for group in together(low, within) if all(part.ahead for part in group)]
    groups = [group for group in groups if not _NOT_DUE.search(low[: group[0].start])]
    groups.sort(key=lambda group: not _DEADLINE.search(low[: group[0].start]))
    if not groups:
        return None
    first = groups[0]
    if any(part.moment for part in first):
        return settle(first, now, around)
    lacks_day, lacks_clock = not any(part.day for part in first), not any(part.clock for part in first)
    for group in groups[1:]:
        if (lacks_day and any(part.day for part in group)) or (
            lacks_clock and any(part.clock for part in group) and not any(part.day for part in group)
        ):
            return settle([*first, *group], now, around)
    return settle(first, now, around)


def _due_as_asked(form: _Form, asked: str, now: datetime) -> date | datetime | None:
    """The time of the request, for an answer that names none."""
    if not form.answers or not asked or not _REQUEST.search(asked):
        return None
    return _time_of(asked, list(pieces(asked, now)), now, asked)


def _any_within(parts: tuple[Piece, ...], sentence: _Sentence) -> bool:
    return any(sentence.start <= part.start < sentence.end and part.ahead for part in parts)


def _neighbours(sentences: list[_Sentence], index: int) -> list[_Sentence]:
    return sentences[index + 1 : index + 2] + sentences[max(index - 1, 0) : index]


def _only_a_time(sentence: _Sentence, parts: tuple[Piece, ...]) -> bool:
    """Whether a sentence has no clause of its own, only a time beside few words."""
    short = len(sentence.text.split()) <= FRAGMENT and sentence.low[sentence.end - 1] != "?"
    return short and _any_within(parts, sentence) and not _OWN_CLAUSE.search(sentence.text)


def _clause_end(sentence: _Sentence, after: int) -> int:
    match = _NEXT_CLAUSE.search(sentence.low, after, sentence.end)
    end = match.start() if match else sentence.end
    return end - len(sentence.low[after:end]) + len(sentence.low[after:end].rstrip(" ,.!?;:-–\n"))


def _clause_start(sentence: _Sentence, start: int) -> int:
    """Where the clause begins, with a time or a "when I'm home" put in front of it."""
    before = sentence.low[sentence.start : start]
    if _WAIT.search(before):
        return sentence.start
    breaks = [match.end() for match in _BREAK.finditer(before)]
    for position in reversed([0, *breaks]):
        chunk = before[position:]
        if _OWN_CLAUSE.search(chunk) and not _FRONTED.match(chunk):
            later = [end for end in breaks if end > position]
            return sentence.start + (later[0] if later else len(before))
    return sentence.start


def _apart(found: list[Commitment]) -> list[Commitment]:
    """Commitments that do not overlap: of those that do, one that spans both and knows the time."""
    kept: list[Commitment] = []
    for one in sorted(found, key=lambda one: one.start):
        if kept and one.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Commitment(
                last.start,
                max(last.end, one.end),
                last.due if last.due is not None else one.due,
                max(last.probability, one.probability),
            )
        else:
            kept.append(one)
    return kept


# Where a message and its sentences divide.

_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|(?<![\w\'])\'(?=\w)(?:[^\'\n]|\'(?=\w))+\'(?!\w)')
_SENTENCE = re.compile(
    r"[^\s.!?](?:[^.!?\n]|(?<=\d)\.(?=\d)|(?<=\b[ap])\.(?=\s?m)|(?<=\b[ap]\.m)\.(?=\s*[a-z\d])|\.(?=\w))*[.!?]?"
)
_SUBJECT = r"(?:i|you|he|she|we|they|it|there|that|this|who|what|everyone|nobody)"
_NEXT_CLAUSE = re.compile(
    rf"[;:](?=\s)|\s[-–—]+\s|,?\s+(?:and|but|so|because|cos|while|whereas|though|although)\s+{_SUBJECT}(?:'\w+)?\b"
    rf"|,\s+(?:{_SUBJECT}(?:'\w+)?\s+\w|(?:do|does|did|is|are|can|could|will|would|what|how|when|have|has|any)\b)"
)
_BREAK = re.compile(r"[,;:]\s+|\s[-–—]+\s+|\b(?:and|but|so|because|then|cos)\s+")
_OWN_CLAUSE = re.compile(
    r"\b(?:i|you|he|she|we|they|it|that|who)(?:'\w+)?\s+(?!(?:and|or|but|,)\b)\w|\b(?:is|was|were|are|has|had|sorry|left"
    r"|forgot|thanks?|went|didn't|don't)\b"
)
_FRONTED = re.compile(
    r"(?:when|once|after|as soon as|before|if|by the time|the moment|straight after|from)\b"
)
_WAIT = re.compile(
    r"\b(?:give me|gimme|need|let me have|just|hang on|wait)\b[^.]*\b(?:minutes?|mins?|hours?|half an)\b"
)

# What a time is not due by, and what sets a limit.

_NOT_DUE = re.compile(r"\b(?:until|till|til|since|from|of|than|other than|about|for) (?:the )?$")
_DEADLINE = re.compile(r"\b(?:by|before|no later than|within|latest) (?:the |about |around )?$")

# The forms.

_ADVERB = (
    r"(?:(?:just|also|then|definitely|certainly|surely|personally|happily|gladly|of course|actually|really|defo"
    r"|totally|quickly|now|still|even|only|always|absolutely|at least|instead|again|finally|obviously|deffo|def"
    r"|(?:make sure|be sure) (?:that )?i(?:'ll)?)\s+)*"
)
_FUTURE = re.compile(
    rf"(?P<said>(?:\b(?P<who>i|we)(?:\s*'ll|\s+will|\s+shall|\s+wil)|\b(?P<who2>ill(?<!\bm ill)(?=\s+(?:send|be (?:there|back|home|on|at|with|in|round)|pick"
    r"|do|call|get|bring|come|make|pay|sort|fix|ring|text|drop|take|tell|put|clean|meet|give|let you|help|have it|ask"
    rf"|check|try|see|go)\b))|\b(?:i'?m|i am|we'?re|we are)(?:\s+\w+)?\s+(?:going to|gonna)|\bimma|\bima))\s+{_ADVERB}"
    r"(?!not\b|never\b|be able\b)(?=[a-z])"
)
_BARE_FUTURE = re.compile(
    rf"(?:(?<=[.!?]\s)|(?<=[,;:]\s)|^|(?<=\n)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthen\s)|(?<=\byes\s)|(?<=\byep\s)|(?<=\bok\s)"
    rf"|(?<=\bsure\s)|(?<=\bsorry\s))(?P<said>(?P<who>)(?:will|'ll|shall|gonna|going to)\s+{_ADVERB}"
    r"(?!not\b|never\b|be\s+(?:fine|ok)|i\b|you\b|he\b|she\b|it\b|we\b|they\b|the\b|this\b|that\b|there\b|your\b|my\b"
    r"|a\b|his\b|her\b|our\b|power\b|anyone\b|do\s*[.,!x]|do\s*$)(?=[a-z]))"
)
_REFRAIN = re.compile(
    r"(?:(?P<said>\b(?:i|we)\s+(?:won't|wont|will not|shall not|shan't)(?P<ever>\s+ever)?"
    r"|\b(?:i|we)(?:'ll|\s+will)\s+(?:not\b|never\b(?P<ever2>))|\bi'?\s?a?m not (?:going to|gonna)(?P<ever3>\s+ever)?"
    r"|(?:(?<=[.!?]\s)|^|(?<=\n))(?:won't|wont|will never)))\s+(?=[a-z])"
)
_NOT_AGAIN = re.compile(
    r"\b(?:(?:it|this|that)(?:'ll|\s+will)?\s*(?:won't|will not|will never|never|not)\s+(?:ever\s+)?(?:be )?happen(?:ing)?"
    r"(?:\s+again)?|(?:it|this|that) (?:was|is) the last time(?! you)|(?:it|that) won't be repeated"
    r"|no more (?:secrets|lies|lying|shouting|hiding|excuses from me|sneaking)|never again(?=\s*(?:$|[,.;!]|will i\b)))"
)
_WORD_GIVEN = re.compile(
    r"\b(?:i(?: do| really| solemnly| hereby)? (?:promise|swear|vow|guarantee|pledge)(?! (?:nothing|you nothing|by\b))"
    r"(?= (?:to|not to|that|you|never|this|it|i(?:'ll|ll| will| won'?t| shall))\b|\s*[,.!:–-]|\s*$)"
    r"|you have my word|(?<!you )(?<!the )(?<!a )(?<!my )(?<!to )(?<!your )promise(?= ?(?:x+|love|babe|mate)?[.!]*\s*$)|i (?:hereby )?undertake to|mum'?s the word|(?:i )?give you my word|that'?s a promise|my word on it|i commit to|i'?m committing to"
    r"|consider it (?:done|sorted|booked|handled)|leave (?:it|that) (?:with|to) me|(?:you can )?count on me"
    r"|you can rely on me|(?:it|that|this|your secret|anything you tell me|everything you tell me|what you (?:tell|told) me)"
    r"(?:'s| is|'ll stay| stays| will stay)(?: safe)? (?:with me|between us)"
    r"|my lips are sealed|i'?m (?:already |right )?on it|(?:drinks|dinner|lunch|coffee|breakfast)(?:'s| is| are) on me"
    r"|(?:from now on|going forward|in future|from today|next time),? i(?! wish| want| hope| need| feel| think| expect"
    r"|'d| would| might| may| could| can't)(?: \w+)*? (?=[a-z])|i(?:'?m| am) (?:willing and )?committed to"
    r"|from now on,? (?:no|any|every|all|my)\w*\b(?! you\b)[^.]*\b(?:me|mine|i|my)\b)"
)
_RESULT = re.compile(
    r"\b(?:you(?:'ll| will) (?:have|get|find|receive|see|hear)(?! to\b| over| what| used| away)"
    r"|(?:it|that|this|they|everything|(?:maintenance|rent|contract|timber|money|report|invoice|draft|payment|parcel|delivery|dinner)|the \w+(?: \w+)?|your \w+(?: \w+)?|my \w+(?: \w+)?)(?:'ll| will) (?:all )?"
    r"(?:be (?:done|ready|with you|there|finished|fixed|sorted|paid|sent|delivered|cleaned|back|in your|on your|up|live"
    r"|clean|gone|written|booked|returned|merged|washed|waiting for you|handled|complete|submitted)|reach you"
    r"|arrive with you)|expect (?:it|them|the \w+|my \w+) )\b"
)
_GOING_ON = re.compile(
    r"(?:\bi(?:'?m| am) |^|(?<=[.!?,]\s))(?:definitely |also |just |coming to )?(?:collecting|picking|bringing|sending|driving|paying|booking"
    r"|cooking|taking|dropping|calling|ringing|making|fixing|returning|cleaning|buying|getting|fetching|coming"
    r"|handing|delivering|giving|phoning|sorting|starting|moving|meeting|doing|leaving|going (?:back|round|over))\b(?! (?:you|your|from|back to)? ?\?)"
)
_COMMA = re.compile(r",\s+")
_FRAGMENT = re.compile(
    r"\W*(?:me|yes|yep|yeah|ok|okay|sure|omw|on my way|running late but|sorry|no worries|of course)?[,\s!x]*"
    r"(?P<said>(?:i'm )?(?:be )?(?:(?:back|home|there|down|over|with you|round|at (?:yours|mine|work|mum's|the \w+)|yours|there for you|done|ready|out)\b)"
    r"|(?:be (?:back|home|there|down|with you))|on my way)\s+(?=(?:by|at|in|before|within|tonight|tomorrow|for|around"
    r"|about|on|no later|after|first|and there|half|\d))"
)
_ACCEPTED = re.compile(
    r"\W*(?:(?:yes|yeah|yep|yup|sure|ok|okay|of course|no (?:problem|worries)|fine|absolutely|sorry|right|ah|oh|course"
    r"|got it|understood|definitely|certainly|aye|alright|all right|gladly|happy to)[\s,.!]+)*"
    r"(?P<said>will do|on it|i will(?=\s*(?:$|[,.!x]|promise|love|by|before|tonight|tomorrow|as soon))|i'll do (?:it|that)"
    r"|doing it now|consider it done|you got it|yes,? i can do that|i'?ve got it|leave it with me|on my list)\b[^?]*$"
)
_YES = re.compile(
    r"\W*(?P<said>(?:yes|yeah|yep|yup|sure|ok|okay|of course|no (?:problem|worries)|absolutely|definitely|certainly"
    r"|deal|right|me)\b(?:[\s,.!]+(?:yes|sure|of course|no problem|i can|can do|that works|will be|it will|thing|love"
    r"|mate|mum|dad|babe))*[\s,.!]*)(?=(?:by|at|on|before|in|tonight|tomorrow|first|today|this|after|within|half|end"
    r"|\d|mon|tue|wed|thu|fri|sat|sun)\w*)"
)
_REQUEST = re.compile(
    r"\b(?:can|could|will|would|won't|are) (?:you|u|someone|anyone)\b|\bplease\b|\bdon't forget\b|\bremember to\b"
    r"|\bwho(?:'s| is| will| can|'ll)\b|\bwhen (?:will|can|are|do|shall)\b|\bi need (?:you|the|it|that|your)\b|\byou need to\b"
    r"|\bmake sure\b|\bwhat time\b|\bmind \w+ing\b|\bany chance\b|\byou said you(?:'d| would)\b|^\s*(?:send|call|bring"
    r"|pick|get|ring|text|let me|buy|put|take|give)\b|\bis there any\b|\bdeadline\b|\bdue\b"
)

# What makes it something else.

_NOT_MINE = re.compile(
    r"\b(?:said|say|says|saying|told \w+|tell \w+|thought|think|thinks|claim\w*|assumed?|heard|hears?|believes?"
    r"|(?<!nothing to )doubt|hop(?:e|ing|ed)|wish|guess|suppose|reckon|bet|afraid|scared|worried|worry|fear|expects?"
    r"|feel(?: like| as if)?|imagine|maybe|perhaps|hopefully|probably|possibly|with luck|ideally|in theory|not sure"
    r"|dream(?:t|ed)?|pretend|seems|looks like|wonder(?:ing)?|know|knows|knew|if|unless|whether|in case|the day|or"
    r"|or else|so that|suspect|predict|convinced|mean|means|reads?|shouts?|shouted|goes|be like|was like|promised"
    r"|it's not (?:as if|like)|can't promise|cannot promise|won't promise|couldn't promise|don't promise|as if|like"
    r"|not that)(?: me| you| her| him| them| to \w+)?,?(?: that)?[\s:,]*$"
)
_WONDERING = re.compile(
    r"\b(?:what|how|why|where|who|which)\s*$|\bwhen\s*$|^\W*(?:do|does|did|why|what makes|how|who|don't) [^,]*$"
    r"|\b(?:can't|cannot|won't|couldn't|don't|not|never|didn't|to|you|he|she|they|we|used to|always)(?: really| yet)?\s*$"
    r"|\bi wish\b|\bi'd\b[^,]*\bif\b"
)
_ULTIMATUM = re.compile(
    r"\bif (?:you|u|she|he|they|i)(?:'re|'ve)?(?: \w+)? (?:don't|do not|ever|leave|walk|go near|see (?:him|her|them)|keep"
    r"|touch|tell|speak|say|do (?:that|this|it)|dare|won't|aren't|didn't|haven't|can't|try|hear|catch|find|still|call me"
    r"|raise|shout|lie)\b|\bunless you\b|\b(?:one more|say that|do that|do it|touch|once more|another word|try (?:it|that|me)"
    r"|show your face|just you wait|next time you|the (?:moment|minute|second) you|or else|keep (?:this|that|it) up"
    r"|carry on|go (?:on|ahead)|leave me|walk out|again and)\b|\bor\s*$|\bor then\s*$"
)
_ULTIMATUM_AFTER = re.compile(
    r"\b(?:if|unless) (?:you|u)(?: \w+)? (?:don't|do not|ever|leave|walk|go near|keep|touch|dare|won't|aren't|try"
    r"|tell anyone|tell anybody|say (?:another|one)|see (?:him|her|them)|speak to|lie|shout|raise|do (?:that|this) again)\b"
    r"|\bunless you\b|\buntil you (?:apologi[sz]e|say sorry|beg|admit)\b"
)
_HARM = re.compile(
    r"(?:kill|hurt|hit|smack|slap|punch|ruin|destroy|smash|stab|strangle|choke|shoot|beat|crush|bury|sue|expose|divorce"
    r"|sack|fire|haunt|hang|jump|kick|burn|block|dump|report|evict|end (?:it|this|things|you|us|myself)|cut (?:you|my)"
    r"|throw (?:you|your|it|myself)|break (?:your|his|her|every|you)|leave (?:you|him|her)\b(?! (?:the|a|some|your|in|to))"
    r"|sell (?:your|the)|(?:take|keep) the (?:kids|children|house)|change the locks|come after|stop paying"
    r"|make (?:you|him|her|them|your life|sure (?:you|he|she|they|everyone|that you)) (?!a\b|some|dinner|tea|coffee|lunch"
    r"|breakfast|get (?:the|your|it)|have|your|something|feel|proud|happy)|(?:tell|show|let) (?:everyone|everybody|the (?:whole"
    r"|world|kids what|police)|your boss|your (?:mum|mother|wife|husband|friends) (?:what|about)|them all|social)"
    r"|post (?:the pictures|those|it online)|publish|have you (?:arrested|sacked|fired|removed|out)|get you (?:fired|sacked|for)"
    r"|put (?:you|him|her|the car)(?: \w+)? (?:in|into|through) (?:a|the|hospital)|drive (?:the car )?(?:into|off)"
    r"|call (?:the police|a lawyer|my lawyer|my solicitor|social services)|never (?:speak|talk|see)|pay you back for (?:this|that)"
    r"|teach you|find out|give you (?:something to|a reason)|take you (?:to court|for))\b"
)
_NO_ACT = re.compile(
    r"(?:probably|maybe|perhaps|possibly|hopefully|likely|try|attempt|do (?:my|what) (?:best|i can)|do my (?:very )?best"
    r"|see (?:if|what|how|whether|about|which|when)\b|be honest(?=\s*(?:$|[,.:;]|here|i |and say|with you[,.:]))"
    r"|be (?:blunt|frank|straight|brief|quick|real)|say (?:this|that|one|again|what|nothing|no more|so|only|i\b|it(?: again)?"
    r"\s*[:,]|it once)|say\s*[:,]|say\s*$|just say|admit|grant|bet\b|wager|confess|concede|agree (?:that|you)|assume|presume"
    r"|imagine|be damned|take (?:that|this|it) (?:as|personally)|take (?:my chances|offence|a seat|your word|it or)"
    r"|pass\b(?! (?:it|them|the|your|on))|have to|need|want|must|wait and see|leave it (?:at|there)|leave you (?:to it|be\b)"
    r"|leave (?:now|then)?\s*$|let (?:it|that|you) (?:go|slide|off|get|be)\b|live\s*$|take it\s*$|spare you|skip|start by"
    r"|stop (?:there|here)|tell you (?:what|something|this|why|who|one thing|how)\b|show you (?:who|what)|give you that"
    r"|be (?:going|leaving) (?:then|now)|the \w+|a \w+|my \w+|your \w+|bed|work|school|town|church|hospital|uni"
    r"|go (?:mad|crazy|insane|nuts|bankrupt|spare|ballistic)|just (?:leave|go)\s*$|do (?:what|as|whatever) i (?:like|want|please)"
    r"|eat my hat|keep (?:that|it) in mind\s*$|have none|be the judge|get (?:over it|used|fired|the sack|in trouble|old|sick"
    r"|angry|upset|cross|even|lost|my own)|end up|turn into|look (?:silly|stupid|like)|come across"
    r"|have (?:the|a|an|some|another|two|my usual|what)\s+(?:\w+\s*){1,3}(?:please)?\s*$(?<!look)(?<!word)(?<!think)(?<!chat)"
    r"(?<!go)(?<!talk)(?<!with him)(?<!with her)|rather)\b"
)
_STATE = re.compile(
    r"(?:be\b|love|miss|hate|like\b|enjoy|know|understand|feel|regret|remember(?! to)|forget|want|believe|trust|recover"
    r"|cope|manage|survive|suffer|cry|scream|explode|burst|freeze|starve|drown|struggle|dread|mind|matter|seem|appear|become"
    r"|win\b|fail|lose\b|earn|inherit|sleep|dream|wonder|doubt|fear|worry|panic|die\b|faint|collapse|forgive|deserve|hope"
    r"|think (?:so|that|of|you)|realise|realize|wake up|snap|hold it against|fall|age\b|grow|turn (?:\d|forty|fifty|thirty)"
    r"|resent|owe|cost|see (?:you|him|her|them|it|that)(?! (?:right|through|home|safely))|hear|wait (?:for ever|forever)|catch"
    r"|have (?:a (?:heart|breakdown|fit|headache|baby)|no (?:choice|time|idea))|prefer|always|never|still)\b"
)
_STATE_TO_HOLD = re.compile(
    r"(?:be (?:there|here|back|home|down|up (?:early|at|by|to)|over|round|with you|at (?!the (?:gym|office|pub))|on time|on the"
    r"|ready|outside|early|quiet|in touch|in by|off the phone|off my phone|(?:much |far |a (?:bit|lot) )?more|better|kinder"
    r"|gentler|patient|careful|nicer|calmer|open|waiting (?:for you|outside|at|in)|your|the one|picking|bringing|sending|calling"
    r"|ringing|paying|making|taking|coming|doing the|collecting|cooking|driving|there for|straight with you|in your|by your"
    r"|finished|done|honest with (?:you|everyone) (?:from|about|in)|checking|asking|posting|leaving (?:the|work)|washing"
    r"|punctual|present|listening|in (?:at|for|early))"
    r"|always (?:be there|tell|ask|check|stand)|see you (?:right|at|there|on|tomorrow|tonight|by|in (?:\d|ten|the morning))"
    r"|wake up (?:early|at|the|with|on)|manage (?:the|it|that)|win (?:your|back)|grow (?:up|the)|earn (?:your|it|back)"
    r"|never (?!be able|know|understand|forget|forgive|trust|see|love|feel|hear|speak|talk)|be more)\b"
)
_TENTATIVE = re.compile(r"(?:think about|consider|look (?:at it|into)|see you|sleep on)\b")
_SHARED_ACT = re.compile(
    r"(?:talk|sort|pay|bring|come|be (?:there|at|back|with you|round|home)|fix|clean|make|send|do|call|arrange|book|take"
    r"|pick|help|meet|finish|cook|collect|drop|drive|get (?:it|them|the|you)|deliver|ship|replace|have (?:it|them|the)|return"
    r"|refund|invite|tell|let you know|ring|go through|sit down|turn up|tidy|look after|mend|set)\b"
)
_RESERVE = re.compile(
    r"\b(?:if (?:i can|i get (?:time|a chance|round)|i(?:'m| am) not too|i remember|possible|i have (?:the )?time|the \w+ (?:lets"
    r"|allows|permits)|i feel like|i(?:'m| am) (?:up to|able|free)|nothing comes up)|unless (?:something|i|it|the|work)|depending on"
    r"|it depends|hopefully|maybe|perhaps|probably|with (?:any )?luck|all being well|fingers crossed|weather permitting"
    r"|i think|i hope|i guess|i suppose|i expect|but no promises|no promises|can't promise|not sure|one of these days|someday"
    r"|some day|or not|when hell|when pigs|said no one|as if|if you're lucky|god willing)\b"
)
_THEN_ASKS = re.compile(
    r"[,;:–-]\s*(?:so |and |but |or |then |also )*(?:ok|okay|yeah|right|alright|all right|deal|yes|promise|is|does|do|did|are|can|could"
    r"|shall|if|what|how|when|where|will|would|should|have|has|any|which|who|need|want|fancy|love|x)\b"
    r"|\b(?:and|so|but)\s+(?:is|does|do|did|are|can|could|what|how|when|where|will|would|should|have|which|who)\b"
    r"|\b(?:ok|okay|yeah|alright)\s*\?+$"
)
_FOR_GOOD = re.compile(
    r"\b(?:again|any ?more|ever|any longer|next time|in (?:the )?future|from now on|without (?:asking|telling|checking|talking|you)"
    r"|behind your back|in front of)\b"
)
_FOR_GOOD_BEFORE = re.compile(
    r"\b(?:from now on|next time|i promise(?: you)?(?: that)?|i swear|in future|going forward|sorry|apologi[sz]e|my fault"
    r"|my word)\b"
)
_KEPT_BACK = re.compile(
    r"(?:(?:ever )?(?:tell|mention|breathe|say|repeat|share|show)\b[^.]*\b(?:anyone|anybody|a soul|a word|nobody|to (?:your|her|him|them"
    r"|mum|dad))|(?:ever )?(?:forget (?:to|the|your|it|this time|about)|let (?:you|him|her|them|it|that|this|us) (?:down|happen|slide)"
    r"|be late|miss (?:it|the|your|her|his|our|this)|make that mistake|touch (?:it|your|the)|break it|keep you waiting|disappoint"
    r"|be long|rest until|stop until|lie to you|hide|interrupt|hold you up|push you|pressure you))\b"
)
_WITHDRAWN = re.compile(
    r"(?:ever )?(?:speak|talk) to (?:you|him|her|them)|(?:ever )?(?:see|help|forgive|trust|love|believe|ask|call|invite|cook for|wait for"
    r"|lend|listen to|tell|warn|say (?:it|this|that)|come (?:back|here|to)|visit|bother|defend|cover for|put up|stand|take|be treated"
    r"|be (?:your|made|spoken)|let you|work with|do (?:anything|favours))\b"
)
_TURNED_DOWN = re.compile(
    r"(?:ever )?(?:be able|have (?:you|it|this|that|time|to)|stand|put up|tolerate|accept|apologi[sz]e|say sorry|discuss|be coming"
    r"|be joining|lie[,:]|lie\s*$|pretend|beat around|deny|bore|argue|go into|even|be home|be there|be around|forgive|forget (?:this|that|what"
    r"|how|you)|know|need|be (?:ignored|bullied|blamed|silenced|talked|spoken|your|surprised|happy|sorry|around)|make it|fit|work\b"
    r"|let you (?!down)|talk about|listen|do it\s*$|beg|cry|hold my breath|take (?:this|that|it|any))\b"
)
