"""A bond of two, a data folder of its own, and nothing remembered from another test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amends.people.models import Bond, Member
from amends.readings import read
from tests.cast import NOW


@pytest.fixture(autouse=True)
def fresh(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test keeps its own states, in a folder of its own."""
    settings.DATA = tmp_path
    monkeypatch.setattr(read, "_cache", read._Cache())


@pytest.fixture
def couple(db: None) -> tuple[Member, Member]:
    """Anna and Toby."""
    bond = Bond.objects.create(title="Tuesdays", setting="couple", zone="Europe/London")
    anna, toby = (Member.objects.create(bond=bond, name=name, joined_at=NOW) for name in ("Anna", "Toby"))
    return anna, toby


@pytest.fixture
def anna(couple: tuple[Member, Member]) -> Member:
    """Anna."""
    return couple[0]


@pytest.fixture
def toby(couple: tuple[Member, Member]) -> Member:
    """Toby."""
    return couple[1]
