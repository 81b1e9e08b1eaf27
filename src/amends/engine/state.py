"""What a fold keeps of the acts: facts, indexed so that an act finds what it bears on.

Nothing here depends on the order in which acts came: lists are sorted, the first body of
an id stays, and numbers are computed from the facts. So an act recorded late lands where it
belongs and the state is the same, to the bit, as if it had come in time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar, cast
from uuid import UUID

from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.outcome import Outcome
from amends.acts.scope import Scope
from amends.acts.settlement import Settlement
from amends.engine.judged import Record
from amends.engine.results import Occurrence
from amends.engine.timeline import Instant, Timeline

Key: TypeAlias = tuple[datetime, datetime, UUID]
"""Orders acts: when it happened, when it was recorded, its id."""
Said: TypeAlias = Outcome | Settlement | Breach
"""What says how a promise went on one of its days."""
Pair: TypeAlias = tuple[Person, Person]
"""Who trusts, and who is trusted."""

A = TypeVar("A", bound=Act)
R = TypeVar("R")


@dataclass(slots=True)
class State:
    """A fold's state. Only `fold` changes it.

    Attributes:
        acts: every act by its id.
        scopes: how wide each act reaches.
        kinds: the acts of a kind, by the time they happened.
        naming: the acts of a kind that name another, by the id of the other and the kind, by the time they
            happened.
        said: what was said of a promise, by promise and day.
        withdrawn: who withdrew what; it counts where it was theirs.
        broken: per promise, whose trust a break of it moved, with the time of each break.
        mentioned: where each person is mentioned first.
        timelines: what moved trust, per direction.
        judged: the promises of each person of which it is known how they went.
        hurts_changed: breaches, repairs and promises that bear an apology out, of which what hurt anyone,
            or what is left of it, may have changed, in the order in which it did.
        touched: every act that came and all that it names; where it takes something back, what that
            names too. For what is computed from some acts to know whether it still holds.
        changed: promises of which something may have changed, in the order in which it did.
        judged_days: what is known of the judged days of a promise, until one changes.
        widened: how often an act came again with a wider scope.
        remembered: what was computed, by what it is, with a stamp that says whether it still holds.
    """

    acts: dict[UUID, Act] = field(default_factory=dict)
    scopes: dict[UUID, Scope] = field(default_factory=dict)
    kinds: defaultdict[type[Act], list[Act]] = field(default_factory=lambda: defaultdict(list))
    naming: defaultdict[tuple[UUID, type[Act]], list[Act]] = field(default_factory=lambda: defaultdict(list))
    said: defaultdict[UUID, dict[date | None, list[Said]]] = field(default_factory=lambda: defaultdict(dict))
    withdrawn: defaultdict[UUID, set[Person]] = field(default_factory=lambda: defaultdict(set))
    broken: defaultdict[UUID, dict[tuple[Pair, date | None], Instant]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    mentioned: dict[Person, tuple[Key, int]] = field(default_factory=dict)
    timelines: defaultdict[Pair, Timeline] = field(default_factory=lambda: defaultdict(Timeline))
    judged: defaultdict[Person, Record] = field(default_factory=lambda: defaultdict(Record))
    hurts_changed: list[UUID] = field(default_factory=list, compare=False, repr=False)
    touched: list[UUID] = field(default_factory=list, compare=False, repr=False)
    changed: list[UUID] = field(default_factory=list, compare=False, repr=False)
    judged_days: defaultdict[UUID, dict[date | None, Occurrence]] = field(
        default_factory=lambda: defaultdict(dict), compare=False, repr=False
    )
    widened: int = field(default=0, compare=False)
    remembered: dict[object, tuple[object, Any]] = field(default_factory=dict, compare=False, repr=False)

    def stands(self, act: Act) -> bool:
        """Whether its author still holds to it."""
        return act.author not in self.withdrawn.get(act.id, ())

    def all(self, kind: type[A]) -> Iterator[A]:
        """The standing acts of a kind, by the time they happened."""
        return (cast("A", act) for act in self.kinds.get(kind, ()) if self.stands(act))

    def naming_it(self, target: UUID, kind: type[A]) -> Iterator[A]:
        """The standing acts of a kind that name another, by the time they happened."""
        return (act for act in self.all_naming(target, kind) if self.stands(act))

    def all_naming(self, target: UUID, kind: type[A]) -> Sequence[A]:
        """The acts of a kind that name another, whether they stand or not, by the time they happened."""
        return cast("Sequence[A]", self.naming.get((target, kind), ()))

    def note_change(self, promise: UUID, day: date | None) -> None:
        """Something may have changed of a promise on one of its days; None for all of them."""
        self.changed.append(promise)
        if (promise, Apology) in self.naming:
            self.hurts_changed.append(promise)
        if day is None:
            self.judged_days.pop(promise, None)
        else:
            self.judged_days[promise].pop(day, None)

    def recent(self, kind: type[A], since: datetime) -> Iterator[A]:
        """The standing acts of a kind that happened since a time, the latest first."""
        for act in reversed(self.kinds.get(kind, ())):
            if act.occurred.utc < since:
                return
            if self.stands(act):
                yield cast("A", act)

    def stamp(self, *kinds: type[Act]) -> tuple[int, ...]:
        """How many acts of these kinds there are: while it stays the same, so do the acts."""
        return tuple(len(self.kinds.get(kind, ())) for kind in kinds)

    def remember(self, what: object, stamp: object, make: Callable[[], R]) -> R:
        """What ``make`` gives, or gave when the stamp was the same."""
        held = self.remembered.get(what)
        if held is None or held[0] != stamp:
            held = self.remembered[what] = (stamp, make())
        made: R = held[1]
        return made

    def find(self, act_id: UUID | None, kind: type[A]) -> A | None:
        """A standing act of a kind by its id, if it is here."""
        act = None if act_id is None else self.acts.get(act_id)
        return act if isinstance(act, kind) and self.stands(act) else None


def key_of(act: Act) -> Key:
    """Where an act comes in the order of a fold."""
    return act.occurred.utc, act.recorded_at, act.id


def insert(acts: list[A], act: A) -> None:
    """Put an act where it belongs in a list that is in order."""
    if not acts or key_of(acts[-1]) < key_of(act):  # nearly always
        acts.append(act)
    else:
        acts.insert(bisect_right(acts, key_of(act), key=key_of), act)


def instant_of(act: Act) -> Instant:
    """When an act happened, as timelines order it."""
    return (
        int(act.occurred.utc.timestamp()),
        round(act.recorded_at.timestamp() * 1000),
        act.id.int,
    )
