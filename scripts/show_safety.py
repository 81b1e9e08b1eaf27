"""Runs the tests that docs/safety.md names, and prints its table with what came of each.

.venv/bin/python scripts/show_safety.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@dataclass(frozen=True)
class Requirement:
    """A row of the table.

    Attributes:
        said: what must hold.
        tests: of each test its file and its name.
    """

    said: str
    tests: tuple[tuple[str, str], ...]


def main() -> None:
    """Run them all; fail where one failed or is not there."""
    rows = requirements((ROOT / "docs" / "safety.md").read_text(encoding="utf-8"))
    came = _run(sorted({file for row in rows for file, _name in row.tests}))
    worst = 0
    for row in rows:
        counts = [came.get(test, [0, 0, 0]) for test in row.tests]
        passed, failed, skipped = (sum(one[sort] for one in counts) for sort in range(3))
        holds = (
            "holds" if passed and not failed and all(one[0] + one[2] for one in counts) else "DOES NOT HOLD"
        )
        worst |= holds != "holds"
        print(f"{holds:>13}  {passed:>4} passed, {failed} failed, {skipped} skipped  {row.said}")  # noqa: T201
    sys.exit(worst)


def requirements(table: str) -> list[Requirement]:
    """The rows of the table that name tests."""
    cells = (line.split("|") for line in table.splitlines() if line.startswith("|"))
    rows = (Requirement(row[1].strip(), tuple(NAMED.findall(row[2]))) for row in cells)
    return [row for row in rows if row.tests]


def _run(files: list[str]) -> dict[tuple[str, str], list[int]]:
    """How often each test passed, failed and was skipped."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            "2",
            "--dist",
            "loadgroup",
            f"--junitxml={report}",
        ]
        subprocess.run([*command, *files], cwd=ROOT, check=False)  # noqa: S603
        cases = ET.parse(report).iter("testcase")  # noqa: S314  # our own file
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for case in cases:
        module = re.sub(r"\.Test\w+$", "", case.get("classname", "")).replace(".", "/") + ".py"
        sort = (
            1
            if {one.tag for one in case} & {"failure", "error"}
            else 2
            if case.find("skipped") is not None
            else 0
        )
        found[module, case.get("name", "").partition("[")[0]][sort] += 1
    return found


if __name__ == "__main__":
    main()
