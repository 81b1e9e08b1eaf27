"""Both sides: two and three people write, seal, open together; before that no word is anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from amends.vault import format as spelled
from tests.e2e.test_pages import findings
from tests.e2e.test_vault import KEEP, PASSPHRASE, keyring

CANARY = "heron-thimble-orchard"
SEND = """async (body) => {
  const place = document.querySelector("#vault");
  const headers = { "X-CSRFToken": place.querySelector("[name=csrfmiddlewaretoken]").value };
  return (await fetch(place.dataset.parts, { method: "POST", headers, body: JSON.stringify(body) })).status;
}"""


@pytest.fixture
def with_vault(enter: Callable[..., Page]) -> Callable[[str], Page]:
    """Somebody of the stories, whose vault was just begun with the cheapest lock that may be."""

    def someone(name: str) -> Page:
        page = enter(name)
        bond = page.url
        page.goto("/vault/removal/")
        page.get_by_label("Remove my vault").check()
        page.get_by_role("button", name="Remove it").click()
        owner = UUID(page.locator("#vault").get_attribute("data-owner") or "")
        ring, door = keyring(owner, spelled.spell_code([n * 5 % 32 for n in range(28)]))
        page.evaluate(KEEP, {"body": {"revision": 1, "keyring": ring}, "door": door})
        page.goto(bond.replace("today/", "practices/"))
        return page

    return someone


def test_two_seal_open_and_say_what_was_right(with_vault: Callable[[str], Page], traces: Path) -> None:
    anna, toby = with_vault("Anna"), with_vault("Toby")
    _begin(anna, "Toby", "The bins, again")
    _open_vault(anna)
    anna.get_by_role("button", name="Seal it").click()
    expect(anna.locator("#vault-said")).to_contain_text("first field")
    _write(anna, f"You left me with it, {CANARY}.", f"I shouted, {CANARY}.")
    assert findings(anna) == []
    anna.get_by_role("button", name="Seal it").click()
    expect(anna.get_by_text("Sealed. It opens when everyone has finished.")).to_be_visible()
    _go_to(toby, "The bins, again")
    _open_vault(toby)
    _write(toby, "You told your sister first.", None)
    toby.get_by_role("button", name="Keep it in my vault for now").click()
    expect(toby.locator("#vault-said")).to_contain_text("Kept in your vault")
    assert _holds(traces) == []
    toby.reload()
    _open_vault(toby)
    expect(toby.get_by_label("How were you hurt?")).to_have_value("You told your sister first.")
    toby.get_by_label("Nothing that I can see").check()
    toby.get_by_role("button", name="Seal it").click()
    assert _holds(traces) == []
    toby.get_by_role("button", name="Open it together").click()
    expect(toby.get_by_text("You have said that it may be opened.")).to_be_visible()
    anna.get_by_role("button", name="Open it together").click(timeout=15_000)
    expect(anna.get_by_text("Nothing that I can see.", exact=True)).to_be_visible()
    expect(anna.get_by_text("You told your sister first.")).to_be_hidden()
    anna.get_by_role("button", name="Then, after a breath").click()
    expect(anna.get_by_text("You told your sister first.")).to_be_visible()
    assert findings(anna) == []
    expect(toby.get_by_text(f"I shouted, {CANARY}.")).to_be_visible(timeout=15_000)
    assert _holds(traces) == []  # readers decrypt; no word is ever appended
    anna.reload()
    anna.get_by_label("What did they get right?").fill("That you heard it last.")
    anna.get_by_role("button", name="Send").click()
    expect(anna.get_by_text("That you heard it last.")).to_be_visible()
    toby.reload()
    expect(toby.get_by_text("That you heard it last.")).to_be_visible()


def test_three_open_only_when_all_have(with_vault: Callable[[str], Page]) -> None:
    people = [with_vault(name) for name in ("Maya", "Ife", "Sol")]
    _begin(people[0], "Everyone here", "The lunch in May")
    for at, page in enumerate(people):
        if at:
            _go_to(page, "The lunch in May")
        _open_vault(page)
        _write(page, f"Hurt {at}.", f"Mine {at}.")
        page.get_by_role("button", name="Seal it").click()
        part = "Open it together" if at == 2 else "Sealed. It opens"
        expect(page.get_by_text(part).locator("visible=true")).to_have_count(1)
    for page in people:
        page.get_by_role("button", name="Open it together").click(timeout=15_000)
    for page in people:
        for at in range(3):
            expect(page.get_by_text(f"Mine {at}.")).to_be_visible(timeout=15_000)


def test_a_browser_keeps_its_key_where_something_was_altered(with_vault: Callable[[str], Page]) -> None:
    """Here the server itself sends another sealed answer than Toby's: Anna's own, under his name."""
    anna, toby = with_vault("Anna"), with_vault("Toby")
    _begin(anna, "Toby", "The keys")
    for page in (anna, toby):
        if page is toby:
            _go_to(page, "The keys")
        _open_vault(page)
        _write(page, "One.", "Two.")
        page.get_by_role("button", name="Seal it").click()
    sent: list[str] = []
    anna.on("request", lambda request: sent.append(request.method) if "/parts/" in request.url else None)

    def alter(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        state = answer.json()
        mine = next(one for one in state["seals"] if one["author"] == state["sealed"]["author"])
        state["seals"] = [{**mine, "author": one["author"]} for one in state["seals"]]
        route.fulfill(response=answer, json=state)  # type: ignore[attr-defined]

    def end(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=answer, json=answer.json() | {"phase": "cancelled"})  # type: ignore[attr-defined]

    button = anna.get_by_role("button", name="Open it together")
    expect(button).to_be_visible(timeout=15_000)
    anna.route("**/parts/", alter)
    button.click()
    expect(anna.locator("#vault-said")).to_contain_text("Your key stays here")
    assert "POST" not in sent
    anna.unroute("**/parts/")
    assert (
        anna.evaluate(SEND, {"kind": "reveal", "id": str(UUID(int=5)), "key": _64(0), "salt": _64(1)}) == 409
    )
    button.click()
    expect(anna.get_by_text("You have said that it may be opened.")).to_be_visible()
    toby.route("**/parts/", end)
    toby.reload()
    _open_vault(toby)
    expect(toby.get_by_text("This was not opened.")).to_be_visible()
    expect(toby.locator("[data-own]")).to_contain_text("One.")
    toby.unroute("**/parts/")
    toby.reload()
    _open_vault(toby)
    toby.get_by_role("button", name="Open it together").click()
    expect(toby.get_by_text("Two.").locator("visible=true")).to_have_count(2)


def test_without_scripts_it_shows_the_way_on_paper(enter: Callable[..., Page]) -> None:
    page = enter("Anna", scripts=False)
    page.goto(page.url.replace("today/", "practices/both-sides/"))
    page.get_by_label("What is it about?").fill("On paper")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("#vault-without").get_by_text("It works on paper as well")).to_be_visible()


def _begin(page: Page, company: str, about: str) -> None:
    page.locator("a[href$='/practices/both-sides/']").click()
    page.get_by_label("What is it about?").fill(about)
    page.get_by_label(company).check()
    page.get_by_role("button", name="Begin").click()


def _go_to(page: Page, about: str) -> None:
    page.reload()
    page.get_by_role("link", name=f"Both sides: {about}").click()


def _open_vault(page: Page) -> None:
    page.get_by_label("Your passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_label("Your passphrase")).to_be_hidden()


def _write(page: Page, hurt: str, mine: str | None) -> None:
    page.get_by_label("How were you hurt?").fill(hurt)
    if mine is not None:
        page.get_by_label("How may you have hurt?").fill(mine)


def _holds(traces: Path) -> list[str]:
    """Files that the server wrote, database and journal among them, in which a word of it stands."""
    found = [path for path in traces.rglob("*") if path.is_file() and "static" not in path.parts]
    assert "amends.sqlite3" in {path.name for path in found}
    told = (CANARY.encode(), CANARY.encode("utf-16-le"), b64encode(CANARY.encode())[:16], PASSPHRASE.encode())
    return [path.name for path in found if any(one in path.read_bytes() for one in told)]


def _64(byte: int) -> str:
    return b64encode(bytes([byte]) * 32).decode()
