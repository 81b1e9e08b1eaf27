"""The one letter that is ever sent, word for word; everything else happens without any."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from amends.acts.scope import Scope
from amends.bonds import invite
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.people.models import Notice
from tests.cast import NOW, add, begin, hurt

pytestmark = pytest.mark.django_db

SUBJECT = "The link you asked for"
WITH_LINK = """Someone, probably you, asked for a new password for this address. You can set one here:

http://testserver/password/reset/…/

The link opens once. If it wasn’t you, nothing has changed and there is nothing to do."""
WITHOUT = (
    "Someone, probably you, asked for a new password for this address. There is no account with it, so there "
    "is no link. Perhaps you used another address. If it wasn’t you, there is nothing to do."
)


@pytest.fixture(autouse=True)
def _no_tries_yet() -> None:
    cache.clear()


def test_a_letter_names_nobody_and_not_this_server() -> None:
    anna = begin("Anna")
    assert anna.user is not None
    for address in (anna.user.email, "nobody@example.org"):
        Client().post(reverse("account_reset_password"), {"email": address})
    told, other = mail.outbox
    assert (told.subject, other.subject) == (SUBJECT, SUBJECT)
    assert re.sub(r"reset/[^/]+/", "reset/…/", str(told.body)) == WITH_LINK
    assert other.body == WITHOUT
    for letter in mail.outbox:
        assert letter.from_email == "amends@localhost"
        assert not letter.attachments
        assert not getattr(letter, "alternatives", [])
        assert not re.search(r"Amends|Anna|Home", f"{letter.subject} {letter.body}")


def test_nothing_else_sends_one() -> None:
    """Neither what people write, nor who comes and goes, nor what changes about an account."""
    client, address, password = Client(), "mira@example.org", "four words not together"
    client.post(reverse("account_signup"), {"email": address, "password": password, "adult": "on"})
    client.post(reverse("account_login"), {"login": address, "password": password})
    client.post(reverse("account_reauthenticate"), {"password": password})
    new = {"oldpassword": password, "password1": "eight quick red herons"}
    assert client.post(reverse("account_change_password"), new).status_code == 302
    client.post(reverse("mfa_generate_recovery_codes"))
    client.post(reverse("account_signup"), {"email": address, "password": password, "adult": "on"})
    anna = begin("Anna", "friends")
    toby = add(anna, "Toby")
    record(anna, hurt(anna, toby), Scope.SHARED, NOW)
    invite.invite(anna, NOW)
    leave(toby, Notice.NOW, NOW)
    assert mail.outbox == []
