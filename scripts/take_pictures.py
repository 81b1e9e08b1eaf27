"""Takes the pictures in docs/pictures from a running `amends demo`, and writes their index.

.venv/bin/python scripts/take_pictures.py http://127.0.0.1:8000
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from playwright.sync_api import Browser, Page, sync_playwright

from amends.practices.content import practices

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZES = {"390": {"width": 390, "height": 844}, "1280": {"width": 1280, "height": 900}}
SCHEMES = ("light", "dark")
QUALITY = 40
"""Of a JPEG: letters stay clear, and all pictures together stay below 15 MB."""
OUTSIDE = {"welcome": "/", "help": "/help/", "sign-up": "/sign-up/", "log-in": "/log-in/"}
READINGS = ("trust", "promises", "weight", "balance", "week", "memory", "patterns")
INSIDE = {
    "today": "today/",
    "bond": "",
    "write": "add/",
    "timeline": "timeline/",
    **{f"reading-{name}": f"readings/{name}/" for name in READINGS},
    "practices": "practices/",
    **{f"practice-{one.id}": f"practices/{one.id}/" for one in practices("en", "couple")},
    "open-book": "open-book/",
    "calendar": "open-book/calendar/",
    "boundaries": "boundaries/",
    "check-in": "check-in/",
    "arriving": "arriving/",
    "settings": "settings/",
    "ledger": "ledger/?check=now",
    "invitation": "invitation/",
    "facilitators": "facilitators/",
    "summary": "summary/",
    "leaving": "leaving/",
    "export": "export/",
}
LINKED = {"repair": "/repairs/", "act": "/acts/", "pace": "/readings/pace/"}
"""Pages that the page of the bond leads to, by what their address holds."""
OTHERS = {"Maya": "friends", "Ruth": "work", "Aiko": "team"}
"""Of the other stories: who looks, and what the pictures are called after."""
TEAM = {"page": "team/", "rounds": "rounds/", "told": "rounds/speaking-up/", "look-back": "practices/retro/"}
"""Pages that a team alone has."""
TALK = (
    ("Anna", "", "Begin"),
    ("Toby", "", "I’m ready"),
    (
        "Anna",
        "When the bins stand there on Monday I feel alone with the house.",
        "Send",
    ),
    ("Toby", "That it is less about the bins than about being alone with it.", "Send"),
    ("Anna", "", "Yes, that is it"),
    ("Anna", "", "That is all for now"),
    ("Toby", "", "Go on to what could help"),
    ("Toby", "Mondays are mine, with an alarm.", "Send"),
    ("Anna", "", "Go on without"),
    ("Anna", "", "Go on without"),
    ("Toby", "", "Go on without"),
)
"""A talk, step by step: who, what they say, what they choose."""


DRAFT = (
    "You never listen. When you came home at ten yesterday I was worried, and dinner had gone cold. "
    "You are so selfish. Could you text me next time?"
)
APOLOGY = {
    "words": "I’m sorry that I read your letter, but you left it open on the table.",
    "prevents": "I will ask you before I open anything, and put a note on the fridge by Friday at six.",
}
"""Drafts, by field, of which the coach has something to say."""


ALONE = ("why", "own-it", "not-said-yet", "look-again")
"""Practices that are also walked alone, each step on a phone."""
WAYS_ON = ("Go on without", "Go on to the map", "Go on as it is", "Go on", "Keep and go on")
"""What is chosen at a step, the first that is there."""
MOST_STEPS = 12


def main(address: str) -> None:
    """Every page on a phone and a desk, light and dark; every step of a talk on a phone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.jpg"):
        old.unlink()
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for width in SIZES:
            for scheme in SCHEMES:
                _take_all(browser, address, width, scheme)
                _take_composer(browser, address, width, scheme)
        _take_talk(browser, address)
        for practice in ALONE:
            _take_alone(browser, address, practice)
        browser.close()
    _write_index()


def _take_all(browser: Browser, address: str, width: str, scheme: str) -> None:
    with _Visit(browser, address, width, scheme) as stranger:
        for name, path in OUTSIDE.items():
            stranger.take(name, path)
    with _Visit(browser, address, width, scheme, "Anna") as anna:
        for name, path in (*INSIDE.items(), *anna.linked(), *anna.forms()):
            anna.take(name, path)
    for person, story in OTHERS.items():
        with _Visit(browser, address, width, scheme, person) as visit:
            for name, path in (("today", "today/"), ("bond", ""), *visit.linked(), *visit.of_a_team(story)):
                visit.take(f"{story}-{name}", path)


def _take_composer(browser: Browser, address: str, width: str, scheme: str) -> None:
    """What stands beneath a field while one writes: marks, an apology's parts, four parts of a sentence."""
    with _Visit(browser, address, width, scheme, "Anna") as anna:
        anna.write("add/hurt/", words=DRAFT)
        anna.page.locator("#id_words").press("F8")
        anna.save("composer-marks")
        anna.page.get_by_text("Say it in four parts").click()
        anna.page.locator("[data-slot=felt]").fill("")
        anna.page.locator("[data-slot=felt]").press_sequentially("ignor")
        anna.page.locator(".builder [role=option]").first.wait_for()
        anna.save("composer-four-parts")
        anna.write("add/apology/", **APOLOGY)
        anna.save("composer-apology")
    with _Visit(browser, address, width, scheme, "Aiko") as aiko:
        aiko.write("add/hurt/", words="When the notes came at six I was worried. Nobody ever reads my mails.")
        aiko.page.get_by_text("Say it in four parts").click()
        aiko.page.locator("[data-slot=need]").press("ArrowDown")
        aiko.page.locator(".builder [role=option]").first.wait_for()
        aiko.save("composer-at-work")


