"""Which other acts an act names."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from amends.acts.base import Act
from amends.acts.fields import Field, fields_of


def named_by(act: Act) -> tuple[UUID, ...]:
    """The ids of the acts it refers to, without its own; each once, in the order of its fields."""
    found: dict[UUID, None] = {}
    for field in _naming(type(act)):
        value = getattr(act, field.name)
        found |= dict.fromkeys(value if field.many else () if value is None else (value,))
    return tuple(found)


@cache
def _naming(kind: type[Act]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(kind) if field.sort is UUID and field.name != "id")
