# ruff: noqa: D210 - what is read begins with a quotation mark
"""Whether a message commits its writer to something that is still to be done, and by when.

A promise is a commissive in the sense of Searle (A Taxonomy of Illocutionary Acts, 1976): the writer takes
an act of their own upon themselves. Hopes, guesses, offers asked as questions, wishes with "would", what
others are to do, what was promised before, reported or quoted speech, refusals, threats and turns of phrase
are none. To refrain counts when something is given up for good ("I won't shout again"), not when a wish is
turned down ("I won't discuss this"). The rules are a few forms of commitment, and for each what would make
it something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from amends.coach.due import settle, together
from amends.coach.due_grammar import pieces
from amends.coach.due_said import Piece
from amends.coach.promise_forms import (
    ACCEPTED,
    BARE_FUTURE,
    BARE_TIME,
    BREAK,
    COMMA,
    DEADLINE,
    FOR_GOOD,
    FOR_GOOD_BEFORE,
    FRONTED,
    FUTURE,
    GOING_ON,
    HARM,
    KEPT_BACK,
    NEXT_CLAUSE,
    NO_ACT,
    NOT_AGAIN,
    NOT_DUE,
    NOT_MINE,
    OWN_CLAUSE,
    QUOTED,
    REFRAIN,
    REQUEST,
    RESERVE,
    RESULT,
    SENTENCE,
    SHARED_ACT,
    STATE,
    STATE_TO_HOLD,
    TENTATIVE,
    THEN_ASKS,
    TURNED_DOWN,
    ULTIMATUM,
    ULTIMATUM_AFTER,
    WAIT,
    WITHDRAWN,
    WONDERING,
    WORD_GIVEN,
    YES,
)
from amends.coach.words import plain

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
    low = QUOTED.sub(lambda quote: "\x00" * len(quote[0]), plain(text))
    asked = plain(previous) if previous else ""
    sentences = [_Sentence(low, match.start(), match.end()) for match in SENTENCE.finditer(low)]
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
    if asked and REQUEST.search(asked):
        found += _acceptances(sentence, timed=timed)
    return sorted((form for form in found if form.probability > 0), key=lambda form: form.start)


def _futures(sentence: _Sentence) -> list[_Form]:
    """ "I'll send it", "going to fix it", "will drop the key"."""
    found = []
    for expression in (FUTURE, BARE_FUTURE):
        for match in expression.finditer(sentence.low, sentence.start, sentence.end):
            end = _clause_end(sentence, match.end())
            doing = sentence.low[match.end() : end]
            probability = _how_likely(sentence, match, doing)
            found.append(_Form(match.start("said"), end, probability, answers=True))
    return found


def _how_likely(sentence: _Sentence, match: re.Match[str], doing: str) -> float:
    before = sentence.low[sentence.start : match.start("said")]
    after = sentence.low[match.end() : sentence.end]
    if NO_ACT.match(doing) or HARM.match(doing) or _set_aside(before) or _bargain(before, after):
        return 0
    if RESERVE.search(after) or _asks(sentence, match.end()):
        return DOUBTFUL
    if STATE.match(doing) and not STATE_TO_HOLD.match(doing):
        return 0
    if match["who"] and match["who"].startswith("we"):
        return FAIR if SHARED_ACT.match(doing) else DOUBTFUL
    if re.search(r"\bif\b", before) or TENTATIVE.match(doing):
        return FAIR
    return LIKELY


def _set_aside(before: str) -> bool:
    """Whether words in front make it a guess, a report, a question or a condition."""
    return bool(NOT_MINE.search(before) or WONDERING.search(before))


def _bargain(before: str, after: str) -> bool:
    """Whether it is held out as a threat: "if you don't …", "one more word and …", "or …"."""
    return bool(ULTIMATUM.search(before) or ULTIMATUM_AFTER.search(after))


def _asks(sentence: _Sentence, after: int) -> bool:
    """Whether the commitment itself is put as a question, and no question only follows it."""
    if sentence.low[sentence.end - 1] != "?":
        return False
    return not THEN_ASKS.search(sentence.low, after, sentence.end)


def _refrainings(sentence: _Sentence) -> list[_Form]:
    """ "I won't shout again", "never again", "it won't happen again"."""
    found = []
    for match in REFRAIN.finditer(sentence.low, sentence.start, sentence.end):
        end = _clause_end(sentence, match.end())
        doing = sentence.low[match.end() : end]
        before = sentence.low[sentence.start : match.start("said")]
        after = sentence.low[match.end() : sentence.end]
        for_good = FOR_GOOD.search(doing) or FOR_GOOD_BEFORE.search(before) or match["ever"]
        if _set_aside(before) or _bargain(before, after) or TURNED_DOWN.match(doing):
            continue
        if KEPT_BACK.match(doing) or (for_good and not WITHDRAWN.match(doing)):
            found.append(_Form(match.start("said"), end, LIKELY))
    found += [
        _Form(match.start(), match.end(), LIKELY)
        for match in NOT_AGAIN.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
    ]
    return found


def _words_given(sentence: _Sentence) -> list[_Form]:
    """ "I promise", "you have my word", "consider it done", "from now on I ask first"."""
    return [
        _Form(match.start(), _clause_end(sentence, match.end()), LIKELY)
        for match in WORD_GIVEN.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
    ]


def _results(sentence: _Sentence) -> list[_Form]:
    """ "You'll have it by noon", "it'll be done tonight": a promise once it has a time."""
    return [
        _Form(match.start(), _clause_end(sentence, match.end()), FAIR, needs_time=True)
        for match in RESULT.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
        and not RESERVE.search(sentence.low, match.end(), sentence.end)
        and not _asks(sentence, match.end())
    ]


def _goings_on(sentence: _Sentence) -> list[_Form]:
    """ "I'm collecting Dad on Friday": an act for another, arranged for a time."""
    return [
        _Form(match.start(), _clause_end(sentence, match.end()), FAIR, needs_time=True)
        for match in GOING_ON.finditer(sentence.low, sentence.start, sentence.end)
        if not _set_aside(sentence.low[sentence.start : match.start()])
        and not _asks(sentence, match.end())
        and not RESERVE.search(sentence.low, match.end(), sentence.end)
    ]


def _fragments(sentence: _Sentence) -> list[_Form]:
    """ "Home by seven", "be there in ten"."""
    if sentence.low[sentence.end - 1] == "?":
        return []
    breaks = COMMA.finditer(sentence.low, sentence.start, sentence.end)
    starts = [sentence.start, *(comma.end() for comma in breaks)]
    matches = [BARE_TIME.match(sentence.low, start, sentence.end) for start in starts]
    return [
        _Form(match.start("said"), _clause_end(sentence, match.end()), FAIR, needs_time=True)
        for match in matches
        if match and not _set_aside(sentence.low[sentence.start : match.start()])
    ]


def _acceptances(sentence: _Sentence, *, timed: bool) -> list[_Form]:
    """ "Will do", "on it", "sure, by six", said to a request."""
    match = ACCEPTED.match(sentence.low, sentence.start, sentence.end)
    if match:
        return [_Form(match.start("said"), match.end("said"), LIKELY, answers=True)]
    match = YES.match(sentence.low, sentence.start, sentence.end)
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
    groups = [group for group in groups if not NOT_DUE.search(low[: group[0].start])]
    groups.sort(key=lambda group: not DEADLINE.search(low[: group[0].start]))
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
    if not form.answers or not asked or not REQUEST.search(asked):
        return None
    return _time_of(asked, list(pieces(asked, now)), now, asked)


def _any_within(parts: tuple[Piece, ...], sentence: _Sentence) -> bool:
    return any(sentence.start <= part.start < sentence.end and part.ahead for part in parts)


def _neighbours(sentences: list[_Sentence], index: int) -> list[_Sentence]:
    return sentences[index + 1 : index + 2] + sentences[max(index - 1, 0) : index]


def _only_a_time(sentence: _Sentence, parts: tuple[Piece, ...]) -> bool:
    """Whether a sentence has no clause of its own, only a time beside few words."""
    short = len(sentence.text.split()) <= FRAGMENT and sentence.low[sentence.end - 1] != "?"
    return short and _any_within(parts, sentence) and not OWN_CLAUSE.search(sentence.text)


def _clause_end(sentence: _Sentence, after: int) -> int:
    match = NEXT_CLAUSE.search(sentence.low, after, sentence.end)
    end = match.start() if match else sentence.end
    return end - len(sentence.low[after:end]) + len(sentence.low[after:end].rstrip(" ,.!?;:-–\n"))


def _clause_start(sentence: _Sentence, start: int) -> int:
    """Where the clause begins, with a time or a "when I'm home" put in front of it."""
    before = sentence.low[sentence.start : start]
    if WAIT.search(before):
        return sentence.start
    breaks = [match.end() for match in BREAK.finditer(before)]
    for position in reversed([0, *breaks]):
        chunk = before[position:]
        if OWN_CLAUSE.search(chunk) and not FRONTED.match(chunk):
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
