"""Write the emergency numbers of all countries down, as libphonenumber knows them.

    python scripts/list_emergency_numbers.py

Needs the packages phonenumbers (a port of Google's libphonenumber; Apache-2.0) for the numbers and Babel
for what countries are called in English (Unicode CLDR). The product needs neither: what is written is
`src/amends/web/content/directory/emergency.toml`, to be looked at before it is committed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from babel import Locale
from phonenumbers import PhoneMetadata
from phonenumbers.shortdata import _AVAILABLE_REGION_CODES as REGIONS

HERE = Path(__file__).parent.parent / "src" / "amends" / "web" / "content" / "directory" / "emergency.toml"
LONGEST = 4
"""Digits of the numbers listed; the few longer ones are those of single services."""

MOST = 12
"""Where there are more, a pattern stands for a whole range, and only the shortest are listed."""


def main() -> None:
    """Write the file."""
    names = Locale("en", "GB").territories
    lines = [
        "# Made by scripts/list_emergency_numbers.py; not edited by hand.",
        f'source = "libphonenumber, as packed in phonenumbers {version("phonenumbers")}"',
        f"read = {datetime.now(UTC):%Y-%m-%d}",
        "",
        "[countries]",
    ]
    for region in sorted(REGIONS, key=lambda code: names.get(code, code)):
        numbers = of(region)
        if numbers and region in names:
            listed = ", ".join(f'"{number}"' for number in numbers)
            lines.append(f'{region} = {{ name = "{names[region]}", numbers = [{listed}] }}')
    HERE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def of(region: str) -> list[str]:
    """The emergency numbers of a country, the shortest first."""
    found = PhoneMetadata.short_metadata_for_region(region)
    if found is None or found.emergency is None or not found.emergency.national_number_pattern:
        return []
    pattern = re.compile(found.emergency.national_number_pattern)
    lengths = [length for length in found.emergency.possible_length if 0 < length <= LONGEST]
    every = (f"{number:0{length}d}" for length in lengths for number in range(10**length))
    numbers = [number for number in every if pattern.fullmatch(number)]
    shortest = min(map(len, numbers), default=0)
    return numbers if len(numbers) <= MOST else [one for one in numbers if len(one) == shortest]


if __name__ == "__main__":
    main()
