"""How far each repair has come, by the acts that belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.aside import Aside, Topic
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Step, Turn
from amends.acts.repair_map import RepairMap
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.session import LOOK_AGAIN, Session
from amends.acts.understanding import Understanding
from amends.engine.conduct import ACCEPTING, breaches_in, standing_answer
from amends.engine.follow_through import read_follow_through
from amends.engine.params import KEPT_STAGE
from amends.engine.results import AloneStage, Pace, RepairState, Stage
from amends.engine.state import Said, State, key_of
from amends.engine.verdicts import days_said, judge, sayings

A = TypeVar("A", bound=Act)

PACES: Final = {
    Step.RESTED: Pace.RESTING,
    Step.RESUMED: Pace.GOING,
    Step.ENDED: Pace.ENDED,
    Step.MENDED: Pace.MENDED,
}
TOPICS: Final = {
    AloneStage.WANTED: Topic.WANTED,
    AloneStage.SAID: Topic.SAID,
    AloneStage.CHANGED: Topic.CHANGED,
    AloneStage.DECIDED: Topic.DECIDED,
}


def read_repairs(state: State) -> tuple[RepairState, ...]:
    """All repairs and how far each has come, by the time they began."""
    shelf = state.remember(RepairState, state.widened, _Shelf)
    return shelf.look(state)


@dataclass(slots=True)
class _Shelf:
    """How far each repair had come; only those that an act touched since are read anew.

    Attributes:
        read: what was read.
        resting_on: the repairs that rest on an act, here or not, by the act.
        touched, changed: how much of what the state notes was taken in.
    """

    read: dict[UUID, RepairState] = field(default_factory=dict)
    resting_on: defaultdict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    touched: int = 0
    changed: int = 0

    def look(self, state: State) -> tuple[RepairState, ...]:
        """All of them now."""
        for act in {*state.touched[self.touched :], *state.changed[self.changed :]}:
            for repair in self.resting_on.get(act, ()):
                self.read.pop(repair, None)
        self.touched, self.changed = len(state.touched), len(state.changed)
        return tuple(self._read(state, repair) for repair in state.all(Repair))

    def _read(self, state: State, repair: Repair) -> RepairState:
        if repair.id not in self.read:
            found = self.read[repair.id] = read_repair(state, repair)
            promises = (one.promise for one in found.follow_through if one.promise is not None)
            for act in (repair.id, *repair.of, *found.acts, *promises):
                self.resting_on[act].add(repair.id)
        return self.read[repair.id]


def read_repair(state: State, repair: Repair) -> RepairState:
    """A repair and how far it has come."""
    breaches = breaches_in(state, repair)
    apologies = _apologies(state, repair, breaches)
    kept = list(_kept(state, apologies))
    turns = turns_of(state, repair)
    stages = {
        Stage.NOTICED: min([repair, *breaches], key=key_of),
        Stage.NAMED: _named(state, repair, breaches),
        Stage.HEARD: _heard(state, breaches),
        Stage.UNDERSTOOD: _first(
            act
            for target in (repair, *breaches)
            for kind in (Understanding, RepairMap)
            for act in state.naming_it(target.id, kind)
        ),
        Stage.OWNED: _first(answer for apology in apologies for answer in _accepting(state, apology)),
        Stage.KEPT: kept[KEPT_STAGE - 1] if len(kept) >= KEPT_STAGE else None,
        Stage.MENDED: turns[-1] if turns and turns[-1].step is Step.MENDED else None,
    }
    is_alone = state.scopes[repair.id] is Scope.OWN
    maps = list(state.naming_it(repair.id, RepairMap))
    return RepairState(
        repair=repair.id,
        between=(repair.author, *repair.affected),
        hurt=hurt_in(state, repair),
        reached=tuple((stage, act.id) for stage, act in stages.items() if act is not None),
        pace=PACES[turns[-1].step] if turns else Pace.GOING,
        acts=tuple(act.id for act in sorted(_belonging(state, repair, breaches, apologies), key=key_of)),
        kept_since=len(kept),
        follow_through=tuple(read_follow_through(state, apology) for apology in apologies),
        is_alone=is_alone,
        reached_alone=tuple(_reached_alone(state, repair, breaches, turns)) if is_alone else (),
        look=_look(state, repair, maps),
        map=maps[-1].id if maps else None,
    )


def _look(state: State, repair: Repair, maps: list[RepairMap]) -> date | None:
    """The day to look again, unless someone looked on it or since."""
    day = next((one.review for one in reversed(maps) if one.review is not None), None)
    looks = (one for one in state.naming_it(repair.id, Session) if one.practice == LOOK_AGAIN)
    return None if day is None or any(one.occurred.day >= day for one in looks) else day


def hurt_in(state: State, repair: Repair) -> tuple[Person, ...]:
    """Those who were hurt in a repair; while no breach is here to say so, anyone it lies between."""
    hurt = dict.fromkeys(person for breach in breaches_in(state, repair) for person in breach.affected)
    return tuple(hurt) or (repair.author, *repair.affected)


def turns_of(state: State, repair: Repair) -> list[Turn]:
    """The turns of a repair that count, by time: *mended* is for those who were hurt to say."""
    between = {repair.author, *repair.affected}
    hurt = hurt_in(state, repair)
    return [
        turn
        for turn in state.naming_it(repair.id, Turn)
        if turn.author in between and (turn.step is not Step.MENDED or turn.author in hurt)
    ]


def repairs_of(state: State, breach: Breach) -> Iterator[Repair]:
    """The repairs that a breach belongs to."""
    named = state.find(breach.repair, Repair)
    if named is not None:
        yield named
    for repair in state.naming_it(breach.id, Repair):
        if repair.id != breach.repair:
            yield repair


def _reached_alone(
    state: State, repair: Repair, breaches: list[Breach], turns: list[Turn]
) -> Iterator[tuple[AloneStage, UUID]]:
    """The steps noted so far; that it rests, ended or is mended is a decision too."""
    yield AloneStage.NOTICED, min([repair, *breaches], key=key_of).id
    asides = list(state.naming_it(repair.id, Aside))
    decided = turns[-1] if turns and turns[-1].step is not Step.RESUMED else None
    for stage, topic in TOPICS.items():
        noted = _first(one for one in asides if one.topic is topic)
        reached = noted or (decided if stage is AloneStage.DECIDED else None)
        if reached is not None:
            yield stage, reached.id


def _named(state: State, repair: Repair, breaches: list[Breach]) -> Act | None:
    return _first(act for act in (repair, *breaches) if state.scopes[act.id] is not Scope.OWN)


def _heard(state: State, breaches: list[Breach]) -> Response | None:
    return _first(
        response
        for breach in breaches
        for response in state.naming_it(breach.id, Response)
        if response.author == breach.by and response.stance is not Stance.NOT_NOW
    )


def _apologies(state: State, repair: Repair, breaches: list[Breach]) -> list[Apology]:
    found = {
        apology.id: apology
        for target in (repair, *breaches)
        for apology in state.naming_it(target.id, Apology)
    }
    return sorted(found.values(), key=key_of)


def _accepting(state: State, apology: Apology) -> Iterator[Answer]:
    for person in apology.affected:
        answer = standing_answer(state, apology, person)
        if answer is not None and answer.reply in ACCEPTING:
            yield answer


def _kept(state: State, apologies: list[Apology]) -> Iterator[Said]:
    """Each time since the last apology that a promise was kept which bears one out."""
    promises = dict.fromkeys(apology.promise for apology in apologies if apology.promise is not None)
    found = [
        verdict.deciding
        for promise in promises
        for day in days_said(state, promise)
        if (verdict := judge(state, promise, day)).deciding is not None and verdict.result is Result.KEPT
    ]
    return (said for said in sorted(found, key=key_of) if key_of(said) > key_of(apologies[-1]))


def _belonging(
    state: State, repair: Repair, breaches: list[Breach], apologies: list[Apology]
) -> Iterable[Act]:
    found: dict[UUID, Act] = {act.id: act for act in (repair, *breaches, *apologies)}
    for target in (repair, *breaches):
        for kind in (Turn, Response, Understanding, RepairMap, Amends, Aside, Session):
            found |= {act.id: act for act in state.naming_it(target.id, kind)}
    for apology in apologies:
        found |= {act.id: act for act in state.naming_it(apology.id, Answer)}
        found |= {act.id: act for act in state.naming_it(apology.id, Amends)}
        promise = state.find(apology.promise, Promise)
        if promise is not None:
            found[promise.id] = promise
            for day in days_said(state, promise.id):
                found |= {act.id: act for act in sayings(state, promise.id, day)}
    for amends in [act for act in found.values() if isinstance(act, Amends)]:
        found |= {act.id: act for act in state.naming_it(amends.id, Completion)}
    return found.values()


def _first(acts: Iterable[A]) -> A | None:
    return min(acts, key=key_of, default=None)
