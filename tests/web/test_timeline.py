"""The timeline: what is looked for is found, in any spelling, and nothing of what others keep."""

from __future__ import annotations

import pytest
from django.urls import reverse

from amends.people.models import Member
from tests.cast import add, begin
from tests.web.cast import client_of, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Member, Member]:
    anna = begin("Anna")
    return anna, add(anna, "Toby")


def found(seat: Member, **query: str) -> str:
    address = reverse("timeline", kwargs={"bond": seat.bond_id})
    answer = client_of(seat).get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_words_are_found_whatever_their_case_and_accents(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    write(anna, "moment", words="Coffee at the CAFÉ Ölmühle", scope="own")
    write(anna, "moment", words="A walk in the rain", scope="own")
    shown = found(anna, words="cafe olmuhle")
    assert "Coffee at the" in shown
    assert "walk" not in shown


def test_a_sort_a_person_and_days_narrow_it_down(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    write(anna, "moment", words="Breakfast in bed", scope="shared", day="2026-03-01")
    write(anna, "hurt", words="The call that did not come", scope="own", type="other", day="2026-03-05")
    assert "The call" not in found(anna, sort="good")
    assert "Breakfast" not in found(anna, sort="hurt")
    assert "Breakfast" not in found(anna, by=str(toby.id))
    assert "Breakfast" not in found(anna, first="2026-03-02")
    assert "Breakfast" in found(anna, first="2026-03-01", last="2026-03-01")
    assert "The call" not in found(anna, seen="shared")


def test_what_another_keeps_is_not_found(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    write(anna, "hurt", words="Something only Anna knows", type="other", scope="own")
    without = found(toby, words="only Anna knows")
    assert "Nothing that you can read fits this." in without
    assert "Something only" not in without


def test_what_cannot_be_read_is_said_at_its_field_and_leaves_the_rest(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    write(anna, "moment", words="Still here", scope="own")
    shown = found(anna, first="yesterday", sort="no such sort", by="nobody", page="x")
    assert "Still here" in shown
    assert "errorlist" in shown


def test_many_acts_come_in_pages(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    for number in range(45):
        write(anna, "moment", words=f"Number {number:02} of them", scope="own")
    first = found(anna, words="of them")
    assert "45 things found" in first
    assert first.count("Number ") == 40
    assert "page=2" in first
    assert found(anna, words="of them", page="2").count("Number ") == 5
