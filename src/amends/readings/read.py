"""A member's readings: fetches what the member may read, folds it, composes.

What is kept between two readings is the state of a fold, never a reading: the rest
depends on the time at which one looks. It lives in the memory of this process alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import takewhile
from threading import Lock
from types import MappingProxyType
from typing import Final, TypeVar
from uuid import UUID

from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary
from amends.acts.due import Due
from amends.acts.promise import PromiseType
from amends.acts.scope import Placed
from amends.engine.balance import read_days
from amends.engine.fold import step
from amends.engine.forecast import read_forecast, read_hindsight
from amends.engine.foresight import foresee
from amends.engine.joy import read_good_ends, read_lean
from amends.engine.memory import read_memory
from amends.engine.pace import read_pace
from amends.engine.patterns import read_patterns
from amends.engine.results import (
    Forecast,
    Foresight,
    GoodEnd,
    Hindsight,
    JournalWeek,
    LeanWeek,
    Memory,
    Patterns,
    PromiseState,
    TrustPace,
    Way,
)
from amends.engine.state import State, key_of
from amends.engine.way import read_way
from amends.ledger.read import Heads, heads, read_placed, read_since
from amends.people.models import Arrival, Member, Role
from amends.practices.sealed import Exercise
from amends.readings.arriving import shown
from amends.readings.compose import Readings, known_from, read_state, state_at
from amends.readings.pauses import without_pauses
from amends.readings.sessions import Told, read_sealed, read_session, read_sessions, sessions_around
from amends.readings.signs import Shown, boundaries_towards, read_signs

MOST: Final = 64
"""Members whose state is kept at once; the one not asked for longest goes first [choice]."""

A = TypeVar("A", bound=Act)
R = TypeVar("R")
_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Kept:
    """The state of one member's acts, and how far into the ledgers it goes.

    Acts commute, so that a late one is taken in like any other.

    Attributes:
        placed: all acts by id, in the order of a fold. Never changed, but replaced: pages hold on to it.
        ahead: acts dated ahead, not yet in the state.
        newest: when the last act in the state came to be known; whoever looks from earlier
            needs a fold without it.
    """

    heads: Heads
    state: State = field(default_factory=State)
    placed: dict[UUID, Placed] = field(default_factory=dict)
    ahead: list[Placed] = field(default_factory=list)
    newest: datetime = _EARLIEST

    def take_in(self, placed: list[Placed], as_of: datetime) -> bool:
        """Add acts; False where one is known with another body, so that all must be read anew."""
        if placed:
            self.placed = _together(self.placed, placed)
        waiting, self.ahead = self.ahead, []
        for one in (*waiting, *placed):
            known = self.state.acts.get(one.act.id)
            if known is not None and known != one.act:
                return False
            if known_from(one) > as_of:
                self.ahead.append(one)
            else:
                step(self.state, one)
                self.newest = max(self.newest, known_from(one))
        return True


@dataclass(slots=True)
class _Slot:
    """A member's place in the cache; whoever holds the lock may use it."""

    lock: Lock = field(default_factory=Lock)
    kept: _Kept | None = None


class _Cache:
    """States by member, the latest asked for last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._slots: OrderedDict[UUID, _Slot] = OrderedDict()

    def slot(self, member_id: UUID) -> _Slot:
        """The member's slot, made at the first need."""
        with self._lock:
            slot = self._slots.setdefault(member_id, _Slot())
            self._slots.move_to_end(member_id)
            while len(self._slots) > MOST:
                self._slots.popitem(last=False)
            return slot

    def drop(self, member_id: UUID) -> None:
        """Keep nothing of a member."""
        with self._lock:
            self._slots.pop(member_id, None)

    def __len__(self) -> int:
        return len(self._slots)


_cache = _Cache()


def readings(seat: Member, as_of: datetime) -> Readings:
    """What the acts that a member may read mean at ``as_of``, aware and in the member's zone."""
    person, setting, manages = Person(str(seat.id)), seat.bond.setting, seat.role == Role.MANAGER
    return _from_state(
        seat, as_of, lambda state: read_state(state, person, as_of, setting=setting, manages=manages)
    )


