"""What an error says of the place where things are kept."""

from __future__ import annotations

import errno
import sqlite3

import pytest
from django.db.utils import OperationalError

from amends.config.storage import Trouble, trouble_in


def _wrapped(cause: BaseException) -> BaseException:
    error = OperationalError("as Django says it")
    error.__cause__ = cause
    return error


def _full() -> BaseException:
    """What SQLite itself says when a database may not grow."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("PRAGMA max_page_count=2")
    database.execute("CREATE TABLE one (words)")
    try:
        database.execute("INSERT INTO one VALUES (zeroblob(100000))")
    except sqlite3.Error as error:
        return error
    finally:
        database.close()
    raise AssertionError("it grew")


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (_wrapped(_full()), Trouble.FULL),
        (_wrapped(TimeoutError("another writer")), Trouble.BUSY),
        (OSError(errno.ENOSPC, "No space left on device"), Trouble.FULL),
        (OSError(errno.EIO, "Input/output error"), Trouble.BROKEN),
        (TimeoutError("a mail server"), None),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (ValueError("a mistake of ours"), None),
        (OperationalError("no such table"), None),
        (None, None),
    ],
)
def test_trouble_is_told_from_the_error_or_what_led_to_it(
    error: BaseException | None, trouble: Trouble | None
) -> None:
    assert trouble_in(error) is trouble
