"""Every door through which text from outside comes in, and inputs bent at random to try them with.

    python -m tests.mutated --count 1000000 --seed 7

Bent are real inputs: a few bytes or characters changed, doubled, cut, swapped, or put in from a
list of what breaks programs; in plain data also a value of another sort at any place. Each door may
answer, or refuse in its own words; anything else, and anything that takes more than a second,
is a finding.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from time import thread_time
from typing import Any

import django

from amends.acts.codec import from_plain, to_plain
from amends.acts.errors import InvalidAct
from amends.acts.read_story import parse
from amends.acts.story import Entry
from amends.coach.read import read_draft
from amends.evaluate.tables import BadTable, Columns, read_rows
from amends.ledger import log
from amends.ledger.exported import to_story
from amends.ledger.log import Unreadable
from amends.ledger.verify import extract_checkpoints, verify

ROOT = Path(__file__).parent.parent
LONGEST = 1.0
"""Seconds of work that one input may take; so a busy machine finds nothing."""
NASTY = (
    *("", " ", "\0", "\x1b[2J", "\ufeff", "\u202e", "\u2028", "\ud800", "İ", "ẞ", "٣", "𝟡"),
    *("e\u0301" * 40, "a" * 3000, "[" * 600, '{"a":' * 300, "(" * 300, "\\", '"', "\r\n"),
    *(
        "-1",
        "0",
        "1e999",
        "NaN",
        "9" * 400,
        "9999-12-31",
        "0001-01-01",
        "2027-03-28T02:30",
        "24:00",
        "Z",
        "+25:00",
    ),
    *("<script>", "' OR 1=1 --", "{{7*7}}", "%s%n", "../../x", "^first", "> ", "# ", "by: ", "every 0 days"),
    *("Europe/Nowhere", "Pacific/Apia", "if you had not but " * 60),
)
VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**63, 10**30, 0.5, float("inf"), "", [], {}, [[]], "x" * 5000, {"": ""}),
    *NASTY[:12],
)


def bend_text(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 1, 4, 20, 200)))
        match chance.randrange(6):
            case 0:
                text = text[:start] + chance.choice(NASTY) + text[end:]
            case 1:
                text = text[:start] + text[end:]
            case 2:
                text = text[:end] + text[start:end] * chance.choice((1, 2, 9)) + text[end:]
            case 3:
                text = (
                    text[:start]
                    + chr(chance.choice((chance.randrange(128), chance.randrange(0xD800))))
                    + text[end:]
                )
            case 4:
                lines = text.split("\n")
                chance.shuffle(lines)
                text = "\n".join(lines) if chance.random() < 0.2 else text[::-1][-end:] + text[end:]
            case _:
                other = chance.randint(0, len(text))
                text = text[:start] + text[other : other + 30] + text[end:]
    return text[:20_000]


def bend_bytes(data: bytes, chance: random.Random) -> bytes:
    bent = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        place = chance.randint(0, len(bent))
        match chance.randrange(4):
            case 0:
                bent[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del bent[place : place + chance.choice((1, 3, 60, 5000))]
            case 2:
                bent[place:place] = chance.choice(NASTY).encode("utf-8", "surrogatepass")
            case _:
                bent[place:place] = bent[place : place + 40]
    return bytes(bent)


def bend_plain(plain: Any, chance: random.Random) -> Any:
    bent = deepcopy(plain)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        parent, key = _somewhere(bent, chance)
        if parent is None:
            return chance.choice(VALUES)
        match chance.randrange(4):
            case 0:
                parent[key] = deepcopy(chance.choice(VALUES))
            case 1:
                del parent[key]
            case 2 if isinstance(parent[key], str):
                parent[key] = bend_text(parent[key], chance)
            case _:
                other, name = _somewhere(bent, chance)
                parent[key] = deepcopy(plain if other is None else other[name])
    return bent


def _somewhere(plain: Any, chance: random.Random) -> tuple[Any, Any]:
    parent, key, here = None, None, plain
    while isinstance(here, dict | list) and here and (parent is None or chance.random() < 0.8):
        parent = here
        key = chance.choice(list(here)) if isinstance(here, dict) else chance.randrange(len(here))
        here = here[key]
    return parent, key


@cache
def _stories() -> tuple[str, ...]:
    found = []
    for path in [*ROOT.glob("stories/*.story"), ROOT / "tests" / "acts" / "every-kind.story"]:
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        found += ["\n\n".join([blocks[0], *blocks[at : at + 6]]) for at in range(1, len(blocks), 6)]
    return tuple(found)


@cache
def _acts() -> tuple[dict[str, Any], ...]:
    story, _ = parse((ROOT / "tests" / "acts" / "every-kind.story").read_text(encoding="utf-8"))
    return tuple(to_plain(block.act) for block in story.blocks if isinstance(block, Entry))


@cache
def _export() -> dict[str, Any]:
    from tests.ledger.paper import ANNA, TOBY, PaperLedger, export  # noqa: PLC0415 - needs Django's settings

    own = PaperLedger(2, "own").add(ANNA, "I could not sleep.")
    return export(PaperLedger().add(ANNA).add(TOBY, "Burnt onions.").erase(0, ANNA), own)


@cache
def _brought() -> dict[str, Any]:
    """As much of an export as a move to another server looks at, with acts of many kinds."""
    people = sorted(
        {
            name
            for act in _acts()
            for name in (act["author"], act.get("by", act["author"]), *act.get("affected", ()))
        }
    )
    entries = [{"body": log.canonical(act).decode()} for act in _acts()[:40]]
    ledgers = [
        {"kind": kind, "between": people[:2], "entries": entries} for kind in ("own", "shared", "pair")
    ]
    return {
        "bond": {"title": "Tuesdays", "setting": "couple", "zone": "Europe/London"},
        "viewer": people[0],
        "members": [{"id": name, "name": name} for name in people],
        "ledgers": ledgers,
    }


@cache
def _kept() -> dict[str, Any]:
    return json.loads(extract_checkpoints(_export()))


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="amends-mutated-"))


TABLE = "who,when,kept,late,sort\n" + "".join(f"p{n // 3},{n % 3},{n % 2},0.{n},home\n" for n in range(9))
COLUMNS = Columns("one", "who", "when", "kept", numeric=("late",), categorical=("sort",), kind="sort")
DRAFTS = (
    "You never listen. I am sorry if you felt hurt, but you always start it.",
    "I will be home by seven on Friday. Would you ring me before you leave?",
    "I was an hour late on Tuesday and did not ring. I own that. I'll set an alarm tomorrow at 18:00.",
)
NOW = datetime(2026, 3, 2, 20, tzinfo=UTC)


def read_story(chance: random.Random) -> None:
    parse(bend_text(chance.choice(_stories()), chance), "bent")


def read_act(chance: random.Random) -> None:
    from_plain(_mapping(bend_plain(chance.choice(_acts()), chance)))


def read_bytes(chance: random.Random) -> None:
    log.read_object(bend_bytes(json.dumps(chance.choice(_acts())).encode(), chance))


def check_export(chance: random.Random) -> None:
    kept = bend_plain(_kept(), chance) if chance.random() < 0.5 else None
    verify(bend_plain(_export(), chance) if kept is None else _export(), kept)


def import_export(chance: random.Random) -> None:
    to_story(_mapping(bend_plain(_brought(), chance)))


def read_table(chance: random.Random) -> None:
    path = _folder() / "table.csv"
    path.write_bytes(bend_bytes(TABLE.encode(), chance))
    read_rows(path, COLUMNS)


def coach(chance: random.Random) -> None:
    setting = chance.choice((None, "couple", "friends", "family", "team"))
    read_draft(bend_text(chance.choice(DRAFTS), chance)[:4000], NOW, setting=setting)


def _mapping(plain: Any) -> Any:
    if not isinstance(plain, dict):  # whoever calls has looked
        raise Unreadable("no object")
    return plain


DOORS: dict[Callable[[random.Random], None], int] = {
    read_story: 6,
    read_act: 6,
    read_bytes: 6,
    check_export: 2,
    import_export: 3,
    read_table: 4,
    coach: 1,
}
"""What is tried, and how often beside the others."""
OWN_WORDS = (Unreadable, InvalidAct, BadTable)


def attack(count: int, seed: int, longest: float = LONGEST) -> tuple[Counter[str], list[str]]:
    """Try so many bent inputs; gives how many went through each door, and what was found."""
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    doors, found, tried = list(DOORS), [], Counter[str]()
    for number in range(count):
        door = chance.choices(doors, DOORS.values())[0]
        own = random.Random(f"{seed}:{number}")  # noqa: S311
        began = thread_time()
        try:
            door(own)
        except OWN_WORDS:
            pass
        except Exception as error:  # that is what is looked for
            found.append(
                f"{door.__name__}, input {number} of seed {seed}: {type(error).__name__}: {error!s:.200}"
            )
        took = thread_time() - began
        if took > longest:
            found.append(f"{door.__name__}, input {number} of seed {seed}: {took:.1f} s")
        tried[door.__name__] += 1
    return tried, found


def main() -> None:
    """Try as many as asked for, and say what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=7)
    chosen = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    total, all_found = Counter[str](), 0
    for part in range(0, chosen.count, 10_000):
        tried, found = attack(min(10_000, chosen.count - part), chosen.seed + part)
        total += tried
        all_found += len(found)
        for one in found:
            print(one, flush=True)  # noqa: T201
        print(f"{total.total()} tried, {all_found} found", file=sys.stderr, flush=True)  # noqa: T201
    print(dict(total))  # noqa: T201


if __name__ == "__main__":
    main()
