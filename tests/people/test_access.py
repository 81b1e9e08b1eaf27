"""The one door."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.http import Http404

from amends.people.access import (
    get_everyone,
    get_former_seat,
    get_left_seats,
    get_others,
    get_seat,
    get_seats,
)
from amends.people.models import Bond, Member, Notice, User

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


@pytest.fixture
def bond() -> Bond:
    return Bond.objects.create(title="Home", setting="couple", zone="Europe/London")


def seat(bond: Bond, name: str, *, notice: str = "", minutes: int = 0) -> Member:
    user = User.objects.create_user(f"{uuid4()}@example.org")
    joined = NOW + timedelta(minutes=minutes)
    left = joined + timedelta(days=1) if notice else None
    return Member.objects.create(
        bond=bond, user=user, name=name, joined_at=joined, left_at=left, notice=notice
    )


def user_of(member: Member) -> User:
    assert member.user is not None
    return member.user


def test_a_member_enters(bond: Bond) -> None:
    anna = seat(bond, "Anna")
    assert get_seat(user_of(anna), bond.id) == anna
    assert get_seats(user_of(anna)) == [anna]


@pytest.mark.parametrize("door", [get_seat, get_former_seat])
def test_nobody_else_learns_whether_there_is_a_bond(bond: Bond, door: object) -> None:
    assert callable(door)
    stranger = User.objects.create_user("stranger@example.org")
    for user in (stranger, AnonymousUser()):
        for bond_id in (bond.id, uuid4()):
            with pytest.raises(Http404):
                door(user, bond_id)


@pytest.mark.parametrize("notice", Notice.values)
def test_who_left_enters_by_the_door_to_their_export_alone(bond: Bond, notice: str) -> None:
    toby = seat(bond, "Toby", notice=notice)
    with pytest.raises(Http404):
        get_seat(user_of(toby), bond.id)
    assert get_former_seat(user_of(toby), bond.id) == toby
    assert get_seats(user_of(toby)) == []
    assert get_left_seats(user_of(toby)) == [toby]


def test_others_are_those_who_have_not_said_that_they_left(bond: Bond) -> None:
    anna = seat(bond, "Anna")
    here = seat(bond, "Lena", minutes=1)
    unsaid = seat(bond, "Jo", notice=Notice.NEVER, minutes=2)
    later = seat(bond, "Sam", notice=Notice.LATER, minutes=3)
    said = seat(bond, "Max", notice=Notice.NOW, minutes=4)
    assert get_others(anna) == [here, unsaid, later]
    assert get_everyone(anna) == [anna, here, unsaid, later, said]


def test_the_database_itself_keeps_names_and_seats_apart(bond: Bond) -> None:
    anna = seat(bond, "Anna")
    for fields in ({"name": "anna"}, {"name": "Another", "user": anna.user}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Member.objects.create(bond=bond, joined_at=NOW, **fields)


def test_the_database_itself_keeps_leaving_and_its_notice_together(bond: Bond) -> None:
    for fields in ({"left_at": NOW}, {"notice": Notice.NOW}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Member.objects.create(bond=bond, joined_at=NOW, name="Anna", **fields)


def test_an_address_has_one_account_whatever_its_capitals() -> None:
    User.objects.create_user("anna@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("Anna@example.org")


def test_an_account_without_a_password_lets_nobody_in() -> None:
    user = User.objects.create_user("anna@example.org")
    assert not user.has_usable_password()
    assert not user.check_password("")
