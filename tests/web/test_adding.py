"""Writing things down: every kind, with errors at the field and nothing lost."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from amends.acts.apology import Apology
from amends.acts.promise import Promise
from amends.acts.scope import Scope
from amends.ledger.read import find, read_placed
from amends.people.models import Member
from tests.cast import NOW, add, begin, person
from tests.web.cast import client_of, errors, page, send, write

pytestmark = pytest.mark.django_db

KINDS: list[tuple[str, dict[str, Any]]] = [
    ("moment", {"words": "Tea in bed", "scope": "own"}),
    ("hurt", {"words": "An hour late", "weight": "3", "type": "lateness", "scope": "own"}),
    ("mine", {"words": "I did not ring", "type": "unanswered call", "scope": "own"}),
    ("promise", {"words": "Home by seven", "due_day": "2026-03-09", "due_clock": "19:00", "repeat": "weekly",
                 "type": "be there", "scope": "shared"}),
    ("request", {"words": "Would you ring?", "scope": "shared"}),
    ("apology", {"words": "I am sorry", "acknowledges": "I was late", "scope": "shared"}),
    ("amends", {"words": "I bake the cake", "due_day": "2026-03-05", "scope": "own"}),
    ("boundary", {"words": "Phones at dinner", "subject": "how we talk", "scope": "shared"}),
    ("hours", {"words": "Choir", "sort": "private", "begins": "19:30", "ends": "21:30",
               "weekdays": ["wednesday"], "scope": "shared"}),
    ("looking-forward", {"words": "The lake", "day_of": "2026-03-08", "scope": "own"}),
    ("disclosure", {"words": "My week", "shelf": "schedule", "scope": "shared"}),
    ("repair", {"name": "Late for dinner", "scope": "own"}),
    ("check-in", {"predictable": "30", "dependable": "40", "faith": "50"}),
    ("keepsake", {"words": "The spoon", "keeps": "joke", "scope": "own"}),
    ("reaffirmation", {"words": "We were good at this"}),
    ("journal", {"words": "A long day", "mood": "hard"}),
    ("wave", {"words": "Burnt onions"}),
    ("heard-promise", {"words": "The shelf, this weekend", "went": "open"}),
    ("hypothesis", {"words": "The van, I think", "condition": "evening"}),
]  # fmt: skip


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


@pytest.fixture(autouse=True)
def _at_eight() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.parametrize(("kind", "fields"), KINDS, ids=[kind for kind, _ in KINDS])
def test_each_kind_can_be_written_down(anna: Member, toby: Member, kind: str, fields: dict[str, Any]) -> None:
    """What was typed is what is kept, in its author's own ledger first, and its page shows it."""
    act_id = write(anna, kind, **fields)
    placed = find(anna, act_id)
    assert placed is not None
    assert placed.scope is Scope.OWN
    assert placed.act.words == fields.get("words", "")
    assert fields.get("words", fields.get("name", "")) in page(anna, "act", act=act_id)
    assert find(toby, act_id) is None


def test_alone_with_an_empty_seat_everything_can_be_written(anna: Member) -> None:
    """Someone who begins alone writes about the other, who takes the seat over by joining."""
    from amends.bonds.create import set_empty_seat  # noqa: PLC0415

    set_empty_seat(anna.bond, "Toby", NOW)
    act_id = write(anna, "hurt", words="An hour late", weight="2", type="lateness", scope="own")
    toby = add(anna, "Tobias")
    placed = find(anna, act_id)
    assert placed is not None
    assert placed.act.by == str(toby.id)
    assert "Something Tobias did hurt you" in page(anna, "act", act=act_id)


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("moment", {"words": "", "scope": "own"}, "words"),
        ("moment", {"words": "x" * 10_001, "scope": "own"}, "words"),
        ("moment", {"words": "Tea", "scope": "everyone"}, "scope"),
        ("moment", {"words": "Tea", "scope": "own", "day": "2026-03-03"}, "day"),
        ("moment", {"words": "Tea", "scope": "own", "day": "yesterday"}, "day"),
        ("moment", {"words": "Tea\x00", "scope": "own"}, "words"),
        ("moment", {"words": "Tea", "scope": "own", "day": "0202-03-03"}, "day"),
        ("hurt", {"words": "Late", "weight": "9", "scope": "own", "type": "other"}, "weight"),
        (
            "promise",
            {"words": "Home", "scope": "own", "type": "do", "repeat": "once", "due_day": ""},
            "due_day",
        ),
        (
            "promise",
            {"words": "Home", "scope": "own", "type": "do", "repeat": "once", "due_day": "2026-03-01"},
            "due_day",
        ),
        ("boundary", {"words": "Not her", "subject": "their friends", "scope": "own"}, "subject"),
        ("check-in", {"predictable": "101", "dependable": "40", "faith": "50"}, "predictable"),
        ("check-in", {"predictable": "", "dependable": "40", "faith": "50"}, "predictable"),
        ("repair", {"name": " ", "scope": "own"}, "name"),
    ],
)
def test_an_error_stands_at_its_field_and_keeps_what_was_typed(
    anna: Member, toby: Member, kind: str, fields: dict[str, Any], wrong: str
) -> None:
    """Bad input is answered at the field; the words are still there, and nothing was recorded."""
    before = len(read_placed(anna))
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": kind})
    _act_id, answer = send(anna, address, fields)
    assert answer.status_code == 200
    assert wrong in errors(answer)
    assert len(read_placed(anna)) == before
    typed = fields.get("words", "")
    assert not typed.isprintable() or typed in answer.content.decode()


