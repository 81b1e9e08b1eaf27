"""Keeping ciphertext: once, in turn, for its owner alone, and only with the vault open."""

from __future__ import annotations

import json
from base64 import b64encode
from uuid import uuid4

import pytest

from amends.people.models import User
from amends.vault import format as spelled
from amends.vault import keep
from amends.vault.errors import Closed, Full, Gone, Misshapen, Otherwise
from amends.vault.format import Place
from amends.vault.models import Keyring, SealedEntry
from tests.cast import make_user
from tests.vault.make_vectors import ACCOUNT_KEY
from tests.vault.test_format import KEYRING

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DOOR = spelled.door_token(ACCOUNT_KEY)
OTHER_DOOR = bytes(32)
ENTRY = uuid4()


@pytest.fixture
def owner() -> User:
    found = make_user("Anna")
    keep.keep_keyring(found, KEYRING, 1, DOOR)
    return found


def sealed(owner: User, text: str = "A quiet day.", revision: int = 1) -> bytes:
    key = spelled.entries_key(ACCOUNT_KEY)
    return spelled.seal(text.encode(), key, Place(owner.id, ENTRY, revision), bytes(12))


def test_what_is_kept_comes_back_as_it_was(owner: User) -> None:
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    assert keep.entries_of(owner) == [(ENTRY, 1, sealed(owner))]
    assert json.loads(keep.keyring_of(owner).body or b"") == KEYRING


def test_sending_again_changes_nothing(owner: User) -> None:
    for _ in range(3):
        keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
        keep.keep_keyring(owner, KEYRING, 1, DOOR)
    assert keep.entries_of(owner) == [(ENTRY, 1, sealed(owner))]


def test_the_second_of_two_devices_is_told_and_overwrites_nothing(owner: User) -> None:
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    first, second = sealed(owner, "first", 2), sealed(owner, "second", 2)
    keep.keep(owner, ENTRY, 2, first, DOOR)
    with pytest.raises(Otherwise) as told:
        keep.keep(owner, ENTRY, 2, second, DOOR)
    assert (told.value.found.revision, told.value.found.body) == (2, first)
    assert keep.entries_of(owner) == [(ENTRY, 2, first)]
    keep.keep(owner, ENTRY, 3, sealed(owner, "second", 3), DOOR)


@pytest.mark.parametrize("revision", [2, 5])
def test_nothing_is_skipped(owner: User, revision: int) -> None:
    with pytest.raises(Otherwise):
        keep.keep(owner, ENTRY, revision, sealed(owner), DOOR)
    assert keep.entries_of(owner) == []


def test_what_was_erased_stays_erased(owner: User) -> None:
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    keep.keep(owner, ENTRY, 2, sealed(owner, "later", 2), DOOR)
    with pytest.raises(Otherwise):
        keep.erase(owner, ENTRY, 1, DOOR)
    for _ in range(2):
        keep.erase(owner, ENTRY, 2, DOOR)
    for revision in (1, 2, 3):
        with pytest.raises(Gone):
            keep.keep(owner, ENTRY, revision, sealed(owner), DOOR)
    assert keep.entries_of(owner) == []
    assert SealedEntry.objects.get(owner=owner).sealed is None


def test_without_an_open_vault_nobody_writes(owner: User) -> None:
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    stranger = make_user("Stranger")
    with pytest.raises(Closed):
        keep.keep(owner, ENTRY, 2, sealed(owner, "x", 2), OTHER_DOOR)
    with pytest.raises(Closed):
        keep.erase(owner, ENTRY, 1, OTHER_DOOR)
    with pytest.raises(Closed):
        keep.keep_keyring(owner, KEYRING, 2, OTHER_DOOR)
    with pytest.raises(Closed):
        keep.keep(stranger, ENTRY, 1, sealed(owner), DOOR)
    assert keep.entries_of(owner) == [(ENTRY, 1, sealed(owner))]


def test_two_accounts_can_use_one_id(owner: User) -> None:
    other = make_user("Toby")
    keep.keep_keyring(other, KEYRING, 1, OTHER_DOOR)
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    keep.keep(other, ENTRY, 1, sealed(other), OTHER_DOOR)
    keep.erase(other, ENTRY, 1, OTHER_DOOR)
    assert [len(keep.entries_of(one)) for one in (owner, other)] == [1, 0]
    assert [keep.is_kept(one, ENTRY) for one in (owner, other)] == [True, False]


@pytest.mark.parametrize("body", [b"", b"A quiet day.", bytes(285), b"\1" + bytes(284 + 1)])
def test_what_is_not_sealed_is_refused(owner: User, body: bytes) -> None:
    with pytest.raises(Misshapen):
        keep.keep(owner, ENTRY, 1, body, DOOR)


def test_a_new_wrapping_keeps_the_door(owner: User) -> None:
    anew = KEYRING | {"recovery": {"wrapped": b64encode(b"\1" * 60).decode()}}
    keep.keep_keyring(owner, anew, 2, DOOR)
    with pytest.raises(Otherwise):
        keep.keep_keyring(owner, KEYRING, 2, DOOR)
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)


def test_there_is_an_end_to_room(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_BYTES", 600)
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    keep.keep(owner, uuid4(), 1, sealed(owner), DOOR)
    with pytest.raises(Full):
        keep.keep(owner, uuid4(), 1, sealed(owner), DOOR)
    with pytest.raises(Full):
        keep.keep(owner, ENTRY, 2, sealed(owner, "x" * 300, 2), DOOR)
    monkeypatch.setattr(keep, "MOST_ENTRIES", 2)
    keep.erase(owner, ENTRY, 1, DOOR)
    with pytest.raises(Full):
        keep.keep(owner, uuid4(), 1, sealed(owner), DOOR)


def test_a_vault_goes_with_its_account_or_alone(owner: User) -> None:
    keep.keep(owner, ENTRY, 1, sealed(owner), DOOR)
    keep.remove(owner)
    assert keep.keyring_of(owner).revision == 0
    keep.keep_keyring(owner, KEYRING, 1, OTHER_DOOR)
    keep.keep(owner, ENTRY, 1, sealed(owner), OTHER_DOOR)
    owner.delete()
    assert not Keyring.objects.exists()
    assert not SealedEntry.objects.exists()


def test_the_tables_have_no_room_for_words_or_times() -> None:
    columns = {field.name for model in (Keyring, SealedEntry) for field in model._meta.fields}
    assert columns == {"id", "owner", "revision", "body", "door", "entry", "sealed"}
