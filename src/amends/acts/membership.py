"""Joining and leaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class Joining(Act):
    """Its author joined the bond; the first to join began it."""

    KIND: ClassVar[str] = "joining"


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaving(Act):
    """Its author left and chose to say so. Without a notice nothing is recorded."""

    KIND: ClassVar[str] = "leaving"
