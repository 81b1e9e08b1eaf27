"""A bar for what lasts, on a terminal alone and beside what a command prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

PATIENCE = 1.0
"""Seconds before a bar shows; what is quicker needs none."""


@contextmanager
def bar(what: str) -> Iterator[Callable[[float], None]]:
    """Give a function to call with how much is done, from 0 to 1.

    Until it is called, the bar only shows that something goes on.
    """
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    shown = Progress(*columns, console=console, transient=True)
    task = shown.add_task(what, total=None)
    # A clock of its own: what is slow may say nothing until it is done.
    late = Timer(PATIENCE, shown.start if console.is_terminal else lambda: None)
    late.daemon = True
    late.start()
    try:
        yield lambda done: shown.update(task, total=1.0, completed=done)
    finally:
        late.cancel()
        late.join()
        if shown.live.is_started:
            shown.stop()
