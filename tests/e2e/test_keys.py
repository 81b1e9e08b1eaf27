"""More than a password, in a real browser: a passkey by Chromium itself, a code, a recovery code."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.e2e.test_pages import findings

PASSWORD = "a long password of one's own"


@dataclass
class Someone:
    """A browser at the name by which passkeys know this place, and an account in it."""

    page: Page
    base: str
    address: str

    def go(self, path: str) -> None:
        """Open a page."""
        self.page.goto(self.base + path)
        self.confirm()

    def confirm(self) -> None:
        """Where it is asked, say once more who one is."""
        if "/confirming/" in self.page.url:
            self.page.locator("input[name=password]").fill(PASSWORD)
            self.page.get_by_role("button", name="Go on").click()

    def log_in(self) -> None:
        """By the password."""
        self.page.goto(self.base + "/log-in/")
        self.page.locator("input[name=login]").fill(self.address)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.get_by_role("button", name="Log in", exact=True).click()

    def be_guessed_at(self) -> None:
        """Others try passwords, until not even the right one would do."""
        browser = self.page.context.browser
        assert browser is not None
        elsewhere = browser.new_context(base_url=self.base)
        form = elsewhere.request.get("/log-in/").text()
        token = form.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
        tries = {"csrfmiddlewaretoken": token, "login": self.address}
        for guess in (*(f"guess {number}" for number in range(20)), PASSWORD):
            answer = elsewhere.request.post(
                "/log-in/", form=tries | {"password": guess}, headers={"Referer": self.base}
            )
        assert "Too many tries" in answer.text()
        elsewhere.close()

    def log_out(self) -> None:
        """From the page of the account."""
        self.page.goto(self.base + "/account/")
        self.page.locator("main").get_by_role("button", name="Log out").click()
        self.page.wait_for_url(lambda url: "/account/" not in url)


@pytest.fixture
def someone(visit: Callable[..., Page], address: str) -> Someone:
    """Who has just signed up and logged in."""
    base = address.replace("127.0.0.1", "localhost")
    page = visit("/help/")
    found = Someone(page, base, f"mira{time.monotonic_ns()}@example.org")
    page.goto(base + "/sign-up/")
    page.locator("input[name=email]").fill(found.address)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=adult]").check()
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url("**/log-in/**")
    found.log_in()
    page.wait_for_url("**/bonds/new/")
    return found


def with_authenticator(page: Page) -> None:
    """A device that can be unlocked, as Chromium plays it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_opens_the_account_without_a_password(someone: Someone) -> None:
    """Made once, it logs in by itself; removed, it is known no more."""
    page = someone.page
    with_authenticator(page)
    someone.go("/account/keys/passkeys/new/")
    page.locator("input[name=name]").fill("Red phone")
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**/recovery-codes/")
    expect(page.locator("main code")).to_have_count(10)
    someone.log_out()
    someone.be_guessed_at()
    page.goto(someone.base + "/log-in/")
    page.get_by_role("button", name="Log in with a passkey").click()
    page.wait_for_url("**/bonds/new/")
    someone.go("/account/keys/")
    expect(page.get_by_role("button", name="Remove Red phone")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url("**/confirming/**")
    someone.confirm()
    expect(page.get_by_text("The passkey opens nothing any more.")).to_be_visible()
    expect(page.get_by_text("None yet.")).to_be_visible()


def test_a_code_is_asked_for_beside_the_password(someone: Someone) -> None:
    """And a recovery code takes its place, once."""
    page = someone.page
    someone.go("/account/keys/app/")
    expect(page.locator("figure svg")).to_be_visible()
    assert findings(page) == []
    code = format_hotp_value(hotp_value(page.locator("#key").input_value(), int(time.time()) // 30))
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name="Ask for it from now on").click()
    page.wait_for_url("**/recovery-codes/**")
    spare = page.locator("main code").first.inner_text()
    someone.log_out()
    someone.log_in()
    page.wait_for_url("**/second-step/")
    page.locator("input[name=code]").fill("000000")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("[aria-invalid=true]")).to_be_visible()
    page.locator("input[name=code]").fill(spare)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**/bonds/new/")
    someone.log_out()
    someone.log_in()
    page.locator("input[name=code]").fill(spare)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("[aria-invalid=true]")).to_be_visible()


def test_invented_people_have_no_keys(enter: Callable[..., Page]) -> None:
    """They have no password to fall back on."""
    answer = enter("Anna").goto("/account/keys/")
    assert answer is not None
    assert answer.status == 404
