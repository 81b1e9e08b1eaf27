"""Twenty thousand bent inputs: no door lets one through with an error that is not its own."""

from __future__ import annotations

import pytest

from tests.mutated import DOORS, attack

EACH = 5_000
HANGS = 20.0
"""Seconds from which on it hangs, on however busy a machine; by hand it is one second."""


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_no_bent_input_breaks_anything(seed: int) -> None:
    tried, found = attack(EACH, seed, longest=HANGS)
    assert found == []
    assert tried.total() == EACH
    assert len(tried) == len(DOORS), "a door was not tried"


def test_an_error_of_another_kind_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(chance: object) -> None:
        raise KeyError("words")

    monkeypatch.setitem(DOORS, broken, 1000)
    _tried, found = attack(20, 1)
    assert any("KeyError" in one for one in found)
