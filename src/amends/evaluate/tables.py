"""Tables of people's acts: which column plays which part, and what is wrong with a file.

A table is a CSV file, plain or gzipped; a JSON file names the columns of each set.
"""

from __future__ import annotations

import csv
import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite, isnan, nan
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast


class BadTable(ValueError):
    """A file that can't serve. Its text is one line that names the row."""


@dataclass(frozen=True)
class Row:
    """One event.

    Attributes:
        line: its line in the file, from 1 for the names of the columns.
        subject, seq: its ids, as they stand there.
        batch: events of one batch see the same past.
        numbers: by column; not a number where the file holds nothing.
        words: by column, of those that hold categories.
    """

    line: int
    subject: str
    seq: str
    batch: str
    numbers: Mapping[str, float]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Columns:
    """What the columns of a set are for.

    Attributes:
        name: the set.
        subject, order, batch: whose event it is, and when; ``batch`` is empty where each stands alone.
        outcome: what is to be predicted.
        numeric, categorical: what is known of an event beforehand.
        kind: the column that says what sort of event it is; empty where there is none.
        revealed: numeric columns that are known only together with the outcome.
        more: whatever else the set says.
    """

    name: str
    subject: str
    order: str
    outcome: str
    batch: str = ""
    numeric: tuple[str, ...] = ()
    categorical: tuple[str, ...] = ()
    kind: str = ""
    revealed: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def read_columns(path: Path, task: str, name: str) -> dict[str, Any]:
    """What a file of columns says of one set of a task.

    Raises:
        BadTable: it can't be read, or knows no such set.
    """
    try:
        sets: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))[task]
    except OSError as error:
        raise BadTable(f"{path} can't be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise BadTable(f"{path} does not name the columns of sets for {task}") from None
    if name not in sets:
        raise BadTable(f"{path} knows no set {name!r}; it knows {', '.join(sets)}")
    return sets[name]


def read_rows(path: Path, columns: Columns) -> list[Row]:
    """All events of a file, in its order.

    Raises:
        BadTable: a column is missing, a number is none, or a subject's events are out of order.
    """
    numeric = tuple(dict.fromkeys((columns.outcome, *columns.numeric, *columns.revealed)))
    words = tuple(dict.fromkeys((*columns.categorical, *((columns.kind,) if columns.kind else ()))))
    try:
        with _open(path) as file:
            reader = csv.DictReader(file)
            wanted = (columns.subject, columns.order, *numeric, *words)
            _check_header(
                path, reader.fieldnames or (), (*wanted, *((columns.batch,) if columns.batch else ()))
            )
            rows = [_row(path, columns, line, plain, numeric, words) for line, plain in _numbered(reader)]
    except OSError as error:
        raise BadTable(f"{path} can't be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise BadTable(f"{path}, row {_row_in_another_code(path)}: it is not written in UTF-8") from None
    except csv.Error as error:
        raise BadTable(f"{path}, row {reader.line_num}: it is no table that can be read: {error}") from None
    except (EOFError, zlib.error):
        raise BadTable(f"{path}, after row {reader.line_num}: the packed file breaks off") from None
    _check_order(path, rows, columns.order)
    return rows


def by_subject(rows: Sequence[Row]) -> Iterator[list[int]]:
    """The places of each subject's events, in their order."""
    found: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        found.setdefault(row.subject, []).append(place)
    return iter(found.values())


def _open(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")  # spreadsheets mark their text


def _row_in_another_code(path: Path) -> int:
    """The first row that is no UTF-8; a file is decoded many rows at once, so that its reader can't tell."""
    with cast("BinaryIO", gzip.open(path) if path.suffix == ".gz" else path.open("rb")) as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    raise AssertionError  # it could not be decoded a moment ago


def _numbered(reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for plain in reader:
        yield reader.line_num, plain


def _check_header(path: Path, names: Sequence[str], wanted: Sequence[str]) -> None:
    if not names:
        raise BadTable(f"{path}, row 1: the file is empty")
    missing = [name for name in wanted if name not in names]
    if missing:
        raise BadTable(f"{path}, row 1: the column {missing[0]!r} is missing")


def _row(  # noqa: PLR0913, PLR0917 - one call in one loop, each by its name
    path: Path,
    columns: Columns,
    line: int,
    plain: Mapping[str, Any],
    numeric: Sequence[str],
    words: Sequence[str],
) -> Row:
    if None in plain or None in plain.values():
        raise BadTable(f"{path}, row {line}: it has not as many fields as row 1")
    return Row(
        line=line,
        subject=plain[columns.subject],
        seq=plain[columns.order],
        batch=plain[columns.batch] if columns.batch else plain[columns.order],
        numbers={name: _number(path, line, name, plain[name]) for name in numeric},
        words={name: plain[name] for name in words},
    )


def _number(path: Path, line: int, name: str, text: str) -> float:
    if not text.strip():
        return nan
    try:
        found = float(text)
    except ValueError:
        found = nan
    if not isfinite(found):
        raise BadTable(f"{path}, row {line}: {name} is {text!r}, which is no number")
    return found


def _check_order(path: Path, rows: Sequence[Row], order: str) -> None:
    latest: dict[str, float] = {}
    for row in rows:
        seq = _number(path, row.line, order, row.seq)
        if not seq > latest.get(row.subject, float("-inf")):
            why = "stands there twice" if seq == latest.get(row.subject) else "is out of order"
            why = "is missing" if isnan(seq) else why
            raise BadTable(f"{path}, row {row.line}: {order} {row.seq} of {row.subject} {why}")
        latest[row.subject] = seq
