"""Two people at once: what one opens arrives, and is gone when it is closed; a calendar is chosen from."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect


def open_something(page: Page, bond: str, words: str, file: FilePayload | None = None) -> None:
    """Open something and share it at once."""
    page.goto(bond + "add/disclosure/?shelf=schedule")
    page.locator("textarea[name=words]").fill(words)
    if file is not None:
        page.get_by_text("More, if you like").click()
        page.locator("input[name=attached]").set_input_files(files=[file])
    page.get_by_label("Share it").check()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_url("**/open-book/")
    leaf = page.locator("li", has_text=words)
    leaf.locator(".meta a").click()
    page.get_by_role("button", name="Share now").click()


def picture() -> FilePayload:
    """A small picture."""
    out = BytesIO()
    Image.new("RGB", (40, 30), (180, 140, 90)).save(out, "JPEG")
    return {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_what_anna_opens_arrives_and_is_gone_once_she_closes_it(enter: Callable[..., Page]) -> None:
    """With its picture; on Toby's phone nothing is left of it."""
    anna, toby = enter("Anna"), enter("Toby")
    bond = anna.url.removesuffix("today/")
    words = f"Late on Thursday {time.monotonic_ns()}"
    open_something(anna, bond, words, picture())
    toby.goto(bond + "open-book/")
    expect(toby.get_by_text("What Anna has opened")).to_be_visible()
    leaf = toby.locator("li", has_text=words)
    leaf.scroll_into_view_if_needed()
    expect(leaf.get_by_role("img")).to_be_visible()
    assert (
        leaf.get_by_role("img").evaluate("async one => { await one.decode(); return one.naturalWidth }") == 40
    )
    expect(leaf.get_by_role("button", name="Close it now")).to_have_count(0)
    anna.goto(bond + "open-book/")
    anna.locator("li", has_text=words).get_by_role("button", name="Close it now").click()
    expect(anna.get_by_role("status")).to_contain_text("Closed")
    toby.reload()
    expect(toby.get_by_text("The open book").first).to_be_visible()
    for path in ("open-book/", "", "timeline/"):
        toby.goto(bond + path)
        assert words not in toby.content()


def test_anna_chooses_from_her_calendar_on_a_phone(enter: Callable[..., Page]) -> None:
    """Nothing is ticked; of what she ticks one keeps its title and one says only that she is busy."""
    anna, toby = enter("Anna"), enter("Toby")
    bond = anna.url.removesuffix("today/")
    start = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
    titles = [f"{name} {time.monotonic_ns()}" for name in ("Choir", "Dentist", "Party")]
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{title}\r\nSUMMARY:{title}\r\nLOCATION:Mill Lane\r\n"
        f"DTSTART:{start + timedelta(days=number):%Y%m%dT100000Z}\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        for number, title in enumerate(titles)
    )
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n"
    anna.goto(bond + "open-book/calendar/")
    anna.locator("input[type=file]").set_input_files(
        files=[{"name": "my.ics", "mimeType": "text/calendar", "buffer": text.encode()}]
    )
    anna.get_by_role("button", name="Read it").click()
    expect(anna.get_by_text("What would you like to open?")).to_be_visible()
    assert anna.locator("input[type=checkbox]:checked").count() == 0
    assert "Mill Lane" not in anna.content()
    anna.get_by_label(titles[0]).check()
    anna.get_by_label(titles[1]).check()
    anna.locator("li", has_text=titles[1]).get_by_label("Say only “busy”").check()
    anna.get_by_role("button", name="Keep what is ticked").click()
    anna.wait_for_url("**/open-book/")
    content = anna.content()
    assert titles[0] in content
    assert titles[1] not in content
    assert titles[2] not in content
    toby.goto(bond + "open-book/")
    assert titles[0] not in toby.content()
