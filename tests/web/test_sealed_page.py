"""Both sides through its pages: what others are told meanwhile, and where one has power over another."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from amends.bonds.leave import leave
from amends.people.models import Facilitator, Grant, Member, Notice, Role
from amends.practices.sealed import OPEN_FOR
from amends.vault.format import commitment, seal_answer
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, page, send, without_tokens

pytestmark = pytest.mark.django_db
KEY, SALT = bytes(32), bytes(range(32))


@pytest.fixture(autouse=True)
def now() -> object:
    """These evenings lie in March."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def begin_both(seat: Member, other: Member) -> UUID:
    """An exercise of two."""
    address = reverse("practice", kwargs={"bond": seat.bond_id, "practice": "both-sides"})
    made, answer = send(seat, address, {"words": "The bins", "with": str(other.id)})
    assert answer.status_code == 303
    return made


def parts(seat: Member, session: UUID) -> str:
    """The address of what a browser sends and fetches."""
    return reverse("sealed-parts", kwargs={"bond": seat.bond_id, "session": session})


def post(seat: Member, session: UUID, sent: dict[str, Any]) -> HttpResponse:
    """Send a part as the browser does."""
    answer: HttpResponse = client_of(seat).post(
        parts(seat, session), json.dumps(sent), content_type="application/json"
    )
    return answer


def seal(seat: Member, session: UUID) -> HttpResponse:
    """Seal an answer."""
    answer = {"hurt": "You laughed.", "mine": ""}
    bound = commitment(SALT, session, seat.id, answer)
    locked = seal_answer(answer, KEY, session, seat.id, bytes(12))
    sent = {"kind": "seal", "commitment": _64(bound), "ciphertext": _64(locked)}
    return post(seat, session, sent | {"id": str(uuid4())})


def open_mine(seat: Member, session: UUID) -> HttpResponse:
    """Give the key to it."""
    return post(seat, session, {"kind": "reveal", "id": str(uuid4()), "key": _64(KEY), "salt": _64(SALT)})


def seen_by(seat: Member, session: UUID) -> list[str]:
    """All that tells someone of an exercise, without what is made anew for each answer."""
    bond = {"bond": seat.bond_id}
    addresses = [
        parts(seat, session),
        reverse("sealed", kwargs=bond | {"session": session}),
        *(reverse(name, kwargs=bond) for name in ("today", "bond", "timeline", "practices", "ledger")),
    ]
    client = client_of(seat)
    return [without_tokens(client.get(address).content.decode()) for address in addresses]


@pytest.mark.parametrize("act", [seal, open_mine])
def test_nobody_is_told_how_far_the_other_is(act: Callable[[Member, UUID], HttpResponse]) -> None:
    """Each page is the same to the byte before and after the other did what everyone has to do."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    session = begin_both(anna, toby)
    if act is open_mine:
        seal(anna, session)
        seal(toby, session)
    before = seen_by(toby, session)
    assert act(anna, session).status_code == 200
    assert seen_by(toby, session) == before


def test_it_ends_the_same_whether_the_last_left_or_never_opened(now: time_machine.Traveller) -> None:
    seen = []
    for leaves in (False, True):
        anna = begin("Anna")
        toby = add(anna, "Toby")
        session = begin_both(anna, toby)
        for seat in (anna, toby):
            seal(seat, session)
        assert open_mine(anna, session).status_code == 200
        if leaves:
            leave(toby, Notice.NEVER, NOW)
        now.shift(OPEN_FOR)
        state = json.loads(client_of(anna).get(parts(anna, session)).content)
        seen.append((state["phase"], state["reveals"], [one["name"] for one in state["people"]]))
        assert open_mine(anna, session).status_code == 409
        now.shift(-OPEN_FOR)
    assert seen == [("cancelled", [], ["Anna", "Toby"])] * 2


def test_what_is_marked_comes_after_the_opening() -> None:
    anna = begin("Anna")
    toby = add(anna, "Toby")
    session = begin_both(anna, toby)
    address = reverse("sealed", kwargs={"bond": anna.bond_id, "session": session})
    marks = {"id": str(uuid4()), "step": "right", "round": "0", "words": "All.", "missed": ""}
    assert client_of(anna).post(address, marks).status_code == 404
    for act in (seal, open_mine):
        for seat in (anna, toby):
            assert act(seat, session).status_code == 200
    assert client_of(anna).post(address, marks | {"words": ""}).status_code == 200
    assert client_of(anna).post(address, marks).status_code == 303
    assert "All." in page(toby, "sealed", session=session)
    assert 'id="act"' not in page(anna, "sealed", session=session)


def test_with_a_manager_each_needs_someone_from_outside() -> None:
    ruth = begin("Ruth", "team")
    Member.objects.filter(id=ruth.id).update(role=Role.MANAGER)
    sam = add(ruth, "Sam")
    address = reverse("practice", kwargs={"bond": sam.bond_id, "practice": "both-sides"})
    _made, refused = send(sam, address, {"words": "The report", "with": str(ruth.id)})
    assert "someone from outside" in " ".join(refused.content.decode().split())
    bea = Facilitator.objects.create(bond=sam.bond, name="Bea", for_all=True, sought_by=sam, joined_at=NOW)
    Grant.objects.create(facilitator=bea, member=sam, ends_at=NOW + timedelta(days=30))
    session = begin_both(sam, ruth)
    assert seal(sam, session).status_code == 200
    assert seal(ruth, session).status_code == 403
    assert "someone from outside" in page(ruth, "sealed", session=session)


@pytest.mark.parametrize(
    "sent", [{}, {"kind": "seal"}, {"kind": "reveal", "key": 1}, {"kind": "seal", "commitment": "x"}, []]
)
def test_what_makes_no_sense_is_refused(sent: Any) -> None:
    anna = begin("Anna")
    session = begin_both(anna, add(anna, "Toby"))
    sent = sent | {"id": str(uuid4())} if isinstance(sent, dict) else sent
    assert post(anna, session, sent).status_code == 422


def _64(found: bytes) -> str:
    return b64encode(found).decode()
