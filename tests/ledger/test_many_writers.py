"""Many who write at once, each in a process of its own, on a database in a file."""

from __future__ import annotations

import json
import os

import pytest
from django.db import connection

from amends.ledger.export import export
from amends.ledger.ledgers import shared_ledger
from amends.ledger.models import Entry
from amends.ledger.verify import verify
from amends.people.models import Member
from tests.cast import NOW
from tests.ledger.cast import an_id
from tests.ledger.many import percentile, write_at_once

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]

WRITERS, EACH = 16, int(os.environ.get("AMENDS_APPENDS", "12"))
"""Processes, and appends of each: 500 where AMENDS_APPENDS says so, which takes minutes."""


def test_many_writers_leave_no_gap_and_no_error(anna: Member) -> None:
    ledger = shared_ledger(anna.bond)
    took = write_at_once(ledger, anna, WRITERS, EACH)
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == list(range(WRITERS * EACH))
    assert verify(json.loads(export(anna, NOW))).unchanged
    print(f"99 of 100 took less than {percentile(took, 0.99):.3f} s")  # noqa: T201


def test_the_same_act_a_hundred_times_at_once_is_recorded_once(anna: Member) -> None:
    write_at_once(shared_ledger(anna.bond), anna, 10, 10, str(an_id(1)))
    assert Entry.objects.count() == 1
    assert shared_ledger(anna.bond).size == 1


def test_these_writers_meet_on_what_is_really_used(anna: Member) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert cursor.execute("PRAGMA synchronous").fetchone()[0] >= 2  # FULL, or EXTRA
            assert connection.settings_dict["NAME"] != ":memory:"
        else:
            cursor.execute("SHOW fsync")
            assert cursor.fetchone()[0] == "on"
