"""A real server with the invented stories, and a real Chromium in front of it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""So that the browser itself asks nothing of the network."""
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`))"""
"""Also what the policy refuses without a word in the console."""
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
START = datetime(2026, 9, 3, 19, 0, tzinfo=UTC)  # a Thursday; the clocks go back on the way


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs all browser tests, so that one server and one browser serve them all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here"))


@pytest.fixture(scope="session")
def traces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server leaves all that it writes: its log, and its data folder."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def address(traces: Path) -> Iterator[str]:
    """Where `amends demo` serves."""
    port = _free_port()
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("DJANGO", "AMENDS"))
    }
    environment.pop("DATABASE_URL", None)
    environment["TMPDIR"] = str(traces)
    log = traces / "log"
    command = [str(Path(sys.executable).parent / "amends"), "demo", "--port", str(port)]
    with (
        log.open("wb") as output,
        subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT) as server,
    ):
        found = f"http://127.0.0.1:{port}"
        _wait_for(found, server, log)
        yield found
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page as nobody in particular; fails the test on any console or CSP error."""
    complaints: list[str] = []
    with ExitStack() as open_contexts:

        def visit(
            path: str = "/", *, size: dict[str, int] = PHONE, scheme: str = "light", scripts: bool = True
        ) -> Page:
            context: BrowserContext = browser.new_context(
                base_url=address,
                viewport=size,
                color_scheme=scheme,
                java_script_enabled=scripts,
                timezone_id="Europe/London",
            )
            open_contexts.callback(context.close)
            context.add_init_script(TELL_VIOLATIONS)
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.on("console", lambda message: _note(complaints, message))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(path)
            return page

        yield visit
    assert not complaints


@pytest.fixture
def enter(visit: Callable[..., Page]) -> Callable[..., Page]:
    """Open the demo as one of the story's people; lands on that person's *today*."""

    def enter(name: str, **options: object) -> Page:
        page = visit("/", **options)
        page.get_by_role("button", name=f"{name}").first.click()
        page.wait_for_url("**/today/")
        return page

    return enter


@dataclass
class World:
    """A server of its own, and the day on which it believes to be."""

    address: str
    clock: Path

    def on(self, week: int, day: int = 0, hour: int = 20) -> datetime:
        """Go to an evening, counted from the first Thursday."""
        now = START.replace(hour=hour) + timedelta(weeks=week, days=day)
        self.clock.write_text(now.isoformat())
        return now


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty house in the past."""
    with serving(tmp_path) as world:
        yield world


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[World]:
    """A server in the past on the data folder in ``folder``, which may be empty."""
    port, clock, log = _free_port(), folder / "clock", folder / "log"
    clock.write_text(START.isoformat())
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("DJANGO", "AMENDS"))
    }
    environment.pop("DATABASE_URL", None)
    environment |= {"AMENDS_DATA": str(folder / "data"), **settings}
    command = [sys.executable, "-m", "tests.e2e.travelling_server", str(port), str(clock)]
    with (
        log.open("wb") as output,
        subprocess.Popen(command, env=environment, stdout=output, stderr=output) as server,
    ):
        _wait_for(f"http://127.0.0.1:{port}", server, log)
        yield World(f"http://127.0.0.1:{port}", clock)
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def phone(browser: Browser, world: World) -> Iterator[Callable[[], Page]]:
    """A phone of one's own."""
    opened = []

    def phone() -> Page:
        context = browser.new_context(base_url=world.address, viewport=PHONE, timezone_id="Europe/London")
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield phone
    for context in opened:
        context.close()


def _note(complaints: list[str], message: ConsoleMessage) -> None:
    # A page that answers 404 or 409 on purpose, or can't be reached, is reported by Chromium as an error too.
    on_purpose = ("the server responded with a status", "net::ERR_INTERNET_DISCONNECTED")
    if message.type == "error" and not any(said in message.text for said in on_purpose):
        complaints.append(message.text)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  # our own server
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not come up: {log.read_text()}")