def patterns(seat: Member, as_of: datetime) -> Patterns:
    """When the member's own promises are kept less often; for the page that shows it alone."""
    return _from_state(seat, as_of, lambda state: read_patterns(state, Person(str(seat.id))))


def memory(seat: Member, as_of: datetime) -> Memory:
    """How the last promises to the member went; for the page that asks them first, alone."""
    return _from_state(seat, as_of, lambda state: read_memory(state, Person(str(seat.id))))


def foresight(seat: Member, sort: PromiseType, due: Due, as_of: datetime) -> Foresight | None:
    """What a member's own record says before they promise something; None where nothing speaks against it."""
    return _from_state(seat, as_of, lambda state: foresee(state, Person(str(seat.id)), sort, due))


def forecast(seat: Member, sort: PromiseType, due: Due, as_of: datetime) -> Forecast:
    """The chance that a member keeps such a promise in time, made now; for them alone."""
    me = Person(str(seat.id))
    return _from_state(seat, as_of, lambda state: read_forecast(state, me, sort, due, as_of))


def hindsight(seat: Member, as_of: datetime) -> Hindsight:
    """How near the forecasts came that could be made before each of a member's promises; for them alone."""
    return _from_state(seat, as_of, lambda state: read_hindsight(state, Person(str(seat.id))))


def signs(seat: Member, as_of: datetime) -> tuple[tuple[Shown, ...], tuple[Boundary, ...]]:
    """Reasons for help from outside, and the boundaries set towards the member; for them alone."""
    me, found = Person(str(seat.id)), readings(seat, as_of)
    managing = Member.objects.filter(bond=seat.bond_id, role=Role.MANAGER)
    managers = {Person(str(member.id)) for member in managing}

    def read(state: State) -> tuple[tuple[Shown, ...], tuple[Boundary, ...]]:
        shown = read_signs(state, me, as_of, repairs=found.repairs, trust=found.trust, managers=managers)
        return shown, boundaries_towards(state, me)

    return _from_state(seat, as_of, read)


def good_ends(seat: Member, promises: Iterable[PromiseState], as_of: datetime) -> tuple[GoodEnd, ...]:
    """What the member may be glad of these days, given how the promises stand that they read."""
    me = Person(str(seat.id))
    return _from_state(seat, as_of, lambda state: read_good_ends(state, me, promises, as_of))


def lean(seat: Member, as_of: datetime) -> tuple[LeanWeek, ...]:
    """Whether joy had its days beside work in what the member wrote; for the page that tells them, alone."""
    return _from_state(seat, as_of, lambda state: read_lean(state, Person(str(seat.id)), as_of))


def journal_days(seat: Member, as_of: datetime) -> tuple[JournalWeek, ...]:
    """What sort of days the member noted in their own ledger; the vault's can't be read here."""
    return _from_state(seat, as_of, lambda state: read_days(state, Person(str(seat.id)), as_of))


def way(seat: Member, by: Person, to: Person, as_of: datetime) -> Way:
    """A setback as part of the way between the member and another; for the member alone."""
    return _from_state(seat, as_of, lambda state: read_way(state, by, to))


def pace(seat: Member, other: Person, sought: float, as_of: datetime) -> TrustPace:
    """When the member's trust in another might reach a level, 0 … 1; for them alone, in no export."""
    me = Person(str(seat.id))
    return _from_state(seat, as_of, lambda state: read_pace(state, me, other, as_of, sought))


def standing(seat: Member, as_of: datetime, kind: type[A]) -> tuple[A, ...]:
    """The acts of a kind that the member may read and that were not withdrawn, by the time they happened."""
    return _from_state(seat, as_of, lambda state: tuple(state.all(kind)))


def sessions(seat: Member, as_of: datetime, most: int) -> tuple[Told, ...]:
    """The latest practices a member takes part in, the latest first."""
    return _from_state(seat, as_of, lambda state: read_sessions(state, Person(str(seat.id)), most))


