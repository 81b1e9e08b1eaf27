"""The one folder that holds everything a server keeps."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def data_folder() -> Path:
    """``AMENDS_DATA``, or a folder of the user's own; made if missing, readable by its owner alone."""
    default = Path.home() / ".local" / "share" / "amends"
    folder = Path(os.environ.get("AMENDS_DATA", default)).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs sessions: made at first start, then read."""
    return read_or_make(folder / "secret.key", lambda: secrets.token_urlsafe(48).encode()).decode()


def read_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
    """What a secret file holds; made by ``make`` if there is none, by one process alone."""
    if not path.exists():
        with tempfile.NamedTemporaryFile(dir=path.parent) as draft:  # readable by its owner alone
            draft.write(make())
            draft.flush()
            os.fsync(draft.fileno())
            # A link appears whole or not at all, and the first process wins.
            with suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_bytes()
