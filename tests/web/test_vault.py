"""The vault's answers: ciphertext for its owner alone, and earlier lines erased once they are kept."""

from __future__ import annotations

from base64 import b64encode
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from amends.acts.journal import Day, Journal
from amends.acts.letter import Letter
from amends.acts.scope import Scope
from amends.acts.wave import Wave
from amends.bonds.record import record
from amends.ledger.read import find
from amends.people.models import Member
from amends.vault import format as spelled
from amends.vault.format import Place
from tests.cast import act, add, begin
from tests.vault.make_vectors import ACCOUNT_KEY
from tests.vault.test_format import KEYRING

pytestmark = pytest.mark.django_db

DOOR = b64encode(spelled.door_token(ACCOUNT_KEY)).decode()
HEADERS = {"vault-door": DOOR}


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def client(anna: Member) -> Client:
    found = open_to(anna)
    answer = send(found, "/vault/keyring/", {"revision": 1, "keyring": KEYRING})
    assert answer.json() == {"revision": 1, "keyring": KEYRING}
    return found


def open_to(seat: Member) -> Client:
    found = Client()
    assert seat.user is not None
    found.force_login(seat.user)
    return found


def send(client: Client, address: str, body: Any, how: str = "put", **more: Any) -> Any:
    return getattr(client, how)(address, body, content_type="application/json", **{"headers": HEADERS} | more)


def sealed(seat: Member, entry: UUID, revision: int = 1, text: str = "A quiet day.") -> str:
    key = spelled.entries_key(ACCOUNT_KEY)
    place = Place(seat.user_id or uuid4(), entry, revision)
    return b64encode(spelled.seal(text.encode(), key, place, bytes(12))).decode()


def test_an_entry_is_for_its_owner_alone(anna: Member, client: Client) -> None:
    entry = uuid4()
    address = f"/vault/entries/{entry}/"
    body = {"revision": 1, "sealed": sealed(anna, entry)}
    assert send(client, address, body).status_code == 200
    assert client.get("/vault/entries/").json() == {"entries": [{"id": str(entry), **body}]}
    toby = open_to(add(anna, "Toby"))
    assert toby.get("/vault/entries/").json() == {"entries": []}
    assert toby.get("/vault/keyring/").json() == {"revision": 0, "keyring": None}
    assert send(toby, address, {"revision": 1}, "delete").status_code == 403
    assert len(client.get("/vault/entries/").json()["entries"]) == 1


def test_whoever_was_slower_is_sent_what_lies_there(anna: Member, client: Client) -> None:
    entry = uuid4()
    address = f"/vault/entries/{entry}/"
    send(client, address, {"revision": 1, "sealed": sealed(anna, entry)})
    refused = send(client, address, {"revision": 1, "sealed": sealed(anna, entry, text="Other.")})
    assert refused.status_code == 409
    assert refused.json() == {"revision": 1, "body": sealed(anna, entry)}
    assert send(client, address, {"revision": 1}, "delete").status_code == 200
    assert send(client, address, {"revision": 2, "sealed": sealed(anna, entry, 2)}).status_code == 410


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"revision": 1}',
        b'{"revision": true, "sealed": ""}',
        b'{"revision": 1e99, "sealed": ""}',
        b'{"revision": 1, "sealed": "A quiet day."}',
        b'{"revision": 1, "sealed": {"a": 1}}',
        b"[" * 100_000,
        b" " * 200_000,
    ],
)
def test_what_is_no_entry_is_refused_plainly(client: Client, body: bytes) -> None:
    assert send(client, f"/vault/entries/{uuid4()}/", body).status_code == 422
    assert send(client, "/vault/keyring/", body).status_code == 422


def test_there_is_an_end_to_writing_but_not_to_reading(anna: Member, client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "vault": "2/10m/user"}
    codes = [send(client, f"/vault/entries/{uuid4()}/", {"revision": 1}).status_code for _ in range(4)]
    assert codes == [422, 422, 429, 429]
    assert client.get("/vault/keyring/").status_code == 200


def test_earlier_lines_are_erased_once_they_lie_in_the_vault(anna: Member, client: Client) -> None:
    now = timezone.now()
    line = act(Journal, anna, words="The garden was quiet.", day=Day.GOOD, now=now)
    letter = act(Letter, anna, words="Dear you.", now=now)
    for one in (line, letter, act(Wave, anna, words="It came back.", now=now)):
        record(anna, one, Scope.OWN, now)
    found = {one["id"]: one for one in client.get("/vault/earlier/").json()["earlier"]}
    assert found.keys() == {str(line.id), str(letter.id)}
    assert found[str(line.id)] == {
        "bond": str(anna.bond_id),
        "id": str(line.id),
        "kind": "journal",
        "day": line.occurred.day.isoformat(),
        "words": "The garden was quiet.",
        "mood": "good",
    }
    address = f"/vault/earlier/{anna.bond_id}/{line.id}/"
    assert client.post(address).status_code == 409
    assert find(anna, line.id) is not None
    send(client, f"/vault/entries/{line.id}/", {"revision": 1, "sealed": sealed(anna, line.id)})
    assert client.post(address).status_code == 200
    assert find(anna, line.id) is None
    assert [one["id"] for one in client.get("/vault/earlier/").json()["earlier"]] == [str(letter.id)]


def test_what_is_shared_or_on_its_way_is_not_moved(anna: Member, client: Client) -> None:
    add(anna, "Toby")
    letter = act(Letter, anna, words="Dear you.", now=timezone.now())
    record(anna, letter, Scope.SHARED, timezone.now())
    assert client.get("/vault/earlier/").json() == {"earlier": []}
    assert client.post(f"/vault/earlier/{anna.bond_id}/{letter.id}/").status_code == 404


def test_removing_asks_for_the_password(client: Client) -> None:
    for given in ({}, {"sure": "on", "password": "wrong"}, {"password": "a long password"}):
        assert client.post("/vault/removal/", given).status_code == 200
    assert client.get("/vault/keyring/").json()["revision"] == 1
    client.post("/vault/removal/", {"sure": "on", "password": "a long password"})
    assert client.get("/vault/keyring/").json()["revision"] == 0


def test_passwords_can_not_be_tried_without_end(client: Client) -> None:
    codes = [
        client.post("/vault/removal/", {"sure": "on", "password": f"guess {n}"}).status_code for n in range(7)
    ]
    assert codes == [200] * 5 + [429] * 2
