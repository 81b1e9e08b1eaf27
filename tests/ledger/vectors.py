"""Public test vectors, which are not part of this project: a folder beside it, or AMENDS_VECTORS."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest


def find(name: str) -> Path:
    """A file or folder of vectors; skips the test where they are not at hand."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "vectors"
    folder = Path(os.environ.get("AMENDS_VECTORS", beside))
    if not (folder / name).exists():
        pytest.skip(f"the public test vectors are not here ({name}); name their folder in AMENDS_VECTORS")
    return folder / name


def read_lines(name: str) -> list[dict[str, Any]]:
    """The objects of a compressed file of JSON lines."""
    with gzip.open(find(name), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_wycheproof(name: str) -> list[dict[str, Any]]:
    """All tests of a Wycheproof file, each with what its group says."""
    with gzip.open(find(f"wycheproof/{name}_test.json.gz"), "rt", encoding="utf-8") as file:
        groups = json.load(file)["testGroups"]
    return [
        {**{key: value for key, value in group.items() if key != "tests"}, **test}
        for group in groups
        for test in group["tests"]
    ]
