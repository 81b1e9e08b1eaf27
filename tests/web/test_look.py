"""The look: contrasts computed from the tokens, and what no template may hold."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

import amends.web

WEB = Path(amends.web.__file__).parent
STATIC = WEB / "static" / "amends"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
CSS = (STATIC / "amends.css").read_text(encoding="utf-8")
MODES = ("light", "dark")
TOKENS = {
    name: dict(zip(MODES, colours, strict=True))
    for name, *colours in reversed(re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", CSS))
}
"""The first value of each colour; a later one is for those who ask for more contrast."""
TEXT, SHAPE = 4.5, 3.0
"""What WCAG 2.2 AA asks of text (1.4.3) and of shapes that carry meaning (1.4.11)."""
PAIRS = [
    *product(["ink"], ["paper", "sheet", "linen", "cloth"], [TEXT]),
    *product(["soft"], ["paper", "sheet", "cloth"], [TEXT]),
    *product(["edge"], ["paper", "sheet"], [SHAPE]),
    *product(["gold"], ["paper", "sheet", "cloth"], [SHAPE]),
    ("paper", "ink", TEXT),
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(front: str, back: str, least: float, mode: str) -> None:
    """What is read or seen stands out from what it lies on, by day and by lamplight."""
    assert _contrast(TOKENS[front][mode], TOKENS[back][mode]) >= least


def test_nobody_is_red() -> None:
    """Every colour is one of the tokens, and none of them is red."""
    assert set(TOKENS) == {"paper", "sheet", "linen", "ink", "soft", "edge", "gold", "cloth"}
    for colour in {colour for token in TOKENS.values() for colour in token.values()}:
        red, green, blue = _channels(colour)
        assert not (red > 0.5 and red > 2 * max(green, blue)), colour


def test_the_browser_frames_the_page_in_its_colour() -> None:
    """The bar around the page is of the same paper."""
    base = (WEB / "templates" / "base.html").read_text(encoding="utf-8")
    assert re.findall(r'name="theme-color" content="(#\w{6})"', base) == list(TOKENS["paper"].values())


def test_sides_are_named_by_the_way_of_reading() -> None:
    """Left and right, top and bottom would be wrong where one reads from right to left."""
    found = re.findall(r"[\s;{](?:margin|padding|border|inset)?-?(?:left|right|top|bottom)\s*:", CSS)
    assert found == []


def test_everything_but_tokens_is_in_a_layer_or_a_query() -> None:
    """The layers' order alone says what wins."""
    without = re.sub(r"/\*.*?\*/", "", CSS, flags=re.S)
    outside = [line for line in without.splitlines() if line and line[0] not in " }@"]
    assert outside == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB / "templates")))
def test_no_style_and_no_script_within_a_page(template: Path) -> None:
    """The content security policy would refuse them."""
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=\s*[\"']|javascript:", text, re.I)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


def test_the_typeface_travels_with_its_licence() -> None:
    """The open font licence asks for it."""
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "LITERATA-LICENSE.txt").read_text(encoding="utf-8")


def test_what_every_page_loads_is_light() -> None:
    """Styles, script, icon and the latin letters, before any compression."""
    files = ("amends.css", "amends.js", "icon.svg", "fonts/literata-latin-wght-normal.woff2")
    assert sum((STATIC / name).stat().st_size for name in files) < 100_000


def _contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminances (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
