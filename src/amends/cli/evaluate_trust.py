"""`amends evaluate trust`: self-ratings of trust predicted on a table, and their scores."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import click

from amends.cli.errors import refuse
from amends.evaluate.blend import fit_blend
from amends.evaluate.fitted import NoFit
from amends.evaluate.ratings import task_of
from amends.evaluate.tables import BadTable, Row, read_columns, read_rows
from amends.evaluate.trust import Evaluation, evaluate, shipped


@click.command(
    epilog="""\b
Examples:
  amends evaluate trust dev.csv --columns columns.json --set everyday_trust
  amends evaluate trust dev.csv --columns columns.json --set couples_diary --fit train.csv --sparse

It prints JSON: overall, for the ratings that came after one was shown, and, where some are never
shown, for those. Exit code 2: a file can't serve; one line names the row.
""",
)
@click.argument("test", type=click.Path(path_type=Path))
@click.option("--columns", "columns_file", type=click.Path(path_type=Path), required=True, help="JSON.")
@click.option("--set", "name", required=True, help="Which set of the columns.")
@click.option("--fit", "train", type=click.Path(path_type=Path), help="Learn from these ratings first.")
@click.option("--sparse", is_flag=True, help="Show only the first and every so-many-th rating of a subject.")
@click.option("--without-acts", is_flag=True, help="Look at ratings alone, not at what happened.")
@click.option(
    "--predictions", type=click.Path(path_type=Path), help="Write subject, seq, mean, lo80, hi80 here."
)
def trust(  # noqa: PLR0913, PLR0917 - the options, each by its name
    test: Path,
    columns_file: Path,
    name: str,
    train: Path | None,
    sparse: bool,  # noqa: FBT001
    without_acts: bool,  # noqa: FBT001
    predictions: Path | None,
) -> None:
    """Predict each rating of TEST from what its subject showed before, as shipped or fitted."""
    try:
        task = task_of(name, read_columns(columns_file, "trust", name), sparse=sparse)
        rows = read_rows(test, task.columns)
        looked_at = task.without_acts() if without_acts else task
        predict = (
            shipped(looked_at)
            if train is None
            else fit_blend(read_rows(train, task.columns), looked_at).predict
        )
        found = evaluate(rows, looked_at, predict)
    except (BadTable, NoFit, ValueError) as error:
        refuse(str(error))
    if predictions is not None:
        _write(predictions, rows, found)
    click.echo(json.dumps(found.scores, indent=2))


def _write(path: Path, rows: list[Row], found: Evaluation) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("subject", "seq", "mean", "lo80", "hi80"))
            numbers = zip(found.mean.tolist(), found.low.tolist(), found.high.tolist(), strict=True)
            writer.writerows(
                (row.subject, row.seq, *map(repr, three)) for row, three in zip(rows, numbers, strict=True)
            )
    except OSError as error:
        refuse(f"{path} can't be written: {error.strerror}")
