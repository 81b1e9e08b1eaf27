"""`amends restore`: a backup becomes a data folder again."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from amends.cli import server
from amends.cli.backup import KEY, folder_of, stamp, write
from amends.cli.errors import refuse
from amends.cli.progress import bar
from amends.config import archive
from amends.config.archive import DATABASE, NoBackup
from amends.config.serving import InUse, at_rest

ERASURES = "erasures.jsonl"


@click.command(
    epilog="""\b
Examples:
  amends restore amends.backup --data /srv/new
  amends restore amends.backup --data /srv/amends --replace
  amends restore --from-postgres

Exit code 0: restored. 2: it could not be; then the data folder is as it was.
""",
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(path_type=Path), help="The data folder to restore into.")
@click.option("--replace", is_flag=True, help="Put it in place of what is there, which is backed up first.")
@click.option(
    "--erasures",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A copy of erasures.jsonl kept elsewhere, where the folder itself was lost.",
)
@click.option("--from-postgres", is_flag=True, help="The database was restored by pg_restore: do the rest.")
def restore(
    file: Path | None, data: Path | None, erasures: Path | None, *, replace: bool, from_postgres: bool
) -> None:
    """Restore the backup FILE. Stop the server first.

    What was erased since the backup was made is erased again, by the list in the data folder. Each
    ledger notes that it was restored, so that `amends verify` can tell what was lost.
    """
    if from_postgres:
        server.point_at(data)
        if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            refuse("--from-postgres needs DATABASE_URL to name the restored PostgreSQL")
        _renew()
        return
    if file is None:
        refuse("which backup? Name its file")
    folder = folder_of(data)
    try:
        with at_rest(folder):
            _restore(file, folder, erasures, replace=replace)
    except InUse:
        refuse(f"a server runs on {folder}; stop it first")
    except OSError as error:
        refuse(f"the data folder can't be used: {error.strerror or error} ({error.filename})")


def _restore(file: Path, folder: Path, erasures: Path | None, *, replace: bool) -> None:
    there = (folder / DATABASE).exists()
    if there and not replace:
        refuse(f"{folder} holds acts already; --replace puts the backup in their place")
    # Beside the folder's own files, so that putting it in place is a change of names.
    staging = Path(tempfile.mkdtemp(prefix=".restore-", dir=folder))
    try:
        _prepare(file, staging, folder, erasures)
        if there:
            kept = folder / f"before-restore-{stamp()}.backup"
            write(folder, kept)
            click.echo(f"What was there is kept in {kept}; remove it once all is well.")
        _put_in_place(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    click.echo("Everyone logs in anew.")


def _prepare(file: Path, staging: Path, folder: Path, erasures: Path | None) -> None:
    try:
        with bar("Unpacking the backup"):
            about = archive.unpack(file, staging)
            archive.check_database(staging / DATABASE)
    except NoBackup as error:
        refuse(str(error))
    listed = [path for path in (folder / ERASURES, erasures) if path is not None and path.exists()]
    (staging / ERASURES).write_bytes(b"\n".join(path.read_bytes() for path in listed))
    (staging / ERASURES).chmod(0o600)
    server.point_at(staging)
    click.echo(f"A backup of {about.get('at', 'an unknown time')}.")
    if not listed:
        click.echo(
            "No list of erasures is here: what was erased since then is back. --erasures names a copy."
        )
    _renew()
    _tidy()


def _renew() -> None:
    """Check the database that the settings name, begin new epochs, erase again, end sessions and grants."""
    from django.contrib.sessions.models import Session  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    from amends.bonds import account, grants  # noqa: PLC0415
    from amends.bonds.models import SeatInvitation  # noqa: PLC0415
    from amends.ledger import erase  # noqa: PLC0415
    from amends.ledger.restore import NotWhole, begin_epochs, check_all  # noqa: PLC0415

    try:
        call_command("migrate", verbosity=0, interactive=False)
        with bar("Checking every ledger") as progress:
            entries = check_all(progress)
        with bar("Erasing again what was erased"):
            ledgers = begin_epochs(datetime.now(UTC))
            gone = account.replay(datetime.now(UTC))
            erased = erase.replay()
        Session.objects.all().delete()
        SeatInvitation.objects.all().delete()
        ended = grants.end_all(datetime.now(UTC))
    except (NotWhole, DatabaseError) as error:
        refuse(f"the backup can't be restored: {error}")
    click.echo(f"{entries} entries in {ledgers} ledgers are as they were written; {erased} erased again.")
    if ended:
        click.echo("What members had let people from outside read has ended; each can choose anew.")
    if gone:
        click.echo(f"Accounts erased again: {gone}.")


def _tidy() -> None:
    """Leave no erased word in the file's unused space."""
    from django.db import connection  # noqa: PLC0415

    with bar("Clearing unused space"), connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=DELETE")
        cursor.execute("VACUUM")
    connection.close()


def _put_in_place(staging: Path, folder: Path) -> None:
    # The list of erasures first: until the database follows, it names more than it needs to.
    for name in (ERASURES, KEY):
        if (staging / name).exists():
            (staging / name).replace(folder / name)
    for leftover in ("-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            (folder / f"{DATABASE}{leftover}").unlink()
    with (staging / DATABASE).open("rb") as file:
        os.fsync(file.fileno())
    (staging / DATABASE).replace(folder / DATABASE)
    archive.sync_folder(folder)
