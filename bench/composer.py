"""From the last key to the marks in the page, in Chromium, with the real server on the same machine.

    python -m bench.composer [--rounds 30]

A sentence is put in at once, as by dictation. The clock runs in the page, from that input event to the mark
on the sheet under the field, and to the next picture that shows it; the pause that is waited for is part of
it. Writes its result to bench/results/composer.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, expect, sync_playwright

RESULTS = Path(__file__).parent / "results"
FILLER = "I waited at the station and then walked home. "
LENGTHS = {"a line": 0, "300 letters": 6, "900 letters": 19, "3,000 letters": 65, "9,900 letters": 215}
"""Of a draft: how often the filler stands before the words that are marked."""
WATCH = """() => {
  const field = document.querySelector("#id_words");
  window.measure = () => new Promise((done) => {
    let typed;
    const seen = new MutationObserver(() => {
      if (!document.querySelector("[data-part=words] .under mark")) return;
      const marked = performance.now();
      seen.disconnect();
      field.removeEventListener("input", begin, true);
      requestAnimationFrame(() => setTimeout(() => done([marked - typed, performance.now() - typed])));
    });
    const begin = () => { typed = performance.now(); };
    field.addEventListener("input", begin, true);
    seen.observe(document.querySelector("[data-part=words] .under"), { childList: true });
  });
}"""


def main() -> None:
    """Measure every length and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    with _demo() as address, sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(base_url=address, viewport={"width": 390, "height": 844})
        page.goto("/")
        page.get_by_role("button", name="Anna").first.click()
        page.wait_for_url("**/today/")
        page.goto(f"{page.url.removesuffix('today/')}add/hurt/")
        page.evaluate(WATCH)
        drafts = {name: _measure(page, FILLER * often, rounds) for name, often in LENGTHS.items()}
        chromium = browser.version
        browser.close()
    result = {
        "at": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": {
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "system": platform.system(),
            "load": round(os.getloadavg()[0], 1),
        },
        "versions": {
            "python": platform.python_version(),
            "chromium": chromium,
            **{name: version(name) for name in ("django", "granian")},
        },
        "drafts": drafts,
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "composer.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))


def _measure(page: Page, before: str, rounds: int) -> dict[str, float]:
    """What the marks of one draft take, ended again and again."""
    field = page.locator("#id_words")
    marked, shown = [], []
    for _ in range(rounds + 3):
        with page.expect_response("**/coach/"):
            field.fill(f"{before}We ate at seven. ")
        expect(page.locator("[data-part=words] .under mark")).to_have_count(0)
        found = page.evaluate_handle("() => ({ result: window.measure() })")
        page.keyboard.insert_text("You are so selfish.")
        in_page, in_picture = found.evaluate("async (found) => await found.result")
        marked.append(in_page)
        shown.append(in_picture)
    return _spread("marked", marked[3:]) | _spread("shown", shown[3:])


def _spread(name: str, times: list[float]) -> dict[str, float]:
    return {
        f"{name}_p50_ms": round(median(times), 1),
        f"{name}_p95_ms": round(quantiles(times, n=20)[-1], 1),
    }


@contextmanager
def _demo() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    command = [shutil.which("amends") or "amends", "demo", "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if server.poll() is not None:
                raise SystemExit("the server ended before it listened") from None
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not listen within two minutes")


if __name__ == "__main__":
    main()
