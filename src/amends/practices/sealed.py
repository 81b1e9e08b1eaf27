"""Where a sealed exercise stands for one of its people, by what they can read of it. Pure.

Answers lie with their authors until everyone has sealed; then all go to everyone at once. Keys do the
same. So whoever waits can't tell from anything here how far the others are, only that not all are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from amends.acts.base import Act, Person
from amends.acts.membership import Leaving
from amends.acts.scope import Placed, Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Session

OPEN_FOR: Final = timedelta(days=30)
"""How long an exercise waits for everyone; then it ends unopened, whoever it waited for [choice]."""


class Phase(StrEnum):
    """How far an exercise has come."""

    WAITING = "waiting"
    """Not everyone has sealed."""
    SEALED = "sealed"
    """Everyone has; not everyone has given their key."""
    OPENED = "opened"
    """Everyone has given their key."""
    CANCELLED = "cancelled"
    """It ends unopened; nothing says through whom."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A sealed exercise as one of its people can read it.

    Attributes:
        phase: how far it has come.
        roster: who takes part, the one who began it first; fixed when it began.
        sealed: what the viewer sealed, if they did.
        revealed: the key the viewer gave, if they did.
        seals: everyone's, once all are there.
        reveals: everyone's, once all are there.
    """

    phase: Phase
    roster: tuple[Person, ...]
    sealed: Seal | None
    revealed: Reveal | None
    seals: Mapping[Person, Seal]
    reveals: Mapping[Person, Reveal]


def read_exercise(session: Session, placed: Iterable[Placed], viewer: Person, now: datetime) -> Exercise:
    """Where an exercise stands for ``viewer``.

    Args:
        session: its beginning.
        placed: what the viewer can read, at least all seals, keys and departures in it.
        viewer: one of its people.
        now: the server's clock, aware.
    """
    known = list(placed)
    roster = (session.author, *session.affected)
    answers = _first_of_each(
        known,
        lambda one: isinstance(one, Seal) and one.exercise == session.id and one.author in roster,
    )
    ids = {person: one.act.id for person, one in answers.items()}
    keys = _first_of_each(known, lambda one: isinstance(one, Reveal) and one.seal == ids.get(one.author))
    seals, reveals = _open_to_all(answers), _open_to_all(keys)
    is_over = now >= session.recorded_at + OPEN_FOR or any(
        isinstance(one.act, Leaving) and one.act.author in roster for one in known
    )
    return Exercise(
        phase=_phase(len(roster), len(seals), len(reveals), is_over=is_over),
        roster=roster,
        sealed=answers[viewer].act if viewer in answers else None,
        revealed=keys[viewer].act if viewer in keys else None,
        seals=seals if len(seals) == len(roster) else {},
        reveals=reveals if len(reveals) == len(roster) else {},
    )


def _first_of_each(known: Iterable[Placed], fits: Callable[[Act], bool]) -> dict[Person, Any]:
    """By author what each sent first: what comes after it counts for nothing."""
    found: dict[Person, Placed] = {}
    for one in sorted(known, key=lambda one: (one.act.recorded_at, one.act.id)):
        if fits(one.act):
            found.setdefault(one.act.author, one)
    return found


def _open_to_all(found: Mapping[Person, Placed]) -> dict[Person, Any]:
    return {person: one.act for person, one in found.items() if one.scope is not Scope.OWN}


def _phase(people: int, sealed: int, given: int, *, is_over: bool) -> Phase:
    if sealed == given == people:
        return Phase.OPENED
    # All seals and all keys come at once: where some are there and some are not, one was erased since.
    if is_over or 0 < sealed < people or given:
        return Phase.CANCELLED
    return Phase.SEALED if sealed else Phase.WAITING
