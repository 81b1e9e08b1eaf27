"""Letting go of what this process remembers."""

from __future__ import annotations

from uuid import UUID

from amends.people.models import Member
from amends.readings.read import forget


def forget_all(bond_id: UUID) -> None:
    """Let go of what this process remembers of a bond's acts."""
    for member_id in Member.objects.filter(bond=bond_id).values_list("id", flat=True):
        forget(member_id)
