"""The composer: marks in the words themselves, a list beneath, by keyboard too, and nothing left behind."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.test_pages import findings

DRAFT = "You never listen. We ate at seven on Tuesday. You are selfish."
CANARY = "zanzibar-canary-of-the-composer"


def form(enter: Callable[..., Page], kind: str = "hurt", **options: object) -> Page:
    page = enter("Anna", **options)
    page.goto(f"{page.url.removesuffix('today/')}add/{kind}/")
    return page


def field(page: Page, name: str = "words") -> Locator:
    return page.locator(f"textarea[name={name}]")


def marked(page: Page, name: str = "words") -> Locator:
    return page.locator(f"[data-part={name}] .under mark")


def chosen(page: Page) -> str:
    """The words that are selected in the field."""
    return str(field(page).evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)"))


def test_the_words_themselves_are_marked_and_beneath_it_says_why(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill(DRAFT)
    expect(marked(page)).to_have_text(["You never listen.", "You are selfish."])
    expect(page.locator(".landing li")).to_have_count(2)
    expect(page.locator(".landing li").first).to_contain_text("easier to hear")
    field(page).press("ControlOrMeta+Home")
    field(page).press_sequentially("Oh. ")  # the marks move with their words, at once and after
    expect(marked(page)).to_have_text(["You never listen.", "You are selfish."])
    field(page).fill("")
    expect(marked(page)).to_have_count(0)
    expect(page.locator(".landing li")).to_have_count(0)


def test_a_mark_lies_exactly_under_its_words(enter: Callable[..., Page]) -> None:
    """What the sheet beneath holds is drawn to the pixel where the field draws it, scrolled or not."""
    page = form(enter)
    page.evaluate(
        """() => {
          const plain = new CSSStyleSheet();
          plain.replaceSync(`* { transition: none !important; }
            .under, .under mark { background: white !important; text-decoration: none !important; }`);
          document.adoptedStyleSheets = [plain];
        }"""
    )
    for draft in (
        DRAFT,
        "I waited. " * 60 + DRAFT,
        "שלום, חיכיתי לך אתמול.\nYou never listen.\nحسنا",
        f"🙂 é\tq\n\n\n{'Heuristikenverzeichnis' * 9}.\nYou never listen.\n\n",
    ):
        field(page).fill(draft)
        expect(marked(page).first).to_have_text("You never listen.")
        field(page).evaluate("one => { one.style.height = '8rem'; one.scrollTop = 45; one.blur(); }")
        page.evaluate("() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))")
        above = _drawn(page, "black", "transparent")
        beneath = _drawn(page, "transparent", "black")
        empty = _drawn(page, "transparent", "transparent")
        assert _difference(above, beneath) <= 2  # of 255: only how colours are rounded
        assert _difference(above, empty) > 200


def _drawn(page: Page, above: str, beneath: str) -> Image.Image:
    page.evaluate(
        """([above, beneath]) => {
          document.querySelector("textarea[name=words]").style.color = above;
          document.querySelector(".under").style.color = beneath;
        }""",
        [above, beneath],
    )
    return Image.open(BytesIO(page.locator(".paper").first.screenshot())).convert("RGB")


def _difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a pixel between two pictures, of 255."""
    return int(max(most for _least, most in ImageChops.difference(one, other).getextrema()))


