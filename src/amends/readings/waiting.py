"""What waits for someone: nothing that pushes, and *not now* is always there. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary
from amends.acts.breach import Breach
from amends.acts.promise import Promise
from amends.acts.request import Request
from amends.acts.response import Response
from amends.engine.promises import NOTED_WITHIN, is_waiting
from amends.engine.results import Occurrence, PromiseState, Standing
from amends.engine.state import State


class Wants(StrEnum):
    """What an act waits for from the viewer; *not now* is always there."""

    RESPONSE = "response"
    """Something that hurt another, which the viewer did."""
    REPLY = "reply"
    """An apology, a request or a boundary put to the viewer."""
    OUTCOME = "outcome"
    """A promise to the viewer that fell due in the last fourteen days."""
    SETTLEMENT = "settlement"
    """Two views of a promise that differ."""
    COMPLETION = "completion"
    """Amends to the viewer that fell due in the last fourteen days, or were offered then without a day."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the viewer.

    Attributes:
        act: the act it is about.
        wants: what it waits for.
        occurrence: which time of a promise, for *outcome* and *settlement*.
        since: since when (UTC).
    """

    act: UUID
    wants: Wants
    occurrence: Occurrence | None
    since: datetime


def waiting_for(
    state: State, viewer: Person, promises: Iterable[PromiseState], as_of: datetime
) -> tuple[Waiting, ...]:
    """What waits for the viewer, oldest first; what got any answer, *not now* included, does not."""
    open_ones = state.remember((Waiting, viewer), None, lambda: _Open(viewer))
    found = [
        *open_ones.look(state),
        *_completions(state, viewer, as_of),
        *(one for promise in promises for one in _of_promise(promise, viewer, as_of)),
    ]
    return tuple(sorted(found, key=lambda one: (one.since, one.act.int)))


@dataclass(slots=True)
class _Open:
    """What waits for someone whatever the time; only acts that another touched since are looked at anew.

    Attributes:
        viewer: for whom.
        found: what waits, by the act it is about.
        seen: how much of what the state notes was taken in.
    """

    viewer: Person
    found: dict[UUID, Waiting] = field(default_factory=dict)
    seen: int = 0

    def look(self, state: State) -> Iterable[Waiting]:
        """All of it now."""
        for touched in set(state.touched[self.seen :]):
            self.found.pop(touched, None)
            act = state.acts.get(touched)
            wants = None if act is None or not state.stands(act) else _wanted(state, act, self.viewer)
            if act is not None and wants is not None:
                self.found[touched] = Waiting(touched, wants, None, act.recorded_at)
        self.seen = len(state.touched)
        return self.found.values()


def _wanted(state: State, act: Act, viewer: Person) -> Wants | None:
    if isinstance(act, Breach):
        is_theirs = act.by == viewer and act.author != viewer
        return Wants.RESPONSE if is_theirs and not _said(state, act, Response, viewer) else None
    if not isinstance(act, (Apology, Boundary, Request)) or viewer not in act.affected:
        return None
    is_answered = _said(state, act, Answer, viewer) or _said(state, act, Promise, viewer)  # that is one too
    return None if is_answered else Wants.REPLY


def _completions(state: State, viewer: Person, as_of: datetime) -> Iterator[Waiting]:
    for amends in state.all(Amends):
        if viewer not in amends.affected or _said(state, amends, Completion, viewer):
            continue
        due = amends.due
        since = amends.recorded_at if due is None else due.ends_at(due.first.day).astimezone(UTC)
        if since <= as_of <= since + NOTED_WITHIN:
            yield Waiting(amends.id, Wants.COMPLETION, None, since)


def _of_promise(promise: PromiseState, viewer: Person, as_of: datetime) -> Iterator[Waiting]:
    for occurrence in promise.past:
        is_judge = viewer in promise.to
        if not is_waiting(occurrence, as_of):
            continue
        if occurrence.standing is Standing.DIFFERING:
            if is_judge or viewer == promise.by:
                yield Waiting(promise.promise, Wants.SETTLEMENT, occurrence, occurrence.due)
        elif is_judge and occurrence.due <= as_of:
            yield Waiting(promise.promise, Wants.OUTCOME, occurrence, occurrence.due)


def _said(state: State, target: Act, kind: type[Act], viewer: Person) -> bool:
    return any(act.author == viewer for act in state.naming_it(target.id, kind))