def test_sending_twice_keeps_one(anna: Member, toby: Member) -> None:
    """The same form sent again, as on a slow network, changes nothing."""
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "moment"})
    act_id, _ = send(anna, address, {"words": "Tea", "scope": "own"})
    before = len(read_placed(anna))
    again = client_of(anna).post(address, {"id": act_id, "words": "Tea", "scope": "own"})
    assert again.status_code == 303
    assert len(read_placed(anna)) == before


def test_the_same_page_with_other_words_is_a_clear_conflict(anna: Member, toby: Member) -> None:
    """Same id, other body: 409, with what was typed still in the field."""
    act_id = write(anna, "moment", words="Tea", scope="own")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "moment"})
    answer = client_of(anna).post(address, {"id": act_id, "words": "Coffee", "scope": "own"})
    assert answer.status_code == 409
    assert "Coffee" in answer.content.decode()


def test_what_was_erased_stays_erased(anna: Member, toby: Member) -> None:
    """A form sent again after its act was erased is answered with 410."""
    act_id = write(anna, "moment", words="Tea", scope="own")
    client = client_of(anna)
    client.post(reverse("erasure", kwargs={"bond": anna.bond_id, "act": act_id}))
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "moment"})
    answer = client.post(address, {"id": act_id, "words": "Tea", "scope": "own"})
    assert answer.status_code == 410
    assert find(anna, act_id) is None


def test_at_work_some_things_are_off() -> None:
    """A team is offered no weights, ratings or apology."""
    lead = begin("Lena", "team")
    add(lead, "Mo")
    assert "apology" not in page(lead, "adding")
    assert "How heavy" not in page(lead, "adding-kind", kind="hurt")
    kept = client_of(lead).get(reverse("adding-kind", kwargs={"bond": lead.bond_id, "kind": "apology"}))
    assert kept.status_code == 404


def test_a_kind_that_is_none_is_not_there(anna: Member) -> None:
    """An address with an unknown kind finds nothing."""
    answer = client_of(anna).get(reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "grudge"}))
    assert answer.status_code == 404


def test_with_several_others_one_is_chosen() -> None:
    """Among friends the form asks who it is about, and says so at the field."""
    maya = begin("Maya", "friends")
    jo, _sam = add(maya, "Jo"), add(maya, "Sam")
    address = reverse("adding-kind", kwargs={"bond": maya.bond_id, "kind": "moment"})
    _act_id, answer = send(maya, address, {"words": "Lunch", "scope": "own"})
    assert "who" in errors(answer)
    act_id = write(maya, "moment", words="Lunch", scope="own", who=str(jo.id))
    placed = find(maya, act_id)
    assert placed is not None
    assert placed.act.by == str(jo.id)


def test_what_prevents_it_can_be_kept_as_a_promise() -> None:
    """A time in the words is heard and asked about; the promise bears the apology out."""
    toby = begin("Toby")
    anna = add(toby, "Anna")
    address = reverse("adding-kind", kwargs={"bond": toby.bond_id, "kind": "apology"})
    fields = {
        "words": "I let you wait.",
        "prevents": "I will ring you by half past six tomorrow.",
        "scope": "shared",
    }
    made, looked = send(toby, address, fields)
    assert "Promise it" in looked.content.decode()
    assert not [one for one in read_placed(toby) if isinstance(one.act, Apology)]
    send(toby, address, fields | {"id": str(made), "chosen": "promise it"})
    acts = [one.act for one in read_placed(toby)]
    (apology,) = [one for one in acts if isinstance(one, Apology)]
    (promise,) = [one for one in acts if isinstance(one, Promise)]
    assert apology.promise == promise.id
    assert promise.affected == (person(anna),)
    assert promise.due.first.local.endswith("T18:30")


def test_what_prevents_it_can_just_be_said() -> None:
    """Nobody has to promise."""
    toby = begin("Toby")
    add(toby, "Anna")
    address = reverse("adding-kind", kwargs={"bond": toby.bond_id, "kind": "apology"})
    fields = {"words": "I let you wait.", "prevents": "I will ring you by half past six tomorrow."}
    send(toby, address, fields | {"scope": "own", "chosen": "say it"})
    acts = [one.act for one in read_placed(toby)]
    assert [one for one in acts if isinstance(one, Apology)]
    assert not [one for one in acts if isinstance(one, Promise)]


def test_a_clock_that_is_a_day_off_changes_nothing(anna: Member) -> None:
    """When something was recorded is the server's to say, whatever a browser claims."""
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "moment"})
    claims = {"recorded_at": "2026-03-03T20:00:00Z", "at": "2026-03-03T20:00:00Z", "words": "Tea in bed"}
    act_id = uuid4()
    answer = client_of(anna).post(
        address,
        claims | {"id": str(act_id), "scope": "own"},
        headers={"Date": "Tue, 03 Mar 2026 20:00:00 GMT"},
    )
    assert answer.status_code == 303
    placed = find(anna, act_id)
    assert placed is not None
    assert placed.act.recorded_at == placed.act.occurred.utc == NOW