def test_one_moves_between_words_and_list_by_keyboard(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill(DRAFT)
    expect(marked(page)).to_have_count(2)
    field(page).press("ControlOrMeta+Home")
    field(page).press("F8")
    assert chosen(page) == "You never listen."
    expect(page.locator(".landing [aria-current]")).to_contain_text("You never listen.")
    field(page).press("F8")
    assert chosen(page) == "You are selfish."
    field(page).press("Shift+F8")
    assert chosen(page) == "You never listen."
    field(page).press("Escape")
    first, second = (page.locator(".landing li button.shows").nth(at) for at in (0, 1))
    expect(first).to_be_focused()
    first.press("ArrowDown")
    expect(second).to_be_focused()
    second.press("Enter")
    expect(field(page)).to_be_focused()
    assert chosen(page) == "You are selfish."
    page.keyboard.press("Escape")
    expect(second).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()


def test_words_gone_to_are_not_under_the_bars_of_a_phone(enter: Callable[..., Page]) -> None:
    page = form(enter)
    page.set_viewport_size({"width": 390, "height": 700})
    field(page).fill("Dinner was at seven on Tuesday. " * 3 + "\n" * 25 + "You are selfish.")
    expect(marked(page)).to_have_count(1)
    top = page.evaluate("document.querySelector('.under mark').getBoundingClientRect().top")
    field(page).focus()
    page.evaluate("by => scrollBy(0, by)", top - 660)  # its words now lie behind the bar at the foot
    page.keyboard.press("F8")
    bar = page.locator("nav").filter(has=page.get_by_role("link", name="Write")).first
    expect(bar).to_be_visible()
    assert (
        page.evaluate(
            """() => {
          const { left, top, width, height } = document.querySelector(".under mark").getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2).name;
        }"""
        )
        == "words"
    )


def test_a_reader_of_screens_is_told_once_nothing_changes(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill(DRAFT)
    told = page.get_by_role("status").filter(has_text="Marked places: 2.")
    expect(told).to_have_count(1)
    assert told.get_attribute("id") in (field(page).get_attribute("aria-describedby") or "").split()


def test_what_is_not_helpful_is_left_out_and_can_come_back(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill("You never listen.")
    page.get_by_role("button", name="Not helpful").click()
    expect(marked(page)).to_have_count(0)
    undo = page.get_by_role("button", name="Undo: You never listen.")
    expect(undo).to_be_focused()
    undo.click()
    expect(marked(page)).to_have_text(["You never listen."])
    for _ in range(4):  # the oftener, the surer it has to be
        page.get_by_role("button", name="Not helpful").click()
        expect(marked(page)).to_have_count(0)
        page.reload()
        field(page).fill("You never listen.")
        expect(marked(page).or_(page.get_by_role("button", name="Show all again")).first).to_be_attached()
        if not marked(page).count():
            break
    page.get_by_role("button", name="Show all again").click()
    expect(marked(page)).to_have_text(["You never listen."])


def test_that_someone_may_come_to_harm_is_never_made_rarer(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill("Last night you hit me.")
    page.get_by_role("button", name="Not helpful").click()
    expect(marked(page)).to_have_count(0)
    page.reload()
    field(page).fill("Last night you hit me.")
    expect(marked(page)).to_have_count(1)
    assert page.evaluate("Object.values(localStorage)") == []


def test_it_is_off_for_oneself_wherever_one_writes(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill("You never listen.")
    with page.expect_response("**/coach/rest/"):
        page.get_by_role("button", name="Don’t read along").click()
    expect(marked(page)).to_have_count(0)
    elsewhere = form(enter, "letter")
    field(elsewhere).fill("You never listen.")
    again = elsewhere.get_by_role("button", name="Read along again")
    expect(again).to_be_visible()
    expect(marked(elsewhere)).to_have_count(0)
    with elsewhere.expect_response("**/coach/rest/"):
        again.click()
    expect(marked(elsewhere)).to_have_text(["You never listen."])


def test_by_keyboard_one_stays_where_it_was_turned_off_and_on(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill("You never listen.")
    off = page.get_by_role("button", name="Don’t read along")
    again = page.get_by_role("button", name="Read along again")
    off.press("Enter")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(marked(page)).to_have_text(["You never listen."])
    expect(off).to_be_focused()


def test_what_is_left_out_is_no_longer_the_place_one_is_at(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill(DRAFT)
    expect(marked(page)).to_have_count(2)
    field(page).press("F8")
    expect(page.locator(".landing [aria-current]")).to_have_count(1)
    page.locator(".landing [aria-current]").get_by_role("button", name="Not helpful").press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator(".landing [aria-current]")).to_have_count(0)


def test_each_field_is_read_for_itself(enter: Callable[..., Page]) -> None:
    page = form(enter, "apology")
    field(page).fill("I’m sorry if you were hurt.")
    field(page, "prevents").fill("I will set an alarm by Friday at six.")
    expect(marked(page)).not_to_have_count(0)
    beneath = page.locator("[data-part=prevents] .landing")
    expect(beneath).to_contain_text("whether to keep it as a promise too")
    expect(beneath).to_contain_text("Friday")
    expect(marked(page, "prevents")).to_have_count(0)


def test_without_an_answer_it_is_quiet_and_goes_on_with_the_next(enter: Callable[..., Page]) -> None:
    page = form(enter)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/coach/", hold)
    with page.expect_request("**/coach/"):
        field(page).fill("You never listen.")
    with page.expect_request("**/coach/"):
        field(page).fill("We ate at seven on Tuesday.")
    for route in held:
        route.abort("internetdisconnected")
    page.unroute("**/coach/")
    expect(marked(page)).to_have_count(0)
    with page.expect_response("**/coach/"):
        field(page).press("End")
        field(page).press_sequentially(" You never listen.")
    expect(marked(page)).to_have_text(["You never listen."])


def test_a_very_long_draft_is_read_as_well(enter: Callable[..., Page]) -> None:
    page = form(enter)
    field(page).fill("I waited at the station and then walked home. " * 200 + "You never listen.")
    expect(marked(page)).to_have_text(["You never listen."])
    field(page).press("ControlOrMeta+Home")
    field(page).press("F8")
    assert chosen(page) == "You never listen."


def test_a_sentence_grows_of_four_parts_and_is_put_into_the_draft(enter: Callable[..., Page]) -> None:
    page = form(enter)
    draft = "You are selfish. When you came home at ten yesterday I was worried."
    field(page).fill(draft)
    page.get_by_text("Say it in four parts").click()
    when, felt = page.get_by_label("When …"), page.get_by_label("… I felt")
    expect(when).to_have_value("you came home at ten yesterday")
    expect(felt).to_have_value("worried")
    page.get_by_label("I need").fill("to know beforehand.")
    built = "When you came home at ten yesterday, I felt worried. I need to know beforehand."
    expect(page.locator(".built")).to_have_text(built)
    page.get_by_role("button", name="Put it in place of my draft").click()
    expect(field(page)).to_have_value(built)
    page.get_by_role("button", name="Undo").click()
    expect(field(page)).to_have_value(draft)
    page.get_by_role("button", name="Add it to my draft").click()
    expect(field(page)).to_have_value(f"{draft}\n\n{built}")
    page.keyboard.press("ControlOrMeta+z")
    expect(field(page)).to_have_value(draft)


def test_words_are_found_by_keyboard_and_a_judgement_leads_to_feelings(enter: Callable[..., Page]) -> None:
    page = form(enter)
    page.get_by_text("Say it in four parts").click()
    felt, options = page.get_by_label("… I felt"), page.locator(".builder [role=option]")
    felt.press_sequentially("Ìgnor")  # marks and capitals don't matter
    expect(page.get_by_text("Beneath it there may be")).to_be_visible()
    expect(options.first).to_have_text("lonely")
    felt.press("ArrowDown")
    expect(felt).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    felt.press("Enter")
    expect(felt).to_have_value("lonely")
    expect(options).to_have_count(0)
    felt.press_sequentially(" and knacker")  # by another name
    expect(options).to_have_text(["exhausted"])
    felt.press("ArrowDown")
    felt.press("Enter")
    expect(felt).to_have_value("lonely and exhausted")
    need = page.get_by_label("I need")
    need.press("ArrowDown")
    expect(page.get_by_role("group", name="Together")).to_be_attached()
    need.press("Escape")
    expect(options).to_have_count(0)
    expect(need).to_be_focused()
    need.press("Enter")  # sends nothing
    expect(page.locator(".built")).to_have_text("I felt lonely and exhausted.")


def test_axe_finds_nothing_in_it(enter: Callable[..., Page]) -> None:
    for scheme, size in (("light", PHONE), ("dark", DESK)):
        page = form(enter, scheme=scheme, size=size)
        field(page).fill(DRAFT)
        expect(marked(page)).to_have_count(2)
        page.get_by_role("button", name="Not helpful").first.click()
        page.get_by_text("Say it in four parts").click()
        page.get_by_label("I need").press("ArrowDown")
        expect(page.locator(".builder [role=option]").first).to_be_visible()
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_at_work_it_asks_for_the_effect(enter: Callable[..., Page]) -> None:
    page = enter("Ruth")
    page.goto(f"{page.url.removesuffix('today/')}add/hurt/")
    at_work = page.get_by_text("Say it in four parts")
    at_work.click()
    page.get_by_label("When …").fill("the notes came at six")
    page.get_by_label("… the effect was").fill("work done tw")
    page.get_by_label("… the effect was").press_sequentially("i")
    page.get_by_role("option", name="work done twice").click()
    expect(page.locator(".built")).to_have_text("When the notes came at six, the effect was work done twice.")


def test_without_scripts_it_answers_when_asked(enter: Callable[..., Page]) -> None:
    page = form(enter, scripts=False)
    field(page).fill(DRAFT)
    page.get_by_role("button", name="How may this land?").click()
    expect(page.locator(".landing li mark")).to_have_text(["You never listen.", "You are selfish."])
    expect(field(page)).to_have_value(DRAFT)


def test_a_draft_leaves_no_trace(enter: Callable[..., Page], traces: Path) -> None:
    """Neither on the server, in database and log, nor in what this browser keeps."""
    page = form(enter)
    field(page).fill(f"You never listen, {CANARY}.")
    expect(marked(page)).to_have_count(1)
    page.get_by_role("button", name="Not helpful").click()
    kept = page.evaluate(
        """async () => JSON.stringify([
          {...localStorage}, {...sessionStorage}, document.cookie, location.href, history.state,
          await indexedDB.databases(), await caches.keys(), performance.getEntries().map((one) => one.name),
        ])"""
    )
    assert "generalisation" in kept  # it was looked at
    assert CANARY not in kept
    assert CANARY not in str(page.context.storage_state(indexed_db=True))
    files = [path for path in traces.rglob("*") if path.is_file()]
    assert any(path.name == "amends.sqlite3" for path in files)
    assert all(CANARY.encode() not in path.read_bytes() for path in files)


def test_an_emptied_form_leaves_no_words_beside_it(enter: Callable[..., Page]) -> None:
    """As it is for whoever leaves quickly or logs out: a page may come back from the browser's memory."""
    page = form(enter)
    field(page).fill(f"You never listen, {CANARY}. I was worried.")
    expect(marked(page)).to_have_count(1)
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_text("Say it in four parts").click()
    page.get_by_label("I need").fill(CANARY)
    left = page.evaluate(
        """() => {
          document.querySelector("#act").reset();
          const fields = [...document.querySelectorAll("input, textarea")].map((one) => one.value);
          return document.documentElement.outerHTML + fields.join();
        }"""
    )
    assert CANARY not in left
    expect(field(page)).to_have_value("")
