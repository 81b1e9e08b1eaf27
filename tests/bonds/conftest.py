"""Anna and Toby, and three friends."""

from __future__ import annotations

import pytest

from amends.people.models import Member
from tests.cast import add, begin


@pytest.fixture
def anna(db: None) -> Member:
    """Anna, who began a bond; Toby may be in it."""
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    """Toby, who joined Anna."""
    return add(anna, "Toby")


@pytest.fixture
def friends(db: None) -> tuple[Member, Member, Member]:
    """Maya and two friends."""
    maya = begin("Maya", "friends")
    return maya, add(maya, "Lena"), add(maya, "Jo")
