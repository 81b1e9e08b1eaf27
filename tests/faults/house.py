"""A real server on a folder of its own, a visitor who writes, and a look at what is left afterwards."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self
from urllib.parse import urlencode
from uuid import uuid4

SERVE = "from amends.cli.main import main; main()"
CSRF = "a" * 32
PATIENCE = 90.0


@dataclass(frozen=True)
class Answer:
    """What a visitor got."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass(frozen=True)
class House:
    """A data folder in which Anna and Toby share a bond."""

    folder: Path
    bond: str
    session: str

    @classmethod
    def plant(cls, folder: Path) -> Self:
        return cls(folder, **json.loads(run_inside(folder, "plant")))

    def acts(self) -> set[str]:
        """The ids of all acts of Anna's; raises where anything in the folder is not whole."""
        return set(json.loads(run_inside(self.folder, "check")))


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "AMENDS_DATA"}}
    paths = os.pathsep.join(path for path in sys.path if path)
    # The child would otherwise take the suite's settings, whose database is another.
    kept |= {"PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "amends.config.settings"}
    return kept | {"AMENDS_DATA": str(folder)}


def inside(folder: Path, *what: str, within: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start `tests.faults.inside` on a folder."""
    return subprocess.Popen(
        [*within, sys.executable, "-m", "tests.faults.inside", *what],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run_inside(folder: Path, *what: str) -> str:
    process = inside(folder, *what)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, err
    return out


class Server:
    """`amends serve` on a house, as a host runs it, until the block ends."""

    def __init__(self, house: House, within: Sequence[str] = ()) -> None:
        self.house = house
        self.said = house.folder.parent / f"{house.folder.name}-said-{uuid4().hex[:6]}.txt"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        command = [*within, sys.executable, "-c", SERVE, "serve", "--port", str(self.port)]
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                command,
                env=environment(house.folder),
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self.wait()

    def wait(self) -> None:
        until = monotonic() + PATIENCE
        while monotonic() < until:
            assert self.process.poll() is None, self.said.read_text()
            try:
                if self.get("/help/").status == 200:
                    return
            except OSError:
                sleep(0.05)
        raise TimeoutError(self.said.read_text())

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def write(self, act_id: str, words: str) -> Answer:
        """Write down a good moment on its page; 303 says that it is kept."""
        fields = {"id": act_id, "words": words, "scope": "own", "csrfmiddlewaretoken": CSRF}
        return self._ask("POST", f"/bonds/{self.house.bond}/add/moment/", urlencode(fields))

    def kill(self) -> None:
        """End it as a crash would: every process at once, with no time to tidy up."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": f"session={self.house.session}; csrf={CSRF}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(
                response.status,
                response.read().decode(),
                {name.lower(): value for name, value in response.getheaders()},
            )
        finally:
            connection.close()


def text_of(answer: Answer) -> str:
    """A page's words without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
