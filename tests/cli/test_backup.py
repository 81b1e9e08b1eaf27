"""`amends backup` and `amends restore`, as they are run: commands on a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from amends.config.serving import serving

WORDS = "Dinner went cold on Tuesday the ninth."
PLANT = """
import sys
from amends.cli import server
from pathlib import Path
server.set_up(Path(sys.argv[1]))
from datetime import UTC, datetime
from tests.cast import begin
from tests.ledger.cast import moment
from amends.acts.scope import Scope
from amends.bonds.record import record
from amends.ledger.export import export
from amends.ledger.erase import erase
from amends.people.models import Member
now = datetime.now(UTC)
what = sys.argv[2]
anna = Member.objects.filter(name="Anna").first() or begin("Anna", now=now)
if what == "write":
    record(anna, moment(anna, now=now, words=sys.argv[3]), Scope.OWN, now)
if what == "busy":
    for number in range(int(sys.argv[3])):
        record(anna, moment(anna, now=now, words=f"{number} of many"), Scope.OWN, now)
if what == "erase":
    from amends.ledger.read import read_placed
    for placed in read_placed(anna):
        if getattr(placed.act, "words", "") == sys.argv[3]:
            erase(anna, placed.act.id)
if what == "older":
    from django.core.management import call_command
    call_command("migrate", "bonds", "zero", verbosity=0)
if what in {"let", "end", "look"}:
    from amends.bonds import grants, seek
    from amends.people.models import Facilitator, Grant
    from tests.cast import make_user
    bea = Facilitator.objects.first() or seek.accept(
        seek.seek(anna, now, for_all=True), make_user("Bea"), "Bea", "mediator", now)
    if what == "let":
        grants.grant(bea, anna, {"repairs"}, 30, now)
    if what == "end":
        grants.withdraw(bea, anna, now)
    if what == "look":
        assert Grant.objects.exists() and not Grant.objects.standing(now).exists()
if what == "erase-account":
    from amends.bonds.account import erase_account
    erase_account(anna.user, now, tells=False, with_shared=False)
if what == "export":
    Path(sys.argv[3]).write_bytes(export(anna, now))
"""
RUN = "from amends.cli.main import main; main()"


def _start(code: str, *arguments: object) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=environment | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def amends(*arguments: object) -> tuple[int, str]:
    """Run the command; gives its exit code and all it said."""
    process = _start(RUN, *arguments)
    out, err = process.communicate(timeout=60)
    return process.returncode, out + err


def anna(*arguments: object) -> None:
    """Let Anna do something on a data folder."""
    process = _start(PLANT, *arguments)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err


def state_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, without the empty lock files."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which Anna wrote one thing, and a backup of it beside."""
    folder = tmp_path_factory.mktemp("backup")
    anna(folder / "data", "write", WORDS)
    code, said = amends("backup", folder / "kept.backup", "--data", folder / "data")
    assert code == 0, said
    return folder


def test_what_was_erased_since_does_not_come_back(planted: Path, tmp_path: Path) -> None:
    """Backup, erase, restore: the words are in no file; an export verifies; a checkpoint tells the loss."""
    backup, data = planted / "kept.backup", tmp_path / "data"
    assert backup.stat().st_mode & 0o777 == 0o600
    shutil.copytree(planted / "data", data)
    assert WORDS.encode() in b"".join(state_of(data).values())

    anna(data, "erase", WORDS)
    anna(data, "busy", 3)
    anna(data, "export", tmp_path / "before.json")
    code, said = amends("restore", backup, "--data", data, "--replace")
    assert code == 0, said
    assert "1 erased again" in said
    assert WORDS.encode() not in b"".join(state_of(data).values())

    anna(data, "export", tmp_path / "after.json")
    assert amends("verify", tmp_path / "after.json")[0] == 0
    code, said = amends("verify", tmp_path / "after.json", "--checkpoint", tmp_path / "before.json")
    assert code == 1
    assert "entries lost when a backup was restored" in said
    assert list(data.glob("before-restore-*.backup"))


