"""Ten minutes to take it back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from amends.acts.boundary import Boundary
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.errors import Refused
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.ledger.read import find, heads, read_placed
from amends.people.models import Member, Notice
from tests.cast import MINUTE, NOW, act, add, begin, hurt, promise

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_it_can_be_taken_back_and_the_other_never_learns_of_it(anna: Member, toby: Member) -> None:
    before = heads(toby)
    breach = hurt(anna, toby)
    record(anna, breach, Scope.SHARED, NOW)
    share.take_back(anna, breach.id, NOW + 9 * MINUTE)
    share.flush(anna.bond, NOW + 60 * MINUTE)
    assert heads(toby) == before
    placed = find(anna, breach.id)
    assert placed is not None
    assert placed.scope is Scope.OWN


def test_after_ten_minutes_it_cannot_whether_or_not_anyone_has_looked(anna: Member, toby: Member) -> None:
    """Otherwise taking it back would tell whether the other had opened the app."""
    breach = hurt(anna, toby)
    record(anna, breach, Scope.SHARED, NOW)
    with pytest.raises(Refused):
        share.take_back(anna, breach.id, NOW + 10 * MINUTE)
    assert find(toby, breach.id) is not None


def test_taking_back_takes_along_what_was_to_refer_to_it(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    repair = act(Repair, anna, toby, name="Late for dinner", of=(breach.id,))
    boundary = act(Boundary, anna, toby, words="No shouting.")
    for made in (breach, repair, boundary):
        record(anna, made, Scope.SHARED, NOW)
    share.take_back(anna, breach.id, NOW)
    assert set(share.pending(anna)) == {boundary.id}


def test_share_now_skips_the_wait(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.SHARED, NOW)
    assert share.share(anna, breach.id, NOW + MINUTE, at_once=True) <= NOW + MINUTE
    assert find(toby, breach.id) is not None
    assert share.pending(anna) == {}


def test_something_kept_can_be_shared_weeks_later(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.OWN, NOW)
    later = NOW.replace(day=30)
    assert share.share(anna, breach.id, later) == later + 10 * MINUTE
    assert share.pending(anna) == {breach.id: later + 10 * MINUTE}
    share.flush(anna.bond, later + 10 * MINUTE)
    placed = find(toby, breach.id)
    assert placed is not None
    assert placed.act == replace(breach, recorded_at=later + 10 * MINUTE)
    mine = find(anna, breach.id)
    assert mine is not None
    assert mine.act.recorded_at == breach.recorded_at


def test_sharing_again_changes_nothing(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.OWN, NOW)
    first = share.share(anna, breach.id, NOW)
    assert share.share(anna, breach.id, NOW + 5 * MINUTE) == first
    share.flush(anna.bond, first)
    assert share.share(anna, breach.id, first + MINUTE) <= first + MINUTE
    assert share.pending(anna) == {}


def test_nobody_shares_or_takes_back_what_is_anothers(anna: Member, toby: Member) -> None:
    kept = hurt(anna, toby)
    record(anna, kept, Scope.OWN, NOW)
    with pytest.raises(Refused):
        share.share(toby, kept.id, NOW)
    sent = hurt(anna, toby)
    record(anna, sent, Scope.SHARED, NOW)
    share.take_back(toby, sent.id, NOW)
    assert sent.id in share.pending(anna)


def test_what_arrives_late_says_when_it_fell_due_not_when_someone_looked(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.SHARED, NOW)
    share.flush(anna.bond, NOW.replace(day=9))
    placed = find(toby, breach.id)
    assert placed is not None
    assert placed.act.recorded_at == NOW + 10 * MINUTE


def test_what_was_shared_first_arrives_first(anna: Member, toby: Member) -> None:
    made = [hurt(anna, toby, words=f"Evening {number}.") for number in range(5)]
    for number, breach in enumerate(made):
        record(anna, breach, Scope.SHARED, NOW + number * MINUTE)
    share.flush(anna.bond, NOW + 60 * MINUTE)
    arrived = [placed.act for placed in read_placed(toby) if placed.act.KIND == "breach"]
    assert [found.words for found in sorted(arrived, key=lambda found: found.recorded_at)] == [
        breach.words for breach in made
    ]


def test_nothing_is_written_when_nothing_is_due(anna: Member, toby: Member) -> None:
    record(anna, hurt(anna, toby), Scope.SHARED, NOW)
    with CaptureQueriesContext(connection) as queries:
        share.flush(anna.bond, NOW + MINUTE)
    assert [query["sql"][:6] for query in queries] == ["SELECT", "SELECT"]


def test_leaving_leaves_unsent_what_was_on_its_way(anna: Member, toby: Member) -> None:
    breach = hurt(toby, anna)
    record(toby, breach, Scope.SHARED, NOW)
    leave(toby, Notice.NEVER, NOW + MINUTE)
    share.flush(anna.bond, NOW + 60 * MINUTE)
    assert find(anna, breach.id) is None


@pytest.mark.django_db(transaction=True)
def test_many_who_look_at_once_let_each_thing_arrive_once() -> None:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    made = [promise(anna, toby) for _ in range(3)]
    for promised in made:
        record(anna, promised, Scope.SHARED, NOW)

    def look(now: datetime) -> None:
        try:
            share.flush(anna.bond, now)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(look, [NOW + 10 * MINUTE] * 6))
    arrived = [placed.act.id for placed in read_placed(toby) if placed.act.KIND == "promise"]
    assert sorted(arrived) == sorted(promised.id for promised in made)
    assert share.pending(anna) == {}
