"""Every page in a real browser: no accessibility finding, no console error, light enough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from amends.web.forms.kinds import TO_ADD
from tests.e2e.conftest import DESK, PHONE

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
INSIDE = [
    "today/",
    "",
    "add/",
    *(f"add/{kind}/" for kind in TO_ADD),
    "outside-help/",
    "timeline/",
    "timeline/?words=late&sort=hurt",
    "patience/",
    "joy/",
    "joy/kept/",
    "joy/?time=minutes&place=apart&surprise=yes",
    "boundaries/",
    "check-in/",
    "open-book/",
    "open-book/calendar/",
    "arriving/",
    "settings/",
    "ledger/",
    "ledger/?check=now",
    "readings/trust/",
    "readings/promises/",
    "readings/weight/",
    "readings/balance/",
    "readings/week/",
    "readings/work-and-joy/",
    "readings/follow-through/",
    "readings/memory/",
    "readings/patterns/",
    "readings/patterns/?record=shown",
    "practices/",
    *(
        f"practices/{name}/"
        for name in (
            "talk",
            "why",
            "own-it",
            "not-said-yet",
            "look-again",
            "both-sides",
            "observer",
            "change-places",
        )
    ),
    "invitation/",
    "facilitators/",
    "facilitators/invitation/",
    "summary/",
    "leaving/",
    "export/",
]
ELSEWHERE = [
    *("today/", "", "add/", "add/hurt/", "add/promise/", "add/repair/", "timeline/", "settings/", "ledger/"),
    *("team/", "rounds/", "rounds/credit/", "practices/retro/", "add/recognition/"),
    *(
        "readings/promises/",
        "readings/weight/",
        "practices/",
        "practices/talk/",
        "patience/",
        "joy/",
        "joy/kept/",
        "invitation/",
        "leaving/",
    ),
]
"""Pages whose words are others in other settings."""
OUTSIDE = [
    *("/demo/", "/help/", "/help/limits/", "/help/finding-help/?country=GB", "/check/"),
    *("/sign-up/", "/log-in/", "/password/reset/", "/nowhere/"),
]
HEAVIEST = 150_000
"""Bytes of a page with all it loads, nothing cached."""


def findings(page: Page) -> list[str]:
    """What axe finds, one line each. It is run apart from the page, whose policy would refuse it."""
    page.evaluate(AXE.read_text())
    result: dict[str, Any] = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [f"{page.url} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in result["violations"]]


@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "light"), (PHONE, "dark"), (DESK, "light"), (DESK, "dark")]
)
def test_axe_finds_nothing(
    enter: Callable[..., Page], visit: Callable[..., Page], size: dict[str, int], scheme: str
) -> None:
    """On every page, on a phone and a desk, light and dark."""
    page = enter("Anna", size=size, scheme=scheme)
    base = page.url.removesuffix("today/")
    found = []
    for path in INSIDE:
        page.goto(base + path)
        found += findings(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    for path in ("/vault/", "/vault/removal/"):
        page.goto(path)
        expect(page.locator("form:visible").first).to_be_visible()
        found += findings(page)
    page.goto(base)
    repairs = page.locator("a[href*='/repairs/']").evaluate_all("found => found.map(one => one.href)")
    acts = page.locator("ul.rows a.row").evaluate_all("found => found.slice(0, 6).map(one => one.href)")
    paces = page.locator("a[href*='/readings/pace/']").evaluate_all("found => found.map(one => one.href)")
    assert paces
    for act in repairs + acts + paces:
        page.goto(act)
        found += findings(page)
    stranger = visit("/", size=size, scheme=scheme)
    for path in OUTSIDE:
        stranger.goto(path)
        found += findings(stranger)
    assert found == []


@pytest.mark.parametrize(
    ("name", "size", "scheme"), [("Maya", PHONE, "dark"), ("Ruth", DESK, "light"), ("Aiko", PHONE, "light")]
)
def test_axe_finds_nothing_in_the_other_stories(
    enter: Callable[..., Page], name: str, size: dict[str, int], scheme: str
) -> None:
    """Among friends, between two at work, and in a team: what reads otherwise there."""
    page = enter(name, size=size, scheme=scheme)
    base = page.url.removesuffix("today/")
    found = []
    for path in ELSEWHERE:
        page.goto(base + path)
        found += findings(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    page.goto(base)
    linked = page.locator("main a[href*='/repairs/'], ul.rows a.row")
    for address in linked.evaluate_all("found => found.slice(0, 5).map(one => one.href)"):
        page.goto(address)
        found += findings(page)
    assert found == []


@pytest.mark.parametrize("path", ["today/", "", "add/hurt/"])
def test_a_page_weighs_little(enter: Callable[..., Page], path: str) -> None:
    """With everything it loads, nothing cached."""
    page = enter("Anna")
    address = page.url.removesuffix("today/") + path
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    assert 5_000 < sum(received) < HEAVIEST


def test_every_mark_leads_to_its_act(enter: Callable[..., Page]) -> None:
    """Each stitch on the thread of trust opens the act behind it."""
    page = enter("Anna")
    page.goto(page.url.removesuffix("today/"))
    addresses = page.locator("svg a").evaluate_all("found => found.map(one => one.getAttribute('href'))")
    assert len(addresses) > 3
    for address in addresses:
        response = page.goto(page.url.split("/bonds/")[0] + address)
        assert response is not None
        assert response.status == 200
        assert "/acts/" in page.url
