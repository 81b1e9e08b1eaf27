"""Long ledgers without Python's pauses to look for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

LONG: Final = 1_000
"""Acts from which on Python's search for garbage among what is kept of them shows [choice]."""


@contextmanager
def without_pauses(acts: int) -> Iterator[None]:
    """Let Python not look for garbage among so many acts, neither while they are read nor ever after.

    What is kept of a long ledger is a million objects. They refer to each other in no circles, so that
    they go at once when they are let go of; looking through them takes a third of a second each time.
    """
    if acts < LONG or not gc.isenabled():
        yield
        return
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
