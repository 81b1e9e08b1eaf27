"""The practices that there are: content files, one a practice, in a folder for each language.

A file in another language that is missing is stood in for by the English one. Adding a plain
practice takes no Python: a file in ``content/en`` is enough. CONTRIBUTING.md says how.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from amends.acts.session import PLACE
from amends.practices.script import DONE, PASS, PAUSE, RESUME, STOP, Choice, Script, Step, Who

SOURCE_LANGUAGE: Final = "en"
SETTINGS: Final = ("couple", "friends", "family", "team")
LONGEST: Final = 40
"""Steps in one practice [choice]."""


class BadScript(ValueError):
    """A content file can't be used; says which, and what is wrong."""


def practices(language: str, setting: str) -> tuple[Script, ...]:
    """The practices offered in a setting, in the order of their files' ``order``."""
    scripts = (practice(name, language, setting) for name in _names())
    return tuple(one for one in scripts if one is not None and setting in one.settings)


@cache
def practice(name: str, language: str, setting: str) -> Script | None:
    """One practice in the words of a language and a setting; None if there is none of that name.

    Raises:
        BadScript: its file can't be used.
    """
    if name not in _names():
        return None
    folder = resources.files("amends.practices") / "content"
    here = folder / language.split("-", maxsplit=1)[0] / f"{name}.toml"
    path = here if here.is_file() else folder / SOURCE_LANGUAGE / f"{name}.toml"
    try:
        return read_script(name, tomllib.loads(path.read_text(encoding="utf-8")), setting)
    except (tomllib.TOMLDecodeError, BadScript) as error:
        raise BadScript(f"{path}: {error}") from error


def read_script(name: str, plain: dict[str, Any], setting: str) -> Script:
    """The script that such data describe, in the words of a setting.

    Raises:
        BadScript: something is missing, misspelled or leads nowhere.
    """
    told: dict[str, Any] = {"about": "", "needs_repair": False, "takes_view": False}
    told |= _in_words_of(setting, plain, _SCRIPT, name)
    steps = tuple(_step(one, setting) for one in told["steps"])
    _check_steps(steps)
    settings, people = tuple(told.get("settings", SETTINGS)), tuple(told["people"])
    _check(set(settings) <= set(SETTINGS), "settings", "couple, friends, family or team is expected")
    _check(bool(people) and all(isinstance(one, int) and one > 0 for one in people), "people", "e.g. [1, 2]")
    del told["order"]
    return Script(**told | {"id": name, "settings": settings, "people": people, "steps": steps})


@cache
def _names() -> tuple[str, ...]:
    folder = resources.files("amends.practices") / "content" / SOURCE_LANGUAGE
    found = {
        path.name.removesuffix(".toml"): path for path in folder.iterdir() if path.name.endswith(".toml")
    }
    order = {
        name: tomllib.loads(path.read_text(encoding="utf-8")).get("order", 0) for name, path in found.items()
    }
    return tuple(sorted(found, key=lambda name: (order[name], name)))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a part of a content file must say, what it may say, and what sort each is."""

    must: dict[str, type]
    may: dict[str, type]


_SCRIPT: Final = _Shape(
    must={
        "version": int,
        "order": int,
        "title": str,
        "aim": str,
        "source": str,
        "minutes": int,
        "people": list,
        "steps": list,
    },
    may={"settings": list, "about": str, "needs_repair": bool, "takes_view": bool},
)
_STEP: Final = _Shape(
    must={"id": str, "who": str, "asks": str},
    may={
        "hint": str,
        "writes": bool,
        "coached": bool,
        "own": bool,
        "optional": bool,
        "shows": list,
        "opens": str,
        "link": str,
        "choices": list,
    },
)
_CHOICE: Final = _Shape(must={"id": str, "says": str}, may={"to": str, "swaps": bool, "then": str})


def _in_words_of(setting: str, plain: dict[str, Any], shape: _Shape, name: str) -> dict[str, Any]:
    """The data with a setting's own words in place, checked for what is missing or misspelled."""
    told = {key: value for key, value in plain.items() if key not in SETTINGS}
    told |= plain.get(setting, {})
    known = shape.must | shape.may
    for key, value in told.items():
        _check(key in known, f"{name}: {key}", "nothing is known by this name")
        _check(isinstance(value, known[key]), f"{name}: {key}", f"{known[key].__name__} is expected")
    for key in shape.must:
        _check(key in told, f"{name}: {key}", "this is missing")
    return told


def _step(plain: dict[str, Any], setting: str) -> Step:
    name = str(plain.get("id", "a step"))
    told = _in_words_of(setting, plain, _STEP, name)
    _check(told["who"] in set(Who), f"{name}: who", "speaker, listener, each or anyone is expected")
    choices = tuple(_choice(one, setting) for one in told.pop("choices", ()))
    return Step(**told | {"who": Who(told["who"]), "shows": tuple(told.get("shows", ())), "choices": choices})


def _choice(plain: dict[str, Any], setting: str) -> Choice:
    return Choice(**_in_words_of(setting, plain, _CHOICE, str(plain.get("id", "a choice"))))


def _check_steps(steps: tuple[Step, ...]) -> None:
    names = [step.id for step in steps]
    _check(0 < len(steps) <= LONGEST, "steps", f"from 1 to {LONGEST}")
    _check(len(set(names)) == len(names), "steps", "each has a name of its own")
    for step in steps:
        _check_name(step.id, {PAUSE, RESUME, STOP})
        _check(set(step.shows) <= set(names), f"{step.id}: shows", "a step is expected")
        _check(
            not step.own or step.who is Who.EACH, f"{step.id}: own", "what stays with its author is for each"
        )
        _check(
            not (step.own and step.choices),
            f"{step.id}: own",
            "what stays with its author leads nowhere else",
        )
        for choice in step.choices:
            _check_name(choice.id, {PASS, DONE})
            ways = {one for one in (choice.to, choice.then) if one}
            _check(ways <= set(names), f"{step.id}: {choice.id}", "it leads to no step")


def _check_name(name: str, taken: set[str]) -> None:
    _check(bool(PLACE.fullmatch(name)) and name not in taken, name, "a plain word of its own is expected")


def _check(holds: bool, where: str, expected: str) -> None:  # noqa: FBT001
    if not holds:
        raise BadScript(f"{where}: {expected}")
