"""The list of what was erased, kept beside the database and out of its backups.

A backup brings erased words and accounts back; this list takes them out again. It names
places and random ids, never words, names or addresses.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

FILE = "erasures.jsonl"
"""Its name in the data folder."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One erased entry: its ledger, its place there, the id of its act, and whether it was closed."""

    ledger: UUID
    seq: int
    act: UUID
    closed: bool = False


@dataclass(frozen=True, slots=True)
class NotedAccount:
    """One erased account: its random id, and what its owner chose for the bonds they sat in.

    Attributes:
        account: the id.
        tells: whether the others were told that they left.
        with_shared: whether what they had shared went too.
    """

    account: UUID
    tells: bool
    with_shared: bool


def note(*erased: Noted) -> None:
    """Add entries to the list; they are on the disk when this returns."""
    _add([_plain(one) for one in erased])


def note_account(erased: NotedAccount) -> None:
    """Add an account to the list; it is on the disk when this returns."""
    choices = {"tells": erased.tells, "with_shared": erased.with_shared}
    _add([{"account": str(erased.account), **choices}])


def noted() -> Iterator[Noted]:
    """All entries on the list, oldest first."""
    return (found for found in map(_parse, _lines()) if found is not None)


def noted_accounts() -> Iterator[NotedAccount]:
    """All accounts on the list, oldest first."""
    return (found for found in map(_parse_account, _lines()) if found is not None)


def _add(lines: list[dict[str, Any]]) -> None:
    # One write for all lines, so that two processes never mix theirs. Each begins with a line
    # end too: should a power cut have left half a line before it, that alone is lost.
    file = os.open(_path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, "".join(f"\n{json.dumps(line)}\n" for line in lines).encode())
        os.fsync(file)
    finally:
        os.close(file)


def _plain(erased: Noted) -> dict[str, Any]:
    plain = {"ledger": str(erased.ledger), "seq": erased.seq, "act": str(erased.act)}
    return plain | ({"closed": True} if erased.closed else {})


def _lines() -> list[str]:
    return _path().read_text(encoding="utf-8", errors="replace").splitlines() if _path().exists() else []


def _path() -> Path:
    folder: Path = settings.DATA
    return folder / FILE


def _parse(line: str) -> Noted | None:
    try:
        plain: dict[str, Any] = json.loads(line)
        return Noted(
            UUID(plain["ledger"]), int(plain["seq"]), UUID(plain["act"]), plain.get("closed") is True
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _parse_account(line: str) -> NotedAccount | None:
    try:
        plain: dict[str, Any] = json.loads(line)
        account = UUID(plain["account"])
        return NotedAccount(account, plain["tells"] is True, plain["with_shared"] is True)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
