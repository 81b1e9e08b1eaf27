"""What someone is in a team: told to everyone, opening nothing."""

from __future__ import annotations

import pytest

from amends.acts.scope import Scope
from amends.bonds import invite
from amends.bonds.adjust import adjust
from amends.bonds.create import create
from amends.bonds.errors import Refused
from amends.bonds.join import join
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.ledger.read import read_placed
from amends.people.models import Member, Notice, Role
from tests.cast import NOW, add, begin, hurt, make_user
from tests.web.cast import page

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def team(role: str = Role.MEMBER) -> Member:
    """A team that Lena begins."""
    user = make_user("Lena")
    return create(user, title="Desk", setting="team", name="Lena", zone="UTC", now=NOW, role=role)


def test_whoever_joins_is_what_the_invitation_says() -> None:
    """Who comes back takes the old seat, as it was."""
    lena = team()
    user = make_user("Omar")
    omar = join(invite.invite(lena, NOW, Role.MANAGER), user, "Omar", NOW)
    assert omar.role == Role.MANAGER
    leave(omar, Notice.NOW, NOW)
    assert join(invite.invite(lena, NOW), user, "Omar", NOW).role == Role.MANAGER


@pytest.mark.parametrize("role", ["king", "", Role.MANAGER])
def test_elsewhere_than_at_work_all_are_members(role: str) -> None:
    """Nobody is a manager among friends, whatever a form sends."""
    maya = begin("Maya", "friends")
    with pytest.raises(Refused):
        invite.invite(maya, NOW, role)
    with pytest.raises(Refused):
        create(make_user("Jo"), title="Us", setting="friends", name="Jo", zone="UTC", now=NOW, role=role)


def test_a_manager_reads_no_more_than_anyone() -> None:
    """What is kept, and what lies between two others, is not theirs to see."""
    lena = team()
    omar = join(invite.invite(lena, NOW, Role.MANAGER), make_user("Omar"), "Omar", NOW)
    ines = add(lena, "Ines")
    record(lena, hurt(lena, omar, words="Kept."), Scope.OWN, NOW)
    record(lena, hurt(lena, ines, words="Between us two."), Scope.PAIR, NOW, other=ines)
    assert [one.act.words for one in read_placed(omar) if one.act.words] == []


def test_everyone_sees_who_is_what() -> None:
    """On the page of the bond, beside the choice to share, and before one joins."""
    lena = team()
    omar = join(invite.invite(lena, NOW, Role.MANAGER), make_user("Omar"), "Omar", NOW)
    ines = join(invite.invite(lena, NOW, Role.OMBUDS), make_user("Ines"), "Ines", NOW)
    assert "manager" in page(lena, "bond")
    assert "ombudsperson" in page(omar, "bond")
    assert "Among them is Omar, a manager." in page(ines, "adding-kind", kind="moment")
    assert "a manager" not in page(omar, "adding-kind", kind="moment")


def test_one_may_change_what_one_is() -> None:
    """For everyone to see, and for oneself alone."""
    lena = team(Role.MANAGER)
    omar = add(lena, "Omar")
    adjust(lena, title="Desk", zone="UTC", name="Lena", role=Role.MEMBER)
    assert "manager" not in page(omar, "bond")
    with pytest.raises(Refused):
        adjust(lena, title="Desk", zone="UTC", name="Lena", role="king")
