"""Erasing an account: what goes, what stays, and that no backup brings it back."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from amends.acts.disclosure import Disclosure, FileType, Shelf
from amends.acts.journal import Day, Journal
from amends.acts.membership import Leaving
from amends.acts.scope import Scope
from amends.bonds import account, share
from amends.bonds.account import erase_account
from amends.bonds.create import create
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.bonds.room import has_room
from amends.ledger.export import export
from amends.ledger.log import read_json
from amends.ledger.models import Attachment, Entry, Ledger
from amends.ledger.read import heads, read_placed
from amends.ledger.verify import verify
from amends.people.access import get_everyone, get_others
from amends.people.ending import is_gone
from amends.people.models import Bond, Member, Notice, User
from amends.rounds.keep import those_asked
from amends.vault.models import Keyring, SealedEntry
from tests.cast import NOW, act, add, begin, hurt

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LATER = NOW + timedelta(hours=1)
CANARY = "Kingfisher under the bridge"
SHARED = "Heron at the weir"


@pytest.fixture(autouse=True)
def data(settings: Any, tmp_path: Path) -> Path:
    """A data folder of the test's own, with its list of erasures."""
    settings.DATA = tmp_path
    return tmp_path


@dataclass(frozen=True)
class Two:
    """Anna, who has written much, and Toby."""

    anna: Member
    toby: Member

    @property
    def user(self) -> User:
        assert self.anna.user_id is not None
        return User.objects.get(id=self.anna.user_id)

    def seen_by_toby(self) -> object:
        seat = Member.objects.get(id=self.toby.id)
        return (
            heads(seat),
            read_placed(seat),
            get_others(seat),
            get_everyone(seat),
            has_room(seat.bond),
            those_asked(seat.bond),
        )


@pytest.fixture
def two() -> Two:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    record(anna, act(Journal, anna, words=CANARY, day=Day.HARD), Scope.OWN, NOW)
    record(anna, hurt(anna, toby, words=SHARED), Scope.SHARED, NOW)
    for words, scope in ((CANARY, Scope.OWN), (SHARED, Scope.SHARED)):
        content = f"{words} in a file".encode()
        named = {"file": sha256(content).hexdigest(), "file_name": "a.txt", "file_type": FileType.TEXT}
        shown = act(Disclosure, anna, words=words, shelf=Shelf.NOTES, **named)
        record(anna, shown, scope, NOW, file=content)
    record(toby, hurt(toby, anna, words="Toby's own words."), Scope.SHARED, NOW)
    share.flush(anna.bond, NOW + timedelta(minutes=20))
    _furnish(anna.user)
    return Two(anna, toby)


def _furnish(user: User | None) -> None:
    """What an account gathers besides."""
    assert user is not None
    EmailAddress.objects.create(user=user, email=user.email, primary=True)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": CANARY})
    Keyring.objects.create(owner=user, revision=1, body=b64encode(CANARY.encode()).decode(), door=b"d" * 32)
    SealedEntry.objects.create(owner=user, entry=user.id, revision=1, sealed=CANARY.encode())
    for held in ({SESSION_KEY: str(user.pk)}, {"signed_up_as": user.email}):
        session = SessionStore()
        session.update(held)
        session.create()


@pytest.mark.parametrize("with_shared", [False, True])
def test_what_was_its_owners_alone_goes(two: Two, *, with_shared: bool) -> None:
    user, seat = two.user, two.anna
    address = user.email
    erase_account(user, LATER, tells=False, with_shared=with_shared)
    assert not User.objects.filter(email=address).exists()
    assert not Ledger.objects.filter(owner=seat).exists()
    rows = (EmailAddress, Authenticator, Keyring, SealedEntry, Session)
    assert [model.__name__ for model in rows if model.objects.exists()] == []
    assert not any(CANARY.encode() in bytes(one.body or b"") for one in Entry.objects.all())
    assert not any(CANARY.encode() in bytes(one.content) for one in Attachment.objects.all())
    left = User.objects.get(seats=seat)
    assert is_gone(left)
    assert not left.is_active
    assert not left.has_usable_password()


