"""From acts to pushes: what each kind of act does to the trust of the one it affects in the one who did it.

`renew` works out anew whatever an act bears on, from the facts alone. It can be called at any
time and in any order; what does not change stays untouched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import singledispatch
from types import MappingProxyType
from typing import Final
from uuid import UUID

from amends.acts.amends import Amends, Completion
from amends.acts.answer import About, Answer, Reply
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary, Observance, Respect
from amends.acts.breach import Breach, BreachType
from amends.acts.checkin import CheckIn
from amends.acts.correction import Correction
from amends.acts.moment import Moment
from amends.acts.outcome import SETTLES, Outcome, Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Turn
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.acts.understanding import Cause, Understanding
from amends.engine.judged import Judged
from amends.engine.params import (
    KEPT_PUSH,
    LASTING_SHARE,
    LATE,
    LOSS_RATIO,
    MOMENT_WEIGHT,
    NO_WEIGHT,
    PARTLY_ACCEPTED,
    PARTLY_DONE,
    RATING_EDGE,
    RELIEF_ABILITY,
    RELIEF_DECEPTION,
    RELIEF_OTHER,
    WEIGHTS,
)
from amends.engine.scales import logit
from amends.engine.state import Pair, Said, State, instant_of, key_of
from amends.engine.timeline import Effect, Instant, Rating, Share, Source
from amends.engine.verdicts import (
    Verdict,
    closes,
    days_said,
    due_of,
    is_left_out,
    plain_day,
    promise_of,
    put_off_into,
    result_of,
    said_of,
    sayings,
    weigh,
)

KEPT: Final = MappingProxyType({Result.KEPT: 1.0, Result.LATE: LATE, Result.BROKEN: 0.0})
"""How far a promise held, by its result; results not named move nobody's trust."""

ACCEPTING: Final = frozenset({Reply.ACCEPTED, Reply.PARTLY})
"""Answers by which an apology is taken."""


@singledispatch
def renew(act: Act, state: State) -> None:
    """Work out anew what an act bears on. Most kinds move nobody's trust."""


@renew.register
def _correction(act: Correction, state: State) -> None:
    target = state.acts.get(act.of)
    if act.withdrawn and target is not None and not isinstance(target, Correction):
        renew(target, state)


@renew.register
def _breach(act: Breach, state: State) -> None:
    _renew_hurts(state, hurts_beside(state, act))
    if act.promise is not None:
        _renew_occurrence(state, act.promise, act.occurrence)


@renew.register
def _understanding(act: Understanding, state: State) -> None:
    target = state.acts.get(act.of)
    if isinstance(target, Breach):
        _renew_hurts(state, [target])
    else:
        _renew_hurts(state, breaches_near(state, act.of))


@renew.register
def _turn(act: Turn, state: State) -> None:
    state.hurts_changed.append(act.repair)


@renew.register
def _repair(act: Repair, state: State) -> None:
    state.hurts_changed.append(act.id)
    _renew_hurts(state, breaches_near(state, act.id))


@renew.register
def _apology(act: Apology, state: State) -> None:
    if act.promise is not None:
        state.note_change(act.promise, None)
    _renew_hurts(state, (state.acts[breach] for breach in act.of if breach in state.acts))
    if not act.of and act.repair is not None:
        _renew_hurts(state, breaches_near(state, act.repair))


@renew.register
def _answer(act: Answer, state: State) -> None:
    target = state.acts.get(act.of)
    if isinstance(target, Apology):
        renew(target, state)


@renew.register(Outcome)
@renew.register(Settlement)
def _outcome(act: Outcome | Settlement, state: State) -> None:
    _renew_occurrence(state, act.promise, act.occurrence)
    if closes(act):
        for day in days_said(state, act.promise):
            _renew_occurrence(state, act.promise, day)


@renew.register
def _promise(act: Promise, state: State) -> None:
    state.note_change(act.id, None)
    for day in state.said.get(act.id, {}):
        if plain_day(state, act.id, day) != day:  # it was not known until now that it falls due once
            for pair in _pairs(state, act.id, day):
                _put(state, pair, (act.id, day), None)
                _mark_broken(state, act.id, (pair, day), None)
            _judge(state, act.id, day, None)
    for plain in days_said(state, act.id):
        _renew_hurts(state, said_of(state, act.id, plain))
        _renew_occurrence(state, act.id, plain)
    for later in put_off_into(state, act):
        for plain in days_said(state, later.id):
            _renew_occurrence(state, later.id, plain)


@renew.register
def _skip(act: Skip, state: State) -> None:
    promise = promise_of(state, act.promise)
    if promise is None:
        return
    state.note_change(promise.id, None)
    for day in days_said(state, promise.id):
        if day is not None and act.covers(day):
            _renew_occurrence(state, promise.id, day)


