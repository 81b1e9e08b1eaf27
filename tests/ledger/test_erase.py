"""Erasing."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection, transaction

from amends.acts.codec import from_plain
from amends.acts.disclosure import Disclosure, FileType, Shelf
from amends.acts.erasure import Erasure
from amends.ledger import attachments, erasures, log
from amends.ledger.append import append
from amends.ledger.erase import erase, replay
from amends.ledger.errors import NotTheirs
from amends.ledger.export import export
from amends.ledger.ledgers import own_ledger, pair_ledger, shared_ledger
from amends.ledger.models import Entry, Ledger
from amends.ledger.read import find
from amends.ledger.verify import verify
from amends.people.models import Member
from tests.cast import MINUTE, NOW, person
from tests.cast import act as cast_act
from tests.ledger.cast import an_id, moment

pytestmark = [pytest.mark.database, pytest.mark.django_db]

CANARY = "Kingfisher under the bridge"


def checked(viewer: Member) -> bool:
    return verify(json.loads(export(viewer, NOW))).unchanged


def mark_of(entry: Entry) -> Erasure:
    act = from_plain(log.read_object(bytes(entry.body or b"")))
    assert isinstance(act, Erasure)
    return act


def test_words_and_salt_go_and_header_id_and_a_mark_stay(anna: Member) -> None:
    ledger, act = shared_ledger(anna.bond), moment(anna)
    append(ledger, anna, moment(anna))
    append(ledger, anna, act)
    header = bytes(Entry.objects.get(seq=1).header)
    erase(anna, act.id)
    erased, mark = Entry.objects.get(seq=1), Entry.objects.get(seq=2)
    assert (erased.body, erased.salt, bytes(erased.header), erased.act_id) == (None, None, header, act.id)
    assert mark_of(mark).seq == 1
    assert mark_of(mark).author == person(anna)
    assert find(anna, act.id) is None
    assert checked(anna)


def test_the_mark_names_nothing_of_what_was_erased(anna: Member) -> None:
    act = moment(anna, CANARY)
    append(shared_ledger(anna.bond), anna, act)
    erase(anna, act.id)
    mark = bytes(Entry.objects.get(seq=1).body or b"")
    assert log.read_object(mark).keys() == {
        "v", "kind", "id", "author", "by", "occurred", "recorded_at", "seq"
    }  # fmt: skip
    assert str(act.id).encode() not in mark


def test_it_goes_from_every_ledger_it_lies_in(friends: list[Member]) -> None:
    maya, lena, _ = friends
    act = moment(maya)
    for ledger in (own_ledger(maya), pair_ledger(maya, lena), shared_ledger(maya.bond)):
        append(ledger, maya, act)
    erase(maya, act.id)
    assert list(Entry.objects.filter(act_id=act.id).values_list("body", "salt")) == [(None, None)] * 3
    assert list(Ledger.objects.values_list("size", "erasures")) == [(2, 1)] * 3
    assert all(map(checked, friends))


def test_only_its_author_can(anna: Member, toby: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    append(own_ledger(toby), toby, moment(toby))
    for someone in (toby, anna):
        with pytest.raises(NotTheirs):
            erase(someone, moment(anna).id)
    with pytest.raises(NotTheirs):
        erase(toby, act.id)
    assert find(toby, act.id) is not None
    assert list(erasures.noted()) == []


def test_an_id_that_another_used_too_is_erased_for_its_author_alone(anna: Member, toby: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    append(own_ledger(toby), toby, moment(toby, "Toby's.", id=act.id))
    append(shared_ledger(anna.bond), toby, moment(toby))
    erase(toby, act.id)
    found = find(anna, act.id)
    assert found is not None
    assert found.act == act


def test_erasing_twice_changes_nothing(anna: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    erase(anna, act.id)
    erase(anna, act.id)
    assert Entry.objects.count() == 2
    assert len(list(erasures.noted())) == 1


def test_a_mark_cannot_be_erased(anna: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    erase(anna, act.id)
    with pytest.raises(NotTheirs):
        erase(anna, mark_of(Entry.objects.get(seq=1)).id)


def test_the_list_beside_the_database_names_places_and_ids_alone(anna: Member, data: Path) -> None:
    act = moment(anna, CANARY)
    append(shared_ledger(anna.bond), anna, act)
    erase(anna, act.id)
    ledger = Ledger.objects.get()
    file = data / "erasures.jsonl"
    assert json.loads(file.read_text()) == {"ledger": str(ledger.id), "seq": 0, "act": str(act.id)}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(erasures.noted()) == [erasures.Noted(ledger.id, 0, act.id)]


def test_half_a_line_in_the_list_spoils_no_other(data: Path) -> None:
    one, other = (erasures.Noted(an_id(seq), seq, an_id(seq)) for seq in (1, 2))
    erasures.note(one)
    with (data / "erasures.jsonl").open("a") as file:
        file.write('{"ledger": "half')
    erasures.note(other)
    assert list(erasures.noted()) == [one, other]


def test_what_can_not_be_noted_is_not_erased(anna: Member, data: Path) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    (data / "erasures.jsonl").mkdir()
    with pytest.raises(OSError, match="directory"):
        erase(anna, act.id)
    assert find(anna, act.id) is not None
    assert Entry.objects.count() == 1


def test_a_restored_backup_is_erased_again(anna: Member, toby: Member) -> None:
    kept, gone = moment(anna), moment(anna)
    for act in (gone, kept):
        append(own_ledger(anna), anna, act)
        append(shared_ledger(anna.bond), anna, replace(act, recorded_at=NOW + MINUTE))
    backup = transaction.savepoint()
    erase(anna, gone.id)
    transaction.savepoint_rollback(backup)
    assert find(toby, gone.id) is not None  # the backup brought it back
    assert replay() == 2
    assert find(toby, gone.id) is None
    assert find(anna, kept.id) is not None
    assert replay() == 0
    assert checked(anna)
    assert checked(toby)


def test_what_was_recorded_after_a_restore_in_an_erased_place_stays(anna: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna))
    erasures.note(erasures.Noted(Ledger.objects.get().id, 0, moment(anna).id))
    assert replay() == 0


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.django_db(transaction=True)
def test_erased_words_are_in_no_file_of_the_database(anna: Member, mode: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL old rows lie in its files until it vacuums")
    was = _journal_mode(mode)
    try:
        act = moment(anna, " ".join([CANARY] * 100))
        append(shared_ledger(anna.bond), anna, act)
        assert _files_holding(CANARY)
        erase(anna, act.id)
        assert _files_holding(CANARY) == []
    finally:
        _journal_mode(was)


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.django_db(transaction=True)
def test_an_erased_file_is_in_no_file_of_the_database(anna: Member, mode: str) -> None:
    """However many pages of the database it took."""
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL old rows lie in its files until it vacuums")
    was = _journal_mode(mode)
    try:
        content = CANARY.encode() * 10_000
        named = {"file": sha256(content).hexdigest(), "file_name": "a.txt", "file_type": FileType.TEXT}
        act = cast_act(Disclosure, anna, words="A plan", shelf=Shelf.NOTES, **named)
        append(own_ledger(anna), anna, act)
        attachments.keep(anna, act, content)
        assert _files_holding(CANARY)
        erase(anna, act.id)
        assert _files_holding(CANARY) == []
    finally:
        _journal_mode(was)


def _journal_mode(mode: str) -> str:
    with connection.cursor() as cursor:
        was: str = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        assert cursor.execute(f"PRAGMA journal_mode={mode}").fetchone()[0] == mode
    return was


def _files_holding(words: str) -> list[str]:
    name = Path(str(connection.settings_dict["NAME"]))
    return [file.name for file in name.parent.glob(f"{name.name}*") if words.encode() in file.read_bytes()]
