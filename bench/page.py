"""The pages of a long ledger as the real server gives them, beside fava's income statement, in one run.

    python -m bench.page [--rounds 150] [--sizes 1000 10000 100000]

Fava opens an income statement in two requests: the page, and the numbers that its script then asks
for. Both are measured, apart and together. Writes its result to bench/results/page.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median, quantiles
from urllib.parse import urlencode
from uuid import uuid4

from bench.planted import ADDRESS, PASSWORD, set_up

RESULTS = Path(__file__).parent / "results"
SIDE_BY_SIDE = 10_000
"""Acts, and transactions."""
AGAIN = 30
"""Acts that come one by one."""


def main() -> None:
    """Measure everything and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=150)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="amends-bench-") as folder:
        pages = {size: _amends(Path(folder), size, chosen.rounds) for size in chosen.sizes}
    ends = min(chosen.sizes), max(chosen.sizes)
    result = {
        "at": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": {"processor": platform.machine(), "cores": os.cpu_count(), "system": platform.system()},
        "versions": {
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            **{name: version(name) for name in ("django", "granian", "fava", "beancount")},
        },
        "pages": pages,
        "growth": {
            name: round(pages[ends[1]][name]["p50_ms"] / pages[ends[0]][name]["p50_ms"], 2)
            for name in ("bond", "today", "timeline", "bond_after_one_act_more")
        },
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "page.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))


def _amends(folder: Path, size: int, rounds: int) -> dict[str, object]:
    """What the pages of a ledger cost, and fava's beside them where there are as many of each."""
    data = folder / str(size)
    bond = _run("-m", "bench.planted", str(data), str(size)).strip()
    port = _free_port()
    command = [shutil.which("amends") or "amends", "serve", "--data", str(data), "--port", str(port)]
    with _serving(command, port) as server:
        browser = Browser(port)
        browser.log_in()
        begun = time.perf_counter()
        browser.get(f"/bonds/{bond}/")
        first = time.perf_counter() - begun
        addresses = {
            "bond": f"/bonds/{bond}/",
            "today": f"/bonds/{bond}/today/",
            "timeline": f"/bonds/{bond}/timeline/",
        }
        takers: dict[str, Callable[[], float]] = {
            name: _taker(browser, address) for name, address in addresses.items()
        }
        if size == SIDE_BY_SIDE:
            with _fava(folder) as (pid, statement, numbers):
                takers |= {"fava_page": statement, "fava_numbers": numbers}
                found = _by_turns(takers, rounds)
                found["fava"] = {"resident_mb": _resident(pid)}
        else:
            found = _by_turns(takers, rounds)
        found["resident_mb"] = _resident(server)
        found["first_page_after_start_ms"] = round(1000 * first, 1)
        found["bond_after_one_act_more"] = _after_one_more(data, bond, takers["bond"])
    return found


class Browser:
    """Asks one server for pages over one connection, and keeps its cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connection = HTTPConnection("127.0.0.1", port, timeout=120)
        self.cookies: dict[str, str] = {}

    def log_in(self) -> None:
        """As a person does, with a form."""
        form = self.get("/log-in/").decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        fields = {"csrfmiddlewaretoken": token, "login": ADDRESS, "password": PASSWORD, "remember": "on"}
        answer = self._ask("POST", "/log-in/", urlencode(fields))
        if answer.status != 302:
            raise SystemExit(f"logging in failed: {answer.status}")

    def get(self, address: str) -> bytes:
        """A page, which must be there."""
        answer = self._ask("GET", address)
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}")
        return answer.body

    def _ask(self, method: str, address: str, body: str | None = None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        headers["Referer"] = f"http://127.0.0.1:{self.port}/log-in/"
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        answer.body = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie", ()):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer


def _taker(browser: Browser, address: str) -> Callable[[], float]:
    def take() -> float:
        begun = time.perf_counter()
        browser.get(address)
        return 1000 * (time.perf_counter() - begun)

    take()  # what is computed once is not what a page costs
    return take


def _by_turns(takers: dict[str, Callable[[], float]], rounds: int) -> dict[str, dict[str, float]]:
    taken: dict[str, list[float]] = {name: [] for name in takers}
    for _ in range(rounds):
        for name, take in takers.items():
            taken[name].append(take())
    if "fava_page" in taken:
        both = zip(taken["fava_page"], taken["fava_numbers"], strict=True)
        taken["fava_page_and_numbers"] = [sum(two) for two in both]
    return {name: _spread(times) for name, times in taken.items()}


def _spread(times: list[float]) -> dict[str, float]:
    return {"p50_ms": round(median(times), 2), "p99_ms": round(quantiles(times, n=100)[-1], 2)}


def _after_one_more(data: Path, bond: str, take: Callable[[], float]) -> dict[str, float]:
    """The bond page after another process wrote one act, again and again."""
    arguments = [sys.executable, "-m", "bench.page", "--write", str(data), bond]
    writer = subprocess.Popen(  # noqa: S603
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_environment()
    )
    times = []
    for _ in range(AGAIN):
        writer.stdin.write("\n")
        writer.stdin.flush()
        if writer.stdout.readline() != "written\n":
            raise SystemExit("the writer failed")
        times.append(take())
    writer.stdin.close()
    writer.wait()
    return _spread(times)


@contextmanager
def _fava(folder: Path) -> Iterator[tuple[int, Callable[[], float], Callable[[], float]]]:
    """Fava with its process's id, what opens its income statement, and what fetches the numbers for it."""
    book = folder / "ten_years.beancount"
    book.write_text("\n".join(_book(SIDE_BY_SIDE)), encoding="utf-8")
    port = _free_port()
    with _serving([shutil.which("fava") or "fava", "--port", str(port), str(book)], port) as pid:
        browser = Browser(port)
        slug = book.stem.replace("_", "-")
        browser.get(f"/{slug}/income_statement/")
        numbers = f"/{slug}/api/income_statement?interval=month&conversion=at_cost"
        yield pid, _taker(browser, f"/{slug}/income_statement/"), _taker(browser, numbers)


def _book(count: int) -> Iterator[str]:
    random, began = Random(1), date(2016, 1, 4)
    spending = [f"Expenses:Part{number}" for number in range(12)]
    yield 'option "title" "ten years"'
    yield 'option "operating_currency" "EUR"'
    for account in ("Assets:Bank", "Income:Salary", *spending):
        yield f"{began} open {account} EUR"
    for number in range(count):
        day, amount = began + timedelta(days=3652 * number / count), random.randrange(100, 20_000) / 100
        target = "Income:Salary" if number % 20 == 0 else random.choice(spending)
        sign = -20 if number % 20 == 0 else 1
        yield f'{day} * "Shop {number % 97}" "Something that was bought that day"'
        yield f"  {target}  {sign * amount:.2f} EUR"
        yield "  Assets:Bank"


@contextmanager
def _serving(command: list[str], port: int) -> Iterator[int]:
    server = subprocess.Popen(  # noqa: S603
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    try:
        _wait_for(port, server)
        yield server.pid
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if server.poll() is not None:
                raise SystemExit("a server ended before it listened") from None
            time.sleep(0.1)
        else:
            return
    raise SystemExit("a server did not listen within a minute")


def _resident(pid: int) -> float | None:
    """What a process and those it started hold in memory, shared pages counted once, in MB; on Linux."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    return round(sum(map(_proportional, _family(pid))) / 1024, 1)


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
        yield from _family(int(child))


def _proportional(pid: int) -> int:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)[1])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _run(*arguments: str) -> str:
    return subprocess.run(  # noqa: S603
        [sys.executable, *arguments], check=True, text=True, stdout=subprocess.PIPE, env=_environment()
    ).stdout


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "AMENDS_DATA"}}


def write_when_told(folder: str, bond: str) -> None:
    """Write a good moment for each line that comes in, and say so."""
    set_up(folder)
    from amends.acts.base import Person  # noqa: PLC0415
    from amends.acts.moment import Moment  # noqa: PLC0415
    from amends.acts.when import When  # noqa: PLC0415
    from amends.ledger.append import append  # noqa: PLC0415
    from amends.ledger.ledgers import shared_ledger  # noqa: PLC0415
    from amends.people.models import Member  # noqa: PLC0415

    seat, other = Member.objects.select_related("bond").filter(bond=bond).order_by("name")
    me, them = Person(str(seat.id)), Person(str(other.id))
    for _ in sys.stdin:
        now = datetime.now(UTC).replace(microsecond=0)
        when = When.received(now, "Europe/London")
        told = {"author": me, "by": them, "affected": (me,), "occurred": when, "recorded_at": now}
        append(shared_ledger(seat.bond), seat, Moment(id=uuid4(), words="Tea on the steps.", **told))
        print("written", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_when_told(*sys.argv[2:])
    else:
        main()
