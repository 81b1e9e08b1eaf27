"""Each story through the browser, for two people at once."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect


def said() -> str:
    """Words that stand nowhere yet."""
    return f"words {time.monotonic_ns()}"


def home(page: Page) -> str:
    """The address of the bond a page is in."""
    return re.sub(r"(/bonds/[^/]+/).*", r"\1", page.url)


def write(page: Page, kind: str, words: str, *choices: str) -> None:
    """Write something down, choose among what is offered, and keep it."""
    page.goto(f"{home(page)}add/{kind}/")
    page.locator("textarea[name=words]").fill(words)
    for choice in choices:
        page.get_by_label(choice, exact=True).check()
    page.get_by_role("button", name="Keep", exact=True).first.click()
    page.wait_for_url("**/today/")


def open_act(page: Page, words: str) -> None:
    """Find what was written and open it."""
    page.goto(home(page) + "timeline/?words=" + words.replace(" ", "+"))
    page.get_by_role("link", name=re.compile(words)).first.click()


def share_now(page: Page, words: str) -> None:
    """Let what waits go now."""
    open_act(page, words)
    page.get_by_role("button", name="Share now").click()
    expect(page.get_by_role("button", name="Share now")).to_have_count(0)


def test_friends_ask_and_answer_smaller(enter: Callable[..., Page]) -> None:
    """Sol asks Maya for something; she says *smaller* in one tap, and Sol reads it."""
    sol, maya = enter("Sol"), enter("Maya")
    words = said()
    write(sol, "request", words, "Maya", "Share it with everyone here")
    share_now(sol, words)
    open_act(maya, words)
    maya.get_by_role("link", name=re.compile("answer", re.IGNORECASE)).first.click()
    maya.get_by_label(re.compile("smaller", re.IGNORECASE)).first.check()
    maya.get_by_role("button", name="Send").click()
    expect(maya.get_by_role("button", name="Send")).to_have_count(0)
    open_act(sol, words)
    expect(sol.get_by_text(re.compile("smaller", re.IGNORECASE)).first).to_be_visible()


def test_between_two_friends_the_third_reads_nothing(enter: Callable[..., Page]) -> None:
    """Ife shares something good with Sol alone; Maya's pages stay the same to the byte."""
    ife, sol, maya = enter("Ife"), enter("Sol"), enter("Maya")
    pages = ["", "today/", "timeline/", "ledger/", "readings/balance/"]
    before = []
    for path in pages:
        maya.goto(home(maya) + path)
        before.append(maya.locator("main").inner_text())
    words = said()
    write(ife, "moment", words, "Sol", "Share it with the one it is about")
    share_now(ife, words)
    open_act(sol, words)
    expect(sol.get_by_text(re.compile("You and Ife can read it"))).to_be_visible()
    for path, then in zip(pages, before, strict=True):
        maya.goto(home(maya) + path)
        assert maya.locator("main").inner_text() == then, path


def test_at_work_one_agrees_and_the_other_says_how_it_went(enter: Callable[..., Page]) -> None:
    """Ruth agrees to something for today; Karim reads it in the words of work."""
    ruth, karim = enter("Ruth"), enter("Karim")
    words = said()
    ruth.goto(home(ruth) + "add/promise/")
    expect(ruth.get_by_role("heading", level=1)).to_have_text("Something agreed")
    ruth.locator("textarea[name=words]").fill(words)
    ruth.locator("[name=due_day]").fill(
        ruth.evaluate("new Date(Date.now()+86400000).toISOString().slice(0,10)")
    )
    ruth.get_by_label("Share it").check()
    ruth.get_by_role("button", name="Keep", exact=True).first.click()
    ruth.wait_for_url("**/today/")
    share_now(ruth, words)
    open_act(karim, words)
    expect(karim.get_by_text(re.compile("agreed")).first).to_be_visible()
    assert "promise" not in karim.locator("main h1, main .said").first.inner_text().lower()


def test_in_a_team_everyone_sees_who_is_what(enter: Callable[..., Page]) -> None:
    """Wim sees who manages and who can be turned to, and is told so where he shares."""
    wim, ines = enter("Wim"), enter("Ines")
    wim.goto(home(wim))
    expect(wim.get_by_text("ombudsperson")).to_be_visible()
    wim.goto(home(wim) + "add/moment/")
    expect(wim.get_by_text("Among them is Tomasz, a manager.")).to_be_visible()
    words = said()
    write(wim, "moment", words, "Ines", "Share it with the one it is about")
    share_now(wim, words)
    open_act(ines, words)
    expect(ines.get_by_text(re.compile("You and Wim can read it"))).to_be_visible()
