"""The one writer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import OperationalError

from amends.acts.codec import to_plain
from amends.acts.kinds import PRIVATE
from amends.acts.when import When
from amends.ledger import log, tree
from amends.ledger.append import append
from amends.ledger.erase import erase
from amends.ledger.errors import Erased, NotForOthers, NotTheirs, SameIdOtherBody
from amends.ledger.ledgers import own_ledger, pair_ledger, shared_ledger
from amends.ledger.models import Entry, Ledger, LedgerAuthor, LedgerKind
from amends.people.models import Bond, Member
from tests.cast import person
from tests.ledger.cast import journal, make_members, moment

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_entries_are_numbered_from_nought_and_kept_verbatim(anna: Member) -> None:
    ledger = shared_ledger(anna.bond)
    acts = [moment(anna, f"Number {number}, Zoë.") for number in range(5)]
    assert [append(ledger, anna, act).seq for act in acts] == [0, 1, 2, 3, 4]
    for act, entry in zip(acts, Entry.objects.order_by("seq"), strict=True):
        assert bytes(entry.body or b"") == log.canonical(to_plain(act))
        header = log.Header.from_bytes(bytes(entry.header))
        assert (header.ledger, header.seq) == (ledger.id, entry.seq)
        assert header.commit == log.commit(bytes(entry.salt or b""), bytes(entry.body or b""))
        assert entry.act_id == act.id


def test_the_row_holds_the_root_over_all_headers(anna: Member) -> None:
    for _ in range(11):
        append(shared_ledger(anna.bond), anna, moment(anna))
    row = Ledger.objects.get()
    leaves = [tree.hash_leaf(bytes(entry.header)) for entry in Entry.objects.order_by("seq")]
    assert row.size == len(leaves)
    assert tree.Frontier.from_bytes(row.size, bytes(row.frontier)).root == tree.root_of(leaves)


def test_a_header_tells_neither_kind_nor_words_nor_whose(anna: Member) -> None:
    append(own_ledger(anna), anna, moment(anna, "Tea on the steps."))
    header = json.loads(bytes(Entry.objects.get().header))
    assert header.keys() == {"v", "ledger", "seq", "author", "commit"}
    assert header["author"] != str(anna.id)


def test_someone_has_one_author_id_in_a_ledger_and_others_elsewhere(anna: Member, toby: Member) -> None:
    for ledger in (shared_ledger(anna.bond), own_ledger(anna)):
        append(ledger, anna, moment(anna))
        append(ledger, anna, moment(anna))
    append(shared_ledger(anna.bond), toby, moment(toby))
    authors = [json.loads(bytes(entry.header))["author"] for entry in Entry.objects.order_by("ledger", "seq")]
    assert len(set(authors)) == LedgerAuthor.objects.count() == 3


def test_two_ledgers_say_nothing_alike_of_the_same_act(anna: Member) -> None:
    act = moment(anna)
    append(own_ledger(anna), anna, act)
    append(shared_ledger(anna.bond), anna, act)
    one, other = Entry.objects.all()
    assert one.body == other.body
    assert one.salt != other.salt
    assert (
        log.Header.from_bytes(bytes(one.header)).commit != log.Header.from_bytes(bytes(other.header)).commit
    )


def test_the_same_act_again_is_recorded_once(anna: Member) -> None:
    ledger, act = shared_ledger(anna.bond), moment(anna)
    first = append(ledger, anna, act)
    append(ledger, anna, moment(anna))
    second = append(ledger, anna, act)
    assert (first.seq, first.replayed, second.seq, second.replayed) == (0, False, 0, True)
    assert Entry.objects.count() == 2


def test_the_same_act_sent_later_is_the_same_act(anna: Member) -> None:
    ledger, act = shared_ledger(anna.bond), moment(anna)
    append(ledger, anna, act)
    later = act.recorded_at + timedelta(minutes=2)
    sent_again = replace(act, recorded_at=later, occurred=When.received(later, "Europe/London"))
    assert append(ledger, anna, sent_again).replayed
    assert bytes(Entry.objects.get().body or b"") == log.canonical(to_plain(act))


def test_the_same_id_with_other_words_is_refused(anna: Member) -> None:
    ledger, act = shared_ledger(anna.bond), moment(anna)
    append(ledger, anna, act)
    with pytest.raises(SameIdOtherBody):
        append(ledger, anna, replace(act, words="Something else."))
    assert Entry.objects.count() == 1


def test_an_erased_act_is_not_recorded_again(anna: Member) -> None:
    ledger, act = shared_ledger(anna.bond), moment(anna)
    append(ledger, anna, act)
    erase(anna, act.id)
    with pytest.raises(Erased):
        append(ledger, anna, act)
    assert Entry.objects.count() == 2  # the act and the mark


def test_whoever_holds_a_ledger_from_before_writes_at_its_end_as_it_is_now(
    anna: Member, toby: Member
) -> None:
    one, other = shared_ledger(anna.bond), shared_ledger(toby.bond)
    writers = ((one, anna), (other, toby), (one, anna))
    assert [append(ledger, member, moment(member)).seq for ledger, member in writers] == [0, 1, 2]
    assert Ledger.objects.get().size == 3


def test_nothing_is_written_to_a_ledger_that_is_gone(anna: Member) -> None:
    ledger = shared_ledger(anna.bond)
    Ledger.objects.all().delete()
    with pytest.raises(Ledger.DoesNotExist):
        append(ledger, anna, moment(anna))
    assert Entry.objects.count() == LedgerAuthor.objects.count() == 0


def test_nobody_writes_where_they_do_not_belong(anna: Member, toby: Member) -> None:
    (stranger,) = make_members("Sam")
    for ledger in (shared_ledger(anna.bond), own_ledger(anna), pair_ledger(anna, toby)):
        with pytest.raises(NotTheirs):
            append(ledger, stranger, moment(stranger))
    with pytest.raises(NotTheirs):
        append(own_ledger(anna), toby, moment(toby))
    assert Entry.objects.count() == 0


def test_nobody_writes_in_anothers_name(anna: Member, toby: Member) -> None:
    with pytest.raises(NotTheirs):
        append(shared_ledger(anna.bond), anna, moment(toby))


def test_what_is_private_by_kind_stays_in_its_authors_own_ledger(anna: Member, toby: Member) -> None:
    assert journal(anna).KIND in PRIVATE
    for ledger in (shared_ledger(anna.bond), pair_ledger(anna, toby)):
        with pytest.raises(NotForOthers):
            append(ledger, anna, journal(anna))
    append(own_ledger(anna), anna, journal(anna))


def test_a_ledger_is_made_once(anna: Member, toby: Member, friends: list[Member]) -> None:
    maya, lena, jo = friends
    assert shared_ledger(anna.bond) == shared_ledger(toby.bond) != shared_ledger(maya.bond)
    assert own_ledger(anna) == own_ledger(anna) != own_ledger(toby)
    assert pair_ledger(maya, lena) == pair_ledger(lena, maya) != pair_ledger(maya, jo)


def test_a_pair_is_two_members_of_one_bond(anna: Member, friends: list[Member]) -> None:
    for one, other in ((anna, anna), (anna, friends[0])):
        with pytest.raises(ValueError, match="a pair"):
            pair_ledger(one, other)


def test_a_failed_transaction_leaves_no_gap(anna: Member) -> None:
    ledger = shared_ledger(anna.bond)

    def fail_after_append() -> None:
        with transaction.atomic():
            append(ledger, anna, moment(anna))
            raise RuntimeError

    append(ledger, anna, moment(anna))
    with pytest.raises(RuntimeError):
        fail_after_append()
    assert append(ledger, anna, moment(anna)).seq == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": LedgerKind.SHARED},  # a second one
        {"kind": LedgerKind.OWN},  # nobody's
        {"kind": LedgerKind.PAIR},
        {"kind": "public"},
        {"kind": LedgerKind.SHARED, "erasures": 1},
    ],
)
def test_the_database_refuses_a_ledger_that_can_not_be(anna: Member, broken: dict[str, object]) -> None:
    shared_ledger(anna.bond)
    bond = anna.bond if broken == {"kind": LedgerKind.SHARED} else Bond.objects.create(setting="couple")
    with pytest.raises(IntegrityError), transaction.atomic():
        Ledger.objects.create(bond=bond, **broken)


def test_the_database_refuses_a_pair_in_the_wrong_order(anna: Member, toby: Member) -> None:
    low, high = sorted((anna, toby), key=lambda member: member.id)
    for first, second in ((high, low), (low, low)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Ledger.objects.create(bond=anna.bond, kind=LedgerKind.PAIR, first=first, second=second)


def test_the_database_refuses_words_without_salt_and_a_place_taken_twice(anna: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    entry = Entry.objects.get()
    for change in ({"body": None}, {"salt": None}, {"salt": b"short"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.update(**change)
    for taken in ({"seq": 0, "act_id": moment(anna).id}, {"seq": 1, "act_id": act.id}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.create(ledger=entry.ledger, header=b"{}", **taken)


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_acknowledges_nothing_and_goes_on_when_there_is_room(anna: Member) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite can be told how large it may grow; PostgreSQL can't")
    ledger = shared_ledger(anna.bond)
    long = moment(anna, "x" * 9_000)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no free pages left from other tests
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count={pages}")
    try:
        with pytest.raises(OperationalError, match="full"):
            append(ledger, anna, long)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count={most}")
    assert Entry.objects.count() == 0
    assert append(ledger, anna, long).seq == 0
    assert person(anna) in str(json.loads(bytes(Entry.objects.get().body or b"")))
