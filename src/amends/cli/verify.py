"""`amends verify`: whether an export is unchanged since it was written."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  amends verify export.json
  amends verify export.json --checkpoint kept-in-march.json

Exit code 0: unchanged. 1: something does not fit. 2: a file can't be read.
""",
)
@click.argument("export", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A checkpoint kept apart: finds what was cut off or rewritten since.",
)
def verify(export: Path, checkpoint: Path | None) -> None:
    """Check that EXPORT is unchanged since it was written.

    This shows that what was kept was not altered. It does not show that it is true.
    """
    raise NotImplementedError
