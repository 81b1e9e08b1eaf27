"""Two people at once: a boundary and its answer, hours that ask for nothing, the ten minutes of the week."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect


def share_now(page: Page, words: str) -> None:
    """Open the act with these words, and share it at once."""
    page.get_by_role("link", name=re.compile(words)).first.click()
    page.get_by_role("button", name="Share now").click()
    expect(page.get_by_role("button", name="Share now")).to_have_count(0)


def test_a_boundary_is_put_answered_and_seen_by_both(enter: Callable[..., Page]) -> None:
    """What would take hold of the other is refused first; what is about oneself goes through."""
    anna, toby = enter("Anna"), enter("Toby")
    bond = anna.url.removesuffix("today/")
    words = f"My diary stays closed {time.monotonic_ns()}"
    anna.goto(bond + "boundaries/")
    anna.get_by_role("link", name="Set one").click()
    anna.locator("textarea[name=words]").fill(words)
    anna.get_by_label("Whose is it to decide?").select_option("their phone")
    anna.get_by_label("Share it").check()
    anna.get_by_role("button", name="Keep", exact=True).click()
    expect(anna.get_by_text("are theirs to decide about")).to_be_visible()
    anna.get_by_label("Whose is it to decide?").select_option("my home")
    anna.get_by_role("button", name="Keep", exact=True).click()
    anna.wait_for_url("**/boundaries/")
    share_now(anna, words)
    toby.goto(bond + "boundaries/")
    toby.locator("li", has_text=words).get_by_role("link", name="Answer, if you like").click()
    toby.get_by_label("Let us talk about it").check()
    toby.get_by_role("button", name="Send").click()
    expect(toby.get_by_text("Shared.")).to_be_visible()
    anna.goto(bond + "boundaries/")
    expect(anna.locator("li", has_text=words)).to_contain_text("Toby: Let us talk about it")


def test_in_tobys_hours_his_phone_asks_for_nothing_and_annas_does_not_tell(
    enter: Callable[..., Page],
) -> None:
    """Hours around the clock, kept to himself, and erased again."""
    anna, toby = enter("Anna"), enter("Toby")
    bond = anna.url.removesuffix("today/")
    anna.goto(bond + "boundaries/")
    before = anna.locator("main").inner_text()
    toby.goto(bond + "add/hours/")
    toby.locator("input[name=begins]").fill("00:00")
    toby.locator("input[name=ends]").fill("00:00")
    toby.get_by_role("button", name="Keep", exact=True).click()
    toby.wait_for_url("**/boundaries/")
    toby.goto(bond + "today/")
    expect(toby.get_by_role("heading", level=1)).to_contain_text("Your own hours")
    expect(toby.get_by_role("heading", name="When you like")).to_have_count(0)
    anna.reload()
    assert anna.locator("main").inner_text() == before
    toby.goto(bond + "boundaries/")
    toby.get_by_role("link", name=re.compile("00:00 to 00:00")).click()
    toby.get_by_role("link", name="Erase it").click()
    toby.get_by_role("button", name="Erase").click()
    expect(toby.get_by_role("heading", level=1)).not_to_contain_text("Your own hours")


def test_the_ten_minutes_on_two_phones(enter: Callable[..., Page]) -> None:
    """Anna thanks and looks forward; what she shares stands on Toby's page of the week."""
    anna, toby = enter("Anna"), enter("Toby")
    bond = anna.url.removesuffix("today/")
    thanks, ahead = f"You carried the boxes {time.monotonic_ns()}", f"The lake {time.monotonic_ns()}"
    anna.goto(bond + "check-in/")
    expect(anna.get_by_role("heading", name="What is open")).to_be_visible()
    anna.get_by_label("One thank-you").fill(thanks)
    anna.get_by_label("One thing to look forward to").fill(ahead)
    anna.get_by_label("Share it").check()
    anna.get_by_role("button", name="Keep", exact=True).click()
    expect(anna.get_by_role("heading", name="This week")).to_be_visible()
    toby.goto(bond + "check-in/")
    assert ahead not in toby.content()
    share_now(anna, ahead)
    toby.reload()
    expect(toby.get_by_role("link", name=re.compile(ahead))).to_be_visible()
    assert thanks not in toby.content()


def test_days_left_out_beforehand_stand_on_the_promise_of_both(enter: Callable[..., Page]) -> None:
    """Toby leaves a week out; Anna sees it on her phone, and the day is no longer named as next."""
    anna, toby = enter("Anna"), enter("Toby")
    bond = toby.url.removesuffix("today/")
    words = f"I water the plants {time.monotonic_ns()}"
    first = datetime.now(UTC).date() + timedelta(days=2)
    toby.goto(bond + "add/promise/")
    toby.locator("textarea[name=words]").fill(words)
    toby.locator("input[name=due_day]").fill(first.isoformat())
    toby.get_by_label("How often?").select_option("weekly")
    toby.get_by_label("Share it").check()
    toby.get_by_role("button", name="Keep", exact=True).click()
    toby.wait_for_url("**/today/")
    toby.goto(bond)
    share_now(toby, words)
    toby.get_by_role("link", name="Leave some days out").click()
    toby.locator("input[name=first_day]").fill(first.isoformat())
    toby.get_by_role("button", name="Send").click()
    expect(toby.get_by_text("Shared.")).to_be_visible()
    anna.goto(bond)
    promise = anna.get_by_role("link", name=re.compile(words)).last
    expect(promise).to_contain_text(f"{first + timedelta(days=7):%-d %B}")
    promise.click()
    expect(anna.get_by_text("Toby left out some days of a promise beforehand")).to_be_visible()
