"""How well times ahead are read: ours beside the parser dateparser, in one run.

    python bench/due.py FOLDER

FOLDER (or AMENDS_BENCH_DATA) holds datetime_specs/all.jsonl.gz (Microsoft Recognizers-Text, MIT).
Of its cases those are taken that name exactly one day, hour or moment, not a stretch, and one that
lies ahead of their reference; where two readings are given, the one ahead. An hour without a day is
right whatever its day. Months come first, as the cases are American. A second table reads the
promises of this project's own messages (data/coach, the files that begin with "check"), where a day
is right only if no hour is given. It prints both and writes results/due.json beside this file.

dateparser is asked twice: to find times in the whole text, as we do, and to read the right words
alone, which spares it the search.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from amends.coach.due import find_times
from amends.coach.promise import first_due, promises

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench/results/due.json"
POINTS = {"date": "%Y-%m-%d", "datetime": "%Y-%m-%d %H:%M:%S", "time": "%H:%M:%S"}


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the time it names: its words, and the days, moments or hours that are right."""

    text: str
    words: str
    now: datetime
    right: frozenset[str]
    kind: str


Parser = Callable[[Case], datetime | date | None]


def main() -> None:
    """Measure what is there, print it and write it down."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("AMENDS_BENCH_DATA", "")
    file = Path(folder) / "datetime_specs/all.jsonl.gz"
    if not folder or not file.exists():
        print("No data: give the folder as an argument or in AMENDS_BENCH_DATA.")
        return
    cases = list(_cases(file))
    table = {name: _measured(parser, cases) for name, parser in _parsers().items()}
    own = list(_own())
    kept = {"amends": sum(_due_of(row) == row["promise"]["due"] for row in own) / len(own)}
    print(f"{len(own)} promises of our own messages, due time right: {kept['amends']:.3f}")
    result = {"cases": len(cases), "recognizers": table, "own promises": {"messages": len(own), **kept}}
    if find_spec("dateparser"):
        result["dateparser"] = version("dateparser")
    RESULTS.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def _cases(file: Path) -> Iterator[Case]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if len(row["results"] or []) != 1 or not row["reference"]:
            continue
        found = row["results"][0]
        now = datetime.fromisoformat(row["reference"])
        values = (found.get("Resolution") or {}).get("values") or []
        kinds = {value["type"] for value in values}
        if len(kinds) != 1 or not kinds <= POINTS.keys() or not all("value" in value for value in values):
            continue
        kind = kinds.pop()
        ahead = [value["value"] for value in values if _ahead(value["value"], kind, now)]
        if ahead:
            yield Case(row["text"], found["Text"], now, frozenset(ahead), kind)


def _ahead(value: str, kind: str, now: datetime) -> bool:
    try:
        when = datetime.strptime(value, POINTS[kind])  # noqa: DTZ007 - the writer's own clock
    except ValueError:
        return False
    return kind == "time" or (when.date() >= now.date() if kind == "date" else when > now)


def _measured(parser: Parser, cases: list[Case]) -> dict[str, float]:
    right = silent = 0
    start = time.process_time()
    for case in cases:
        found = parser(case)
        silent += found is None
        right += found is not None and _said(found, case) in case.right
    each = (time.process_time() - start) / len(cases) * 1000
    told = {
        "right": right / len(cases),
        "wrong": (len(cases) - right - silent) / len(cases),
        "silent": silent / len(cases),
        "ms each": each,
    }
    print(
        f"{parser.__name__.strip('_'):28s}", "  ".join(f"{name} {value:.3f}" for name, value in told.items())
    )
    return {name: round(value, 4) for name, value in told.items()}


def _said(found: datetime | date, case: Case) -> str:
    """What was found, in the form of the case; a day where a moment is wanted is not right."""
    if case.kind == "date":
        return found.strftime(POINTS["date"])
    return found.strftime(POINTS[case.kind]) if isinstance(found, datetime) else ""


def _parsers() -> dict[str, Parser]:
    parsers: dict[str, Parser] = {"amends": _amends}
    if find_spec("dateparser"):
        return parsers | {
            "dateparser, whole text": _dateparser_search,
            "dateparser, right words": _dateparser,
        }
    print("left out: dateparser is not installed")
    return parsers


def _amends(case: Case) -> datetime | date | None:
    found = find_times(case.text, case.now, month_first=True)
    return found[0].when if found else None


def _dateparser_search(case: Case) -> datetime | None:
    from dateparser.search import search_dates  # noqa: PLC0415 - may be missing

    found = search_dates(case.text, languages=["en"], settings=_settings(case))
    return found[0][1] if found else None


def _dateparser(case: Case) -> datetime | None:
    import dateparser  # noqa: PLC0415 - may be missing

    return dateparser.parse(case.words, languages=["en"], settings=_settings(case))


def _settings(case: Case) -> Any:
    return {"RELATIVE_BASE": case.now, "PREFER_DATES_FROM": "future", "DATE_ORDER": "MDY"}


def _own() -> Iterator[dict[str, Any]]:
    for file in sorted((ROOT / "data/coach").glob("check*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["promise"]["due"]:
                yield row


def _due_of(row: dict[str, Any]) -> str:
    due = first_due(promises(row["text"], datetime.fromisoformat(row["now"]), row["previous"] or None))
    if isinstance(due, datetime):
        return due.isoformat(timespec="minutes")
    return due.isoformat() if due else ""


if __name__ == "__main__":
    main()
