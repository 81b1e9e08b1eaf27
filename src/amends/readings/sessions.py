"""The practices someone takes part in, with what was contributed to each. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Final
from uuid import UUID

from amends.acts.base import Person
from amends.acts.membership import Leaving
from amends.acts.scope import Placed, Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Contribution, Session
from amends.engine.state import State
from amends.practices.sealed import Exercise, read_exercise

_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """A session as someone can read it.

    Attributes:
        session: its beginning.
        said: its contributions, each with where it lies.
    """

    session: Session
    said: tuple[tuple[Contribution, Scope], ...]


def read_sessions(state: State, viewer: Person, most: int) -> tuple[Told, ...]:
    """The latest sessions the viewer takes part in, the latest first."""
    latest = (one for one in state.recent(Session, _EARLIEST) if _takes_part(viewer, one))
    return tuple(_told(state, one) for one in islice(latest, most))


def read_session(state: State, viewer: Person, session: UUID) -> Told | None:
    """One session, if the viewer takes part in it."""
    found = state.find(session, Session)
    return _told(state, found) if found is not None and _takes_part(viewer, found) else None


def sessions_around(state: State, viewer: Person, repair: UUID) -> tuple[Told, ...]:
    """The sessions around a repair that the viewer takes part in, the earliest first."""
    found: Iterator[Session] = state.naming_it(repair, Session)
    return tuple(_told(state, one) for one in found if _takes_part(viewer, one))


def read_sealed(state: State, viewer: Person, session: UUID, now: datetime) -> Exercise | None:
    """Where a sealed exercise stands, if the viewer takes part in it."""
    found = state.find(session, Session)
    if found is None or not _takes_part(viewer, found):
        return None
    seals: tuple[Seal, ...] = tuple(state.naming_it(found.id, Seal))
    keys = (key for seal in seals for key in state.naming_it(seal.id, Reveal))
    parts = (*seals, *keys, *state.all(Leaving))
    return read_exercise(found, [Placed(one, state.scopes[one.id]) for one in parts], viewer, now)


def _takes_part(viewer: Person, session: Session) -> bool:
    return viewer in (session.author, *session.affected)


def _told(state: State, session: Session) -> Told:
    said = state.naming_it(session.id, Contribution)
    return Told(session, tuple((one, state.scopes[one.id]) for one in said))
