"""The one folder that holds everything a server keeps."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
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
    try:
        with open(path, "xb", opener=_private) as file:
            content = make()
            file.write(content)
            return content
    except FileExistsError:
        return path.read_bytes()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
