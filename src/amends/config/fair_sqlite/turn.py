"""Waiting for one's turn to write.

SQLite has no queue: whoever finds the database locked sleeps for a while and looks again, the
longer the more often it failed. With many writers, one of them can fail for twenty seconds.
Here they wait at a lock file instead, where the operating system wakes them in their order.
"""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock, Thread

try:
    import fcntl
except ImportError:  # Windows: writers wait as SQLite lets them
    fcntl = None  # type: ignore[assignment]


class Turn:
    """One writer's turn; it ends with `end`, or with its process, however that ends."""

    def __init__(self, path: Path, patience: float) -> None:
        """Wait until it is this writer's turn.

        Args:
            path: the lock file; made if missing.
            patience: seconds to wait at most.

        Raises:
            TimeoutError: they passed.
        """
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._guard = Lock()
        self._is_mine = self._gave_up = False
        if not self._is_free():
            self._wait(patience)

    def end(self) -> None:
        """Let the next one write."""
        os.close(self._file)

    def _is_free(self) -> bool:
        if fcntl is None:
            return True
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait(self, patience: float) -> None:
        # Only a call without a time limit is woken in order, so a thread makes it that can be left behind.
        waiting = Thread(target=self._queue, daemon=True)
        waiting.start()
        waiting.join(patience)
        with self._guard:
            if self._is_mine:
                return
            self._gave_up = True
        raise TimeoutError("another writer did not end its turn")

    def _queue(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        with self._guard:
            self._is_mine = True
            if self._gave_up:
                self.end()