def session(seat: Member, as_of: datetime, session_id: UUID) -> Told | None:
    """One practice a member takes part in; None if there is none of that id."""
    return _from_state(seat, as_of, lambda state: read_session(state, Person(str(seat.id)), session_id))


def sealed(seat: Member, as_of: datetime, session_id: UUID) -> Exercise | None:
    """Where a sealed exercise stands for a member; None where they take no part in it."""
    person = Person(str(seat.id))
    return _from_state(seat, as_of, lambda state: read_sealed(state, person, session_id, as_of))


def sessions_of_repair(seat: Member, as_of: datetime, repair: UUID) -> tuple[Told, ...]:
    """The practices around a repair that a member takes part in, the earliest first."""
    return _from_state(seat, as_of, lambda state: sessions_around(state, Person(str(seat.id)), repair))


def shown_to(seat: Member, as_of: datetime) -> MappingProxyType[UUID, Placed]:
    """All that a member is shown, by id, in the order of a fold: what they may read, one hurt at a time."""
    if seat.arrival:
        return MappingProxyType(_by_id(_arriving(seat)))
    slot = _cache.slot(seat.id)
    with slot.lock:
        return MappingProxyType(_bring_up(slot, seat, as_of).placed)


def _from_state(seat: Member, as_of: datetime, read: Callable[[State], R]) -> R:
    """A reading of the state of what the member may read."""
    if seat.arrival:  # what they are shown may grow without any act: nothing to keep
        return read(state_at(_arriving(seat), as_of))
    slot = _cache.slot(seat.id)
    with slot.lock:
        kept = _bring_up(slot, seat, as_of)
        if kept.newest <= as_of:
            return read(kept.state)
        placed = kept.placed
    return read(state_at(placed.values(), as_of))


def _arriving(seat: Member) -> list[Placed]:
    is_ready = seat.arrival == Arrival.READY
    return shown(read_placed(seat), Person(str(seat.id)), seat.joined_at, is_ready=is_ready)


def forget(member_id: UUID) -> None:
    """Keep nothing in memory of what a member may read."""
    _cache.drop(member_id)


def _bring_up(slot: _Slot, seat: Member, as_of: datetime) -> _Kept:
    """What is kept of a member, with all that they may read now."""
    kept, slot.kept = slot.kept, None  # what fails halfway is not kept
    slot.kept = _brought_up(seat, kept, as_of)
    return slot.kept


def _brought_up(seat: Member, kept: _Kept | None, as_of: datetime) -> _Kept:
    """The state with all that the member may read now."""
    if kept is None:
        return _read_all(seat, as_of)
    added: list[Placed] = []
    if kept.heads != heads(seat):
        since = read_since(seat, kept.heads)
        if since is None:  # something was erased, or much was added
            return _read_all(seat, as_of)
        kept.heads, added = since
    return kept if kept.take_in(added, as_of) else _read_all(seat, as_of)


def _read_all(seat: Member, as_of: datetime) -> _Kept:
    # The heads first: what is added in between is then read twice rather than never.
    kept = _Kept(heads(seat))
    with without_pauses(sum(size for _ledger, size, _erasures in kept.heads)):
        kept.take_in(read_placed(seat), as_of)
    return kept


def _together(before: dict[UUID, Placed], added: list[Placed]) -> dict[UUID, Placed]:
    """Both, in the order of a fold; where an act comes again, as it came last."""
    together = dict(before)
    for one in added:
        together.pop(one.act.id, None)
    first = min(key_of(one.act) for one in added)
    later = list(takewhile(lambda one: key_of(one.act) > first, reversed(together.values())))
    for one in later:
        del together[one.act.id]
    return together | _by_id(sorted((*later, *added), key=lambda one: key_of(one.act)))


def _by_id(placed: Iterable[Placed]) -> dict[UUID, Placed]:
    return {one.act.id: one for one in placed}