@renew.register
def _completion(act: Completion, state: State) -> None:
    pair = (act.author, act.by)
    said = [
        completion
        for completion in state.naming_it(act.amends, Completion)
        if (completion.author, completion.by) == pair and _fits_amends(state, completion)
    ]
    _put(state, pair, act.amends, _completion_effect(said[-1]) if said else None)


@renew.register
def _amends(act: Amends, state: State) -> None:
    _renew_all(state, state.naming_it(act.id, Completion))


@renew.register
def _observance(act: Observance, state: State) -> None:
    boundary = state.acts.get(act.boundary)
    fits = not isinstance(boundary, Boundary) or boundary.author == act.author
    honoured = act.respect is Respect.HONOURED
    effect = _simple(act, push(1.0 if honoured else 0.0, weight_of(act, act.author)))
    _put(state, (act.author, act.by), act.id, effect if fits and state.stands(act) else None)


@renew.register
def _boundary(act: Boundary, state: State) -> None:
    _renew_all(state, state.naming_it(act.id, Observance))


@renew.register
def _moment(act: Moment, state: State) -> None:
    # It moves its author alone: nobody raises another's trust by praising himself.
    effect = _simple(act, push(1.0, MOMENT_WEIGHT)) if state.stands(act) else None
    _put(state, (act.author, act.by), act.id, effect)


@renew.register
def _check_in(act: CheckIn, state: State) -> None:
    mean = (act.predictable + act.dependable + act.faith) / 300
    rating = Rating(act.id, instant_of(act), logit(min(max(mean, RATING_EDGE), 1 - RATING_EDGE)))
    _put(state, (act.author, act.about), act.id, rating if state.stands(act) else None)


def push(kept: float, weight: float = NO_WEIGHT) -> float:
    """The push of an act in logits.

    Args:
        kept: how far it held: 1 kept, honoured, done or good; 0 broken or crossed.
        weight: what it stands for, in plain acts.
    """
    return KEPT_PUSH * weight * (kept - LOSS_RATIO * (1 - kept))


def breaches_in(state: State, repair: Repair) -> list[Breach]:
    """The standing breaches of a repair that are here, by the time they happened."""
    found = {breach.id: breach for breach in state.naming_it(repair.id, Breach)}
    for breach_id in repair.of if state.stands(repair) else ():
        breach = state.find(breach_id, Breach)
        if breach is not None:
            found[breach.id] = breach
    return sorted(found.values(), key=key_of)


# Breaches, and what understanding and apologies do to them ------------------------------------


def share_left(state: State, breach: Breach, person: Person) -> tuple[Share, ...]:
    """How much of what a breach did to a person fades, and how much lasts, from when on."""
    start = instant_of(breach)
    cause = _understood(state, breach, person)
    deceived = _deceived_at(breach, cause, start)
    relief = RELIEF_ABILITY if cause is not None and cause.cause is Cause.COULD_NOT else RELIEF_OTHER
    spans = _reliefs(state, breach, person, relief)
    instants = {start, *(edge for edge in (deceived, *_edges(spans)) if edge is not None and edge > start)}
    shares = []
    for at in sorted(instants):
        is_deception = deceived is not None and deceived <= at
        active = [size for size, begin, end in spans if begin <= at and (end is None or at < end)]
        taken = RELIEF_DECEPTION if is_deception else max(active, default=0.0)
        lasting = LASTING_SHARE if is_deception else 0.0
        shares.append(Share(at, (1 - lasting) * (1 - taken), lasting))
    return tuple(shares)


def hurts_of(state: State, person: Person, breaches: Iterable[Breach]) -> Iterator[tuple[Breach, Effect]]:
    """Those breaches that hurt someone, and what each does; of several that tell the same, one alone."""
    for breach in breaches:
        timeline = state.timelines.get((person, breach.by))
        effect = timeline.causes.get(breach.id) if timeline is not None else None
        if isinstance(effect, Effect):
            yield breach, effect


def counts_for(state: State, breach: Breach, person: Person) -> bool:
    """Whether a breach counts for someone: of several that name one promise on one day, one alone does.

    It is the first that they wrote themselves, with their own weight; else the first of all.
    """
    rivals = [
        one
        for one in hurts_beside(state, breach)
        if state.stands(one) and one.by == breach.by and person in one.affected
    ]
    return breach == min(rivals, key=lambda one: (one.author != person, key_of(one)), default=None)


