"""`amends export`: files for one person, which `amends verify` accepts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.acts.scope import Scope
from amends.bonds.record import record
from amends.cli.main import main
from tests.cast import NOW, add, begin, hurt

pytestmark = pytest.mark.django_db


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def test_it_holds_what_that_person_may_read(tmp_path: Path) -> None:
    """Anna's words to herself are in hers, not in Toby's; both verify, and only the owner reads the file."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    record(anna, hurt(anna, toby, words="Kept to myself."), Scope.OWN, NOW)
    found = {}
    for seat in (anna, toby):
        folder = tmp_path / seat.name
        folder.mkdir()
        assert seat.user is not None
        result = run("export", seat.user.email.upper(), "--to", folder, "--bond", seat.bond_id)
        assert result.exit_code == 0, result.output
        (file,) = folder.iterdir()
        assert file.stat().st_mode & 0o777 == 0o600
        assert run("verify", file).exit_code == 0
        found[seat.name] = file.read_text()
        assert run("export", seat.user.email, "--to", folder).exit_code == 2
        assert file.read_text() == found[seat.name]
    assert "Kept to myself." in found["Anna"]
    assert "Kept to myself." not in found["Toby"]


def test_who_is_not_there_gets_no_file(tmp_path: Path) -> None:
    """One line, exit code 2, nothing written; nor for another's bond."""
    anna, maya = begin("Anna"), begin("Maya")
    assert anna.user is not None
    assert run("export", "nobody@example.org", "--to", tmp_path).exit_code == 2
    assert run("export", anna.user.email, "--bond", maya.bond_id, "--to", tmp_path).exit_code == 2
    assert list(tmp_path.iterdir()) == []
