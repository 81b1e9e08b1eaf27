"""Why the vault keeps something not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """What lies in a place now.

    Attributes:
        revision: how often it was written; 0 where nothing lies there.
        body: the sealed entry, or the keyring as JSON; None where it was erased or never written.
    """

    revision: int
    body: bytes | None


class Otherwise(Exception):
    """Another device wrote in the meantime. Nothing was changed; ``found`` is what lies there now."""

    def __init__(self, found: Written) -> None:
        super().__init__("written by another device in the meantime")
        self.found = found


class Gone(Exception):
    """It was erased."""


class Misshapen(ValueError):
    """Not what this version writes."""


class Full(Exception):
    """There is no more room."""


class Closed(Exception):
    """Whoever writes did not show that the vault is open to them."""
