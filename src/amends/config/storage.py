"""What went wrong with the place where things are kept, told from an error."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from enum import Enum
from threading import Event, Timer

from django.db.utils import OperationalError

broken = Event()
"""Set once the disk has failed: from then on this process begins no transaction any more."""


class Trouble(Enum):
    """What can be wrong with it."""

    FULL = "full"
    """There is no room, or nothing may be written. It passes when there is room again."""
    BUSY = "busy"
    """Someone else writes for too long. It passes by itself."""
    BROKEN = "broken"
    """The disk failed. What it holds is to be looked at before anyone writes again."""


_SQLITE = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.FULL,
    sqlite3.SQLITE_CANTOPEN: Trouble.FULL,  # with no room even for the journal's name
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_IOERR: Trouble.BROKEN,
    sqlite3.SQLITE_CORRUPT: Trouble.BROKEN,
    sqlite3.SQLITE_NOTADB: Trouble.BROKEN,
}
_POSTGRESQL = {
    "53100": Trouble.FULL,
    "25006": Trouble.FULL,  # it takes no writing for now
    "55P03": Trouble.BUSY,
    "58030": Trouble.BROKEN,
}
_SYSTEM = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.FULL,
    errno.EIO: Trouble.BROKEN,
}


def trouble_in(error: BaseException | None) -> Trouble | None:
    """What an error, or one that led to it, says of the place where things are kept; None if nothing."""
    if broken.is_set():
        return Trouble.BROKEN
    for one in _causes(error):
        found = _told_by(one)
        if found is not None:
            return found
    return None


def give_up(after: float = 1.0) -> None:
    """Write nothing any more, and end this process when those who wait have their answers.

    After a failed fsync nobody knows what is on the disk, and asking again would say that all
    is well. `amends serve` looks at everything before it serves again.
    """
    if not broken.is_set():
        broken.set()
        ending = Timer(after, os._exit, [1])
        ending.daemon = True
        ending.start()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _told_by(error: BaseException) -> Trouble | None:
    if isinstance(error, OperationalError) and isinstance(error.__cause__, TimeoutError):
        return Trouble.BUSY  # a writer's turn that never came
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0)
    return _POSTGRESQL.get(getattr(error, "sqlstate", None) or "")
