"""The power goes: what the disk has is all there is.

The data folder lies on an ext4 of its own, in a file mounted through a loop device, and that
writes nothing by itself for minutes. The writer is stopped at any moment and the file is copied with nothing
synced: the copy holds what was asked to be on the disk, and nothing that only memory knew of.
Mounted anew, it is what a machine finds when the power comes back. What it can't show is a disk
that says "written" before it has written.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.house import House, inside

POWER_CUTS = int(os.environ.get("AMENDS_POWER_CUTS", "1"))
"""How often; 20 in `make test-faults`."""
SIZE = 24 * 2**20
NEVER = 100_000
"""Seconds after which the file system writes by itself: not while this runs."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file that holds an empty file system."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("a power loss needs Linux, root and mkfs.ext4 for a file system of its own")
    image = tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0", str(image)], check=True)
    try:
        with mounted(image, tmp_path / "try"):
            pass
    except subprocess.CalledProcessError:
        pytest.skip("a power loss needs loop devices, which this machine refuses")
    return image


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """A file system for as long as the block lasts."""
    at.mkdir(exist_ok=True)
    subprocess.run(
        ["mount", "-o", f"loop,commit={NEVER}", str(image), str(at)], check=True, capture_output=True
    )
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def test_what_was_acknowledged_outlasts_a_power_loss(disk: Path, tmp_path: Path) -> None:
    chance = random.Random(POWER_CUTS)  # noqa: S311
    acknowledged: set[str] = set()
    with mounted(disk, tmp_path / "before") as before:
        house = House.plant(before / "data")
        for cut in range(POWER_CUTS):
            acknowledged |= _write_and_copy(house, disk, tmp_path / "copy", chance.randint(1, 60))
            with mounted(tmp_path / "copy", tmp_path / "after") as after:
                kept = House(after / "data", house.bond, house.session).acts()
            lost = len(acknowledged - kept)
            assert not lost, f"power loss {cut + 1}: {lost} acknowledged acts are gone"
    print(f"{POWER_CUTS} power losses: {len(acknowledged)} acknowledged acts, all there")  # noqa: T201


def _write_and_copy(house: House, disk: Path, copy: Path, acts: int) -> set[str]:
    """Let someone write, and copy the disk as it is when so many acts were acknowledged."""
    writer = inside(house.folder, "write", "100000")
    assert writer.stdout is not None
    acknowledged = {_line(writer.stdout.fileno()) for _ in range(acts)}
    os.killpg(writer.pid, signal.SIGSTOP)
    shutil.copyfile(disk, copy)
    acknowledged |= set(_rest(writer.stdout.fileno()))
    os.killpg(writer.pid, signal.SIGKILL)
    writer.communicate()
    return acknowledged


def _line(stream: int) -> str:
    line = b""
    while not line.endswith(b"\n"):
        read = os.read(stream, 1)
        assert read, "the writer ended"
        line += read
    return line.decode().strip()


def _rest(stream: int) -> Iterator[str]:
    while select.select([stream], [], [], 0)[0]:
        yield _line(stream)
