"""`amends reset-link`: a new password on a server that sends no letters."""

from __future__ import annotations

from pathlib import Path

import click

from amends.cli import server
from amends.cli.errors import refuse


@click.command(
    "reset-link",
    epilog="""\b
Examples:
  amends reset-link anna@example.org
  amends reset-link anna@example.org --data /srv/amends --at https://amends.example.org
""",
)
@click.argument("address")
@click.option("--data", type=click.Path(path_type=Path), help="The server's data folder.")
@click.option("--at", default="http://127.0.0.1:8000", show_default=True, help="Where the server is reached.")
def reset_link(address: str, data: Path | None, at: str) -> None:
    """Print a link by which the owner of ADDRESS sets a new password, once.

    Hand it over in a way that nobody else can read: whoever opens it gets in.
    """
    server.point_at(data)
    # Imported here because the models need the settings that `point_at` chose.
    from amends.people.models import User  # noqa: PLC0415
    from amends.people.reset import reset_path  # noqa: PLC0415

    user = User.objects.filter(email__iexact=address).first()
    if user is None:
        refuse(f"no account has the address {address}")
    click.echo(at.rstrip("/") + reset_path(user))
