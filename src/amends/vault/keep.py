"""Keeping what was sealed: the one writer and reader of an account's vault.

A write says which revision it makes. Sending the same again changes nothing; where another device
was quicker nothing is overwritten, and whoever sent it is told what lies there now.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import Length

from amends.people.models import User
from amends.vault.errors import Closed, Full, Gone, Misshapen, Otherwise, Written
from amends.vault.format import KEY_SIZE, SEALED_SIZES, VERSION, Unopened, check_keyring
from amends.vault.models import Keyring, SealedEntry

MOST_ENTRIES: Final = 10_000
"""Entries of one account, erased ones among them: a line a day for 27 years [choice]."""
MOST_BYTES: Final = 16 * 1024 * 1024
"""Bytes of one account's entries; a browser reads them all when it opens [choice]."""
MOST_KEYRING: Final = 4096
"""Bytes of a keyring [choice]; one with all three ways has about 700."""


def keyring_of(owner: User) -> Written:
    """An account's keyring."""
    found = Keyring.objects.filter(owner=owner).first()
    return Written(found.revision, found.body.encode()) if found else Written(0, None)


def keep_keyring(owner: User, keyring: Any, revision: int, door: bytes) -> None:
    """Keep an account's first keyring, or one that wraps the same key anew.

    Raises:
        Misshapen: it is no keyring.
        Closed: there is one already, and ``door`` does not open it.
        Otherwise: another device changed it.
    """
    body = _spell_keyring(keyring)
    with transaction.atomic():
        _take_turns(owner)
        found = Keyring.objects.filter(owner=owner).first()
        if found is None:
            _expect(revision, Written(0, None))
            if len(door) != KEY_SIZE:
                raise Misshapen("door")
            Keyring.objects.create(owner=owner, revision=1, body=body, door=_hash(door))
            return
        _check_door(found, door)
        written = Written(found.revision, found.body.encode())
        if (found.revision, found.body) == (revision, body):
            return
        _expect(revision, written)
        found.revision, found.body = revision, body
        found.save(update_fields=["revision", "body"])


def entries_of(owner: User) -> list[tuple[UUID, int, bytes]]:
    """All sealed entries of an account: id, revision, ciphertext; in no order that means something."""
    kept = SealedEntry.objects.filter(owner=owner, sealed__isnull=False).order_by("entry")
    return [
        (entry, revision, bytes(sealed or b""))
        for entry, revision, sealed in kept.values_list("entry", "revision", "sealed")
    ]


def is_kept(owner: User, entry: UUID) -> bool:
    """Whether an account has a sealed entry of this id."""
    return SealedEntry.objects.filter(owner=owner, entry=entry, sealed__isnull=False).exists()


def keep(owner: User, entry: UUID, revision: int, sealed: bytes, door: bytes) -> None:
    """Keep a sealed entry, new or written anew.

    Raises:
        Misshapen: it is not sealed as this version seals.
        Closed: ``door`` does not open the vault, or there is none.
        Otherwise: another device wrote it in the meantime.
        Gone: it was erased.
        Full: the account has no room left.
    """
    if len(sealed) not in SEALED_SIZES or sealed[0] != VERSION:
        raise Misshapen("sealed")
    with transaction.atomic():
        _open(owner, door)
        found = SealedEntry.objects.filter(owner=owner, entry=entry).first()
        if found is None:
            _expect(revision, Written(0, None))
            _check_room(owner, len(sealed))
            SealedEntry.objects.create(owner=owner, entry=entry, revision=revision, sealed=sealed)
            return
        if found.sealed is None:
            raise Gone
        written = Written(found.revision, bytes(found.sealed))
        if written == Written(revision, sealed):
            return
        _expect(revision, written)
        _check_room(owner, len(sealed) - len(found.sealed))
        found.revision, found.sealed = revision, sealed
        found.save(update_fields=["revision", "sealed"])


def erase(owner: User, entry: UUID, revision: int, door: bytes) -> None:
    """Erase the revision that someone saw; erasing twice, or what never was, changes nothing.

    Raises:
        Closed: ``door`` does not open the vault, or there is none.
        Otherwise: another device wrote it anew in the meantime.
    """
    with transaction.atomic():
        _open(owner, door)
        found = SealedEntry.objects.filter(owner=owner, entry=entry, sealed__isnull=False).first()
        if found is None:
            return
        if found.revision != revision:
            raise Otherwise(Written(found.revision, bytes(found.sealed or b"")))
        found.sealed = None
        found.save(update_fields=["sealed"])


def remove(owner: User) -> None:
    """Remove a vault as a whole: for whoever lost every way into it."""
    with transaction.atomic():
        _take_turns(owner)
        SealedEntry.objects.filter(owner=owner).delete()
        Keyring.objects.filter(owner=owner).delete()


def _spell_keyring(keyring: Any) -> str:
    try:
        check_keyring(keyring)
    except Unopened as refused:
        raise Misshapen(str(refused)) from None
    body = json.dumps(keyring, sort_keys=True, separators=(",", ":"))
    if len(body) > MOST_KEYRING:
        raise Misshapen("keyring")
    return body


def _take_turns(owner: User) -> None:
    User.objects.select_for_update().get(pk=owner.pk)


def _open(owner: User, door: bytes) -> None:
    _take_turns(owner)
    keyring = Keyring.objects.filter(owner=owner).first()
    if keyring is None:
        raise Closed
    _check_door(keyring, door)


def _check_door(keyring: Keyring, door: bytes) -> None:
    if not hmac.compare_digest(_hash(door), bytes(keyring.door)):
        raise Closed


def _hash(door: bytes) -> bytes:
    return hashlib.sha256(door).digest()


def _expect(revision: int, found: Written) -> None:
    if revision != found.revision + 1:
        raise Otherwise(found)


def _check_room(owner: User, more: int) -> None:
    taken = SealedEntry.objects.filter(owner=owner).aggregate(
        count=Count("id"), size=Sum(Length("sealed"), default=0)
    )
    if taken["count"] >= MOST_ENTRIES or taken["size"] + more > MOST_BYTES:
        raise Full
