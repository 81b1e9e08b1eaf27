"""From acts to readings, for one viewer at one time. Pure: the command line and the web both call it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from amends.acts.base import Person
from amends.acts.scope import Placed
from amends.engine.results import (
    Balance,
    Erosion,
    Occurrence,
    PromiseState,
    Reliability,
    RepairState,
    Trust,
)


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
    """Amends to the viewer that fell due."""


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


@dataclass(frozen=True, slots=True)
class Readings:
    """All that the acts mean for one viewer at one time.

    Attributes:
        viewer: whose readings these are.
        as_of: when, aware, in the viewer's zone; later acts are left out.
        trust: the viewer's own trust in each other person, in the order of first mention.
        reliability: of the viewer's own promises; all together first, then each sort that has any.
        erosion, balance: from what the viewer recorded or was affected by.
        promises: those that the viewer made or was made, open ones first, then by due time.
        due_today: occurrences of the viewer's own and others' promises that fall due on this local day.
        waiting: what waits for the viewer, oldest first; without what got a private *not now*.
        repairs: those the viewer may see, going first, then by latest act.
        last_good: the latest good moment the viewer may see.
    """

    viewer: Person
    as_of: datetime
    trust: tuple[Trust, ...]
    reliability: tuple[Reliability, ...]
    erosion: Erosion
    balance: Balance
    promises: tuple[PromiseState, ...]
    due_today: tuple[Occurrence, ...]
    waiting: tuple[Waiting, ...]
    repairs: tuple[RepairState, ...]
    last_good: UUID | None


def compose(placed: Iterable[Placed], viewer: Person, as_of: datetime) -> Readings:
    """The readings of ``placed``, which hold only what ``viewer`` may see, at ``as_of``."""
    raise NotImplementedError
