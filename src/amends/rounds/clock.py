"""The clock that closes rounds in time, whether or not anybody looks."""

from __future__ import annotations

import logging
from threading import Event, Thread
from typing import Final

from django.db import DatabaseError, connection
from django.utils import timezone

from amends.rounds.keep import close_due

EVERY: Final = 60.0
"""Seconds between two looks [choice]."""
_log = logging.getLogger(__name__)


def start(every: float = EVERY) -> Event:
    """Look from now on, beside all else this process does, until it ends or the event is set.

    Args:
        every: seconds between two looks.
    """
    ended = Event()
    Thread(target=_keep_looking, args=(ended, every), name="clock", daemon=True).start()
    return ended


def _keep_looking(ended: Event, every: float) -> None:
    while not ended.wait(every):
        try:
            close_due(timezone.now())
        except DatabaseError:  # the disk may be full or busy: the next look finds it still due
            _log.warning("a round could not be closed in time")
        finally:
            connection.close()
