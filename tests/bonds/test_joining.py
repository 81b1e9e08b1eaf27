"""Inviting and joining."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections

from amends.acts.membership import Joining
from amends.bonds import invite
from amends.bonds.errors import Refused
from amends.bonds.join import join
from amends.bonds.leave import leave
from amends.bonds.models import Invitation
from amends.ledger.read import read_placed
from amends.people.access import get_others, get_seat
from amends.people.models import Member, Notice, User
from tests.cast import NOW, add, begin, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_an_invitation_seats_whoever_uses_it(anna: Member) -> None:
    user = make_user("Toby")
    toby = join(invite.invite(anna, NOW), user, "Toby", NOW)
    assert get_seat(user, anna.bond_id) == toby
    assert get_others(anna) == [toby]
    assert [type(placed.act) for placed in read_placed(anna)] == [Joining, Joining]


def test_an_invitation_is_used_once(anna: Member) -> None:
    token = invite.invite(anna, NOW)
    join(token, make_user("Toby"), "Toby", NOW)
    with pytest.raises(Refused):
        join(token, make_user("Maya"), "Maya", NOW)
    assert invite.find(token, NOW) is None


def test_looking_at_an_invitation_does_not_use_it_up(anna: Member) -> None:
    token = invite.invite(anna, NOW)
    assert all(invite.find(token, NOW) for _ in range(3))
    join(token, make_user("Toby"), "Toby", NOW)


def test_an_invitation_closes_after_three_days(anna: Member) -> None:
    token = invite.invite(anna, NOW)
    assert invite.find(token, NOW + timedelta(hours=72) - timedelta(seconds=1))
    late = NOW + timedelta(hours=72)
    assert invite.find(token, late) is None
    with pytest.raises(Refused):
        join(token, make_user("Toby"), "Toby", late)


def test_the_secret_is_long_and_kept_only_as_a_hash(anna: Member) -> None:
    token = invite.invite(anna, NOW)
    assert len(token) * 6 >= 128
    (row,) = Invitation.objects.values_list()
    assert token not in str(row)


def test_a_new_link_closes_the_old_one_and_withdrawing_closes_it_too(anna: Member) -> None:
    old = invite.invite(anna, NOW)
    new = invite.invite(anna, NOW)
    assert invite.find(old, NOW) is None
    assert invite.find(new, NOW)
    invite.withdraw(anna)
    assert invite.find(new, NOW) is None


def test_a_guess_opens_nothing(anna: Member) -> None:
    invite.invite(anna, NOW)
    for guess in ("", "x", "\ud800", "ä" * 300):
        assert invite.find(guess, NOW) is None


@pytest.mark.parametrize("name", ["Anna", "anna", "  ANNA "])
def test_a_name_is_taken_once_whatever_its_capitals_and_the_link_stays_open(anna: Member, name: str) -> None:
    token = invite.invite(anna, NOW)
    with pytest.raises(Refused) as refused:
        join(token, make_user("Toby"), name, NOW)
    assert refused.value.field == "name"
    assert invite.find(token, NOW)


def test_a_couple_has_two_seats(anna: Member) -> None:
    token = invite.invite(anna, NOW)
    add(anna, "Toby")  # by another link, which closes the first
    assert invite.find(token, NOW) is None
    with pytest.raises(Refused):
        invite.invite(anna, NOW)


def test_friends_may_be_many() -> None:
    maya = begin("Maya", "friends")
    names = ["Lena", "Jo", "Sam"]
    assert [add(maya, name).name for name in names] == names


def test_who_sits_here_already_does_not_use_up_a_link() -> None:
    maya = begin("Maya", "friends")
    token = invite.invite(maya, NOW)
    assert maya.user is not None
    with pytest.raises(Refused):
        join(token, maya.user, "Maya again", NOW)
    assert invite.find(token, NOW)


@pytest.mark.parametrize(("notice", "joinings"), [(Notice.NOW, 3), (Notice.NEVER, 2)])
def test_who_returns_gets_the_old_seat_and_an_unsaid_absence_stays_unsaid(
    notice: Notice, joinings: int
) -> None:
    maya = begin("Maya", "friends")
    lena = add(maya, "Lena")
    assert lena.user is not None
    leave(lena, notice, NOW)
    returned = join(invite.invite(maya, NOW), lena.user, "Lena", NOW)
    assert returned == lena
    assert get_seat(lena.user, maya.bond_id) == lena
    assert sum(isinstance(placed.act, Joining) for placed in read_placed(maya)) == joinings


@pytest.mark.django_db(transaction=True)
def test_of_two_who_use_one_link_at_once_one_gets_in() -> None:
    maya = begin("Maya", "friends")
    token = invite.invite(maya, NOW)

    def try_to_join(user: User) -> bool:
        try:
            join(token, user, f"Guest {user.id}", NOW)
        except Refused:
            return False
        finally:
            connections.close_all()
        return True

    users = [make_user("Guest") for _ in range(6)]
    with ThreadPoolExecutor(len(users)) as pool:
        came_in = list(pool.map(try_to_join, users))
    assert sum(came_in) == 1
    assert len(get_others(maya)) == 1
