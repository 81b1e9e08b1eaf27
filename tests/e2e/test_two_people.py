"""Two people at once, in two browsers: what one shares arrives, what one keeps is nowhere."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect


def write(page: Page, way: str, words: str, choice: str) -> None:
    """Write something down from today, as a person does."""
    page.get_by_role("link", name="Today").click()
    page.get_by_role("link", name=way).click()
    page.locator("textarea[name=words]").fill(words)
    page.get_by_label(choice).check()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_url("**/today/")


def test_what_anna_shares_arrives_and_what_she_keeps_is_nowhere(enter: Callable[..., Page]) -> None:
    """Anna keeps one thing and shares another at once; Toby reads the one and finds no trace of the other."""
    anna, toby = enter("Anna"), enter("Toby")
    kept, shared = f"kept {time.monotonic_ns()}", f"shared {time.monotonic_ns()}"
    write(anna, "Something that hurt", kept, "Keep it to myself")
    write(anna, "Something good", shared, "Share it")
    bond = anna.url.removesuffix("today/")
    anna.goto(bond)
    anna.get_by_role("link", name=re.compile(shared)).first.click()
    expect(anna.get_by_text("on its way")).to_be_visible()
    toby.goto(bond)
    assert shared not in toby.content()
    anna.get_by_role("button", name="Share now").click()
    expect(anna.get_by_role("button", name="Share now")).to_have_count(0)
    toby.goto(bond)
    assert shared in toby.content()
    for path in ("", "today/", "add/", "readings/balance/"):
        toby.goto(bond + path)
        assert kept not in toby.content()


def test_writing_takes_one_text_and_two_taps(enter: Callable[..., Page]) -> None:
    """From today: a way in, the words, keep. Everything else may stay as it is."""
    page = enter("Anna")
    page.get_by_role("link", name="Something good").click()
    page.keyboard.press("Tab")
    page.locator("textarea[name=words]").fill("A quick one")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_url("**/today/")
    expect(page.get_by_role("status")).to_be_visible()


def test_everything_works_without_javascript(enter: Callable[..., Page]) -> None:
    """Writing, sharing and taking back, with scripts off."""
    page = enter("Anna", scripts=False)
    words = f"without scripts {time.monotonic_ns()}"
    write(page, "Something good", words, "Share it")
    page.goto(page.url.removesuffix("today/"))
    page.get_by_role("link", name=re.compile(words)).first.click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("kept to yourself")).to_be_visible()


def test_it_can_be_done_from_the_keyboard(enter: Callable[..., Page]) -> None:
    """The skip link comes first, and a form is filled and sent without a pointer."""
    page = enter("Anna")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.goto(page.url.removesuffix("today/") + "add/moment/")
    page.locator("textarea[name=words]").focus()
    page.keyboard.type("Typed")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "BUTTON":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/today/")


def test_an_error_stands_at_its_field(enter: Callable[..., Page]) -> None:
    """Nothing typed is lost, and a screen reader is led to what is wrong."""
    page = enter("Anna")
    page.goto(page.url.removesuffix("today/") + "add/promise/")
    page.locator("textarea[name=words]").fill("To be sent without a day")
    page.locator("input[name=due_day]").fill("")
    page.get_by_role("button", name="Keep", exact=True).click()
    field = page.locator("input[name=due_day]")
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby") or ""
    assert any(page.locator(f"#{part}").inner_text() for part in described.split())
    expect(page.locator("textarea[name=words]")).to_have_value("To be sent without a day")
