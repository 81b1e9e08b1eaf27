"""The ledger page: two people compare one code, and what one keeps to oneself is not on it."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.urls import reverse

from amends.ledger.export import export
from amends.ledger.verify import verify
from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Member, Member]:
    anna = begin("Anna")
    return anna, add(anna, "Toby")


def checked(seat: Member) -> str:
    address = reverse("ledger", kwargs={"bond": seat.bond_id})
    answer = client_of(seat).get(address, {"check": "now"})
    assert answer.status_code == 200
    return answer.content.decode()


def codes(text: str) -> list[str]:
    return re.findall(r"<code>([\d ]+)</code>", text)


def test_both_see_the_same_code_until_something_is_shared(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    before = codes(checked(anna))
    assert len(before) == 1
    assert codes(checked(toby)) == before
    write(anna, "moment", words="Kept by Anna", scope="own")
    assert codes(checked(anna)) == before
    moment = write(toby, "moment", words="Tea on the step", scope="shared")
    client_of(toby).post(reverse("sharing", kwargs={"bond": toby.bond_id, "act": moment}), {"when": "now"})
    after = codes(checked(anna))
    assert after != before
    assert codes(checked(toby)) == after


def test_a_changed_word_is_found(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    write(anna, "moment", words="A good day", scope="own")
    assert "just now: nothing was changed" in checked(anna)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, body FROM ledger_entry WHERE body IS NOT NULL ORDER BY id DESC LIMIT 1")
        row, body = cursor.fetchone()
        altered = bytes(body).replace(b"good", b"gold")
        cursor.execute("UPDATE ledger_entry SET body = %s WHERE id = %s", [altered, row])
    shown = checked(anna)
    assert "just now: nothing was changed" not in shown
    assert "does not fit" in shown or "do not fit" in shown


def test_a_checkpoint_kept_apart_fits_a_later_export(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    write(anna, "moment", words="Words that stay here", scope="own")
    answer = client_of(anna).get(reverse("checkpoint", kwargs={"bond": anna.bond_id}))
    assert b"Words that stay here" not in answer.content
    write(anna, "moment", words="Another", scope="own")
    assert verify(json.loads(export(anna, NOW)), json.loads(answer.content)).unchanged
