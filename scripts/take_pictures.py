"""Takes the pictures in docs/pictures from a running `amends demo`.

.venv/bin/python scripts/take_pictures.py http://127.0.0.1:8000
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZES = {"390": {"width": 390, "height": 844}, "1280": {"width": 1280, "height": 900}}
SCHEMES = ("light", "dark")


def main(address: str) -> None:
    """Take *today* and *bond* as Anna sees them, on a phone and a desk, light and dark."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for width in SIZES:
            for scheme in SCHEMES:
                _take(browser, address, width, scheme)
        browser.close()


def _take(browser: Browser, address: str, width: str, scheme: str) -> None:
    context = browser.new_context(
        base_url=address, viewport=SIZES[width], color_scheme=scheme, timezone_id="Europe/London"
    )
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Anna").first.click()
    page.wait_for_url("**/today/")
    _save(page, f"today-{width}-{scheme}")
    page.goto(page.url.removesuffix("today/"))
    _save(page, f"bond-{width}-{scheme}")
    context.close()


def _save(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main(sys.argv[1])
