"""A session that ends while someone writes: the words stay in the window, and can be sent from there."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.test_keys import Someone, someone  # noqa: F401 - a fixture
from tests.e2e.test_pages import findings

WORDS = "Tea on the steps, & nobody said a word."


def test_nothing_typed_is_lost(enter: Callable[..., Page]) -> None:
    page = enter("Anna")
    base = page.url.removesuffix("today/")
    page.goto(base + "add/moment/")
    page.locator("textarea[name=words]").fill(WORDS)
    page.context.clear_cookies(name="session")
    page.locator("main form button:not(.link)").last.click()
    expect(page.get_by_role("heading", name="Not sent yet")).to_be_visible()
    expect(page.locator("main textarea")).to_have_value(WORDS)
    assert findings(page) == []

    other = page.context.new_page()
    other.goto("/demo/")
    other.get_by_role("button", name="Anna").first.click()
    other.wait_for_url("**/today/")
    other.close()

    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("You have logged in anew")).to_be_visible()
    expect(page.locator("main textarea")).to_have_value(WORDS)
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("heading", name="Not sent yet")).to_have_count(0)
    page.goto(base + "timeline/?words=nobody+said")
    expect(page.locator("main ul.rows").get_by_text("Tea on the steps").first).to_be_visible()


def test_an_account_is_erased_in_a_few_steps(someone: Someone) -> None:  # noqa: F811
    page = someone.page
    someone.go("/account/")
    assert findings(page) == []
    page.get_by_role("link", name="Erase this account").click()
    someone.confirm()
    expect(page.get_by_role("heading", name="Erase your account")).to_be_visible()
    assert findings(page) == []
    page.locator("input[name=sure]").check()
    page.get_by_role("button", name="Erase my account").click()
    expect(page.get_by_role("heading", name="Your account is erased")).to_be_visible()
    assert findings(page) == []
    someone.log_in()
    expect(page.get_by_text("don’t belong together")).to_be_visible()
