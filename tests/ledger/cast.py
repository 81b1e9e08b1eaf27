"""People, acts and histories for the ledger's tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from amends.acts.base import Act
from amends.acts.journal import Journal
from amends.acts.moment import Moment
from amends.people.models import Bond, Member
from tests.cast import NOW, act


def make_members(*names: str, setting: str = "couple") -> list[Member]:
    """The members of a new bond in which nothing was recorded yet."""
    bond = Bond.objects.create(title="Tuesdays", setting=setting, zone="Europe/London")
    return [Member.objects.create(bond=bond, name=name, joined_at=NOW) for name in names]


def moment(author: Member, words: str = "Tea on the steps.", **fields: Any) -> Moment:
    """A good moment."""
    made: Moment = act(Moment, author, words=words, **fields)
    return made


def journal(author: Member, words: str = "I could not sleep.", **fields: Any) -> Act:
    """A journal entry, which never leaves its author."""
    made: Act = act(Journal, author, words=words, **fields)
    return made


def an_id(number: int) -> UUID:
    """The same id each time."""
    return UUID(int=number, version=4)
