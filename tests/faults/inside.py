"""Run in a process of its own on a data folder: plant it, write into it, or check it.

`plant` makes a bond of Anna and Toby and prints what a visitor needs. `write COUNT` prints the id
of each act once it is recorded. `check` prints the ids of all acts, after the database, every
ledger and an export were found whole.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amends.config.settings")
django.setup()
logging.disable(logging.CRITICAL)

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from amends.acts.scope import Scope  # noqa: E402
from amends.bonds.record import record  # noqa: E402
from amends.ledger.export import export  # noqa: E402
from amends.ledger.read import read_placed  # noqa: E402
from amends.ledger.restore import check_all  # noqa: E402
from amends.ledger.verify import verify  # noqa: E402
from amends.people.models import Member  # noqa: E402
from amends.people.sessions import SINCE  # noqa: E402
from tests.cast import add, begin  # noqa: E402
from tests.ledger.cast import moment  # noqa: E402


def plant() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    now = datetime.now(UTC)
    anna = begin("Anna", now=now)
    add(anna, "Toby", now=now)
    session = SessionStore()
    session[SESSION_KEY] = str(anna.user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = anna.user.get_session_auth_hash()
    session[SINCE] = int(now.timestamp())
    session.create()
    _say(json.dumps({"bond": str(anna.bond_id), "session": session.session_key}))


def write() -> None:
    anna = Member.objects.get(name="Anna")
    for number in range(int(sys.argv[2])):
        now = datetime.now(UTC)
        act = moment(anna, now=now, words=f"Tea on the steps, {number}.")
        record(anna, act, Scope.OWN, now)
        _say(str(act.id))


def check() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    check_all(lambda _: None)
    anna = Member.objects.get(name="Anna")
    assert verify(json.loads(export(anna, datetime.now(UTC)))).unchanged
    _say(json.dumps([str(placed.act.id) for placed in read_placed(anna)]))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


WHAT: dict[str, Callable[[], None]] = {"plant": plant, "write": write, "check": check}
WHAT[sys.argv[1]]()
