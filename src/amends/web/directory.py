"""Where help is, by country: emergency numbers, advice and crisis lines, and what a host adds.

Two content files: emergency numbers as libphonenumber lists them (made by a script), and lines whose number
was read at a source that each entry names with the date. No number is here from memory. Who runs a server
can add lines of the place in ``help.toml`` in the data folder; docs/hosting.md says how.
"""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

_log = logging.getLogger(__name__)

FOLDER: Final = resources.files("amends.web") / "content" / "directory"
LOCAL: Final = "help.toml"
"""What a host's own lines are called in the data folder."""
EUROPE_WIDE: Final = "112"
DIALLED: Final = re.compile(r"\+?[0-9][0-9 ()/-]{0,24}")
LONGEST: Final = 300
"""Letters of one text of a line."""


class BadDirectory(ValueError):
    """A file of lines can't be used; says which line, and what is wrong."""


class Need(StrEnum):
    """What a line is for."""

    CRISIS = "crisis"
    """Not wanting to live, or being at an end."""
    ABUSE = "abuse"
    """Being afraid of someone."""
    CHILD = "child"
    """Worry about a child."""
    OTHER = "other"
    """Anything else that a host adds: mediation, an ombuds office, a doctor on call."""


@dataclass(frozen=True)
class Line:
    """Someone who can be called.

    Attributes:
        country: two letters, ISO 3166; empty where a host names none.
        need: what for.
        name: what it is called, in its own language.
        number: as it is written.
        whom: for whom, and when.
        source: where the number was read; an address, or in a host's file any words.
        written: the date of the source, if it names one.
        read: when it was read.
    """

    country: str
    need: Need
    name: str
    number: str
    whom: str
    source: str
    written: date | None
    read: date

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return re.sub(r"[^+0-9]", "", self.number)


@dataclass(frozen=True)
class Emergency:
    """The emergency numbers of all countries.

    Attributes:
        source: where they were read.
        read: when.
        countries: by two letters the name in English and the numbers; which is for whom is not known.
    """

    source: str
    read: date
    countries: Mapping[str, tuple[str, tuple[str, ...]]]


@cache
def emergency() -> Emergency:
    """What the content file holds."""
    plain = tomllib.loads((FOLDER / "emergency.toml").read_text(encoding="utf-8"))
    countries = {code: (found["name"], tuple(found["numbers"])) for code, found in plain["countries"].items()}
    return Emergency(plain["source"], plain["read"], countries)


@cache
def lines() -> tuple[Line, ...]:
    """The lines that come with Amends."""
    return read_lines(tomllib.loads((FOLDER / "lines.toml").read_text(encoding="utf-8")))


def local_lines(folder: Path) -> tuple[Line, ...]:
    """What the host of this server added. A file that can't be used is left out, and the log says why."""
    path = folder / LOCAL
    if not path.is_file():
        return ()
    try:
        return read_lines(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, BadDirectory) as error:
        _log.warning("%s was left out: %s", LOCAL, error)
        return ()


def read_lines(plain: Mapping[str, Any]) -> tuple[Line, ...]:
    """The lines that such data describe.

    Raises:
        BadDirectory: something is missing, misspelled, or no number that can be called.
    """
    found = plain.get("line", [])
    if not isinstance(found, list) or set(plain) - {"line"}:
        raise BadDirectory("it holds [[line]] entries and nothing else")
    return tuple(_line(number, one) for number, one in enumerate(found, start=1))


def _line(number: int, plain: Any) -> Line:
    if not isinstance(plain, dict):
        raise BadDirectory(f"line {number} is no table")
    unknown = set(plain) - {"country", "kind", "name", "number", "whom", "source", "written", "read"}
    if unknown:
        raise BadDirectory(f"line {number} has the unknown field {min(unknown)!r}")
    texts = {
        field: _text(number, plain, field, needed=field not in {"country", "whom"})
        for field in ("country", "name", "number", "whom", "source")
    }
    if texts["country"] and texts["country"] not in emergency().countries:
        raise BadDirectory(f"line {number}: {texts['country']!r} is no country of two letters")
    if not DIALLED.fullmatch(texts["number"]):
        raise BadDirectory(f"line {number}: {texts['number']!r} is no number to call")
    if plain.get("kind", Need.OTHER) not in set(Need):
        raise BadDirectory(f"line {number}: kind is one of {', '.join(Need)}")
    read, written = plain.get("read"), plain.get("written")
    if type(read) is not date or type(written) not in {date, type(None)}:
        raise BadDirectory(f"line {number}: read and written are dates, such as read = 2026-11-24")
    return Line(need=Need(plain.get("kind", Need.OTHER)), read=read, written=written, **texts)


def _text(number: int, plain: Mapping[str, Any], field: str, *, needed: bool) -> str:
    found = plain.get(field, "")
    if not isinstance(found, str) or len(found) > LONGEST or (needed and not found.strip()):
        raise BadDirectory(f"line {number}: {field} is a text of at most {LONGEST} letters")
    return found.strip()
