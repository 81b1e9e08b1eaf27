"""Why a round does not begin, or takes no answer."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What stands against beginning a round."""

    TOO_FEW = "fewer than five could be asked"
    GOES_ON = "one with these questions goes on"
    TOO_SOON = "one with these questions has ended not long ago"


class Unbegun(Exception):
    """A round can't begin now.

    Attributes:
        why: what stands against it.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class Over(Exception):
    """The round has closed, or whoever answers was not asked in it."""


class Misshapen(ValueError):
    """Not an answer to these questions."""
