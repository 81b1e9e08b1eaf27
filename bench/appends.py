"""Acts appended a second, beside bare SQLite inserts with the same durability, in one run.

    python bench/appends.py [--count 500] [--writers 16]

Writes its result to bench/results/appends.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

RESULTS = Path(__file__).parent / "results"
WRITER = (
    "import sys; sys.path.insert(0, sys.argv[1]); import appends; appends.write_when_told(int(sys.argv[2]))"
)


def main() -> None:
    """Measure both sides by turns and write down what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--writers", type=int, default=16)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="amends-bench-") as folder:
        os.environ["AMENDS_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        _set_up()
        body = _typical_size()
        rounds = [(bare(Path(folder), chosen.count, body), write(chosen.count)) for _ in range(5)]
        crowd = _crowd(chosen.writers, max(1, chosen.count // chosen.writers))
    inserts, appends = (median(column) for column in zip(*rounds, strict=True))
    result = {
        "at": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": {"processor": platform.machine(), "cores": os.cpu_count(), "system": platform.system()},
        "versions": {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version},
        "journal": "the project's choice of journal and synchronous for this SQLite, on both sides",
        "rounds": rounds,
        "bare_inserts_a_second": round(inserts, 1),
        "appends_a_second": round(appends, 1),
        "share_of_bare": round(appends / inserts, 3),
        "writers": chosen.writers,
        "appends_a_second_with_all_writers": round(crowd, 1),
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "appends.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result, indent=2) + "\n")


def bare(folder: Path, count: int, size: int) -> float:
    """Rows of an entry's size inserted a second, each in a transaction of its own."""
    from amends.config.sqlite import sqlite_options  # noqa: PLC0415

    path = folder / "bare.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(sqlite_options()["init_command"])
        database.execute("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, body BLOB)")
        began = time.perf_counter()
        for _ in range(count):
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO entry (body) VALUES (?)", (os.urandom(size),))
            database.execute("COMMIT")
        return count / (time.perf_counter() - began)


def write(count: int) -> float:
    """Acts appended a second to the own ledger of the one seat there is."""
    _set_up()
    from amends.ledger.append import append  # noqa: PLC0415
    from amends.ledger.ledgers import own_ledger  # noqa: PLC0415
    from amends.people.models import Member  # noqa: PLC0415

    seat = Member.objects.select_related("bond").get()
    ledger, acts = own_ledger(seat), [_act(str(seat.id)) for _ in range(count)]
    began = time.perf_counter()
    for act in acts:
        append(ledger, seat, act)
    return count / (time.perf_counter() - began)


def write_when_told(count: int) -> None:
    """Get ready, say so, wait for a line, write."""
    write(1)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    write(count)


def _crowd(writers: int, each: int) -> float:
    here, pipe = str(Path(__file__).parent), subprocess.PIPE
    command = [sys.executable, "-c", WRITER, here, str(each)]
    crowd = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(writers)]  # noqa: S603
    for process in crowd:
        process.stdout.readline()
    began = time.perf_counter()
    for process in crowd:
        process.stdin.write("go\n")
        process.stdin.flush()
    codes = [process.wait() for process in crowd]
    if any(codes):
        raise SystemExit("a writer failed")
    return writers * each / (time.perf_counter() - began)


def _set_up() -> None:
    import django  # noqa: PLC0415

    os.environ["DJANGO_SETTINGS_MODULE"] = "amends.config.settings"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from amends.people.models import Bond, Member  # noqa: PLC0415

    if not (Path(os.environ["AMENDS_DATA"]) / "amends.sqlite3").exists():
        call_command("migrate", verbosity=0)
        bond = Bond.objects.create(title="Measured", setting="couple", zone="Europe/London")
        Member.objects.create(bond=bond, name="Anna", joined_at=datetime.now(UTC))


def _act(author: str):
    from uuid import uuid4  # noqa: PLC0415

    from amends.acts.base import Person  # noqa: PLC0415
    from amends.acts.moment import Moment  # noqa: PLC0415
    from amends.acts.when import When  # noqa: PLC0415

    now = datetime.now(UTC).replace(microsecond=0)
    return Moment(
        id=uuid4(),
        author=Person(author),
        by=Person(author),
        occurred=When.received(now, "Europe/London"),
        recorded_at=now,
        words="Tea on the steps while the rain went on.",
    )


def _typical_size() -> int:
    """Bytes of an entry: header, body and salt."""
    from amends.acts.codec import to_plain  # noqa: PLC0415
    from amends.ledger.log import SALT_SIZE, canonical  # noqa: PLC0415

    header = 260
    return header + SALT_SIZE + len(canonical(to_plain(_act("0" * 36))))


if __name__ == "__main__":
    main()
