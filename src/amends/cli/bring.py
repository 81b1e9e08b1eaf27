"""`amends import`: what someone took along, brought to this server for them alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from amends.acts.base import Person
from amends.acts.read_story import parse
from amends.acts.story import Story
from amends.cli import server
from amends.cli.errors import refuse
from amends.cli.progress import bar
from amends.ledger.exported import to_story
from amends.ledger.log import Unreadable
from amends.ledger.shapes import read_attachments
from amends.ledger.verify import load_export, verify


@click.command(
    "import",
    epilog="""\b
Examples:
  amends import export-4c1f….json --for anna@example.org
  amends import diary.story --for anna@example.org --as Anna

Exit code 0: brought. 2: nothing was brought, and why.
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--for", "address", required=True, help="Whose account here it is for.")
@click.option("--as", "name", help="Which of a story's people they are; an export knows.")
@click.option("--data", type=click.Path(path_type=Path), help="The server's data folder.")
def bring(file: Path, address: str, name: str | None, data: Path | None) -> None:
    """Bring FILE, an export or a story, to this server for the owner of ADDRESS.

    All of it goes into their own ledger, where nobody else reads it; they share from it what they
    choose. The same file again, or a later export, adds only what is new.
    """
    read = _read_export if _is_export(file) else _read_story
    story, person, origin, files = read(file, name)
    server.point_at(data)
    # Imported here because the models need the settings that `point_at` chose.
    from amends.bonds.bring import Taken  # noqa: PLC0415
    from amends.bonds.bring import bring as bring_along  # noqa: PLC0415
    from amends.bonds.errors import Refused  # noqa: PLC0415
    from amends.people.models import User  # noqa: PLC0415

    user = User.objects.filter(email__iexact=address).first()
    if user is None:
        refuse(f"no account has the address {address}; sign up on this server first")
    try:
        with bar("Bringing it along") as progress:
            brought = bring_along(user, Taken(story, person, origin, files), datetime.now(UTC), progress)
    except Refused as refused:
        refuse(refused.reason)
    seat = brought.seat
    click.echo(f"{seat.bond.title}: {brought.added} acts brought, {brought.known} were here already.")
    if brought.erased:
        click.echo(f"{brought.erased} were erased here since, and stay so.")
    click.echo(f"Only {seat.name} reads them. The bond: /bonds/{seat.bond_id}/")


def _is_export(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(1) == b"{"
    except OSError as error:
        refuse(f"{file} can't be read: {error.strerror}")


def _read_export(file: Path, name: str | None) -> tuple[Story, Person, str, dict[str, bytes]]:
    try:
        with bar("Checking the file"):
            export = load_export(file)
            verdict = verify(export)
        if not verdict.unchanged:
            refuse(f"{file} is not as it was written: {verdict.findings[0].text}")
        story, person = to_story(export)
        files = read_attachments(export)
    except Unreadable as error:
        refuse(f"{file} can't be brought: {error}")
    if name not in {None, person}:
        refuse(f"{file} was made for {person}, not for {name}")
    return story, person, str(export["viewer"]), files


def _read_story(file: Path, name: str | None) -> tuple[Story, Person, str, dict[str, bytes]]:
    try:
        story, problems = parse(file.read_text(encoding="utf-8"), file.name)
    except UnicodeDecodeError:
        refuse(f"{file} is neither an export nor a story (UTF-8 text is expected)")
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        refuse("some lines can't be read; nothing was brought")
    if name not in story.members:
        refuse(f"say with --as who of this story you are: {', '.join(story.members)}")
    return story, Person(name), f"story: {story.title}", {}
