"""Backups of a running server that people write to: each restores, and what it holds is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from tests.faults.house import SERVE, House, Server, environment
from tests.faults.test_killed import write_until

BACKUPS = int(os.environ.get("AMENDS_BACKUPS", "1"))
"""How many; 20 in `make test-faults`."""


def test_each_backup_of_a_server_in_use_restores_whole(tmp_path: Path) -> None:
    house = House.plant(tmp_path / "data")
    before, ended, held = house.acts(), Event(), []
    with Server(house) as server, ThreadPoolExecutor(1) as writer:
        writing = writer.submit(write_until, server, ended)
        try:
            for number in range(BACKUPS):
                kept, back = tmp_path / f"{number}.backup", tmp_path / f"back-{number}"
                amends(house.folder, "backup", str(kept))
                amends(back, "restore", str(kept))
                held.append(House(back, house.bond, house.session).acts())
        finally:
            ended.set()
        acknowledged = writing.result()
    for found in held:
        assert before <= found <= before | acknowledged
    assert [len(found) for found in held] == sorted(len(found) for found in held)
    assert acknowledged, "nobody wrote meanwhile"
    print(f"{BACKUPS} of {BACKUPS} backups restore whole, with {len(acknowledged)} acts written meanwhile")  # noqa: T201


def amends(folder: Path, *arguments: str) -> None:
    """Run a command on a data folder."""
    command = [sys.executable, "-c", SERVE, *arguments]
    done = subprocess.run(command, env=environment(folder), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
