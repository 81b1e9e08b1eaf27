"""A bar for what lasts, on a terminal alone and beside what a command prints."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

PATIENCE = 1.0
"""Seconds before a bar shows; what is quicker needs none."""


@contextmanager
def bar(what: str) -> Iterator[Callable[[float], None]]:
    """Give a function to call with how much is done, from 0 to 1."""
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    shown = Progress(*columns, console=console, transient=True)
    task = shown.add_task(what, total=1.0)
    began = time.monotonic()

    def show(done: float) -> None:
        if console.is_terminal and not shown.live.is_started and time.monotonic() - began > PATIENCE:
            shown.start()
        shown.update(task, completed=done)

    try:
        yield show
    finally:
        if shown.live.is_started:
            shown.stop()
