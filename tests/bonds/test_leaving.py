"""Leaving."""

from __future__ import annotations

import pytest
from django.http import Http404

from amends.acts.membership import Leaving
from amends.acts.promise import Promise
from amends.acts.scope import Scope
from amends.bonds import invite
from amends.bonds.leave import leave, tell
from amends.bonds.record import record
from amends.bonds.room import has_room
from amends.ledger.read import heads, read_placed
from amends.people.access import (
    get_everyone,
    get_former_seat,
    get_left_seats,
    get_others,
    get_seat,
    get_seats,
)
from amends.people.models import Member, Notice
from tests.cast import MINUTE, NOW, add, begin, promise

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER = NOW + 60 * MINUTE


def test_it_takes_effect_at_once_and_the_export_stays(anna: Member, toby: Member) -> None:
    assert toby.user is not None
    leave(toby, Notice.NOW, LATER)
    assert get_seats(toby.user) == []
    with pytest.raises(Http404):
        get_seat(toby.user, toby.bond_id)
    assert get_former_seat(toby.user, toby.bond_id) == toby
    assert get_left_seats(toby.user) == [toby]


@pytest.mark.parametrize("notice", [Notice.LATER, Notice.NEVER])
def test_without_a_notice_nothing_that_the_other_sees_changes(
    anna: Member, toby: Member, notice: Notice
) -> None:
    def seen() -> object:
        return heads(anna), read_placed(anna), get_others(anna), get_everyone(anna), has_room(anna.bond)

    record(anna, promise(anna, toby), Scope.SHARED, NOW)
    before = seen()
    leave(toby, notice, NOW + MINUTE)
    assert seen() == before
    later = promise(anna, toby, now=LATER)
    assert record(anna, later, Scope.SHARED, LATER).shared_at == LATER + 10 * MINUTE


def test_with_a_notice_the_other_reads_it_and_the_seat_is_free(anna: Member, toby: Member) -> None:
    assert not has_room(anna.bond)
    leave(toby, Notice.NOW, LATER)
    assert isinstance(read_placed(anna)[-1].act, Leaving)
    assert get_others(anna) == []
    assert toby in get_everyone(anna)
    assert has_room(anna.bond)


def test_a_notice_given_later_does_not_tell_when_they_left(anna: Member, toby: Member) -> None:
    leave(toby, Notice.LATER, NOW)
    tell(toby, LATER)
    (placed,) = (placed for placed in read_placed(anna) if isinstance(placed.act, Leaving))
    assert placed.act.recorded_at == placed.act.occurred.utc == LATER
    assert str(NOW.date()) not in placed.act.words
    assert get_others(anna) == []


@pytest.mark.parametrize("notice", [Notice.NOW, Notice.NEVER])
def test_there_is_nothing_to_tell_later_unless_they_left_it_open(
    anna: Member, toby: Member, notice: Notice
) -> None:
    leave(toby, notice, NOW)
    before = heads(anna)
    tell(toby, LATER)
    assert heads(anna) == before


def test_who_stays_cannot_tell_that_they_left(anna: Member, toby: Member) -> None:
    before = heads(anna)
    tell(toby, LATER)
    assert heads(anna) == before
    assert toby.left_at is None


def test_leaving_twice_changes_nothing(anna: Member, toby: Member) -> None:
    leave(toby, Notice.NEVER, NOW)
    before = heads(anna)
    leave(toby, Notice.NOW, LATER)
    assert heads(anna) == before
    toby.refresh_from_db()
    assert toby.left_at == NOW


def test_their_invitations_close_and_those_of_others_stay() -> None:
    maya = begin("Maya", "friends")
    lena = add(maya, "Lena")
    by_maya, by_lena = invite.invite(maya, NOW), invite.invite(lena, NOW)
    leave(lena, Notice.NEVER, NOW)
    assert invite.find(by_lena, NOW) is None
    assert invite.find(by_maya, NOW)


def test_who_left_reads_nothing_that_came_after(anna: Member, toby: Member) -> None:
    leave(toby, Notice.NEVER, NOW + MINUTE)
    record(anna, promise(anna, toby, now=LATER), Scope.SHARED, LATER)
    assert not any(isinstance(placed.act, Promise) for placed in read_placed(toby))
