"""Two people walk a practice in two browsers at once: by turns, live, with a pause, and over a reload."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.test_pages import findings


def begin(page: Page, practice: str, words: str) -> str:
    """Begin a practice with the other one."""
    page.goto(re.sub(r"(/bonds/[^/]+/).*", r"\1", page.url) + f"practices/{practice}/")
    page.locator("textarea[name=words]").fill(words)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/sessions/**")
    return page.url


def say(page: Page, words: str, button: str = "Send") -> None:
    """Write at the step that is asked, and send it."""
    page.locator("#turn textarea").fill(words)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("#said")).to_contain_text(words)


def choose(page: Page, name: str) -> None:
    """Choose a way on."""
    page.locator("#turn").get_by_role("button", name=name, exact=True).click()


def test_a_talk_by_turns_on_two_phones_at_once(enter: Callable[..., Page]) -> None:
    """What one says arrives at the other without a reload; whose turn it is stands in words."""
    anna, toby = enter("Anna"), enter("Toby")
    about = f"The bins {time.monotonic_ns()}"
    address = begin(anna, "talk", about)
    expect(anna.get_by_text("Now it is Toby’s turn")).to_be_visible()
    assert findings(anna) == []
    toby.goto(toby.url.replace("/today/", "/practices/"))  # *today* rests from it on a day of joy
    toby.get_by_role("link", name=re.compile(about)).click()
    assert findings(toby) == []
    choose(toby, "I’m ready")
    expect(anna.locator("#turn textarea")).to_be_visible(timeout=15_000)
    assert findings(anna) == []
    say(anna, "On Mondays I carry them down alone, and I feel forgotten.")
    expect(toby.locator("#said")).to_contain_text("I feel forgotten", timeout=15_000)
    say(toby, "That it is not the bins, it is being left alone with them.")
    expect(anna.locator("#turn").get_by_role("button", name="Not quite")).to_be_visible(timeout=15_000)
    choose(anna, "Not quite")
    expect(toby.locator("#turn textarea")).to_be_visible(timeout=15_000)
    say(toby, "That you would like to be asked.")
    expect(anna.locator("#turn").get_by_role("button", name="Yes, that is it")).to_be_visible(timeout=15_000)
    choose(anna, "Yes, that is it")
    choose(anna, "That is all for now")
    anna.goto(address)
    expect(anna.get_by_text("Now it is Toby’s turn")).to_be_visible()


def test_words_that_are_typed_stay_while_the_other_speaks(enter: Callable[..., Page]) -> None:
    """What arrives is added beneath; the field is not touched."""
    anna, toby = enter("Anna"), enter("Toby")
    address = begin(anna, "talk", "The shelf")
    toby.goto(address)
    choose(toby, "I’m ready")
    expect(anna.locator("#turn textarea")).to_be_visible(timeout=15_000)
    anna.locator("#turn textarea").fill("Half a sentence")
    toby.get_by_text("Pause, or end it here").click()
    toby.get_by_role("button", name="Ask for a pause").click()
    expect(toby.get_by_text(re.compile("A pause, until"))).to_be_visible()
    expect(anna.locator("#said")).to_contain_text("Asked for a pause", timeout=15_000)
    expect(anna.locator("#turn textarea")).to_have_value("Half a sentence")


def test_without_scripts_it_goes_by_turns_all_the_same(enter: Callable[..., Page]) -> None:
    """Over days, with plain pages."""
    anna, toby = enter("Anna", scripts=False), enter("Toby", scripts=False)
    address = begin(anna, "talk", "The cellar")
    toby.goto(address)
    choose(toby, "I’m ready")
    anna.goto(address)
    say(anna, "I would like the light down there to work.")
    toby.goto(address)
    expect(toby.locator("#turn")).to_contain_text("the light down there")


def test_what_is_found_alone_stays_with_its_author(enter: Callable[..., Page]) -> None:
    """The guess before the record: the other sees neither it nor that it was written."""
    anna, toby = enter("Anna"), enter("Toby")
    anna.goto(anna.url.removesuffix("today/") + "practices/why/")
    anna.get_by_role("button", name="Begin").click()
    anna.wait_for_url("**/sessions/**")
    address, guess = anna.url, f"Perhaps the trains {time.monotonic_ns()}"
    toby.goto(address)
    before = toby.locator("main").inner_text()
    say(anna, guess, "Keep and go on")
    toby.goto(address)
    assert toby.locator("main").inner_text() == before
    anna.get_by_role("link", name="Look at the record").click()
    anna.locator("main a[href*='/sessions/']").click()
    choose(anna, "Go on")
    say(anna, "What was going on at half past six?")
    toby.goto(address)
    expect(toby.locator("#said")).to_contain_text("What was going on")
    expect(toby.locator("main")).not_to_contain_text(guess)
    choose(toby, "Go on without")
    choose(toby, "Go on")
    say(toby, "I had said yes to two people.")


def test_the_map_closes_the_walk(enter: Callable[..., Page]) -> None:
    """Alone, from the guess to one thing to try; the map then stands on the repair."""
    anna = enter("Anna")
    anna.goto(anna.url.removesuffix("today/") + "practices/why/")
    anna.get_by_label("By myself").check()
    anna.get_by_role("button", name="Begin").click()
    choose(anna, "Go on without")
    choose(anna, "Go on")
    choose(anna, "Go on without")
    choose(anna, "Go on to the map")
    anna.get_by_role("link", name="Draw the map").click()
    remedy = f"A note on the door {time.monotonic_ns()}"
    anna.locator("textarea[name=words]").fill("The key is not where it should be.")
    anna.locator("textarea[name=remedy]").fill(remedy)
    anna.get_by_role("button", name="Keep", exact=True).click()
    anna.wait_for_url("**/sessions/**")
    choose(anna, "Go on")
    expect(anna.get_by_text("This has come to its end")).to_be_visible()
    anna.get_by_role("link", name="To the repair").click()
    expect(anna.get_by_text(remedy)).to_be_visible()


def test_two_of_three_friends_talk_and_the_third_finds_nothing(enter: Callable[..., Page]) -> None:
    """Maya and Sol talk about the lunches; Ife's pages stay as they were, to the letter."""
    maya, sol, ife = enter("Maya"), enter("Sol"), enter("Ife")
    bond = ife.url.removesuffix("today/")
    paths = ("today/", "", "timeline/", "practices/")
    before = [_text(ife, bond + path) for path in paths]
    maya.goto(bond + "practices/talk/")
    maya.get_by_label("Sol").check()
    about = f"The lunches {time.monotonic_ns()}"
    maya.locator("textarea[name=words]").fill(about)
    maya.get_by_role("button", name="Begin").click()
    maya.wait_for_url("**/sessions/**")
    address = maya.url
    sol.reload()
    sol.get_by_role("link", name=re.compile(about)).click()
    choose(sol, "I’m ready")
    maya.goto(address)
    say(maya, "I say yes to lunch on Mondays and then my week fills up. I would rather say maybe.")
    sol.goto(address)
    say(sol, "You would like a maybe to be allowed.")
    assert [_text(ife, bond + path) for path in paths] == before
    answer = ife.goto(address)
    assert answer is not None
    assert answer.status == 404


def test_at_work_it_is_said_in_the_words_of_work(enter: Callable[..., Page]) -> None:
    """Karim raises that his report went up without his name; nobody is asked for an apology."""
    karim, ruth = enter("Karim"), enter("Ruth")
    bond = karim.url.removesuffix("today/")
    karim.goto(bond + "practices/")
    expect(karim.get_by_role("link", name=re.compile("Talk it through"))).to_be_visible()
    expect(karim.get_by_role("link", name=re.compile("apology"))).to_have_count(0)
    address = begin(karim, "talk", f"The report {time.monotonic_ns()}")
    ruth.goto(address)
    choose(ruth, "I’m ready")
    expect(karim.locator("#turn")).to_contain_text("what was the effect", timeout=15_000)
    say(karim, "The report went up on Friday with your name on it. The effect was that nobody asked me.")
    ruth.goto(address)
    say(ruth, "That leaving your name off closed a door for you.")
    karim.goto(address)
    choose(karim, "Yes, that is it")


def _text(page: Page, address: str) -> str:
    """What stands on a page."""
    page.goto(address)
    return page.locator("body").inner_text()
