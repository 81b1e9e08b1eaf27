"""Six people at work, through the pages: a decision, who did what, a round, a look back."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import DESK, PHONE, START, World, serving
from tests.e2e.test_pages import findings

NAMES = ("Tomasz", "Aiko", "Ben", "Farah", "Wim", "Ines")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[World]:
    """A team that has just begun."""
    data = tmp_path / "data"
    environment = os.environ | {"AMENDS_DATA": str(data)}
    command = [sys.executable, "-m", "tests.e2e.plant_team", START.isoformat()]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    with serving(tmp_path, AMENDS_DEMO="yes") as world:
        yield world


@pytest.fixture
def people(browser: Browser, desk: World) -> Iterator[dict[str, Page]]:
    """A phone for each of them, Ben's by lamplight; Tomasz sits at a desk."""
    found, contexts = {}, []
    for name in NAMES:
        context = browser.new_context(
            base_url=desk.address,
            viewport=DESK if name == "Tomasz" else PHONE,
            color_scheme="dark" if name == "Ben" else "light",
            timezone_id="Europe/London",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        come_in(page, name)
        found[name] = page
    yield found
    for context in contexts:
        context.close()


def come_in(page: Page, name: str) -> None:
    """By the door of the invented stories."""
    page.goto("/demo/")
    page.get_by_role("button", name=f"Look as {name}").click()
    page.wait_for_url("**/today/")


def looked_at(page: Page, name: str) -> None:
    """Nothing for axe, nothing wider than the screen; a picture where AMENDS_PICTURES names a folder."""
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
    if folder := os.environ.get("AMENDS_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_load_state()


def test_a_team_asks_itself_and_looks_back(desk: World, people: dict[str, Page]) -> None:
    """Six are asked, five answer; what lies in the middle is told to all six, and nothing before."""
    home = people["Aiko"].url.removesuffix("today/")
    _decide(people["Tomasz"], home)
    _say_who_did_what(people["Aiko"], home)
    _note_a_win(people["Ben"], home)
    desk.on(0, hour=21)  # what was shared has arrived

    asked = _ask(people["Farah"], home)
    waiting = _text_of(people["Ines"], asked)
    for at, name in enumerate(("Tomasz", "Aiko", "Ben", "Farah", "Wim")):
        _answer(people[name], asked, at)
    assert _text_of(people["Ines"], asked) == waiting
    looked_at(people["Ines"], "team-round-390")

    desk.on(1, 1)
    for name, page in people.items():  # a session that rested for so long has ended
        come_in(page, name)
    _read(people, asked, home)
    _look_back(people, home)
    written = (desk.clock.parent / "log").read_text()
    assert "said number" not in written
    assert asked.rstrip("/").rsplit("/", 1)[1] not in written


def _decide(tomasz: Page, home: str) -> None:
    tomasz.goto(f"{home}team/")
    tomasz.get_by_role("link", name="Write a decision down").click()
    tomasz.locator("textarea[name=words]").fill("Two on call each night.")
    tomasz.locator("details summary").filter(has_text="More").click()
    tomasz.locator("textarea[name=rationale]").fill("Nobody to say it to at four in the morning.")
    tomasz.locator("input[name=review]").fill("2026-09-11")
    tomasz.get_by_label("Share it with everyone here").check()
    keep(tomasz)


def _say_who_did_what(aiko: Page, home: str) -> None:
    aiko.goto(f"{home}team/")
    aiko.get_by_role("link", name="Say what someone did").click()
    aiko.get_by_label("Ben", exact=True).check()
    aiko.locator("textarea[name=words]").fill("Kept the night log, on nights that were not his.")
    aiko.locator("textarea[name=outcome]").fill("It was the only page that showed when it began.")
    keep(aiko)
    expect(aiko).to_have_url(f"{home}team/")


def _note_a_win(ben: Page, home: str) -> None:
    ben.goto(f"{home}team/")
    ben.get_by_role("link", name="Write one down").click()
    expect(ben.get_by_label("All of us: a small win")).to_be_checked()
    ben.locator("textarea[name=words]").fill("A night on which nothing rang.")
    ben.get_by_label("Share it with everyone here").check()
    keep(ben)


def _ask(farah: Page, home: str) -> str:
    farah.goto(f"{home}rounds/")
    farah.get_by_role("link", name=re.compile("^Speaking up")).click()
    expect(farah.locator("main")).to_contain_text("Tomasz, Aiko, Ben, Farah, Wim, Ines")
    looked_at(farah, "team-asking-390")
    farah.get_by_label("a week").check()
    farah.get_by_role("button", name="Ask everyone").click()
    expect(farah.locator("main")).to_contain_text("Asked by Farah, until Thursday, 10 September, 18:00")
    return farah.url


def _answer(page: Page, asked: str, at: int) -> None:
    page.goto(re.sub(r"rounds/.*", "today/", asked))
    page.get_by_role("link", name="Speaking up").click()
    scale = ("Not at all", "Hardly", "Partly", "Mostly", "Fully")
    page.wait_for_url("**/rounds/**")
    for group in page.locator("form fieldset").all():
        group.get_by_label(scale[at], exact=True).check()
    page.locator("textarea[name=words]").fill(f"More time, said number {at}.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status")).to_contain_text("Until it closes you can answer anew")
    page.reload()
    expect(page.locator("textarea[name=words]")).to_have_value("")


def _read(people: dict[str, Page], asked: str, home: str) -> None:
    for page in people.values():
        page.goto(asked)
        expect(page.locator("main")).to_contain_text("At least 5 answered")
        expect(page.locator("section > p", has_text="the one in the middle is “Partly”.")).to_have_count(4)
        expect(page.locator("li.words")).to_have_count(5)
    for name, called in (("Ben", "told-390-dark"), ("Ines", "told-390"), ("Tomasz", "told-1280")):
        looked_at(people[name], f"team-{called}")
    told = {_text_of(page, asked) for page in people.values()}
    assert len({re.sub(r"(Tomasz|Aiko|Ben|Farah|Wim|Ines)\n", "", text) for text in told}) == 1
    people["Tomasz"].goto(f"{home}rounds/speaking-up/")
    expect(people["Tomasz"].locator("main")).to_contain_text("at least 5 answered")
    looked_at(people["Tomasz"], "team-history-1280")


def _look_back(people: dict[str, Page], home: str) -> None:
    aiko, ben, wim = people["Aiko"], people["Ben"], people["Wim"]
    for name, called in (("Wim", "page-390"), ("Ben", "page-390-dark"), ("Tomasz", "page-1280")):
        people[name].goto(f"{home}team/")
        main = people[name].locator("main")
        expect(main).to_contain_text("Kept the night log, on nights that were not his.")
        expect(main).to_contain_text("A night on which nothing rang.")
        expect(main).to_contain_text("Because: Nobody to say it to at four in the morning.")
        looked_at(people[name], f"team-{called}")
    aiko.goto(f"{home}practices/retro/")
    aiko.get_by_label("Everyone here").check()
    aiko.get_by_role("button", name="Begin").click()
    aiko.wait_for_url("**/sessions/**")
    looked_at(aiko, "team-looking-back-390")
    _choose(aiko, "Go on")
    ben.goto(aiko.url)
    ben.locator("#turn textarea").fill("The drill was good.")
    _choose(ben, "Send")
    expect(ben.locator("#turn")).to_contain_text("Aiko goes on for everyone")
    for _step in ("kept", "hard", "other"):
        _choose(aiko, "Go on without")
    aiko.locator("#turn textarea").fill("The log is read at eight.")
    _choose(aiko, "Send")
    wim.goto(aiko.url)
    expect(wim.locator("main")).to_contain_text("This has come to its end.")
    expect(wim.locator("main")).to_contain_text("The log is read at eight.")


def _choose(page: Page, name: str) -> None:
    page.locator("#turn").get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def _text_of(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator("main").inner_text()
