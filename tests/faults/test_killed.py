"""Killed in the midst of writing: what was acknowledged is there, and all of it is whole."""

from __future__ import annotations

import os
import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from itertools import repeat
from pathlib import Path
from threading import Event
from time import sleep
from uuid import uuid4

from tests.faults.house import House, Server

WRITERS = 4
KILLS = int(os.environ.get("AMENDS_KILLS", "1"))
"""How often; 50 in `make test-faults`."""


def test_a_killed_server_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    house = House.plant(tmp_path / "data")
    chance = random.Random(KILLS)  # noqa: S311
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        before = len(acknowledged)
        with Server(house) as server:
            ended = Event()
            with ThreadPoolExecutor(WRITERS) as writers:
                found = writers.map(write_until, repeat(server, WRITERS), repeat(ended, WRITERS))
                sleep(chance.uniform(0.3, 1.5))
                server.kill()
                ended.set()
                acknowledged.update(*found)
        kept = house.acts()
        assert acknowledged <= kept, "something acknowledged is gone"
        assert len(acknowledged) > before, "nobody wrote before it was killed, so nothing was tried"
    print(f"killed {KILLS} times: {len(acknowledged)} acknowledged acts, all there")  # noqa: T201


def write_until(server: Server, ended: Event) -> set[str]:
    acknowledged = set()
    while not ended.is_set():
        act_id = str(uuid4())
        with suppress(OSError, HTTPException):
            if server.write(act_id, "Tea on the steps.").status == 303:
                acknowledged.add(act_id)
    return acknowledged
