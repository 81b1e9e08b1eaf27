"""Something to enjoy, kept jokes, and patience, with two people in two browsers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect


def inside(page: Page, path: str = "") -> str:
    """An address in the bond a page is in."""
    return re.sub(r"(/bonds/[^/]+/).*", r"\g<1>", page.url) + path


def test_an_idea_becomes_something_both_look_forward_to(enter: Callable[..., Page]) -> None:
    """Without scripts: looked for, drawn, laid aside, taken up, shared at once, and only then there."""
    anna, toby = enter("Anna", scripts=False), enter("Toby")
    anna.goto(inside(anna, "joy/?place=apart&time=minutes"))
    anna.get_by_role("button", name="Surprise us").click()
    drawn = anna.locator("#drawn")
    expect(drawn).to_contain_text("each where you are")
    first = drawn.locator("p.lead").inner_text()
    drawn.get_by_role("link", name="Another").click()
    expect(anna.locator("#drawn p.lead")).not_to_have_text(first)
    laid = anna.locator("#drawn p.lead").inner_text()
    anna.locator("#drawn").get_by_role("button", name="Not for us").click()
    expect(anna.locator("#drawn")).to_have_count(0)
    expect(anna.locator("details", has_text="Only you laid these aside")).to_contain_text(laid)
    toby.goto(inside(toby, "joy/"))
    expect(toby.get_by_text("Only you laid these aside")).to_have_count(0)
    anna.get_by_role("link", name="Let’s do this").first.click()
    words = f"{anna.locator('textarea[name=words]').input_value()} {time.monotonic_ns()}"
    anna.locator("textarea[name=words]").fill(words)
    anna.get_by_label("Share it").check()
    anna.get_by_role("button", name="Keep", exact=True).click()
    anna.get_by_role("link", name="Look at it").click()
    toby.goto(inside(toby, "timeline/?sort=good"))
    expect(toby.get_by_text(words[:30])).to_have_count(0)
    anna.get_by_role("button", name="Share now").click()
    toby.goto(inside(toby, "timeline/?words=" + words[-12:]))
    expect(toby.get_by_text("Anna looks forward to something with you").first).to_be_visible()
    anna.goto(inside(anna, "joy/?place=apart&time=minutes"))
    anna.get_by_text("Not for us", exact=True).last.click()
    anna.get_by_role("button", name="Bring it back").first.click()
    expect(anna.get_by_text("Only you laid these aside")).to_have_count(0)


def test_a_joke_is_kept_in_one_line_and_found_again(enter: Callable[..., Page]) -> None:
    anna, toby = enter("Anna"), enter("Toby")
    joke = f"The kettle has opinions {time.monotonic_ns()}"
    anna.goto(inside(anna, "joy/kept/"))
    anna.locator("textarea[name=words]").fill(joke)
    anna.get_by_role("button", name="Keep", exact=True).click()
    expect(anna.locator("ul.rows")).to_contain_text(joke)
    toby.goto(inside(toby, "joy/kept/"))
    expect(toby.locator("ul.rows")).to_contain_text("And now the weather, with feelings.")
    expect(toby.get_by_text(joke)).to_have_count(0)


def test_a_line_a_day_is_asked_of_who_wished_it_and_of_nobody_else(enter: Callable[..., Page]) -> None:
    anna, toby = enter("Anna"), enter("Toby")
    asks = "Is there something you want to hold on to today?"
    expect(toby.get_by_text(asks)).to_have_count(0)
    toby.goto(inside(toby, "settings/"))
    toby.get_by_label("what I want to hold on to").check()
    toby.get_by_role("button", name="Keep", exact=True).click()
    toby.goto(inside(toby, "today/"))
    expect(toby.get_by_text(asks)).to_be_visible()
    toby.get_by_role("button", name="Write a line").click()
    line = f"Late is a habit, not a verdict {time.monotonic_ns()}"
    toby.locator("textarea[name=words]").fill(line)
    toby.get_by_role("button", name="Keep", exact=True).click()
    toby.wait_for_url("**/patience/")
    expect(toby.locator("blockquote").first).to_contain_text(line)
    toby.goto(inside(toby, "today/"))
    expect(toby.get_by_text(asks)).to_have_count(0)
    anna.goto(inside(anna, "patience/"))
    expect(anna.get_by_role("heading", name="With Toby", exact=True)).to_be_visible()
    assert line not in anna.content()
    anna.goto(inside(anna, "timeline/"))
    assert line not in anna.content()
    toby.goto(inside(toby, "settings/"))
    toby.get_by_label("no", exact=True).check()
    toby.get_by_role("button", name="Keep", exact=True).click()
