"""The clock that closes rounds though nobody looks."""

from __future__ import annotations

import time

import pytest

from amends.rounds import clock
from tests.rounds.cast import begin, rows, team


@pytest.mark.django_db(transaction=True)
def test_it_closes_what_is_due_though_nobody_looks() -> None:
    begin(team()[0])  # long ago
    assert rows("rounds_slot")["rounds_slot"]
    ended = clock.start(every=0.05)
    try:
        until = time.monotonic() + 20
        while rows("rounds_slot")["rounds_slot"] and time.monotonic() < until:
            time.sleep(0.05)
        assert rows("rounds_slot")["rounds_slot"] == []
    finally:
        ended.set()
