"""`amends verify`: whether an export is unchanged since it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from amends.cli.errors import refuse
from amends.cli.progress import bar
from amends.ledger.findings import Verdict
from amends.ledger.log import Unreadable
from amends.ledger.verify import load_checkpoint, load_export
from amends.ledger.verify import verify as check


@click.command(
    epilog="""\b
Examples:
  amends verify export.json
  amends verify export.json --checkpoint kept-in-march.json

Exit code 0: unchanged. 1: something does not fit. 2: a file can't be read.
""",
)
@click.argument("export", type=click.Path(path_type=Path))
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path),
    help="A checkpoint, or an earlier export, kept apart: finds what was cut off or rewritten since.",
)
@click.pass_context
def verify(context: click.Context, export: Path, checkpoint: Path | None) -> None:
    """Check that EXPORT is unchanged since it was written.

    This shows that what was kept was not altered. It does not show that it is true.
    """
    with bar("Checking every entry"):
        kept = None if checkpoint is None else _load(load_checkpoint, checkpoint)
        verdict = check(_load(load_export, export), kept)
    _print(verdict)
    context.exit(0 if verdict.unchanged else 1)


def _load(load: Any, path: Path) -> Any:
    try:
        return load(path)
    except Unreadable as error:
        refuse(f"{path} can't be read: {error}")
    except OSError as error:
        refuse(f"{path} can't be read: {error.strerror}")


def _print(verdict: Verdict) -> None:
    for ledger in verdict.ledgers:
        click.echo(f"{ledger.kind:<7} {ledger.size:>6} entries, {ledger.erased} erased   {ledger.code}")
    for finding in verdict.findings:
        click.echo(finding.text, err=True)
    if verdict.unchanged:
        click.echo("Unchanged since it was written.")
    else:
        click.echo(f"Not as it was written: {len(verdict.findings)} findings.", err=True)
