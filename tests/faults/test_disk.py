"""The disk is full, or fails: nothing is acknowledged that is not kept, and nothing typed is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from uuid import uuid4

import pytest

from tests.faults.house import House, Server, text_of

WORDS = "Tea on the steps, & “quiet”."
SAFE = "Tea on the steps, &amp; “quiet”."
ROOM = 32 * 2**20


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system with little room."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a full disk needs Linux and root for a file system of its own")
    at = tmp_path / "small"
    at.mkdir()
    tried = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(at)], check=False)
    if tried.returncode:
        pytest.skip("a full disk needs a tmpfs, which this machine refuses")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def test_with_a_full_disk_one_can_read_and_goes_on_when_there_is_room(small: Path) -> None:
    house = House.plant(small / "data")
    planted, filler = house.acts(), small / "filler"
    with Server(house) as server:
        first, second = str(uuid4()), str(uuid4())
        assert server.write(first, WORDS).status == 303
        _fill(filler)
        refused = server.write(second, WORDS)
        assert refused.status == 507
        assert int(refused.headers["retry-after"]) > 0
        assert "no room to keep anything" in text_of(refused)
        assert SAFE in refused.text, "what was typed is lost"
        assert second in refused.text, "sent again, it would be another act"
        assert "Traceback" not in refused.text
        assert server.get(f"/bonds/{house.bond}/timeline/").status == 200, "what was kept can't be read"
        filler.unlink()
        assert server.write(second, WORDS).status == 303
    assert house.acts() == planted | {first, second}


def test_when_the_disk_fails_the_server_stops_and_looks_at_everything_before_it_serves_again(
    tmp_path: Path,
) -> None:
    house = House.plant(tmp_path / "data")
    planted = house.acts()
    with Server(house) as server:
        first, second = str(uuid4()), str(uuid4())
        assert server.write(first, WORDS).status == 303
        with _failing_fsync(server):
            refused = server.write(second, WORDS)
            assert refused.status == 503
            assert "disk has failed" in text_of(refused)
            assert SAFE in refused.text
            assert server.process.wait(30) == 1, "it goes on as if nothing had been"
    with Server(house) as again:
        assert "did not end well. All" in again.said.read_text()
        assert again.write(second, WORDS).status == 303
        again.process.send_signal(signal.SIGINT)
        assert again.process.wait(30) == 0
    assert house.acts() == planted | {first, second}
    with Server(house) as third:
        assert "did not end well" not in third.said.read_text()


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (2**20, 2**12):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                pass


@contextmanager
def _failing_fsync(server: Server) -> Iterator[None]:
    """Let every request of the server to bring something to the disk fail."""
    if shutil.which("strace") is None:
        pytest.skip("a failing disk needs strace, which is not here")
    numbers = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    group = [pid for pid in numbers if _is_of(pid, server)]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync"]
    command += ["-e", "inject=fsync,fdatasync:error=EIO", *(f"--attach={pid}" for pid in group)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as strace:
        until = monotonic() + 10
        while not all(_is_traced(pid) for pid in group):
            if strace.poll() is not None or monotonic() > until:
                strace.kill()
                pytest.skip("a failing disk needs strace to be let at a process, which is refused here")
            sleep(0.05)
        yield
        strace.kill()


def _is_of(pid: int, server: Server) -> bool:
    try:
        return os.getpgid(pid) == server.process.pid
    except ProcessLookupError:
        return False


def _is_traced(pid: int) -> bool:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return all("TracerPid:\t0\n" not in (task / "status").read_text() for task in tasks)
