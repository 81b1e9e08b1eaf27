"""Who appears in these tests, and what they do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.due import Due
from amends.acts.promise import Promise
from amends.acts.when import When
from amends.bonds import invite
from amends.bonds.create import create
from amends.bonds.instants import to_millisecond
from amends.bonds.join import join
from amends.people.models import Member, User

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
_numbers = count()


def make_user(name: str) -> User:
    """An account of its own."""
    return User.objects.create_user(f"{name.lower()}{next(_numbers)}@example.org", "a long password")


def begin(name: str, setting: str = "couple", now: datetime = NOW) -> Member:
    """A bond that someone begins alone."""
    user = make_user(name)
    return create(user, title="Home", setting=setting, name=name, zone="Europe/London", now=now)


def add(seat: Member, name: str, now: datetime = NOW) -> Member:
    """Someone who joins by the invitation of ``seat``."""
    return join(invite.invite(seat, now), make_user(name), name, now)


def person(seat: Member) -> Person:
    """As acts name someone."""
    return Person(str(seat.id))


def act(kind: type[Act], author: Member, *others: Member, now: datetime = NOW, **fields: Any) -> Any:
    """An act by ``author`` that concerns ``others``, received at ``now``."""
    common: dict[str, Any] = {
        "id": uuid4(),
        "author": person(author),
        "by": person(author),
        "affected": tuple(map(person, others)),
        "occurred": When.received(now, "Europe/London"),
        "recorded_at": to_millisecond(now),
    }
    return kind(**common | fields)


def hurt(author: Member, by: Member, now: datetime = NOW, **fields: Any) -> Breach:
    """Something that ``by`` did and that hurt ``author``."""
    words = fields.pop("words", "Dinner went cold.")
    breach: Breach = act(Breach, author, author, now=now, by=person(by), words=words, **fields)
    return breach


def promise(author: Member, to: Member, now: datetime = NOW, **fields: Any) -> Promise:
    """A promise that falls due once, two days later."""
    due = fields.pop("due", Due(When.said("2026-03-04T19:00", "Europe/London")))
    made: Promise = act(Promise, author, to, now=now, words="Home by seven.", due=due, **fields)
    return made