def hurts_beside(state: State, breach: Breach) -> list[Breach]:
    """All breaches that name the same promise on the same day, this one included."""
    if breach.promise is None:
        return [breach]
    day = plain_day(state, breach.promise, breach.occurrence)
    said = said_of(state, breach.promise, day)
    return [act for act in said if isinstance(act, Breach)]


def _breach_effect(state: State, breach: Breach, person: Person) -> Effect | None:
    if not counts_for(state, breach, person):
        return None
    return Effect(breach.id, push(0.0, weight_of(breach, person)), share_left(state, breach, person))


def weight_of(act: Breach | Observance, person: Person) -> float:
    """What an act stands for to someone, in plain broken promises: only their own weight counts for them."""
    return WEIGHTS[act.weight] if act.weight is not None and act.author == person else NO_WEIGHT


def _understood(state: State, breach: Breach, person: Person) -> Understanding | None:
    """What the one affected came to see behind it: of this one, else of its repair."""
    for target in (breach.id, *_repairs_of(state, breach)):
        found = [act for act in state.naming_it(target, Understanding) if act.author == person]
        if found:
            return found[-1]
    return None


def _deceived_at(breach: Breach, cause: Understanding | None, start: Instant) -> Instant | None:
    if breach.type is BreachType.WHITE_LIE:
        return start
    return max(start, instant_of(cause)) if cause is not None and cause.hidden else None


def _reliefs(
    state: State, breach: Breach, person: Person, relief: float
) -> list[tuple[float, Instant, Instant | None]]:
    """How much of a breach accepted apologies take off; from when; until when, if a promise broke."""
    spans = []
    for apology in _apologies_for(state, breach):
        if person not in apology.affected:
            continue
        answer = standing_answer(state, apology, person)
        if answer is None or answer.reply not in ACCEPTING:
            continue
        size = relief * (PARTLY_ACCEPTED if answer.reply is Reply.PARTLY else 1.0)
        begin = max(instant_of(answer), instant_of(apology), instant_of(breach))
        spans.append((size, begin, given_back(state, apology, (person, breach.by), begin)))
    return spans


def _edges(spans: Iterable[tuple[float, Instant, Instant | None]]) -> Iterator[Instant | None]:
    for _, begin, end in spans:
        yield begin
        yield end


def standing_answer(state: State, apology: Apology, person: Person) -> Answer | None:
    """What someone last said to an apology; *not now* is no answer."""
    found = [
        answer
        for answer in state.naming_it(apology.id, Answer)
        if answer.author == person and answer.about is About.APOLOGY and answer.reply is not Reply.NOT_NOW
    ]
    return found[-1] if found else None


def given_back(state: State, apology: Apology, pair: Pair, begin: Instant) -> Instant | None:
    """When the promise that bears an apology out was first broken after it was accepted."""
    if apology.promise is None:
        return None
    broken = state.broken.get(apology.promise, {})
    return min((at for (whose, _), at in broken.items() if whose == pair and at >= begin), default=None)


def _apologies_for(state: State, breach: Breach) -> Iterator[Apology]:
    yield from (apology for apology in state.naming_it(breach.id, Apology) if apology.author == breach.by)
    for repair in _repairs_of(state, breach):
        for apology in state.naming_it(repair, Apology):
            if not apology.of and apology.author == breach.by and key_of(breach) <= key_of(apology):
                yield apology


def breaches_near(state: State, repair_id: UUID) -> list[Breach]:
    """What may belong to a repair, whether it stands or not."""
    repair = state.acts.get(repair_id)
    of = repair.of if isinstance(repair, Repair) else ()
    named = (act for breach in of if isinstance(act := state.acts.get(breach), Breach))
    return [*state.all_naming(repair_id, Breach), *named]


def _repairs_of(state: State, breach: Breach) -> tuple[UUID, ...]:
    found = [] if breach.repair is None else [breach.repair]
    found += [repair.id for repair in state.naming_it(breach.id, Repair) if repair.id != breach.repair]
    return tuple(found)


# Promises ------------------------------------------------------------------------------------


def _renew_occurrence(state: State, promise_id: UUID, said_day: date | None) -> None:
    day = plain_day(state, promise_id, said_day)
    said = sayings(state, promise_id, day)
    verdict = weigh(state, promise_id, day, said, None)
    changed = False
    for pair in _pairs(state, promise_id, said_day):
        seen = verdict if len(verdict.theirs) < 2 else weigh(state, promise_id, day, said, pair[0])  # noqa: PLR2004
        effect, broken_at = _fare(state, (promise_id, day), said, pair, seen)
        _put(state, pair, (promise_id, day), effect)
        changed |= _mark_broken(state, promise_id, (pair, day), broken_at)
    if changed:
        _renew_all(state, state.naming_it(promise_id, Apology))
    _judge(state, promise_id, day, verdict)
    state.note_change(promise_id, day)


