"""The coach in the browser: it speaks when typing pauses, and leaves alone what it is told to."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_it_speaks_when_typing_pauses_and_learns_what_is_not_helpful(enter: Callable[..., Page]) -> None:
    page = enter("Anna")
    base = page.url.removesuffix("today/")
    page.goto(f"{base}add/hurt/")
    page.locator("textarea[name=words]").fill("You never listen.")
    expect(page.locator("#coach mark")).to_have_text("You never listen.")
    page.get_by_role("button", name="Not helpful").click()
    expect(page.locator("#coach mark")).to_have_count(0)
    page.reload()
    page.locator("textarea[name=words]").fill("You never listen.")
    page.locator("textarea[name=words]").press_sequentially(" You are selfish.")
    expect(page.locator("#coach mark")).to_have_text("You are selfish.")


def test_it_can_be_turned_off_and_on(enter: Callable[..., Page]) -> None:
    page = enter("Anna")
    base = page.url.removesuffix("today/")
    page.goto(f"{base}add/hurt/")
    page.locator("textarea[name=words]").fill("You never listen.")
    page.get_by_role("button", name="Don’t read along here").click()
    expect(page.locator("#coach mark")).to_have_count(0)
    page.get_by_role("button", name="Read along again").click()
    expect(page.locator("#coach mark")).to_have_count(1)
