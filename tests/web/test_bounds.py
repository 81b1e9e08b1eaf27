"""How much a page asks of the database, and what it tells a browser."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.people.models import Member
from amends.readings import read
from tests.cast import NOW, add, begin, hurt, promise
from tests.web.cast import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(NOW + timedelta(days=1), tick=False) as clock:
        yield clock


def fill(anna: Member, toby: Member, many: int) -> None:
    for number in range(many):
        now = NOW + timedelta(minutes=number)
        for seat, act in ((anna, hurt(anna, toby, now=now)), (toby, promise(toby, anna, now=now))):
            record(seat, act, Scope.SHARED, now)
            share.share(seat, act.id, now, at_once=True)


def queries(seat: Member, address: str) -> int:
    client = client_of(seat)
    client.get(address)
    read.forget(seat.id)  # as on a server that has just begun
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize("name", ["today", "bond", "act", "adding-kind"])
def test_a_page_asks_no_more_when_there_is_more(name: str) -> None:
    """Ten times the acts, the same number of questions to the database, and few of them."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    fill(anna, toby, 2)
    first = next(iter(placed.act.id for placed in read.read_placed(anna) if placed.act.KIND == "breach"))
    where = {"bond": anna.bond_id} | {"act": {"act": first}, "adding-kind": {"kind": "apology"}}.get(name, {})
    address = reverse(name, kwargs=where)
    before = queries(anna, address)
    fill(anna, toby, 20)
    assert queries(anna, address) == before
    assert before <= 20