def _judge(state: State, promise_id: UUID, day: date | None, verdict: Verdict | None) -> None:
    """Note how an occurrence went for the record of the one who promised it, if that is known."""
    promise = promise_of(state, promise_id)
    if promise is None:
        return
    judged = _judged(promise, day, verdict) if verdict is not None and state.stands(promise) else None
    if judged is not None or promise.author in state.judged:
        record = state.judged[promise.author]
        record.put(promise_id, day, judged)
        if not record.ordered:
            del state.judged[promise.author]


def _judged(promise: Promise, day: date | None, verdict: Verdict) -> Judged | None:
    said, result = verdict.for_oneself, verdict.result_for_oneself
    if said is None or result not in SETTLES:
        return None
    due = (due_of(promise, day), promise.id, said.id)
    return Judged(due, promise, day or promise.due.first.day, said, result)


def _fare(
    state: State, occurrence: tuple[UUID, date | None], said: list[Said], pair: Pair, verdict: Verdict
) -> tuple[Effect | None, Instant | None]:
    """What an occurrence does to one's trust in another, and when it broke the promise, if it did."""
    promise, day = promise_of(state, occurrence[0]), occurrence[1]
    if not _lies_between(promise, said, pair) or is_left_out(state, promise, day):
        return None, None
    hurts = [act for act in said if isinstance(act, Breach) and act.by == pair[1] and pair[0] in act.affected]
    if hurts:  # it replaces the outcome
        broke = [instant_of(act) for act in hurts if result_of(act) is Result.BROKEN]
        return None, min(broke, default=None)
    result = verdict.result
    if verdict.deciding is None or result is None or result not in KEPT:
        return None, None
    at = instant_of(verdict.deciding)
    if verdict.was_settled and promise is not None:
        at = (min(at[0], due_of(promise, day)), *at[1:])
    effect = Effect(verdict.deciding.id, push(KEPT[result]), (Share(at, 1.0, 0.0),))
    return effect, at if result is Result.BROKEN else None


def _lies_between(promise: Promise | None, said: list[Said], pair: Pair) -> bool:
    person, by = pair
    if promise is not None:
        return by == promise.author and person in promise.affected
    return any(not isinstance(act, Settlement) and act.by == by and person in act.affected for act in said)


def _pairs(state: State, promise_id: UUID, said_day: date | None) -> set[Pair]:
    """The directions that an occurrence may concern, by the promise or by what was said of it."""
    promise = promise_of(state, promise_id)
    pairs = set() if promise is None else {(person, promise.author) for person in promise.affected}
    for act in state.said.get(promise_id, {}).get(said_day, ()):
        if not isinstance(act, Settlement):
            pairs |= {(person, act.by) for person in act.affected}
    return pairs


def _mark_broken(state: State, promise_id: UUID, key: tuple[Pair, date | None], at: Instant | None) -> bool:
    """Note when a promise was broken for someone; whether that is news."""
    broken = state.broken.get(promise_id, {})
    if broken.get(key) == at:
        return False
    if at is not None:
        state.broken[promise_id][key] = at
        return True
    del broken[key]
    if not broken:
        del state.broken[promise_id]
    return True


# Shared ---------------------------------------------------------------------------------------


def _renew_hurts(state: State, acts: Iterable[Act]) -> None:
    for act in acts:
        if isinstance(act, Breach):
            state.hurts_changed.append(act.id)
            for person in act.affected:
                _put(state, (person, act.by), act.id, _breach_effect(state, act, person))


def _renew_all(state: State, acts: Iterable[Act]) -> None:
    for act in list(acts):
        renew(act, state)


def _put(state: State, pair: Pair, source: Source, cause: Effect | Rating | None) -> None:
    if pair[0] == pair[1]:
        return
    if cause is not None:
        state.timelines[pair].put(source, cause)
    elif (timeline := state.timelines.get(pair)) is not None:
        timeline.put(source, None)
        if not timeline.causes:
            del state.timelines[pair]


def _simple(act: Act, amount: float) -> Effect:
    """An effect that fades from the time of its act."""
    return Effect(act.id, amount, (Share(instant_of(act), 1.0, 0.0),))


def _completion_effect(completion: Completion) -> Effect:
    done = 1.0 if completion.fully else PARTLY_DONE
    return _simple(completion, KEPT_PUSH * done)


def _fits_amends(state: State, completion: Completion) -> bool:
    amends = state.acts.get(completion.amends)
    if not isinstance(amends, Amends):
        return True
    return amends.author == completion.by and completion.author in amends.affected
