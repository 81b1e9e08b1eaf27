"""`amends evaluate reliability`: forecasts of kept promises on a table of events, and their scores."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import click

from amends.cli.errors import refuse
from amends.evaluate.fitted import NoFit, fit
from amends.evaluate.reliability import columns_of, evaluate, shipped
from amends.evaluate.tables import BadTable, Row, read_columns, read_rows


@click.command(
    epilog="""\b
Examples:
  amends evaluate reliability dev.csv --columns columns.json --set noshow
  amends evaluate reliability dev.csv.gz --columns columns.json --set oulad --fit train.csv.gz

It prints JSON: overall, and for each subject's first, second to fifth and later events.
Exit code 2: a file can't serve; one line names the row.
""",
)
@click.argument("test", type=click.Path(path_type=Path))
@click.option("--columns", "columns_file", type=click.Path(path_type=Path), required=True, help="JSON.")
@click.option("--set", "name", required=True, help="Which set of the columns.")
@click.option("--fit", "train", type=click.Path(path_type=Path), help="Learn from these events first.")
@click.option("--predictions", type=click.Path(path_type=Path), help="Write subject, seq, p here.")
def reliability(
    test: Path, columns_file: Path, name: str, train: Path | None, predictions: Path | None
) -> None:
    """Forecast each event of TEST from its subject's earlier ones, as shipped or fitted."""
    try:
        columns = columns_of(name, read_columns(columns_file, "reliability", name))
        rows = read_rows(test, columns)
        forecast = shipped(columns) if train is None else fit(read_rows(train, columns), columns).predict
        found = evaluate(rows, columns, forecast)
    except (BadTable, NoFit, ValueError) as error:
        refuse(str(error))
    if predictions is not None:
        _write(predictions, rows, found.chances.tolist())
    click.echo(json.dumps(found.scores, indent=2))


def _write(path: Path, rows: list[Row], chances: list[float]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("subject", "seq", "p"))
            writer.writerows((row.subject, row.seq, repr(p)) for row, p in zip(rows, chances, strict=True))
    except OSError as error:
        refuse(f"{path} can't be written: {error.strerror}")