def test_what_was_ended_since_does_not_stand_again(planted: Path, tmp_path: Path) -> None:
    """What someone from outside could read when the backup was made, they can't after a restore."""
    data, kept = tmp_path / "data", tmp_path / "kept.backup"
    shutil.copytree(planted / "data", data)
    anna(data, "let")
    assert amends("backup", kept, "--data", data)[0] == 0
    anna(data, "end")
    code, said = amends("restore", kept, "--data", data, "--replace")
    assert code == 0, said
    assert "has ended" in said
    anna(data, "look")


def test_an_erased_account_does_not_come_back(planted: Path, tmp_path: Path) -> None:
    """Neither what its owner kept to themselves nor the address; there is nobody to log in as."""
    data = tmp_path / "data"
    shutil.copytree(planted / "data", data)
    held = b"".join(state_of(data).values())
    assert WORDS.encode() in held
    assert b"anna0@example.org" in held
    anna(data, "erase-account")
    code, said = amends("restore", planted / "kept.backup", "--data", data, "--replace")
    assert code == 0, said
    assert "Accounts erased again: 1" in said
    held = b"".join(path for name, path in state_of(data).items() if not name.startswith("before-restore"))
    assert WORDS.encode() not in held
    assert b"anna0@example.org" not in held


@pytest.mark.parametrize("damage", ["cut", "changed", "empty"])
def test_a_damaged_backup_leaves_everything_as_it_was(planted: Path, tmp_path: Path, damage: str) -> None:
    """One line, exit code 2, the same bytes in the folder."""
    whole = (planted / "kept.backup").read_bytes()
    middle = len(whole) // 2
    bent = {
        "cut": whole[:middle],
        "changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "empty": b"",
    }[damage]
    (tmp_path / "bent.backup").write_bytes(bent)
    before = state_of(planted / "data")
    code, said = amends("restore", tmp_path / "bent.backup", "--data", planted / "data", "--replace")
    assert code == 2
    assert "bent.backup" in said
    assert "Traceback" not in said
    assert state_of(planted / "data") == before


def test_nothing_is_written_over(planted: Path) -> None:
    """Neither a backup, nor a folder in use, nor one that was not asked to give way."""
    before = state_of(planted)
    assert amends("backup", planted / "kept.backup", "--data", planted / "data")[0] == 2
    assert amends("restore", planted / "kept.backup", "--data", planted / "data")[0] == 2
    with serving(planted / "data"):
        code, said = amends("restore", planted / "kept.backup", "--data", planted / "data", "--replace")
    assert code == 2
    assert "a server runs" in said
    assert state_of(planted) == before


def test_a_backup_while_someone_writes_is_whole(planted: Path, tmp_path: Path) -> None:
    """It restores, and what it holds verifies."""
    data, kept, back = tmp_path / "data", tmp_path / "kept.backup", tmp_path / "back"
    shutil.copytree(planted / "data", data)
    writer = _start(PLANT, data, "busy", 60)
    code, said = amends("backup", kept, "--data", data)
    assert code == 0, said
    _out, err = writer.communicate(timeout=60)
    assert writer.returncode == 0, err
    code, said = amends("restore", kept, "--data", back)
    assert code == 0, said
    anna(back, "export", tmp_path / "export.json")
    assert amends("verify", tmp_path / "export.json")[0] == 0
    assert WORDS in (tmp_path / "export.json").read_text()


def test_a_database_is_kept_before_a_new_version_changes_it(planted: Path, tmp_path: Path) -> None:
    """One backup, the newest, and it restores; a start that changes nothing keeps none."""
    data = tmp_path / "data"
    shutil.copytree(planted / "data", data)
    anna(data, "export", tmp_path / "export.json")
    assert list(data.glob("before-migration-*")) == []
    anna(data, "older")
    anna(data, "export", tmp_path / "export.json")
    (kept,) = data.glob("before-migration-*.backup")
    code, said = amends("restore", kept, "--data", tmp_path / "back")
    assert code == 0, said
