"""Arriving late: nothing that hurt is shown until one is ready, and then one thing after another."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from amends.acts.letter import Letter
from amends.acts.moment import Moment
from amends.acts.repair import Repair
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.bonds.create import set_empty_seat
from amends.bonds.join import be_ready
from amends.bonds.record import record
from amends.bonds.share import flush
from amends.people.models import Member
from amends.readings.read import readings, shown_to
from tests.cast import MINUTE, NOW, act, add, begin, hurt, person

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LATER = NOW + timedelta(days=1)


@pytest.fixture
def seats() -> tuple[Member, Member]:
    """Anna wrote and shared before Toby came."""
    anna = begin("Anna")
    kept_for_toby = set_empty_seat(anna.bond, "Toby", NOW)
    repair = act(Repair, anna, kept_for_toby, name="Late for dinner")
    for one in (
        repair,
        hurt(anna, kept_for_toby, words="First", repair=repair.id, now=NOW + MINUTE),
        hurt(anna, kept_for_toby, words="Second", now=NOW + 2 * MINUTE),
        act(Moment, anna, kept_for_toby, words="The boat", now=NOW + 3 * MINUTE),
        act(Letter, anna, words="Dear Toby", now=NOW + 3 * MINUTE),
    ):
        record(anna, one, Scope.SHARED, one.recorded_at)
    flush(anna.bond, LATER)
    return anna, add(anna, "Toby", LATER)


def words(seat: Member) -> set[str]:
    seat.refresh_from_db()
    return {one.act.words for one in shown_to(seat, LATER).values()} - {""}


def see(seat: Member, said: str) -> None:
    seen: UUID = next(one.act.id for one in shown_to(seat, LATER).values() if one.act.words == said)
    answer = act(Response, seat, of=seen, stance=Stance.NOT_NOW, affected=(), now=LATER)
    record(seat, answer, Scope.OWN, LATER)


def test_who_arrives_sees_what_is_good_and_nothing_that_hurt(seats: tuple[Member, Member]) -> None:
    anna, toby = seats
    assert words(toby) == {"The boat", "Dear Toby"}
    found = readings(toby, LATER + MINUTE)
    assert found.waiting == ()
    assert found.repairs == ()
    assert sum(week.hard for week in found.balance.weeks) == 0
    assert len(shown_to(anna, LATER)) > len(shown_to(toby, LATER))


def test_when_ready_what_hurt_comes_one_thing_after_another(seats: tuple[Member, Member]) -> None:
    _anna, toby = seats
    be_ready(toby)
    assert words(toby) == {"The boat", "Dear Toby", "First"}
    assert readings(toby, LATER + MINUTE).repairs == ()
    assert len(readings(toby, LATER + MINUTE).waiting) == 1
    see(toby, "First")
    assert "Second" in words(toby)
    assert [
        one.name
        for one in (placed.act for placed in shown_to(toby, LATER).values())
        if isinstance(one, Repair)
    ]


def test_what_comes_after_joining_is_shown_at_once(seats: tuple[Member, Member]) -> None:
    anna, toby = seats
    fresh = hurt(anna, toby, words="Today", now=LATER + MINUTE)
    record(anna, fresh, Scope.SHARED, LATER + MINUTE)
    flush(anna.bond, LATER + timedelta(hours=1))
    assert words(toby) == {"The boat", "Dear Toby", "Today"}


def test_the_other_sees_the_same_whether_one_is_ready_or_not(seats: tuple[Member, Member]) -> None:
    anna, toby = seats
    before = readings(anna, LATER + MINUTE)
    be_ready(toby)
    assert readings(anna, LATER + MINUTE) == before


def test_of_what_passed_between_others_nothing_stops_the_rest() -> None:
    maya = begin("Maya", "friends")
    jo = add(maya, "Jo")
    between_others = hurt(maya, jo, words="Between the two")
    record(maya, between_others, Scope.SHARED, NOW)
    flush(maya.bond, LATER)
    sam = add(maya, "Sam", LATER)
    assert words(sam) == set()
    be_ready(sam)
    assert words(sam) == {"Between the two"}
    assert person(sam) not in between_others.affected