def _take_talk(browser: Browser, address: str) -> None:
    """Each step, as the one sees it whose turn it is."""
    with (
        _Visit(browser, address, "390", "light", "Anna") as anna,
        _Visit(browser, address, "390", "light", "Toby") as toby,
    ):
        people, session = {"Anna": anna, "Toby": toby}, "practices/talk/"
        for step, (name, words, choice) in enumerate(TALK):
            visit = people[name]
            visit.page.goto(visit.home + session)
            if not step:
                visit.page.locator("textarea[name=words]").fill("The bins")
            elif words:
                visit.page.locator("#turn textarea").fill(words)
                visit.page.wait_for_timeout(600)  # the coach reads along
            visit.save(f"talk-{step + 1:02}")
            visit.page.get_by_role("button", name=choice, exact=True).click()
            visit.page.wait_for_url("**/sessions/**")
            session = visit.page.url.removeprefix(visit.home)
        visit.save(f"talk-{len(TALK) + 1:02}")


def _take_alone(browser: Browser, address: str, practice: str) -> None:
    """Each step of a practice, as one walks it by oneself."""
    with _Visit(browser, address, "390", "light", "Anna") as anna:
        anna.page.goto(f"{anna.home}practices/{practice}/")
        alone = anna.page.get_by_label("By myself")
        if alone.count():
            alone.check()
        anna.page.get_by_role("button", name="Begin").click()
        anna.page.wait_for_url("**/sessions/**")
        for step in range(1, MOST_STEPS):
            anna.save(f"{practice}-{step:02}")
            buttons = anna.page.locator("#turn button").all_inner_texts()
            way = next((one for one in WAYS_ON if one in buttons), None)
            if way is None:
                return
            anna.page.locator("#turn").get_by_role("button", name=way, exact=True).click()
            anna.page.wait_for_load_state("networkidle")


class _Visit:
    """A browser of one person's, or of nobody's in particular."""

    def __init__(self, browser: Browser, address: str, width: str, scheme: str, person: str = "") -> None:
        self.context = browser.new_context(
            base_url=address, viewport=SIZES[width], color_scheme=scheme, timezone_id="Europe/London"
        )
        self.page: Page = self.context.new_page()
        self.tag = f"{width}-{scheme}"
        self.home = ""
        if person:
            self.page.goto("/")
            self.page.get_by_role("button", name=person).first.click()
            self.page.wait_for_url("**/today/")
            self.home = self.page.url.removesuffix("today/")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        self.context.close()

    def linked(self) -> Iterator[tuple[str, str]]:
        """The first page of each sort that the page of the bond leads to."""
        self.page.goto(self.home)
        for name, part in LINKED.items():
            found = self.page.locator(f"main a[href*='{part}']")
            if found.count():
                yield name, (found.first.get_attribute("href") or "")

    def of_a_team(self, story: str) -> Iterator[tuple[str, str]]:
        """Where a team has pages of its own: those, and the questions that it is asked now."""
        if story != "team":
            return
        yield from TEAM.items()
        self.page.goto(f"{self.home}rounds/")
        yield "round", (self.page.locator("main a.row").first.get_attribute("href") or "")

    def forms(self) -> Iterator[tuple[str, str]]:
        """The form of each thing that can be written down."""
        self.page.goto(f"{self.home}add/")
        links = self.page.locator("main a.row[href*='/add/']")
        for address in links.evaluate_all("found => found.map(one => one.getAttribute('href'))"):
            yield "write-" + address.rstrip("/").rsplit("/", 1)[-1], address

    def take(self, name: str, path: str) -> None:
        """A picture of a page, whole."""
        self.page.goto(path if path.startswith("/") else self.home + path)
        self.save(name)

    def write(self, path: str, **drafts: str) -> None:
        """Open a form and write in its fields; the coach has read them when this is done."""
        self.page.goto(self.home + path)
        for name, draft in drafts.items():
            self.page.locator(f"textarea[name={name}]").fill(draft)
            self.page.locator(f"[data-part={name}] .coach").wait_for()

    def save(self, name: str) -> None:
        """A picture of the page that is open."""
        path = FOLDER / f"{name}-{self.tag}.jpg"
        self.page.screenshot(path=path, full_page=True, type="jpeg", quality=QUALITY)


def _write_index() -> None:
    """One line a page, with a link to each of its pictures."""
    found: dict[str, list[str]] = {}
    for path in sorted(FOLDER.glob("*.jpg")):
        name, width, scheme = path.stem.rsplit("-", 2)
        found.setdefault(name, []).append(f"[{width} {scheme}]({path.name})")
    lines = [f"| {name} | {' · '.join(pictures)} |" for name, pictures in found.items()]
    head = ["# Every page", "", "Taken by `scripts/take_pictures.py` from the invented stories.", ""]
    table = ["| page | pictures |", "|---|---|", *lines, ""]
    (FOLDER / "README.md").write_text("\n".join(head + table), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
