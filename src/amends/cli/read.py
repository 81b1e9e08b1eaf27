"""`amends read`: what a story means for one of its people, without a server."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from amends.acts.base import Person
from amends.acts.errors import InvalidAct
from amends.acts.read_story import parse
from amends.acts.story import Story
from amends.acts.when import find_zone
from amends.cli.errors import refuse
from amends.cli.terminal import print_readings
from amends.readings.compose import compose
from amends.readings.plain import to_plain


@click.command(
    epilog="""\b
Examples:
  amends read stories/anna-and-toby.story
  amends read stories/anna-and-toby.story --as Toby --at 2026-02-01
  amends read stories/anna-and-toby.story --as Anna --json

Exit code 0: read. 1: some lines could not be read, the rest was. 2: a wrong file, name or date.
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "viewer", metavar="NAME", help="Whose readings; the first member's if not given.")
@click.option("--at", metavar="DATE", help="On which day, such as 2026-03-02; the story's last if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def read(context: click.Context, file: Path, viewer: str | None, at: str | None, as_json: bool) -> None:  # noqa: FBT001
    """Show what the acts in FILE mean for one of its people."""
    story, problems = parse(_text(file), file.name)
    for problem in problems:
        click.echo(f"{problem.file}, line {problem.line}: {problem.expected}", err=True)
    person = _person(story, file, viewer)
    manages = dict(story.roles).get(person) == "manager"
    found = compose(
        story.placed_for(person), person, _as_of(story, at), setting=story.setting, manages=manages
    )
    if as_json:
        click.echo(json.dumps(to_plain(found, story.label), indent=2, ensure_ascii=False))
    else:
        print_readings(story, found)
    context.exit(1 if problems else 0)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        refuse(f"{file} is no text (UTF-8 is expected)")
    except OSError as error:
        refuse(f"{file} can't be read: {error.strerror}")


def _person(story: Story, file: Path, viewer: str | None) -> Person:
    if not story.members:
        refuse(f"{file} names no members, so it is no story")
    if viewer is None:
        return Person(story.members[0])
    if viewer not in story.members:
        refuse(f"there is no {viewer} in this story; its people are {', '.join(story.members)}")
    return Person(viewer)


def _as_of(story: Story, at: str | None) -> datetime:
    """The end of the named day, or the story's last act, in the story's zone."""
    try:
        zone = find_zone(story.zone)
    except InvalidAct as error:
        refuse(error.reason)
    if at is None:
        latest = max((entry.act.recorded_at for entry in story.entries), default=datetime.now(UTC))
        return latest.astimezone(zone)
    try:
        day = date.fromisoformat(at)
    except ValueError:
        refuse(f"“{at}” is no date; one looks like 2026-03-02")
    return datetime.combine(day, time.max, zone).replace(microsecond=0)
