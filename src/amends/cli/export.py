"""`amends export`: what someone may read, as the file they can keep."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from amends.acts.write_story import write
from amends.cli import server
from amends.cli.errors import refuse
from amends.cli.progress import bar
from amends.ledger.exported import to_story
from amends.ledger.log import read_json


@click.command(
    epilog="""\b
Examples:
  amends export anna@example.org
  amends export anna@example.org --to /mnt/stick --data /srv/amends
  amends export anna@example.org --as-story

Exit code 0: written. 2: it could not be, and files written before are named.
""",
)
@click.argument("address")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="Folder to write to; this one unless said.",
)
@click.option("--bond", help="One bond alone, by its id as in the address of its pages.")
@click.option("--as-story", is_flag=True, help="Write plain text to read, in place of what verify can check.")
@click.option("--data", type=click.Path(path_type=Path), help="The server's data folder.")
def export(address: str, folder: Path, bond: str | None, as_story: bool, data: Path | None) -> None:  # noqa: FBT001
    """Write what the owner of ADDRESS may read: one file for each bond, one for the account.

    It is theirs: hand it to them and to nobody else. It holds what they keep to themselves.
    """
    server.point_at(data)
    # Imported here because the models need the settings that `point_at` chose.
    from amends.bonds.taking import take_account, take_bond  # noqa: PLC0415
    from amends.people.models import Member, User  # noqa: PLC0415

    user = User.objects.filter(email__iexact=address).first()
    if user is None:
        refuse(f"no account has the address {address}")
    seats = Member.objects.filter(user=user).select_related("bond").order_by("joined_at", "id")
    chosen = [seat for seat in seats if bond in {None, str(seat.bond_id)}]
    if not chosen and (bond is not None or as_story):
        refuse("that account sits in no such bond")
    for seat in chosen:
        with bar(f"Collecting {seat.bond.title}"):
            content = take_bond(seat, datetime.now(UTC))
        if as_story:
            _keep(folder / f"{seat.bond_id}.story", _to_text(content))
        else:
            path = folder / f"export-{seat.bond_id}.json"
            _keep(path, content)
            click.echo(f"Check it with: amends verify {path}")
    if bond is None and not as_story:
        _keep(folder / "account.json", take_account(user, datetime.now(UTC)))


def _to_text(content: bytes) -> bytes:
    story, _person = to_story(read_json(content))
    return write(story).encode()


def _keep(path: Path, content: bytes) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        refuse(f"{path} is there already; an export is never written over")
    except OSError as error:
        refuse(f"{path} can't be written: {error.strerror}")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    click.echo(path)
