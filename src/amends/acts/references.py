"""Which other acts an act names."""

from __future__ import annotations

from uuid import UUID

from amends.acts.base import Act
from amends.acts.fields import fields_of


def named_by(act: Act) -> tuple[UUID, ...]:
    """The ids of the acts it refers to, without its own; each once, in the order of its fields."""
    found: dict[UUID, None] = {}
    for field in fields_of(type(act)):
        if field.sort is UUID and field.name != "id":
            value = getattr(act, field.name)
            found |= dict.fromkeys(value if field.many else () if value is None else (value,))
    return tuple(found)
