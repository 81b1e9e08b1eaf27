"""How long one stays logged in, and that nothing typed is lost where that ends."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amends.ledger.read import find
from amends.people import sessions
from amends.people.models import Member
from tests.cast import begin
from tests.web.cast import client_of

pytestmark = pytest.mark.django_db

WORDS = "Tea on the steps,\n& “quiet”."
DAY = timedelta(days=1)


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


def is_inside(client: Client, after: timedelta) -> bool:
    """Whether someone is still logged in some time from now, and looks."""
    with time_machine.travel(timezone.now() + after):
        return client.get(reverse("account")).status_code == 200


class TestLimits:
    def test_they_are_what_the_documents_say(self) -> None:
        assert timedelta(seconds=sessions.IDLE) == 7 * DAY
        assert timedelta(seconds=sessions.ABSOLUTE) == 14 * DAY
        assert django_settings.SESSION_COOKIE_AGE == sessions.ABSOLUTE

    def test_a_week_without_coming_back_ends_it(self, anna: Member) -> None:
        assert is_inside(client_of(anna), 6.9 * DAY)
        assert not is_inside(client_of(anna), 7.1 * DAY)

    def test_coming_back_keeps_it_for_two_weeks_and_no_longer(self, anna: Member) -> None:
        client = client_of(anna)
        assert [is_inside(client, day * DAY) for day in (6, 12, 13.9)] == [True] * 3
        assert not is_inside(client, 14.1 * DAY)

    def test_what_the_browser_holds_counts_for_no_other_session(self, anna: Member) -> None:
        here, there = client_of(anna), client_of(anna)
        assert is_inside(here, 6 * DAY)
        there.cookies[sessions.COOKIE] = here.cookies[sessions.COOKIE].value
        assert not is_inside(there, 8 * DAY)

    def test_no_visit_is_written_down(self, anna: Member) -> None:
        client = client_of(anna)
        before = list(Session.objects.values())
        for hours in (1, 5, 30):
            assert is_inside(client, timedelta(hours=hours))
        assert list(Session.objects.values()) == before

    def test_what_is_over_is_gone(self, anna: Member) -> None:
        client = client_of(anna)
        assert not is_inside(client, 8 * DAY)
        assert not Session.objects.exists()

    def test_a_passkey_does_not_tell_when_it_was_used(self, anna: Member) -> None:
        key = Authenticator.objects.create(user=anna.user, type=Authenticator.Type.WEBAUTHN, data={})
        key.record_usage()
        key.refresh_from_db()
        assert key.last_used_at is None


class TestWhileTyping:
    @pytest.fixture
    def address(self, anna: Member) -> str:
        return reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "moment"})

    def test_what_was_typed_comes_back_and_can_be_sent_after_logging_in(
        self, anna: Member, address: str
    ) -> None:
        client = Client(enforce_csrf_checks=True)
        assert anna.user is not None
        _log_in(client, anna.user.email)
        form = _fields(client.get(address)) | {"words": WORDS, "scope": "own"}
        client.cookies.pop(django_settings.SESSION_COOKIE_NAME)  # over, while they wrote
        kept = client.post(address, form)
        assert kept.status_code == 403
        assert kept["Cache-Control"] == "no-store"
        assert "is kept nowhere else" in kept.content.decode()
        assert ">\nTea on the steps,\n&amp; “quiet”.</textarea>" in kept.content.decode()
        assert not Session.objects.filter(session_data__contains="Tea").exists()

        _log_in(client, anna.user.email)  # in another window: the token is another now
        again = client.post(
            address, _fields(kept) | {"words": WORDS}, headers={"origin": "http://testserver"}
        )
        assert "You have logged in anew" in again.content.decode()
        done = client.post(
            address, _fields(again) | {"words": WORDS}, headers={"origin": "http://testserver"}
        )
        assert done.status_code == 303
        found = find(anna, form["id"])
        assert found is not None
        assert found.act.words == WORDS
        assert str(found.act.id) == form["id"], "sent again, it would be another act"

    def test_no_secret_comes_back(self, address: str) -> None:
        fields = {"words": "Two words", "password": "a long password", "credential": "some thing"}
        kept = Client().post(address, fields).content.decode()
        assert "Two words" in kept
        assert "a long password" not in kept
        assert "some thing" not in kept

    def test_another_site_puts_no_words_into_the_page(self, anna: Member, address: str) -> None:
        client = Client(enforce_csrf_checks=True)
        assert anna.user is not None
        _log_in(client, anna.user.email)
        for headers in ({}, {"origin": "https://elsewhere.example"}, {"origin": "null"}):
            answer = client.post(address, {"words": "Put there by others"}, headers=headers)
            assert answer.status_code == 403
            assert "Put there by others" not in answer.content.decode()

    def test_it_says_the_same_wherever_it_was_sent(self, address: str) -> None:
        nowhere = reverse("adding-kind", kwargs={"bond": uuid4(), "kind": "moment"})
        here, there = (Client().post(one, {"words": "Two words"}) for one in (address, nowhere))
        assert _without(here, address) == _without(there, nowhere)

    def test_where_nothing_was_typed_it_leads_to_logging_in(self, address: str) -> None:
        assert Client().post(address)["Location"].startswith(reverse("account_login"))


def _log_in(client: Client, email: str) -> None:
    fields = _fields(client.get(reverse("account_login"))) | {"login": email, "password": "a long password"}
    assert client.post(reverse("account_login"), fields).status_code == 302


def _fields(answer: Any) -> dict[str, Any]:
    """The hidden fields of a page's main form."""
    main = answer.content.decode().partition("<main")[2]
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', main))
    found.pop("when", None)
    return found


def _without(answer: HttpResponse | Any, address: str) -> str:
    text = answer.content.decode().replace(address, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
