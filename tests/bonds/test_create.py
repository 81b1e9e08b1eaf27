"""Beginning a bond."""

from __future__ import annotations

from typing import Any

import pytest

from amends.acts.membership import Joining
from amends.acts.scope import Scope
from amends.bonds.create import create
from amends.bonds.errors import Refused
from amends.ledger.read import read_placed
from amends.people.access import get_seats
from amends.people.models import Bond
from tests.cast import MINUTE, NOW, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]

GOOD = {"title": "Anna and Toby", "setting": "couple", "name": "Anna", "zone": "Europe/London", "now": NOW}


def test_whoever_begins_a_bond_sits_in_it_and_the_ledger_says_so() -> None:
    user = make_user("Anna")
    seat = create(user, **GOOD)
    assert get_seats(user) == [seat]
    (placed,) = read_placed(seat)
    assert isinstance(placed.act, Joining)
    assert placed.scope is Scope.SHARED


def test_one_person_may_have_several_bonds() -> None:
    user = make_user("Anna")
    home = create(user, **GOOD)
    choir = create(user, **GOOD | {"title": "Choir", "setting": "friends", "now": NOW + MINUTE})
    assert get_seats(user) == [home, choir]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", "  "),
        ("title", "x" * 121),
        ("setting", "rivals"),
        ("zone", "Europe/Nowhere"),
        ("name", ""),
        ("name", "x" * 81),
        ("name", "Anna, Toby"),
        ("name", "An^na"),
        ("name", "[Anna]"),
        ("name", "An\x00na"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_kept(field: str, typed: str) -> None:
    answers: dict[str, Any] = GOOD | {field: typed}
    with pytest.raises(Refused) as refused:
        create(make_user("Anna"), **answers)
    assert refused.value.field == field
    assert not Bond.objects.exists()


def test_spaces_around_and_within_names_are_tidied() -> None:
    seat = create(make_user("Anna"), **GOOD | {"name": " Anna \n Maria ", "title": " Our  home "})
    assert (seat.name, seat.bond.title) == ("Anna Maria", "Our home")
