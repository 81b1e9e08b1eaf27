"""A backup as one file: a zip of named parts and a list of their sums, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final, TypeAlias

FORMAT: Final = "amends/backup/1"
"""Names the form of a backup."""
DATABASE: Final = "amends.sqlite3"
"""The database's name, in the data folder as in a backup."""
_LIST: Final = "backup.json"
_PAGES: Final = 500
_CHUNK: Final = 1 << 20

Progress: TypeAlias = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


class NoBackup(ValueError):
    """A file that is no whole backup. Its text is one plain line to show."""


def copy_database(source: Path, target: Path, progress: Progress) -> None:
    """Copy a SQLite database as it is at one moment, while others read and write it.

    What writes at the same time waits for the copy where the rollback journal is used, and does
    not wait in WAL mode.

    Raises:
        sqlite3.Error: the database can't be read.
    """
    with closing(sqlite3.connect(source, timeout=20, isolation_level=None)) as old:
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it is that moment
        with closing(sqlite3.connect(target)) as new:
            old.backup(
                new,
                pages=_PAGES,
                progress=lambda _status, left, total: progress(1 - left / max(total, 1)),
            )
            new.execute("PRAGMA journal_mode=DELETE")


def pack(parts: Mapping[str, Path], about: Mapping[str, str], target: Path) -> None:
    """Write files into one, readable by its owner alone and on the disk when this returns.

    Args:
        parts: the files by the names they have in it.
        about: what the list of parts says besides.
        target: the new file; there must be none yet.

    Raises:
        FileExistsError: there is one.
        OSError: it can't be written; then nothing is left of it.
    """
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".amends-", suffix=".part") as draft:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in parts.items():
                archive.write(path, name)
            sums = {name: _sum(path) for name, path in parts.items()}
            archive.writestr(_LIST, json.dumps({"format": FORMAT, **about, "parts": sums}))
        draft.flush()
        os.fsync(draft.fileno())
        os.link(draft.name, target)  # appears whole, or not at all where there is a file already
    sync_folder(target.parent)


def unpack(backup: Path, folder: Path) -> dict[str, str]:
    """Take a backup's parts out into a folder, each checked; gives what its list says besides.

    Raises:
        NoBackup: it is none, or a part of it is missing or damaged.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            listed = json.loads(archive.read(_LIST))
            if listed.pop("format") != FORMAT:
                raise NoBackup(f"{backup} was written by another version of Amends")
            for name, expected in listed.pop("parts").items():
                path = folder / Path(name).name  # never outside of the folder
                _take_out(archive, name, path)
                if _sum(path) != expected:
                    raise NoBackup(f"{backup} is damaged: {name} is not what was written")
    except OSError as error:
        raise NoBackup(f"{backup} can't be read: {error.strerror or error}") from None
    except NoBackup:
        raise
    except Exception:
        raise NoBackup(f"{backup} is not a whole backup of Amends") from None
    if not (folder / DATABASE).exists():
        raise NoBackup(f"{backup} holds no database")
    return {name: str(value) for name, value in listed.items()}


def check_database(path: Path) -> None:
    """Let SQLite check a database.

    Raises:
        NoBackup: it finds it damaged.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            (said,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        said = str(error)
    if said != "ok":
        raise NoBackup(f"the database in it is damaged: {said}")


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_out(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as target, archive.open(name) as source:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
