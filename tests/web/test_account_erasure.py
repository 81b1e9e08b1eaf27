"""The page that erases an account: it asks who one is, says what happens, and is for real accounts alone."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.account.internal.flows import login as logging_in
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from amends.people.devices import COOKIE
from amends.people.models import Member, Notice, User
from tests.cast import add, begin, make_user
from tests.web.cast import page

pytestmark = pytest.mark.django_db

PASSWORD = "a long password"
ERASURE = "/account/erasure/"
CHOSEN = {"notice": "never", "shared": "stays", "sure": "on"}


@pytest.fixture(autouse=True)
def _apart(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


def logged_in(user: User | None) -> Client:
    """Who has typed their password, and typed it once more."""
    client = Client()
    assert user is not None
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate") + f"?next={ERASURE}", {"password": PASSWORD})
    return client


def confirmed(user: User) -> Client:
    """Who has no password, and has just used a passkey once more."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[logging_in._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session[logging_in.AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "mfa", "type": "webauthn", "at": time.time(), "reauthenticated": True}
    ]
    session.save()
    return client


def by_key_alone() -> User:
    user = make_user("Kim")
    user.set_unusable_password()
    user.save()
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "phone"})
    return user


def test_an_open_device_is_not_enough(anna: Member) -> None:
    add(anna, "Toby")
    client = Client()
    assert anna.user is not None
    client.force_login(anna.user)
    for answer in (client.get(ERASURE), client.post(ERASURE, CHOSEN)):
        assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert User.objects.filter(id=anna.user_id, is_active=True).exists()
    client.post(reverse("account_reauthenticate") + f"?next={ERASURE}", {"password": PASSWORD})
    assert User.objects.filter(id=anna.user_id, is_active=False).exists(), "what was asked for goes on"


def test_it_says_what_goes_and_what_stays_and_offers_copies_first(anna: Member) -> None:
    text = page_of(logged_in(anna.user))
    for said in ("nobody can bring it back", "All that you kept to yourself", "your first name", "backups"):
        assert said in text
    assert reverse("export", args=[anna.bond_id]) in text
    assert reverse("help") in text


def test_nothing_goes_unless_one_is_sure(anna: Member) -> None:
    add(anna, "Toby")
    answer = logged_in(anna.user).post(ERASURE, CHOSEN | {"sure": ""})
    assert list(answer.context["form"].errors) == ["sure"]
    assert User.objects.filter(id=anna.user_id, is_active=True).exists()


def test_nobody_is_told_unless_one_wants_it(anna: Member) -> None:
    toby = add(anna, "Toby")
    text = page_of(logged_in(anna.user))
    assert re.findall(r'name="(notice|shared)" value="(\w+)"[^>]* checked', text) == [
        ("notice", "never"),
        ("shared", "stays"),
    ]
    before = page(toby, "bond")
    client = logged_in(anna.user)
    answer = client.post(ERASURE, CHOSEN)
    assert answer.status_code == 200
    assert Member.objects.get(id=anna.id).notice == Notice.NEVER
    assert without_changing(page(toby, "bond")) == without_changing(before)


def test_who_is_alone_is_asked_nothing_about_others(anna: Member) -> None:
    client = logged_in(anna.user)
    assert "notice" not in client.get(ERASURE).context["form"].fields
    assert client.post(ERASURE, {"sure": "on"}).status_code == 200
    assert not User.objects.filter(id=anna.user_id).exists()


def test_afterwards_the_browser_is_a_strangers(anna: Member) -> None:
    add(anna, "Toby")
    client, elsewhere = logged_in(anna.user), logged_in(anna.user)
    answer = client.post(ERASURE, CHOSEN)
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.cookies[COOKIE].value == ""
    for one in (client, elsewhere):
        assert one.get(reverse("account"))["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in logged_in(anna.user).session


def test_a_passkey_alone_is_enough_to_go() -> None:
    kim = by_key_alone()
    stale = Client()
    stale.force_login(kim)
    assert stale.post(ERASURE, {"sure": "on"})["Location"].startswith(reverse("account_reauthenticate"))
    client = confirmed(kim)
    assert client.get(ERASURE).status_code == 200
    assert client.post(ERASURE, {"sure": "on"}).status_code == 200
    assert not User.objects.filter(id=kim.id).exists()


def test_a_vault_without_a_password_is_removed_with_a_passkey() -> None:
    kim = by_key_alone()
    stale = Client()
    stale.force_login(kim)
    removal = reverse("vault-removal")
    assert stale.post(removal, {"sure": "on"})["Location"].startswith(reverse("account_reauthenticate"))
    answer = confirmed(kim).post(removal, {"sure": "on"})
    assert answer["Location"] == reverse("vault")


def test_the_last_way_in_cannot_be_removed() -> None:
    kim = by_key_alone()
    key = Authenticator.objects.get(user=kim)
    answer = confirmed(kim).post(reverse("mfa_remove_webauthn"), {"key": key.pk})
    assert answer["Location"] == reverse("mfa_index")
    assert Authenticator.objects.filter(user=kim).exists()


def test_an_invented_person_has_no_account_to_erase() -> None:
    user = User.objects.create_user("toby.story@example.org")
    client = Client()
    client.force_login(user)
    assert client.get(ERASURE).status_code == 404
    assert client.post(ERASURE, {"sure": "on"}).status_code == 404


def page_of(client: Client) -> str:
    answer = client.get(ERASURE)
    assert answer.status_code == 200
    return answer.content.decode()


def without_changing(text: str) -> str:
    """A page without the token that is another on each."""
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)
