"""An end takes effect at once: what is asked for after it was acknowledged is not there any more.

A real server, people who keep reading, and an end in the midst of it, a hundred times over.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from django.utils import timezone

from amends.acts.disclosure import Disclosure, Shelf
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.grants import grant
from amends.bonds.record import record
from amends.bonds.seek import accept, seek
from amends.people.models import Facilitator, Member, User
from amends.people.sessions import SINCE
from tests.cast import act, add, begin, make_user

pytestmark = pytest.mark.django_db(transaction=True)

READERS = 3
CSRF = "a" * 32


@dataclass
class Reader:
    """Someone who asks for one page again and again, and notes when each request began."""

    ask: Callable[[], int]
    stop: threading.Event
    came: list[tuple[float, int]] = field(default_factory=list)

    def read(self) -> None:
        while not self.stop.is_set():
            began = perf_counter()
            self.came.append((began, self.ask()))


@dataclass(frozen=True)
class Visitor:
    """A browser in which someone is logged in."""

    base: str
    cookies: str

    def get(self, path: str) -> int:
        return self._ask("GET", path, None)

    def post(self, path: str, body: str = "") -> int:
        return self._ask("POST", path, f"csrfmiddlewaretoken={CSRF}&{body}")

    def _ask(self, method: str, path: str, body: str | None) -> int:
        where = urlsplit(self.base)
        connection = HTTPConnection(where.hostname or "", where.port, timeout=30)
        try:
            headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()


@pytest.fixture
def visitor(live_server: Any) -> Callable[[User | None], Visitor]:
    def come(user: User | None) -> Visitor:
        assert user is not None
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session[SINCE] = int(timezone.now().timestamp())
        session.create()
        return Visitor(live_server.url, f"session={session.session_key}; csrf={CSRF}")

    return come


def race(read: Callable[[], int], end: Callable[[], int]) -> None:
    """Let readers ask while something ends; what begins after the end was acknowledged finds nothing."""
    stop = threading.Event()
    readers = [Reader(read, stop) for _ in range(READERS)]
    threads = [threading.Thread(target=reader.read) for reader in readers]
    for thread in threads:
        thread.start()
    status = end()
    acknowledged = perf_counter()
    last = read()
    stop.set()
    for thread in threads:
        thread.join()
    assert status in {200, 302, 303}, status
    came = [one for reader in readers for one in reader.came]
    assert {code for _began, code in came} <= {200, 404}
    assert [code for began, code in came if began > acknowledged and code != 404] == []
    assert last == 404
    assert any(began < acknowledged for began, _code in came), "nobody was reading"


def test_leaving(visitor: Callable[[User | None], Visitor]) -> None:
    anna = begin("Anna")
    add(anna, "Toby")
    here = visitor(anna.user)
    page, leaving = (reverse(name, args=[anna.bond_id]) for name in ("ledger", "leaving"))
    for _ in range(40):
        assert here.get(page) == 200
        race(lambda: here.get(page), lambda: here.post(leaving, "notice=never"))
        Member.objects.filter(id=anna.id).update(left_at=None, notice="")


def test_a_grant(visitor: Callable[[User | None], Visitor]) -> None:
    anna, now = begin("Anna"), timezone.now()
    accept(seek(anna, now, for_all=False), make_user("Bea"), "Bea", "mediator", now)
    bea = Facilitator.objects.get()
    here, outside = visitor(anna.user), visitor(bea.user)
    page = reverse("facilitation", args=[bea.id])
    withdrawal = reverse("grant-withdrawal", args=[anna.bond_id, bea.id])
    for _ in range(30):
        grant(bea, anna, ["repairs"], 30, timezone.now())
        assert outside.get(page) == 200
        race(lambda: outside.get(page), lambda: here.post(withdrawal))


def test_something_laid_open(visitor: Callable[[User | None], Visitor]) -> None:
    anna, now = begin("Anna"), timezone.now() - timedelta(minutes=1)
    toby = add(anna, "Toby")
    here, there = visitor(anna.user), visitor(toby.user)
    for number in range(30):
        shown = act(Disclosure, anna, words=f"Plan {number}", shelf=Shelf.NOTES, now=now)
        record(anna, shown, Scope.SHARED, now)
        share.share(anna, shown.id, now, at_once=True)
        page, closing = _addresses(anna.bond_id, shown.id)
        assert there.get(page) == 200
        race(lambda page=page: there.get(page), lambda closing=closing: here.post(closing))


def _addresses(bond: UUID, shown: UUID) -> tuple[str, str]:
    page, closing = (reverse(name, kwargs={"bond": bond, "act": shown}) for name in ("act", "closing"))
    return page, closing
