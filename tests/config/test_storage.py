"""How the data folder and SQLite are opened."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from amends.config.data_folder import data_folder, read_or_make, secret_key
from amends.config.sqlite import journal_mode, synchronous


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "delete"),
        ((3, 44, 5), "delete"),
        ((3, 44, 6), "wal"),
        ((3, 45, 0), "delete"),
        ((3, 50, 6), "delete"),
        ((3, 50, 7), "wal"),
        ((3, 51, 2), "delete"),
        ((3, 51, 3), "wal"),
        ((3, 52, 0), "wal"),
        ((4, 0, 0), "wal"),
    ],
)
def test_wal_only_where_the_library_is_free_of_its_bug(version: tuple[int, ...], mode: str) -> None:
    """The rollback journal is the rule; WAL needs a release with the fix."""
    assert journal_mode(version) == mode


def test_a_transaction_has_ended_on_the_disk_in_either_journal_mode() -> None:
    """With the rollback journal, FULL leaves the journal's going to chance; tests/faults cuts the power."""
    assert (synchronous("delete"), synchronous("wal")) == ("EXTRA", "FULL")


@pytest.mark.django_db
def test_sqlite_is_opened_durably() -> None:
    """Every acknowledged act is on disk, erased text is overwritten, references hold."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL")
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {
        "journal_mode": journal_mode(),
        "synchronous": 3 if journal_mode() == "delete" else 2,  # EXTRA, or FULL
        "secure_delete": 1,
        "foreign_keys": 1,
    }


def test_the_data_folder_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that was missing is made, and nobody else can read it."""
    monkeypatch.setenv("AMENDS_DATA", str(tmp_path / "deep" / "house"))
    folder = data_folder()
    assert folder.is_dir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_secret_is_made_once_even_by_many_at_once(tmp_path: Path) -> None:
    """Sixteen first starts agree on one secret, whole, readable by its owner alone."""
    with ThreadPoolExecutor(16) as many:
        secrets = set(many.map(lambda _: secret_key(tmp_path), range(16)))
    assert len(secrets) == 1
    assert len(secrets.pop()) > 60
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_a_secret_that_is_there_is_kept(tmp_path: Path) -> None:
    """Reading never makes a second one."""
    path = tmp_path / "some.key"
    path.write_bytes(b"kept")
    assert read_or_make(path, lambda: b"other") == b"kept"
