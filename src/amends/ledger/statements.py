"""The statements that an append is made of, as SQL that SQLite and PostgreSQL both understand.

Put together anew by the models each time, they cost more than the disk does.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.db import connection

from amends.ledger.models import Ledger

_LOCK: Final = "SELECT * FROM ledger_ledger WHERE id = %s"
_FIND: Final = "SELECT seq, body FROM ledger_entry WHERE ledger_id = %s AND act_id = %s"
_AUTHOR: Final = "SELECT id FROM ledger_ledgerauthor WHERE ledger_id = %s AND member_id = %s"
_INSERT: Final = (
    "INSERT INTO ledger_entry (ledger_id, seq, act_id, header, body, salt) VALUES (%s, %s, %s, %s, %s, %s)"
)
_ADVANCE: Final = "UPDATE ledger_ledger SET size = %s, frontier = %s WHERE id = %s"


def lock(ledger_id: UUID) -> Ledger:
    """A ledger's row as it is now, held until the transaction ends.

    Raises:
        Ledger.DoesNotExist: there is none.
    """
    # On SQLite the transaction itself holds it: each begins IMMEDIATE.
    held = f"{_LOCK} FOR UPDATE" if connection.features.has_select_for_update else _LOCK
    for ledger in Ledger.objects.raw(held, [_key(ledger_id)]):
        return ledger
    raise Ledger.DoesNotExist


def find(ledger_id: UUID, act_id: UUID) -> tuple[int, bytes | None] | None:
    """An act's place in a ledger and its body, which is None once erased; None where it never lay there."""
    row = _first(_FIND, ledger_id, act_id)
    return None if row is None else (row[0], None if row[1] is None else bytes(row[1]))


def author_id(ledger_id: UUID, member_id: UUID) -> UUID | None:
    """The id that stands for a member in a ledger's headers, if they wrote there before."""
    row = _first(_AUTHOR, ledger_id, member_id)
    return None if row is None else UUID(str(row[0]))


def insert(ledger: Ledger, act_id: UUID, header: bytes, body: bytes, salt: bytes) -> None:
    """Keep an entry at the place where a ledger ends."""
    place = (_key(ledger.id), ledger.size, _key(act_id))
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, (*place, header, body, salt))


def advance(ledger: Ledger) -> None:
    """Keep a ledger's size and frontier."""
    with connection.cursor() as cursor:
        cursor.execute(_ADVANCE, (ledger.size, bytes(ledger.frontier), _key(ledger.id)))


def _first(statement: str, *ids: UUID) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [_key(one) for one in ids])
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


def _key(one: UUID) -> UUID | str:
    """An id as the database keeps it."""
    return one if connection.features.has_native_uuid_field else one.hex
