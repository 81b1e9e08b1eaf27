"""How far each repair has come, read from the acts that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from uuid import UUID

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer, Reply
from amends.acts.apology import Apology
from amends.acts.base import Act
from amends.acts.breach import Breach
from amends.acts.outcome import Result
from amends.acts.repair import Repair, Step, Turn
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.understanding import Understanding
from amends.engine.fold import State, order
from amends.engine.params import KEPT_ENOUGH
from amends.engine.results import Pace, PromiseState, RepairState, Stage

_PACES = {
    Step.RESTED: Pace.RESTING,
    Step.RESUMED: Pace.GOING,
    Step.ENDED: Pace.ENDED,
    Step.MENDED: Pace.MENDED,
}


def repair_states(state: State, promises: Sequence[PromiseState]) -> list[RepairState]:
    """Every repair, in order of being opened."""
    by_id = {promise.promise: promise for promise in promises}
    belongs = _belonging(state)
    return [_Thread(state, repair, belongs(repair), by_id).read() for repair in state.of_kind(Repair)]


def _belonging(state: State) -> Callable[[Repair], list[Act]]:
    """Finds the acts of a repair: what names it, and what names one of those."""
    naming: dict[UUID, list[Act]] = {}
    for act in sorted(state.acts.values(), key=order):
        for named in _names(act):
            naming.setdefault(named, []).append(act)

    def find(repair: Repair) -> list[Act]:
        breaches = [state.acts[one] for one in repair.of if isinstance(state.acts.get(one), Breach)]
        found: dict[UUID, Act] = {repair.id: repair}
        queue: list[Act] = [repair, *breaches]
        while queue:
            act = queue.pop()
            found[act.id] = act
            queue += [one for one in naming.get(act.id, ()) if one.id not in found]
        return sorted((act for act in found.values() if state.stands(act)), key=order)

    return find


def _names(act: Act) -> Iterator[UUID]:
    """What an act belongs to. A promise's outcomes belong to it, not to every repair it bears out."""
    match act:
        case Breach(repair=repair) if repair is not None:
            yield repair
        case Apology():
            yield from chain(act.of, () if act.repair is None else (act.repair,))
        case Amends():
            yield from (one for one in (act.repair, act.apology) if one is not None)
        case Completion(amends=named) | Turn(repair=named):
            yield named
        case Understanding(of=named) | Response(of=named) | Answer(of=named):
            yield named
        case _:
            return


class _Thread:
    """One repair and the acts that belong to it."""

    def __init__(
        self, state: State, repair: Repair, acts: list[Act], promises: dict[UUID, PromiseState]
    ) -> None:
        self.state = state
        self.repair = repair
        self.acts = acts
        self.promises = promises
        self.breaches = [act for act in acts if isinstance(act, Breach)]
        hurt = dict.fromkeys(person for breach in self.breaches for person in breach.affected)
        self.hurt = tuple(hurt) or (repair.author,)

    def read(self) -> RepairState:
        reached = [(stage, act.id) for stage, act in self._reached() if act is not None]
        turns = [act for act in self.acts if isinstance(act, Turn) and self._may_turn(act)]
        return RepairState(
            repair=self.repair.id,
            between=(self.repair.author, *self.repair.affected),
            hurt=self.hurt,
            reached=tuple(reached),
            pace=_PACES[turns[-1].step] if turns else Pace.GOING,
            acts=tuple(act.id for act in self.acts),
            kept_since=len(self._kept()),
        )

    def _reached(self) -> Iterator[tuple[Stage, Act | None]]:
        yield Stage.NOTICED, self.repair
        yield Stage.NAMED, self._first(self._is_named)
        yield Stage.HEARD, self._first(self._is_heard)
        yield Stage.UNDERSTOOD, self._first(lambda act: isinstance(act, Understanding))
        yield Stage.OWNED, self._owned()
        kept = self._kept()
        yield Stage.KEPT, kept[KEPT_ENOUGH - 1] if len(kept) >= KEPT_ENOUGH else None
        yield Stage.MENDED, self._mended()

    def _first(self, fits: Callable[[Act], bool]) -> Act | None:
        return next((act for act in self.acts if fits(act)), None)

    def _is_named(self, act: Act) -> bool:
        return isinstance(act, Breach | Repair) and self.state.scopes[act.id] is not Scope.OWN

    def _is_heard(self, act: Act) -> bool:
        if not isinstance(act, Response) or act.stance is Stance.NOT_NOW:
            return False
        return any(breach.id == act.of and breach.by == act.author for breach in self.breaches) or any(
            breach.id == act.of and breach.author == breach.by for breach in self.breaches
        )

    def _owned(self) -> Act | None:
        return self._first(lambda act: isinstance(act, Apology) and self._is_accepted(act))

    def _is_accepted(self, apology: Act) -> bool:
        return any(one.reply in {Reply.ACCEPTED, Reply.PARTLY} for one in self.state.answers(apology))

    def _kept(self) -> list[Act]:
        """Outcomes that say that the latest accepted apology's promise was kept since."""
        apologies = [act for act in self.acts if isinstance(act, Apology) and self._is_accepted(act)]
        promises = {one.promise for one in apologies if one.promise is not None}
        since = apologies[-1].occurred.utc if apologies else None
        found = [
            self.state.acts[one.views[-1].act]
            for promise in promises
            if promise in self.promises
            for one in self.promises[promise].past
            if one.result is Result.KEPT and since is not None and one.due > since
        ]
        return sorted(found, key=order)

    def _mended(self) -> Act | None:
        said = [act for act in self.acts if isinstance(act, Turn) and self._may_turn(act)]
        return said[-1] if said and said[-1].step is Step.MENDED else None

    def _may_turn(self, turn: Turn) -> bool:
        return turn.step is not Step.MENDED or turn.author in self.hurt
