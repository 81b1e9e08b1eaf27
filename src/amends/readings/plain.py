"""Readings as plain data, for JSON. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

DIGITS = 6
"""Decimal places of a number; what lies beyond differs between processors."""


def to_plain(value: Any, label: Callable[[UUID], str] = str) -> Any:
    """A reading, or any part of one, as lists, dicts, strings and numbers; acts by their label."""
    if dataclasses.is_dataclass(value):
        return {
            field.name: to_plain(getattr(value, field.name), label) for field in dataclasses.fields(value)
        }
    if isinstance(value, (tuple, list)):
        return [to_plain(item, label) for item in value]
    return _one(value, label)


def _one(value: Any, label: Callable[[UUID], str]) -> Any:
    match value:
        case UUID():
            return label(value)
        case Enum():
            return value.value
        case date():  # a datetime too
            return value.isoformat()
        case float():
            return round(value, DIGITS)
        case _:
            return value
