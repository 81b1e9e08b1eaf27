"""The list of what was erased, kept beside the database and out of its backups.

A backup brings erased words back; this list takes them out again. It names places and
ids, never words or people.
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


def note(erased: Noted) -> None:
    """Add to the list; it is on the disk when this returns."""
    plain = {"ledger": str(erased.ledger), "seq": erased.seq, "act": str(erased.act)}
    line = json.dumps(plain | ({"closed": True} if erased.closed else {}))
    # One write for the whole line, so that two processes never mix theirs. It begins with a line
    # end too: should a power cut have left half a line before it, that alone is lost.
    file = os.open(_path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, f"\n{line}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)


def noted() -> Iterator[Noted]:
    """All that is on the list, oldest first."""
    if not _path().exists():
        return
    for line in _path().read_text(encoding="utf-8", errors="replace").splitlines():
        found = _parse(line)
        if found is not None:
            yield found


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
