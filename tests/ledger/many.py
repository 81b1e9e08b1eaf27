"""Starts many writers at once and waits for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from django.db import connection

from amends.ledger.models import Ledger
from amends.people.models import Member


def write_at_once(ledger: Ledger, member: Member, writers: int, count: int, act: str = "new") -> list[float]:
    """How long each append took, in seconds, sorted; all writers begin together.

    Raises:
        AssertionError: a writer failed; with what it said.
    """
    command = [sys.executable, "-m", "tests.ledger.writer", str(ledger.id), str(member.id), str(count), act]
    environment = os.environ | {"DATABASE_URL": _url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    pipe = subprocess.PIPE
    processes = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment)
        for _ in range(writers)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    took = []
    for process in processes:
        out, err = process.communicate(timeout=600)
        assert process.returncode == 0, err
        took += json.loads(out)
    return sorted(took)


def percentile(took: list[float], share: float) -> float:
    """The value below which so large a share of sorted values lies."""
    return took[min(len(took) - 1, int(len(took) * share))]


def _url() -> str:
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql://{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
