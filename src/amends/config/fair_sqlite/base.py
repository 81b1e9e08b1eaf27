"""The backend: a transaction begins when it is its writer's turn."""

from __future__ import annotations

from pathlib import Path

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from amends.config.fair_sqlite.turn import Turn
from amends.config.storage import broken


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite whose transactions queue up. What is read outside of a transaction does not."""

    _turn: Turn | None = None

    def set_autocommit(
        self,
        autocommit: bool,  # noqa: FBT001 - Django's own signature
        force_begin_transaction_with_broken_autocommit: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Begin a transaction on one's turn, or end both. What waits for a commit may begin another."""
        self._end_turn()
        if not autocommit and broken.is_set():
            raise OperationalError("the disk has failed: nothing is written any more")
        if not autocommit and not self.is_in_memory_db():
            self._take_turn()
        try:
            super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        except BaseException:
            self._end_turn()
            raise

    def close(self) -> None:
        """Close the connection, and end the turn that it may have had."""
        super().close()
        self._end_turn()

    def _take_turn(self) -> None:
        patience = self.settings_dict["OPTIONS"].get("timeout", 5.0)
        try:
            self._turn = Turn(Path(f"{self.settings_dict['NAME']}-turn"), patience)
        except TimeoutError as error:
            raise OperationalError(str(error)) from error

    def _end_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.end()
