"""`amends demo`: the invented stories on a throw-away data folder."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from amends.cli import server
from amends.cli.demo_rounds import ask
from amends.config.stories import find_story, story_names


@click.command(
    epilog="""\b
Examples:
  amends demo
  amends demo --port 8080
  amends demo --story maya-and-friends
""",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--story",
    "chosen",
    type=click.Choice(story_names()),
    multiple=True,
    help="This one alone; may be given again.",
)
def demo(host: str, port: int, chosen: tuple[str, ...]) -> None:
    """Serve the invented stories. Nothing is kept: the data folder goes when this ends."""
    server.check_free(host, port)
    with tempfile.TemporaryDirectory(prefix="amends-demo-") as folder:
        os.environ["AMENDS_DEMO"] = "yes"
        server.set_up(Path(folder))
        for name in chosen or story_names():
            _plant(name)
        click.echo(
            f"The invented stories are at http://{host}:{port}/   (Ctrl-C ends it, and nothing is kept)"
        )
        server.run(host, port)


def _plant(name: str) -> None:
    # Imported here because the models need the settings that `set_up` chose.
    from amends.acts.read_story import parse  # noqa: PLC0415
    from amends.acts.story import shift  # noqa: PLC0415
    from amends.bonds.stories import plant  # noqa: PLC0415
    from amends.people.models import User  # noqa: PLC0415

    now = datetime.now(UTC)
    story, problems = parse(find_story(name).read_text(encoding="utf-8"), name)
    if problems:
        raise click.ClickException(f"{name} has a line that can't be read: {problems[0]}")
    story = shift(story, now.date())
    users = {
        member: User.objects.create_user(f"{member.lower()}.{name}@example.org", zone=story.zone)
        for member in story.members
    }
    bond = plant(story, users, now)
    if story.setting == "team":
        ask(bond, now)
