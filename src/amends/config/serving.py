"""Whether a server is running on a data folder; it holds a lock file there while it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: whoever restores there must stop the server by themselves
    fcntl = None  # type: ignore[assignment]

FILE = "serving.lock"
"""The lock file's name in the data folder."""


UNENDED = "serving"
"""A file that lies in the data folder while a server runs on it, and afterwards if it did not end well."""


class InUse(Exception):
    """A server runs on this folder, or a restore is under way."""


@contextmanager
def serving(folder: Path) -> Iterator[None]:
    """Mark a folder as served from. Ends with the block, or with the process; see `ended_well`.

    Raises:
        InUse: it is being restored.
    """
    with _locked(folder, alone=False):
        (folder / UNENDED).touch(mode=0o600)
        yield
        (folder / UNENDED).unlink(missing_ok=True)


def ended_well(folder: Path) -> bool:
    """Whether the last server on a folder was told to stop, rather than killed or cut off."""
    return not (folder / UNENDED).exists()


@contextmanager
def at_rest(folder: Path) -> Iterator[None]:
    """Keep every server from a folder.

    Raises:
        InUse: one runs on it.
    """
    with _locked(folder, alone=True):
        yield


@contextmanager
def _locked(folder: Path, *, alone: bool) -> Iterator[None]:
    with (folder / FILE).open("a") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InUse from None
        yield
