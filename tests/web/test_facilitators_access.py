"""Every address of the house × someone from outside: granted something, run out, taken back, left."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amends.acts.moment import Moment
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import grants, share
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.bonds.seek import accept, seek
from amends.people.models import Grant, Member, Notice
from tests.cast import act, add, begin, make_user
from tests.web.cast import client_of, without_tokens
from tests.web.test_access import ADDRESSES, For, _patterns, _shown

pytestmark = pytest.mark.django_db

ENDS = ("runs out", "is taken back", "ends as its member leaves", "ends as the seat is given back")
REPAIRS = frozenset({"repairs"})


class House:
    """Maya and Lena, who both let Bea read their repairs, and Maya a line of her own."""

    def __init__(self) -> None:
        now = timezone.now()
        self.maya = begin("Maya", "friends")
        self.lena = add(self.maya, "Lena")
        self.repair = act(Repair, self.maya, self.lena, name="Late for lunch")
        record(self.maya, self.repair, Scope.SHARED, now)
        share.share(self.maya, self.repair.id, now, at_once=True)
        self.line = act(Moment, self.maya, self.lena, words="A walk by the river.")
        record(self.maya, self.line, Scope.OWN, now)
        self.user = make_user("Bea")
        self.bea = accept(seek(self.maya, now, for_all=True), self.user, "Bea", "mediator", now)
        grants.grant(self.bea, self.maya, {*REPAIRS, str(self.line.id)}, 30, now)
        grants.grant(self.bea, self.lena, REPAIRS, 30, now)
        self.client = Client()
        self.client.force_login(self.user)

    def end(self, how: str, *members: Member) -> None:
        """Let what these members granted come to an end."""
        now = timezone.now()
        for one in members:
            if how == "runs out":
                Grant.objects.filter(member=one).update(ends_at=now - timedelta(seconds=1))
            elif how == "is taken back":
                grants.withdraw(self.bea, one, now)
            elif how == "ends as its member leaves":
                leave(one, Notice.NEVER, now)
        if how == "ends as the seat is given back":
            grants.give_back(self.bea, now)

    def address(self, name: str) -> str:
        values = {
            "bond": self.maya.bond_id,
            "act": self.repair.id,
            "repair": self.repair.id,
            "entry": self.repair.id,
            "session": self.repair.id,
            "member": self.maya.id,
            "facilitator": self.bea.id,
            "sort": "repairs",
            "practice": "own-it",
            "kind": "moment",
            "reading": "trust",
            "token": "made-up",
            "uidb36": "1",
            "key": "made-up",
        }
        pattern = next(pattern for pattern in _patterns() if pattern.name == name)
        wanted = pattern.pattern.regex.groupindex
        # what other rooms name beside these stands for nothing here
        return reverse(name, kwargs={key: values.get(key, self.repair.id) for key in wanted})

    def codes(self, name: str) -> set[int]:
        """What someone from outside is answered, asked for and sent to."""
        where = self.address(name)
        return {self.client.get(where).status_code, self.client.post(where).status_code}


@pytest.fixture
def house() -> House:
    return House()


def of(*whom: For) -> list[str]:
    return [name for name, one in ADDRESSES.items() if one in whom]


@pytest.mark.parametrize("name", of(For.MEMBERS, For.ONCE))
def test_a_grant_opens_nothing_else_of_the_bond(house: House, name: str) -> None:
    codes = house.codes(name)
    assert 404 in codes
    assert codes <= {404, 405}


@pytest.mark.parametrize("name", of(For.FACILITATORS))
def test_a_grant_opens_what_it_is_for(house: House, name: str) -> None:
    codes = house.codes(name)
    assert 404 not in codes
    assert codes <= {200, 302, 405}


@pytest.mark.parametrize(
    ("name", "how"),
    [(name, how) for name in of(For.MEMBERS, For.ONCE) for how in ENDS[:2]]
    + [(name, how) for name in of(For.FACILITATORS) for how in ENDS],
)
def test_once_all_has_ended_nothing_is_there(house: House, name: str, how: str) -> None:
    house.end(how, house.maya, house.lena)
    codes = house.codes(name)
    assert 404 in codes
    assert codes <= {404, 405}


@pytest.mark.parametrize("name", of(For.FACILITATORS))
def test_nobody_else_learns_that_there_is_a_seat(house: House, name: str) -> None:
    strangers = (client_of(house.maya), client_of(house.lena), client_of(begin("Other")))
    there = house.address(name)
    nowhere = there.replace(str(house.bea.id), str(house.repair.id))
    for one in strangers:
        assert one.post(there).status_code == 404
        shown, unknown = one.get(there), one.get(nowhere)
        assert shown.status_code in {404, 405}
        assert _shown(shown) == _shown(unknown)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ENDS[:3])
def test_one_end_closes_what_lies_between_them_at_once(house: House, how: str) -> None:
    """Whose own it is stays open; and every way to end looks the same to who reads."""
    assert house.client.get(house.address("facilitation-strand")).status_code == 200
    house.end(how, house.lena)
    for name in ("facilitation-sort", "facilitation-strand"):
        assert house.client.get(house.address(name)).status_code == 404
    assert house.client.get(house.address("facilitation-alone")).status_code == 200
    left = house.client.get(house.address("facilitation")).content.decode()
    assert "Lena" not in left


def test_however_it_ends_the_facilitators_pages_are_the_same(house: House) -> None:
    shown = {}
    until = Grant.objects.get(member=house.lena).ends_at
    for how in ENDS[:3]:
        house.end(how, house.lena)
        pages = [
            without_tokens(house.client.get(house.address(name)).content.decode())
            for name in ("facilitations", "facilitation", "facilitation-sort", "facilitation-notes")
        ]
        shown[how] = pages
        Grant.objects.filter(member=house.lena).update(ends_at=until)
    assert shown["runs out"] == shown["is taken back"] == shown["ends as its member leaves"]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_nothing_is_read_once_an_end_is_acknowledged() -> None:
    """A hundred reads begun while one member ends what two had granted, in twenty-five rounds."""
    house = House()
    address = house.address("facilitation-strand")
    session = house.client.cookies["session"].value
    after: list[int] = []
    during: list[int] = []

    def read(ended: Event) -> None:
        try:
            client = Client()
            client.cookies["session"] = session
            for _again in range(3):
                was_ended = ended.is_set()
                code = client.get(address).status_code
                (after if was_ended else during).append(code)
        finally:
            connections.close_all()

    def end(ended: Event) -> None:
        try:
            grants.withdraw(house.bea, house.lena, timezone.now())
            ended.set()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        for _round in range(25):
            grants.grant(house.bea, house.lena, REPAIRS, 30, timezone.now())
            ended = Event()
            readers = [pool.submit(read, ended) for _reader in range(4)]
            pool.submit(end, ended).result()
            for one in readers:
                one.result()
            assert Client(headers={"cookie": f"session={session}"}).get(address).status_code == 404
    assert set(during) <= {200, 404}
    assert set(after) == {404}
    assert len(after) + len(during) == 300
