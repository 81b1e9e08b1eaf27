"""Getting a data folder ready and serving from it."""

from __future__ import annotations

import logging
import os
import socket
import sqlite3
from pathlib import Path

import click

from amends.cli.backup import stamp, write
from amends.cli.errors import refuse
from amends.cli.progress import bar
from amends.config.archive import DATABASE, NoBackup, check_database
from amends.config.data_folder import data_folder
from amends.config.serving import InUse, ended_well, serving
from amends.config.sqlite import journal_mode

THREADS = 4
"""Requests answered at once by the one worker [choice]."""


def set_up(data: Path | None) -> None:
    """Point the settings at a data folder, bring its tables up to date, gather its static files."""
    point_at(data)
    _prepare()


def point_at(data: Path | None) -> None:
    """Point the settings at a data folder, and change nothing in it."""
    if data is not None:
        os.environ["AMENDS_DATA"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "amends.config.settings"
    try:
        import django  # noqa: PLC0415  # only after the settings know the folder

        django.setup()
    except OSError as error:
        refuse(f"the data folder can't be used: {error.strerror or error} ({error.filename})")


def run(host: str, port: int) -> None:
    """Serve until told to stop.

    Raises:
        AskedWrongly: the address is taken.
    """
    from granian import Granian  # noqa: PLC0415  # slow to import, and only a server needs it
    from granian.constants import Interfaces  # noqa: PLC0415

    check_free(host, port)
    granian = Granian(
        "amends.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_level="warning",  # type: ignore[arg-type]
    )
    try:
        with serving(data_folder()):
            granian.serve()
    except InUse:
        refuse("a backup is being restored into the data folder; try again when it is done")


def check_free(host: str, port: int) -> None:
    """Refuse an address that can't be listened on."""
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        refuse(f"can't serve at {host}:{port}: {error.strerror}. Another port: --port {port + 1}")


def about_storage() -> str:
    """One line on where acts are kept and how."""
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "sqlite":
        return f"Acts are kept in {connection.display_name}."
    mode = journal_mode()
    return f"Acts are kept in SQLite {sqlite3.sqlite_version}, journal mode {mode.upper()}."


def _prepare() -> None:
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from amends.bonds import account  # noqa: PLC0415
    from amends.ledger import erase  # noqa: PLC0415
    from amends.rounds import keep  # noqa: PLC0415

    logging.getLogger("amends").setLevel(logging.WARNING)
    _keep_before_migrating()
    call_command("migrate", verbosity=0, interactive=False)
    _look_after_a_bad_end()
    # What a restored backup brought back goes again, before anyone reads.
    account.replay(timezone.now())
    erase.replay()
    keep.close_due(timezone.now())
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("clearsessions")
    click.echo(about_storage())


def _look_after_a_bad_end() -> None:
    """Where the last server was killed or cut off, look at everything before anyone writes again.

    Raises:
        AskedWrongly: the database or a ledger is not whole.
    """
    from django.db import DatabaseError, connection  # noqa: PLC0415

    from amends.ledger.restore import NotWhole, check_all  # noqa: PLC0415

    folder = data_folder()
    if ended_well(folder):
        return
    try:
        if connection.vendor == "sqlite":
            check_database(folder / DATABASE)
        with bar("The last server did not end well. Checking every ledger") as progress:
            entries = check_all(progress)
    except (NoBackup, NotWhole, DatabaseError) as error:
        refuse(f"what is in {folder} is not whole ({error}); restore a backup: amends restore FILE --replace")
    click.echo(f"The last server did not end well. All {entries} entries are as they were written.")


def _keep_before_migrating() -> None:
    """Back up a SQLite database that a newer version is about to change; the newest such backup stays."""
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    folder = data_folder()
    if connection.vendor != "sqlite" or not (folder / DATABASE).exists():
        return
    executor = MigrationExecutor(connection)
    done = executor.loader.applied_migrations
    if not done or not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    earlier = list(folder.glob("before-migration-*.backup"))
    kept = folder / f"before-migration-{stamp()}.backup"
    write(folder, kept)
    for file in earlier:
        file.unlink()
    click.echo(f"This version changes the database. How it was is kept in {kept}.")
