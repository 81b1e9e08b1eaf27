"""Leaving the page quickly: by the button, by Shift three times, and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

WEATHER = "https://www.bbc.com/weather"


def harmless(page: Page) -> None:
    """Stand in for the page outside, which these tests can't reach."""

    def answer(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>Sun</title><p>Sun", content_type="text/html")

    page.route(WEATHER, answer)


def press_shift(page: Page) -> None:
    """Three times."""
    for _ in range(3):
        page.keyboard.press("Shift")


def press_button(page: Page) -> None:
    """At the top."""
    page.get_by_role("button", name="Exit").click()


@pytest.mark.parametrize(
    ("way", "scripts"), [(press_shift, True), (press_button, True), (press_button, False)]
)
def test_the_session_ends_and_something_harmless_is_there(
    enter: Callable[..., Page], way: Callable[[Page], None], scripts: bool
) -> None:
    """Nothing of the page is left, and the way back leads to no words."""
    page = enter("Anna", scripts=scripts)
    harmless(page)
    bond = page.url.removesuffix("today/")
    way(page)
    page.wait_for_url(WEATHER)
    page.goto(bond)
    assert "/log-in/" in page.url
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("Toby")


def test_it_is_blank_before_anything_is_answered(enter: Callable[..., Page]) -> None:
    """Even where the network hangs, the words go at once."""
    page = enter("Anna")
    page.route("**/exit/", lambda route: None)  # never answered
    page.evaluate("addEventListener('amends:exit', () => { window.told = true })")
    shown = page.evaluate(
        """() => {
            document.getElementById('exit').requestSubmit();
            return [getComputedStyle(document.body).display, document.title, window.told];
        }"""
    )
    assert shown == ["none", "Weather", True]


def test_what_was_typed_is_gone(enter: Callable[..., Page]) -> None:
    """Not even the browser's memory of the page holds it."""
    page = enter("Anna")
    page.goto(page.url.removesuffix("today/") + "add/hurt/")
    page.route("**/exit/", lambda route: None)
    page.locator("textarea[name=words]").fill("Half a sentence")
    typed = page.evaluate(
        """() => {
            document.getElementById('exit').requestSubmit();
            return document.querySelector('textarea').value;
        }"""
    )
    assert typed == ""


def test_a_stranger_has_it_too(visit: Callable[..., Page]) -> None:
    """Help is read by people who are not logged in."""
    page = visit("/help/")
    harmless(page)
    press_shift(page)
    page.wait_for_url(WEATHER)
