"""Signing up, logging in and out, a new password."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Self

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amends.people.devices import COOKIE
from amends.people.models import User
from amends.people.reset import reset_path
from tests.web.cast import without_tokens

pytestmark = pytest.mark.django_db

ADDRESS, PASSWORD = "anna@example.org", "seven slow brown foxes"
GOOD = {"email": ADDRESS, "password": PASSWORD, "adult": "on", "zone": "Europe/London"}


@pytest.fixture(autouse=True)
def _no_tries_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def anna() -> User:
    return User.objects.create_user(ADDRESS, PASSWORD)


def log_in(client: Client, password: str = PASSWORD, address: str = ADDRESS) -> bool:
    client.post(reverse("account_login"), {"login": address, "password": password})
    return "_auth_user_id" in client.session


class TestSigningUp:
    def test_it_makes_an_account_to_log_in_with(self, client: Client) -> None:
        answer = client.post(reverse("account_signup"), GOOD, follow=True)
        assert answer.redirect_chain == [(reverse("account_login"), 302)]
        assert f'value="{ADDRESS}"' in answer.content.decode()
        assert log_in(client)
        user = User.objects.get()
        assert (user.email, user.zone) == (ADDRESS, "Europe/London")
        assert PASSWORD not in user.password

    def test_the_answer_is_the_same_where_the_address_has_an_account(self, anna: User) -> None:
        def ask(address: str) -> tuple[int, str, str]:
            client = Client()
            answer = client.post(reverse("account_signup"), GOOD | {"email": address})
            page = client.get(answer["Location"]).content.decode()
            page = re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", page)
            return answer.status_code, answer["Location"], page.replace(address.lower(), "")

        assert ask(ADDRESS) == ask("new@example.org") == ask(ADDRESS.upper())
        assert User.objects.count() == 2

    def test_an_account_that_exists_keeps_its_password(self, client: Client, anna: User) -> None:
        client.post(reverse("account_signup"), GOOD | {"password": "another long password"})
        assert not log_in(client, "another long password")
        assert log_in(client)

    @pytest.mark.parametrize(
        ("field", "typed"),
        [("email", "anna"), ("email", ""), ("password", "short"), ("password", "password12"), ("adult", "")],
    )
    def test_an_error_stands_at_its_field_and_keeps_what_was_typed(
        self, client: Client, field: str, typed: str
    ) -> None:
        answer = client.post(reverse("account_signup"), GOOD | {field: typed})
        page = answer.content.decode()
        assert list(answer.context["form"].errors) == [field]
        assert f'aria-describedby="id_{field}' in page or f"id_{field}_error" in page
        assert f'value="{typed if field == "email" else ADDRESS}"' in page or typed == ""
        assert not User.objects.exists()

    def test_a_zone_that_is_none_is_left_out(self, client: Client) -> None:
        client.post(reverse("account_signup"), GOOD | {"zone": "Moon/Base"})
        assert User.objects.get().zone == "UTC"

    def test_an_invitation_is_not_lost_on_the_way(self, client: Client) -> None:
        then = "?next=/invitations/abc/"
        answer = client.post(reverse("account_signup") + then, GOOD)
        assert answer["Location"] == reverse("account_login") + "?next=%2Finvitations%2Fabc%2F"
        answer = client.post(answer["Location"], {"login": ADDRESS, "password": PASSWORD})
        assert answer["Location"] == "/invitations/abc/"

    def test_nobody_is_sent_elsewhere(self, client: Client, anna: User) -> None:
        address = reverse("account_login") + "?next=https://example.com/"
        answer = client.post(address, {"login": ADDRESS, "password": PASSWORD})
        assert answer["Location"] == reverse("home")


class TestLoggingInAndOut:
    def test_in_and_out(self, client: Client, anna: User) -> None:
        assert log_in(client)
        client.get(reverse("account_logout"))
        assert "_auth_user_id" in client.session
        client.post(reverse("account_logout"))
        assert "_auth_user_id" not in client.session

    def test_a_wrong_password_and_a_wrong_address_look_alike(self, client: Client, anna: User) -> None:
        def errors(address: str) -> object:
            answer = client.post(reverse("account_login"), {"login": address, "password": "wrong"})
            return answer.context["form"].errors

        assert errors(ADDRESS) == errors("nobody@example.org") != {}

    def test_a_thousand_wrong_tries_lock_nobody_out(self, anna: User) -> None:
        """Sessions stay, and a device that was here before gets in; a passkey does: see test_keys.py."""
        inside, known, outside = Client(), Client(), Client()
        for client in (inside, known):
            assert log_in(client)
        known.post(reverse("account_logout"))
        for _ in range(1_000):  # of those from one address, all but a few are refused unread
            log_in(outside, "wrong")
        assert not log_in(outside), "too many tries: even the right one waits"
        assert inside.get(reverse("account")).status_code == 200
        assert log_in(known)

    def test_a_known_device_of_another_account_has_no_more_tries(self, anna: User) -> None:
        User.objects.create_user("eve@example.org", PASSWORD)
        for _ in range(2):
            eve = Client()
            assert log_in(eve, address="eve@example.org")
            eve.post(reverse("account_logout"))
            for _ in range(5):
                log_in(eve, "wrong")
        assert not log_in(eve)

    def test_a_made_up_device_is_unknown(self, anna: User) -> None:
        for number in range(6):
            client = Client()
            client.cookies[COOKIE] = f"made-up:{number}:x"
            log_in(client, "wrong")
        assert not log_in(client)

    def test_logging_in_writes_nothing_about_when(self, client: Client, anna: User) -> None:
        before = User.objects.filter(id=anna.id).values().get()
        log_in(client)
        assert User.objects.filter(id=anna.id).values().get() == before


class TestPasswords:
    def test_by_letter(self, client: Client, anna: User) -> None:
        client.post(reverse("account_reset_password"), {"email": ADDRESS})
        (letter,) = mail.outbox
        assert letter.to == [ADDRESS]
        assert "Amends" not in letter.subject
        assert "testserver" not in letter.subject
        link = re.search(r"http://testserver(\S+)", letter.body)
        assert link is not None
        _set_new_password(client, link[1])
        assert log_in(Client(), "eight quick red herons")

    def test_by_a_link_that_the_host_makes(self, client: Client, anna: User) -> None:
        link = reset_path(anna)
        _set_new_password(client, link)
        assert log_in(Client(), "eight quick red herons")
        assert b"no longer open" in Client().get(link).content

    def test_the_page_says_the_same_for_any_address(self, client: Client, anna: User) -> None:
        answers = [
            client.post(reverse("account_reset_password"), {"email": address}, follow=True)
            for address in (ADDRESS, "nobody@example.org")
        ]
        assert answers[0].redirect_chain == answers[1].redirect_chain
        assert without_tokens(answers[0].content.decode()) == without_tokens(answers[1].content.decode())

    def test_nobodys_letter_box_is_filled(self, anna: User) -> None:
        for _ in range(8):
            Client().post(reverse("account_reset_password"), {"email": ADDRESS})
        assert len(mail.outbox) == 5

    def test_without_post_it_says_who_can_help(self, client: Client, settings: object) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # type: ignore[attr-defined]
        settings.AMENDS_HOST_NAME = "Toby"  # type: ignore[attr-defined]
        page = client.get(reverse("account_reset_password")).content.decode()
        assert "Toby" in page
        assert "amends reset-link" in page
        assert "<form" not in page.partition("<main")[2]

    def test_when_the_letter_cannot_be_sent_it_says_so(
        self, client: Client, anna: User, settings: object
    ) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
        answer = client.post(reverse("account_reset_password"), {"email": ADDRESS})
        assert answer.status_code == 200
        assert answer.context["form"].non_field_errors()

    def test_a_real_letter_box_gets_it(self, client: Client, anna: User, settings: object) -> None:
        with LetterBox() as box:
            settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
            settings.EMAIL_HOST, settings.EMAIL_PORT = box.server_address  # type: ignore[attr-defined]
            settings.EMAIL_USE_TLS = False  # type: ignore[attr-defined]
            client.post(reverse("account_reset_password"), {"email": ADDRESS})
        assert "Subject: The link you asked for" in box.letter
        assert "http://testserver/password/reset/" in box.letter

    def test_changing_it_logs_the_other_devices_out(self, anna: User) -> None:
        here, there = Client(), Client()
        assert log_in(here)
        assert log_in(there)
        typed = {"oldpassword": PASSWORD, "password1": "eight quick red herons"}
        assert here.post(reverse("account_change_password"), typed).status_code == 302
        assert here.get(reverse("account")).status_code == 200
        assert there.get(reverse("account")).status_code == 302

    def test_changing_it_needs_the_old_one(self, client: Client, anna: User) -> None:
        log_in(client)
        typed = {"oldpassword": "wrong", "password1": "eight quick red herons"}
        answer = client.post(reverse("account_change_password"), typed)
        assert list(answer.context["form"].errors) == ["oldpassword"]
        assert log_in(Client())


def _set_new_password(client: Client, link: str) -> None:
    page = client.get(link, follow=True)
    answer = client.post(page.context["action_url"], {"password1": "eight quick red herons"}, follow=True)
    assert b"Your password is set" in answer.content


class LetterBox(socketserver.TCPServer):
    """A server that takes letters and keeps the last."""

    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Postman)
        self.letter = ""

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.shutdown()
        self.server_close()


class _Postman(socketserver.StreamRequestHandler):
    server: LetterBox

    def handle(self) -> None:
        self._say("220 here")
        for line in self.rfile:
            match line[:4].upper():
                case b"DATA":
                    self._say("354 go on")
                    self._take()
                case b"QUIT":
                    self._say("221 bye")
                    return
            self._say("250 ok")

    def _take(self) -> None:
        lines: list[str] = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        self.server.letter = "\n".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


def test_an_open_device_is_not_enough_to_change_the_ways_in(client: Client) -> None:
    """Some minutes after logging in, the password is asked for again; then it goes on as was wanted."""
    user = User.objects.create_user("mira@example.org", "four words not together")
    client.post(reverse("account_login"), {"login": user.email, "password": "four words not together"})
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        for name in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
            assert client.get(reverse(name)).status_code == 302
        confirm = reverse("account_reauthenticate") + "?next=" + reverse("mfa_activate_totp")
        assert client.post(confirm, {"password": "wrong"}).status_code == 200
        answer = client.post(confirm, {"password": "four words not together"})
        assert answer["Location"] == reverse("mfa_activate_totp")
        assert client.get(reverse("mfa_activate_totp")).status_code == 200
