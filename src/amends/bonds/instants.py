"""Instants as ledgers keep them."""

from __future__ import annotations

from datetime import UTC, datetime


def to_millisecond(instant: datetime) -> datetime:
    """The instant in UTC, to the millisecond."""
    utc = instant.astimezone(UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)
