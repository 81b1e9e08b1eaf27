"""Erasing what one has recorded."""

from __future__ import annotations

import pytest

from amends.acts.erasure import Erasure
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.erase import erase
from amends.bonds.errors import Refused
from amends.bonds.record import record
from amends.ledger.errors import Erased
from amends.ledger.read import find, read_placed
from amends.people.models import Member
from tests.cast import MINUTE, NOW, act, hurt
from tests.ledger.cast import moment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_it_goes_wherever_it_lies(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.SHARED, NOW)
    share.share(anna, breach.id, NOW, at_once=True)
    erase(anna, breach.id)
    assert find(anna, breach.id) is None
    assert find(toby, breach.id) is None


def test_it_does_not_arrive_and_neither_does_what_was_to_refer_to_it(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    repair = act(Repair, anna, toby, name="Late for dinner", of=(breach.id,))
    for made in (breach, repair):
        record(anna, made, Scope.SHARED, NOW)
    erase(anna, breach.id)
    share.flush(anna.bond, NOW + 60 * MINUTE)
    assert find(toby, breach.id) is None
    assert find(toby, repair.id) is None
    assert find(anna, repair.id) is not None


def test_sending_the_form_again_does_not_bring_it_back(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.OWN, NOW)
    erase(anna, breach.id)
    with pytest.raises(Erased):
        record(anna, breach, Scope.SHARED, NOW)
    assert share.pending(anna) == {}


def test_only_its_author_can(anna: Member, toby: Member) -> None:
    shared, kept = hurt(anna, toby), hurt(anna, toby)
    record(anna, shared, Scope.SHARED, NOW)
    share.share(anna, shared.id, NOW, at_once=True)
    record(anna, kept, Scope.OWN, NOW)
    for act_id in (shared.id, kept.id):
        with pytest.raises(Refused):
            erase(toby, act_id)
        assert find(anna, act_id) is not None


def test_the_mark_that_something_was_erased_stays(anna: Member) -> None:
    made = moment(anna)
    record(anna, made, Scope.OWN, NOW)
    erase(anna, made.id)
    (mark,) = [placed.act for placed in read_placed(anna) if isinstance(placed.act, Erasure)]
    with pytest.raises(Refused):
        erase(anna, mark.id)
