"""Anna and Toby, and what they record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amends.people.models import Member
from tests.ledger.cast import make_members


@pytest.fixture(autouse=True)
def data(settings: Any, tmp_path: Path) -> Path:
    """A data folder of the test's own: its key, its list of erasures."""
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def couple(db: None) -> list[Member]:
    """Anna and Toby."""
    return make_members("Anna", "Toby")


@pytest.fixture
def anna(couple: list[Member]) -> Member:
    """Anna."""
    return couple[0]


@pytest.fixture
def toby(couple: list[Member]) -> Member:
    """Toby."""
    return couple[1]


@pytest.fixture
def friends(db: None) -> list[Member]:
    """Maya, Lena and Jo."""
    return make_members("Maya", "Lena", "Jo", setting="friends")
