"""The one reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.acts.scope import Scope
from amends.acts.when import When
from amends.ledger import log
from amends.ledger.append import append
from amends.ledger.erase import erase
from amends.ledger.ledgers import own_ledger, pair_ledger, shared_ledger
from amends.ledger.models import Entry, Ledger
from amends.ledger.read import find, heads, read_placed, read_since
from amends.people.models import Member
from tests.cast import MINUTE, NOW
from tests.ledger.cast import make_members, moment

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def words(viewer: Member) -> list[str]:
    return [placed.act.words for placed in read_placed(viewer)]


def test_each_reads_what_is_shared_and_their_own(anna: Member, toby: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna, "For us."))
    append(own_ledger(anna), anna, moment(anna, "For Anna."))
    append(own_ledger(toby), toby, moment(toby, "For Toby."))
    assert sorted(words(anna)) == ["For Anna.", "For us."]
    assert sorted(words(toby)) == ["For Toby.", "For us."]


def test_what_lies_between_two_is_read_by_the_two(friends: list[Member]) -> None:
    maya, lena, jo = friends
    append(pair_ledger(maya, lena), lena, moment(lena, "Between us."))
    assert words(maya) == words(lena) == ["Between us."]
    assert words(jo) == []
    assert heads(jo) == ()


def test_other_bonds_are_other_worlds(anna: Member) -> None:
    (other,) = make_members("Anna")
    act = moment(other)
    append(shared_ledger(other.bond), other, act)
    append(own_ledger(other), other, moment(other))
    assert read_placed(anna) == []
    assert find(anna, act.id) is None


def test_nothing_private_shows_in_what_the_other_reads(anna: Member, toby: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna))
    before = (heads(toby), read_placed(toby), list(Entry.objects.values()))
    append(own_ledger(anna), anna, moment(anna))
    append(own_ledger(anna), anna, moment(anna))
    append(shared_ledger(anna.bond), toby, moment(toby))
    assert [seq for (seq,) in Ledger.objects.filter(kind="shared").values_list("size")] == [2]
    assert heads(toby)[0][1] == before[0][0][1] + 1


def test_acts_come_by_when_they_happened_then_when_they_were_recorded_then_id(anna: Member) -> None:
    ledger = shared_ledger(anna.bond)
    first = When.received(NOW - 60 * MINUTE, "Europe/London")
    late = moment(anna, "early", occurred=first, recorded_at=NOW + MINUTE)
    tied = sorted((moment(anna), moment(anna)), key=lambda act: act.id)
    later = moment(anna, "recorded later", recorded_at=NOW + MINUTE)
    for act in (later, tied[1], late, tied[0]):
        append(ledger, anna, act)
    assert [placed.act for placed in read_placed(anna)] == [late, *tied, later]


def test_a_shared_act_is_read_once_as_first_recorded_with_its_widest_scope(
    anna: Member, toby: Member
) -> None:
    act = moment(anna)
    shared = replace(act, recorded_at=NOW + 10 * MINUTE)
    append(own_ledger(anna), anna, act)
    assert [(placed.act, placed.scope) for placed in read_placed(anna)] == [(act, Scope.OWN)]
    append(shared_ledger(anna.bond), anna, shared)
    assert [(placed.act, placed.scope) for placed in read_placed(anna)] == [(act, Scope.SHARED)]
    assert [(placed.act, placed.scope) for placed in read_placed(toby)] == [(shared, Scope.SHARED)]


def test_an_id_that_another_used_too_does_not_take_an_acts_place(anna: Member, toby: Member) -> None:
    act = moment(anna, "Anna's words.", recorded_at=NOW + MINUTE)
    append(shared_ledger(anna.bond), anna, act)
    append(own_ledger(toby), toby, moment(toby, "Toby's words.", id=act.id))
    assert words(toby) == ["Anna's words."]


def test_one_act_is_found_by_those_who_may_read_it(anna: Member, toby: Member) -> None:
    private, shared = moment(anna), moment(anna)
    append(own_ledger(anna), anna, private)
    append(shared_ledger(anna.bond), anna, shared)
    found = find(anna, private.id)
    assert found is not None
    assert (found.act, found.scope) == (private, Scope.OWN)
    assert find(toby, private.id) is None
    assert find(toby, shared.id) is not None


def test_kinds_of_a_later_version_are_left_out_and_not_lost(anna: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna))
    kept = log.canonical({"v": 1, "kind": "seal", "id": str(moment(anna).id)})
    Entry.objects.update(body=kept)
    assert read_placed(anna) == []
    assert bytes(Entry.objects.get().body or b"") == kept


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[]", b'{"v":1,"kind":"moment"}'])
def test_a_spoilt_entry_does_not_keep_the_others_from_being_read(
    anna: Member, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna, "Spoilt."))
    Entry.objects.update(body=body)
    append(shared_ledger(anna.bond), anna, moment(anna, "Whole."))
    assert words(anna) == ["Whole."]
    assert "Spoilt" not in caplog.text


def test_reading_writes_nothing_and_makes_no_ledger(anna: Member) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert read_placed(anna) == []
        assert heads(anna) == ()
        assert find(anna, moment(anna).id) is None
    assert Ledger.objects.count() == 0
    assert all(query["sql"].startswith("SELECT") for query in queries)


def test_reading_takes_two_questions_however_much_there_is(anna: Member) -> None:
    for _ in range(20):
        append(shared_ledger(anna.bond), anna, moment(anna))
        append(own_ledger(anna), anna, moment(anna))
    with CaptureQueriesContext(connection) as queries:
        assert len(read_placed(anna)) == 40
    assert len(queries) == 2


def test_heads_stay_the_same_until_something_changes(anna: Member, toby: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    known = heads(toby)
    assert hash(known) == hash(heads(toby))
    append(own_ledger(anna), anna, moment(anna))
    assert heads(toby) == known
    erase(anna, act.id)
    assert heads(toby) != known


def test_what_was_added_since_is_read_alone(anna: Member, toby: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna))
    known = heads(toby)
    assert read_since(toby, known) == (known, [])
    new, own = moment(anna), moment(toby)
    append(shared_ledger(anna.bond), anna, new)
    append(own_ledger(toby), toby, own)
    answer = read_since(toby, known)
    assert answer is not None
    assert answer[0] == heads(toby)
    assert {placed.act for placed in answer[1]} == {new, own}


def test_an_act_that_reached_more_people_since_comes_again_as_first_recorded(anna: Member) -> None:
    act = moment(anna)
    append(own_ledger(anna), anna, act)
    known = heads(anna)
    append(shared_ledger(anna.bond), anna, replace(act, recorded_at=NOW + 10 * MINUTE))
    answer = read_since(anna, known)
    assert answer is not None
    assert [(placed.act, placed.scope) for placed in answer[1]] == [(act, Scope.SHARED)]


def test_after_an_erasure_all_must_be_read_again(anna: Member, toby: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    known = heads(toby)
    erase(anna, act.id)
    assert read_since(toby, known) is None


def test_whoever_left_reads_their_own_and_what_was_shared_until_then(anna: Member, toby: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna, "Before."))
    append(shared_ledger(anna.bond), toby, moment(toby, "After.", recorded_at=NOW + 10 * MINUTE))
    append(own_ledger(toby), toby, moment(toby, "Toby's.", recorded_at=NOW + 10 * MINUTE))
    toby.left_at = NOW + timedelta(minutes=5)
    assert sorted(words(toby)) == ["Before.", "Toby's."]
    assert sorted(words(anna)) == ["After.", "Before."]
