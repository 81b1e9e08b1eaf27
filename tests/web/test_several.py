"""Several things from the last months, in one go."""

from __future__ import annotations

import pytest
from django.urls import reverse

from amends.acts.breach import Breach
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.ledger.read import read_placed
from tests.cast import add, begin, person
from tests.web.cast import errors, send, write

pytestmark = pytest.mark.django_db


def test_all_are_kept_by_their_author_with_a_repair_around_them() -> None:
    """Each with its own day; nobody else has any of it."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    write(
        anna,
        "several",
        words="Came at eight.",
        day="2026-01-05",
        words_1="Forgot the bread.",
        words_3="Did not ring.",
        day_3="2026-02-01",
        name="Late for dinner",
    )
    placed = read_placed(anna)
    hurts = [one.act for one in placed if isinstance(one.act, Breach)]
    (repair,) = [one.act for one in placed if isinstance(one.act, Repair)]
    assert {one.words for one in hurts} == {"Came at eight.", "Forgot the bread.", "Did not ring."}
    assert {one.by for one in hurts} == {person(toby)}
    assert set(repair.of) == {one.id for one in hurts}
    assert all(one.scope is Scope.OWN for one in placed if isinstance(one.act, (Breach, Repair)))
    assert not [one for one in read_placed(toby) if isinstance(one.act, (Breach, Repair))]


def test_sending_twice_keeps_them_once() -> None:
    """The same page sent again changes nothing."""
    anna = begin("Anna")
    add(anna, "Toby")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "several"})
    fields = {"words": "One.", "words_1": "Two."}
    made, _answer = send(anna, address, fields)
    send(anna, address, fields | {"id": str(made)})
    assert len([one for one in read_placed(anna) if isinstance(one.act, Breach)]) == 2


def test_what_is_wrong_stands_at_its_row() -> None:
    """A day without words, and a day to come; nothing is kept, and nothing typed is lost."""
    anna = begin("Anna")
    add(anna, "Toby")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "several"})
    fields = {"words": "One.", "day_1": "2026-01-01", "words_2": "Later.", "day_2": "2999-01-01"}
    _made, answer = send(anna, address, fields)
    assert errors(answer) == ["words_1", "day_2"]
    assert "Later." in answer.content.decode()
    assert not [one for one in read_placed(anna) if isinstance(one.act, Breach)]
