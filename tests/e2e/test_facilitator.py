"""A couple and a mediator, through the pages: asked, granted by each alone, read, taken back, run out."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import World
from tests.e2e.test_pages import findings
from tests.e2e.test_twelve_weeks import PASSWORD, log_in, sign_up


def test_a_couple_and_a_mediator(world: World, phone: Callable[[], Page]) -> None:
    anna, toby, bea = phone(), phone(), phone()
    bond = begin(anna, toby)
    keep(anna, f"{bond}add/moment/", "A walk by the river.")
    share_promise(toby, bond)

    take_seat(bea, ask(anna, bond))
    expect(bea.locator("main")).to_contain_text("Nothing is open to you now.")

    grant(anna, bond, own=True)
    bea.goto("/facilitation/")
    bea.get_by_role("link", name="Anna").click()
    seat = bea.url
    expect(bea.locator("main")).to_contain_text("Nothing is open to you here now.")
    expect(bea.locator("main")).not_to_contain_text("Toby")
    bea.get_by_role("link", name="What they opened to you").click()
    expect(bea.locator("main")).to_contain_text("A walk by the river.")

    grant(toby, bond)
    bea.goto(seat)
    bea.get_by_role("link", name="Promises and how they went").click()
    bea.get_by_role("link", name="I ring before I am late.").click()
    promise = bea.url
    expect(bea.locator("main")).to_contain_text("I ring before I am late.")

    bea.goto(seat)
    caucus_with_one(bea, (anna, toby), bond)

    for page, theirs in ((anna, True), (toby, False)):
        open_seat(page, bond)
        expect(page.locator("main")).to_contain_text("What they have opened")
        expect(page.locator("main")).to_contain_text("I ring before I am late.")
        expect(page.get_by_text("A walk by the river.").first).to_be_visible(visible=theirs)

    for address in (seat, promise, f"{seat}promises/"):
        bea.goto(address)
        assert findings(bea) == []
    before = seen_by(anna, bond)
    open_seat(toby, bond)
    toby.get_by_role("button", name="End it now").click()
    expect(toby.locator("main")).to_contain_text("Ended.")
    for address in (promise, f"{seat}promises/"):
        assert bea.goto(address).status == 404  # type: ignore[union-attr]
    bea.goto(seat)
    expect(bea.locator("main")).not_to_contain_text("Toby")
    expect(bea.locator("main")).to_contain_text("Anna")
    assert seen_by(anna, bond) == before

    world.on(4, 3)
    bea.goto("/facilitation/")
    if "/log-in/" in bea.url:
        log_in(bea, "Bea")
    assert bea.goto(seat).status == 404  # type: ignore[union-attr]
    bea.goto("/facilitation/")
    expect(bea.locator("main")).to_contain_text("Nothing is open to you now.")


def begin(anna: Page, toby: Page) -> str:
    """One begins a bond, the other joins."""
    anna.goto("/sign-up/")
    sign_up(anna, "Anna")
    anna.goto("/bonds/new/")
    anna.locator("input[name=name]").fill("Anna")
    anna.locator("input[name=others]").fill("Toby")
    anna.locator("input[name=title]").fill("Home")
    anna.locator("select[name=zone]").select_option("Europe/London")
    anna.get_by_role("button", name="Begin", exact=True).click()
    anna.wait_for_url("**/today/")
    bond = anna.url.removesuffix("today/")
    anna.goto(f"{bond}invitation/")
    anna.get_by_role("button", name="Make a link").click()
    link = anna.locator("#invitation-link").input_value()
    toby.goto(link)
    toby.get_by_role("link", name="Sign up").click()
    sign_up(toby, "Toby")
    toby.goto(link)
    toby.locator("input[name=name]").fill("Toby")
    toby.get_by_role("button", name="Join").click()
    toby.wait_for_url("**/bonds/**")
    return bond


def keep(page: Page, address: str, words: str) -> None:
    """Write something down for oneself."""
    page.goto(address)
    page.locator("textarea[name=words]").fill(words)
    page.get_by_label("Keep it to myself", exact=True).check()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_url("**/today/")


def share_promise(page: Page, bond: str) -> None:
    """Promise something, and let the other read it at once."""
    page.goto(f"{bond}add/promise/")
    page.locator("textarea[name=words]").fill("I ring before I am late.")
    page.locator("input[name=due_day]").fill("2026-09-17")
    page.get_by_label("Share it", exact=True).check()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("link", name="Look at it").click()
    page.get_by_role("button", name="Share now").click()
    expect(page.get_by_role("button", name="Share now")).to_have_count(0)


def ask(page: Page, bond: str) -> str:
    """A link for someone from outside whom all may know of."""
    page.goto(f"{bond}facilitators/invitation/")
    page.get_by_label("For all of us", exact=True).check()
    page.get_by_role("button", name="Make a link").click()
    return page.locator("#invitation-link").input_value()


def take_seat(page: Page, link: str) -> None:
    """Someone from outside gets an account and takes the seat."""
    page.goto(link)
    page.get_by_role("link", name="Sign up").click()
    sign_up(page, "Bea")
    page.goto(link)
    expect(page.locator("main")).not_to_contain_text("Anna")
    page.locator("input[name=name]").fill("Bea")
    page.get_by_label("a mediator", exact=True).check()
    page.get_by_role("button", name="Take the seat").click()
    page.wait_for_url("**/facilitation/")


def open_seat(page: Page, bond: str) -> None:
    """The page about her, as one member sees it."""
    page.goto(f"{bond}facilitators/")
    page.get_by_role("link", name="Bea").click()
    expect(page.get_by_role("heading", name="Bea")).to_be_visible()


def grant(page: Page, bond: str, *, own: bool = False) -> None:
    """Let her read promises, and the one line one keeps to oneself; it asks who one is, after a while."""
    open_seat(page, bond)
    page.get_by_role("link", name="Choose what they may read").click()
    page.wait_for_load_state()
    if "/confirming/" in page.url:
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("main form button").first.click()
    expect(page.locator("main")).to_contain_text("Amends has not checked who this is.")
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(0)
    page.get_by_label("Promises and how they went", exact=True).check()
    if own:
        page.locator("input[name=own]").first.check()
    page.get_by_role("button", name="Let them read this").click()
    expect(page.get_by_role("button", name="End it now")).to_be_visible()


def caucus_with_one(bea: Page, couple: tuple[Page, Page], bond: str) -> None:
    """What she asks one of them shows to that one alone."""
    asked = "What would you not say with the other in the room?"
    bea.get_by_role("link", name="Notes between you").first.click()
    bea.locator("textarea").fill(asked)
    bea.get_by_role("button", name="Send").click()
    expect(bea.locator("blockquote")).to_have_count(1)
    found = []
    for page in couple:
        open_seat(page, bond)
        found.append(page.get_by_text(asked).count())
    assert sorted(found) == [0, 1]


def seen_by(page: Page, bond: str) -> list[str]:
    """What the other finds on the pages where something might show."""
    texts = []
    for address in ("today/", "facilitators/"):
        page.goto(bond + address)
        texts.append(page.locator("main").inner_text())
    open_seat(page, bond)
    return [*texts, page.locator("main").inner_text()]
