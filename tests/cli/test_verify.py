"""`amends verify`, on exports of a real bond."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.cli.main import main
from amends.ledger.export import export
from tests.cast import NOW, add, begin, hurt

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """An early export and a later one of the same bond."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    early, late = tmp_path / "early.json", tmp_path / "late.json"
    for file, minutes in ((early, 1), (late, 2)):
        now = NOW + timedelta(minutes=minutes)
        act = hurt(anna, toby, now)
        record(anna, act, Scope.SHARED, now)
        share.share(anna, act.id, now, at_once=True)
        content = export(anna, now)
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return early, late


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def test_an_export_is_unchanged(files: tuple[Path, Path]) -> None:
    """Both are, and the later one only added to the earlier."""
    early, late = files
    assert run(early).exit_code == 0
    result = run(late, "--checkpoint", early)
    assert result.exit_code == 0, result.output
    assert "Unchanged since it was written." in result.output


def test_what_was_cut_off_is_found(files: tuple[Path, Path]) -> None:
    """The earlier export beside a later checkpoint is too short."""
    early, late = files
    result = run(early, "--checkpoint", late)
    assert result.exit_code == 1
    assert "Not as it was written" in result.output


def test_a_changed_word_is_found(files: tuple[Path, Path]) -> None:
    """One word of a body changed in the file."""
    _early, late = files
    text = late.read_text()
    assert "Dinner went cold." in text
    late.write_text(text.replace("Dinner went cold.", "Dinner was fine.."))
    assert run(late).exit_code == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"[1, 2]", b"\xff", b"{" * 100_000, b'{"format": 7}'])
def test_a_file_that_is_no_export_gets_one_clear_line(tmp_path: Path, content: bytes) -> None:
    """No traceback; exit code 2."""
    file = tmp_path / "bent.json"
    file.write_bytes(content)
    result = run(file)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "bent.json" in result.stderr


def test_a_file_that_is_not_there_gets_one_clear_line(tmp_path: Path) -> None:
    """Exit code 2."""
    result = run(tmp_path / "nowhere.json")
    assert result.exit_code == 2
    assert "nowhere.json" in result.stderr