def test_without_a_notice_nothing_that_the_others_see_changes(two: Two) -> None:
    before = two.seen_by_toby()
    erase_account(two.user, LATER, tells=False, with_shared=False)
    assert two.seen_by_toby() == before
    assert b"".join(bytes(one.content) for one in Attachment.objects.all()) == f"{SHARED} in a file".encode()


def test_with_a_notice_they_read_it(two: Two) -> None:
    erase_account(two.user, LATER, tells=True, with_shared=False)
    assert isinstance(read_placed(two.toby)[-1].act, Leaving)


@pytest.mark.parametrize("tells", [False, True])
def test_an_earlier_leaving_can_still_be_told(two: Two, *, tells: bool) -> None:
    leave(two.anna, Notice.LATER, NOW)
    erase_account(two.user, LATER, tells=tells, with_shared=False)
    told = [placed for placed in read_placed(two.toby) if isinstance(placed.act, Leaving)]
    assert bool(told) == tells


def test_what_was_shared_goes_where_its_author_wants_that(two: Two) -> None:
    erase_account(two.user, LATER, tells=False, with_shared=True)
    bodies = b"".join(bytes(one.body or b"") for one in Entry.objects.all())
    assert SHARED.encode() not in bodies
    assert b"Toby's own words." in bodies
    assert not Attachment.objects.exists()
    assert {one.name for one in get_everyone(two.toby)} == {"Anna", "Toby"}


@pytest.mark.parametrize("with_shared", [False, True])
def test_the_others_export_still_verifies(two: Two, *, with_shared: bool) -> None:
    erase_account(two.user, LATER, tells=True, with_shared=with_shared)
    assert verify(read_json(export(two.toby, LATER))).unchanged


def test_a_bond_goes_with_the_last_who_could_open_it(two: Two) -> None:
    solo = create(two.user, title="Alone", setting="couple", name="Anna", zone="UTC", now=NOW, others=["Jo"])
    erase_account(two.user, LATER, tells=False, with_shared=False)
    assert list(Bond.objects.all()) == [two.toby.bond]
    assert not Member.objects.filter(bond=solo.bond_id).exists()
    assert two.toby.user is not None
    erase_account(two.toby.user, LATER, tells=False, with_shared=False)
    assert not Bond.objects.exists()
    assert not User.objects.exists()


def test_who_has_left_keeps_their_export(two: Two) -> None:
    leave(two.toby, Notice.NOW, NOW + timedelta(minutes=30))
    erase_account(two.user, LATER, tells=False, with_shared=False)
    assert verify(read_json(export(two.toby, LATER))).unchanged


@pytest.mark.parametrize("with_shared", [False, True])
def test_no_restored_backup_brings_it_back(two: Two, data: Path, *, with_shared: bool) -> None:
    address = two.user.email
    backup = transaction.savepoint()
    erase_account(two.user, LATER, tells=False, with_shared=with_shared)
    assert address not in (data / "erasures.jsonl").read_text()
    transaction.savepoint_rollback(backup)
    assert User.objects.filter(email=address).exists()
    assert account.replay(LATER) == 1
    assert not User.objects.filter(email=address).exists()
    assert not Ledger.objects.filter(owner=two.anna).exists()
    shared = b"".join(bytes(one.body or b"") for one in Entry.objects.all())
    assert (SHARED.encode() in shared) != with_shared
    assert account.replay(LATER) == 0


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.django_db(transaction=True)
def test_nothing_of_it_is_in_any_file_of_the_database(two: Two, mode: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL old rows lie in its files until it vacuums")
    was = _journal_mode(mode)
    try:
        words = (CANARY, SHARED, two.user.email, two.user.password, b64encode(CANARY.encode()).decode())
        assert all(_files_holding(one) for one in words)
        erase_account(two.user, LATER, tells=False, with_shared=True)
        assert [one for one in words if _files_holding(one)] == []
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
