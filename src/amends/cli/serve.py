"""`amends serve`: run a server."""

from __future__ import annotations

from pathlib import Path

import click

from amends.cli import server


@click.command(
    epilog="""\b
Examples:
  amends serve
  amends serve --data /srv/amends --port 8080
  DATABASE_URL=postgresql://amends@localhost/amends amends serve
""",
)
@click.option(
    "--data", type=click.Path(path_type=Path), help="Folder that holds everything. Made if missing."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(data: Path | None, host: str, port: int) -> None:
    """Bring the data folder up to date and serve from it."""
    server.check_free(host, port)
    server.set_up(data)
    click.echo(f"Amends is at http://{host}:{port}/   (Ctrl-C ends it)")
    server.run(host, port)
