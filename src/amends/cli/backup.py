"""`amends backup`: everything a server keeps, in one file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from amends.cli.errors import refuse
from amends.cli.progress import bar
from amends.config import archive
from amends.config.archive import DATABASE, NoBackup
from amends.config.data_folder import data_folder

KEY = "signing.key"
"""The key that signs checkpoints: without it a restored server's would look false."""


@click.command(
    epilog="""\b
Examples:
  amends backup
  amends backup /mnt/stick/amends.backup --data /srv/amends

Exit code 0: written. 2: it could not be; then there is no file.
""",
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(path_type=Path), help="The server's data folder.")
def backup(file: Path | None, data: Path | None) -> None:
    """Write a backup of the data folder to FILE, while the server runs.

    Keep it as you keep the folder: whoever has it can read what is in it, and sign as this server.
    """
    folder = folder_of(data)
    target = Path(f"amends-{stamp()}.backup") if file is None else file
    write(folder, target)
    click.echo(f"{target} holds everything up to now. Try it: amends restore {target} --data NEW-FOLDER")


def folder_of(data: Path | None) -> Path:
    """The data folder that a command is about, where acts lie in its own SQLite file."""
    if data is not None:
        os.environ["AMENDS_DATA"] = str(data)
    if os.environ.get("DATABASE_URL"):
        refuse(
            "DATABASE_URL names the database: back it up with its own tools, such as pg_dump, and keep"
            " signing.key; docs/hosting.md says how"
        )
    try:
        return data_folder()
    except OSError as error:
        refuse(f"the data folder can't be used: {error.strerror} ({error.filename})")


def write(folder: Path, target: Path) -> None:
    """Write a folder's backup to a new file; refuses where that can't be."""
    if target.exists():
        refuse(f"{target} is there already; a backup is never written over")
    if not (folder / DATABASE).exists():
        refuse(f"there is nothing to keep in {folder}")
    try:
        with tempfile.TemporaryDirectory(prefix="amends-", dir=target.parent) as draft:
            copy = Path(draft) / DATABASE
            with bar("Copying the database") as progress:
                archive.copy_database(folder / DATABASE, copy, progress)
            with bar("Checking the copy"):
                archive.check_database(copy)
            parts = {DATABASE: copy}
            if (folder / KEY).exists():
                parts[KEY] = folder / KEY
            with bar("Packing it"):
                archive.pack(parts, {"at": datetime.now(UTC).isoformat(timespec="seconds")}, target)
    except FileExistsError:
        refuse(f"{target} is there already; a backup is never written over")
    except OSError as error:
        refuse(f"{target} can't be written: {error.strerror or error}")
    except (sqlite3.Error, NoBackup) as error:
        refuse(f"the database in {folder} can't be copied: {error}")


def stamp() -> str:
    """The time, for a file's name."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
