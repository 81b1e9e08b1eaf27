"""How SQLite is opened: durable first."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

WAL_FIXED: Final = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Releases free of the WAL-reset corruption bug: the first of each branch that has the fix."""


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """``wal`` where the library is free of the WAL-reset bug, otherwise ``delete``."""
    newest = version >= WAL_FIXED[0]
    branch = any(version[:2] == fixed[:2] and version >= fixed for fixed in WAL_FIXED)
    return "wal" if newest or branch else "delete"


def synchronous(mode: str) -> str:
    """How much is on the disk when a transaction ends: all of it, in either journal mode.

    With the rollback journal a transaction ends when the journal's name goes, and FULL does not ask
    for that to be on the disk: after a power loss the name is back, and takes the act back with it.
    """
    return "EXTRA" if mode == "delete" else "FULL"


def sqlite_options() -> dict[str, Any]:
    """Django's options for SQLite: every acknowledged act is on disk, erased text is overwritten."""
    pragmas = (
        f"journal_mode={journal_mode()}",
        f"synchronous={synchronous(journal_mode())}",
        "secure_delete=ON",
        "foreign_keys=ON",
    )
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": ";".join(f"PRAGMA {pragma}" for pragma in pragmas),
    }
