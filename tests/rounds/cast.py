"""A team that is asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from amends.people.models import Bond, Member
from amends.rounds import keep
from amends.rounds.questions import QuestionSet, question_set
from amends.rounds.sums import Answers, Told
from tests.cast import NOW, make_user

WEEK = timedelta(days=7)
PEOPLE = ("Tomasz", "Aiko", "Ben", "Farah", "Wim", "Ines")


def a_set(name: str = "speaking-up") -> QuestionSet:
    """The questions of a set."""
    found = question_set(name, "en")
    assert found is not None
    return found


def team(people: Iterable[str] = PEOPLE) -> list[Member]:
    """The seats of a new team."""
    bond = Bond.objects.create(title="Desk", setting="team", zone="UTC")
    return [seat(bond, name, NOW + timedelta(seconds=at)) for at, name in enumerate(people)]


def seat(bond: Bond, name: str, now: datetime = NOW) -> Member:
    """A seat for someone with an account of their own."""
    return Member.objects.create(bond=bond, user=make_user(name), name=name, joined_at=now)


def answers(step: int = 3, words: str = "") -> Answers:
    """The same step to all that is asked, and words where there are some."""
    given: dict[str, int | str] = {one.id: step for one in a_set().questions if one.id != "words"}
    return given | {"words": words} if words else given


def begin(begun_by: Member, now: datetime = NOW, name: str = "speaking-up") -> UUID:
    """A round of a week."""
    return keep.begin(begun_by, a_set(name), now + WEEK, now)


def held(seats: list[Member], given: Iterable[Answers], now: datetime = NOW) -> Told | None:
    """A round that the first one begins and the first ones answer, closed: what is told of it."""
    begun = begin(seats[0], now)
    for one, said in zip(seats, given, strict=False):
        keep.answer(one, begun, said, now)
    keep.close_due(now + WEEK)
    return told(seats[0], begun, now + WEEK)


def told(one: Member, round_id: UUID, now: datetime) -> Told | None:
    """What is told of a round."""
    found = keep.find(one.bond, round_id, now)
    assert found is not None
    return found.told


def rows(*tables: str) -> dict[str, list[tuple[object, ...]]]:
    """All that lies in some tables, in the order in which it lies there."""
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  # our own tables
            found[table] = cursor.fetchall()
    return found
