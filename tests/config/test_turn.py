"""Writers on SQLite take turns."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from django.db import OperationalError, connection, transaction

from amends.config.fair_sqlite.turn import Turn
from amends.people.models import Bond

PATIENCE = 5.0


def test_the_next_one_comes_when_a_turn_ends(tmp_path: Path) -> None:
    path, order = tmp_path / "turn", []
    first = Turn(path, PATIENCE)

    def come() -> None:
        turn = Turn(path, PATIENCE)
        order.append("second")
        turn.end()

    waiting = Thread(target=come)
    waiting.start()
    sleep(0.1)
    order.append("first")
    first.end()
    waiting.join(PATIENCE)
    assert order == ["first", "second"]


def test_patience_ends_and_whoever_gave_up_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "turn"
    first = Turn(path, PATIENCE)
    begun = monotonic()
    with pytest.raises(TimeoutError):
        Turn(path, 0.1)
    assert monotonic() - begun < PATIENCE
    first.end()
    Turn(path, PATIENCE).end()
    Turn(path, PATIENCE).end()


def test_a_killed_writer_keeps_nobody_waiting(tmp_path: Path) -> None:
    path = tmp_path / "turn"
    code = (
        "import sys, time; from pathlib import Path; from amends.config.fair_sqlite.turn import Turn;"
        "turn = Turn(Path(sys.argv[1]), 5); print('mine', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        with pytest.raises(TimeoutError):
            Turn(path, 0.1)
        os.kill(other.pid, signal.SIGKILL)
        Turn(path, PATIENCE).end()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_is_a_turn_and_what_follows_it_is_none() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has a queue of its own")
    path = Path(f"{connection.settings_dict['NAME']}-turn")
    with transaction.atomic():
        Bond.objects.create(title="Tuesdays", setting="couple", zone="UTC")
        with transaction.atomic(), pytest.raises(TimeoutError):
            Turn(path, 0.05)
        transaction.on_commit(lambda: Turn(path, PATIENCE).end())
        transaction.on_commit(_write_again)
    Turn(path, PATIENCE).end()
    with pytest.raises(ZeroDivisionError):
        _fail()
    Turn(path, PATIENCE).end()
    assert Bond.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_turn_that_never_comes_is_an_error_like_a_locked_database() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has a queue of its own")
    other = Turn(Path(f"{connection.settings_dict['NAME']}-turn"), PATIENCE)
    options = connection.settings_dict["OPTIONS"]
    was = options["timeout"]
    options["timeout"] = 0.05
    try:
        with pytest.raises(OperationalError, match="another writer"), transaction.atomic():
            pass
    finally:
        options["timeout"] = was
        other.end()
    _write_again()


def _write_again() -> None:
    with transaction.atomic():
        Bond.objects.create(title="Wednesdays", setting="couple", zone="UTC")


def _fail() -> None:
    with transaction.atomic():
        Bond.objects.create(title="Thursdays", setting="couple", zone="UTC")
        raise ZeroDivisionError
