"""Acts of every kind at random, with texts and times that try what they can."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from amends.acts.base import Act, Person, tidy
from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.fields import Field, fields_of
from amends.acts.kinds import KINDS
from amends.acts.scope import Scope
from amends.acts.story import SETTINGS, Block, Entry, Erasing, Heading, Sharing, Story
from amends.acts.when import Policy, When

PEOPLE = [Person(name) for name in ("Anna", "Toby", "Ana María", "Anna breach", "Łukasz", "李雷")]
ZONES = ["UTC", "Europe/London", "Asia/Kolkata", "Pacific/Chatham", "America/St_Johns"]
TRICKY = [
    "> a",
    "by: Toby",
    "# one",
    "^first",
    "a\n\n  b",
    "  ",
    "no\nyes:",
    "2026-03-02 Anna moment ^x",
    "«…»",
    "שלום",
]
BINDING = "A" * 43 + "="
"""32 bytes in base 64."""
uuids = st.uuids(version=4)
days = st.dates(date(2000, 1, 1), date(2150, 12, 31))


def texts(longest: int = 200) -> st.SearchStrategy[str]:
    """Text as acts keep it."""
    plain = st.characters(exclude_categories=("Cc", "Cs"))
    typed = st.one_of(st.text(st.one_of(plain, st.just("\n")), max_size=longest), st.sampled_from(TRICKY))
    return typed.map(tidy)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A time as said, as received, or as resolved under other clocks."""
    zone = draw(st.sampled_from(ZONES))
    day = draw(days)
    match draw(st.integers(0, 3)):
        case 0:
            return When.said(day.isoformat(), zone)
        case 1:
            return When.said(f"{day.isoformat()}T{draw(st.times()):%H:%M}", zone)
        case 2:
            second = datetime.combine(day, draw(st.times()), UTC).replace(microsecond=0)
            return When.received(second, zone)
        case _:
            when = When.said(f"{day.isoformat()}T{draw(st.times()):%H:%M}", zone)
            return When(when.local, zone, when.utc + timedelta(hours=1), draw(st.sampled_from(Policy)))


@st.composite
def dues(draw: st.DrawFn) -> Due:
    """A due time, once or repeating."""
    first = draw(whens())
    if draw(st.booleans()):
        return Due(first)
    until = first.day + timedelta(days=draw(st.integers(0, 400)))
    return Due(
        first, draw(st.integers(1, 366)), draw(st.sampled_from(Unit)), draw(st.sampled_from([None, until]))
    )


@st.composite
def acts(draw: st.DrawFn, kind: type[Act] | None = None) -> Act:
    """A valid act, of any kind unless one is named."""
    chosen = kind or draw(st.sampled_from(sorted(KINDS.values(), key=lambda one: one.KIND)))
    author, other, third = draw(st.permutations(PEOPLE))[:3]
    occurred = draw(whens())
    late = timedelta(milliseconds=draw(st.sampled_from([0, 0, 1, 61_007, 90_000_000])))
    values: dict[str, Any] = {one.name: draw(_values(one)) for one in fields_of(chosen)}
    values |= {
        "id": draw(uuids),
        "author": author,
        "by": author if chosen.BY_AUTHOR else draw(st.sampled_from([author, other])),
        "affected": draw(st.sampled_from([(), (other,), (author,), (other, third)])),
        "occurred": occurred,
        "recorded_at": occurred.utc + late,
    }
    return _mended(chosen, values)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story with headings, acts of every kind in every scope, and what was shared or erased."""
    blocks: list[Block] = []
    for act in draw(st.lists(acts(), max_size=4, unique_by=lambda act: act.id)):
        if draw(st.booleans()):
            blocks.append(Heading(" ".join(draw(texts(40)).lstrip("# ").split())))
        scope = draw(st.sampled_from(Scope))
        other = next(person for person in PEOPLE if person != act.author) if scope is Scope.PAIR else None
        label = str(act.id)
        blocks.append(Entry(act, label, scope, other))
        gesture = draw(st.sampled_from([None, Sharing, Erasing]))
        if gesture is not None:
            at = draw(whens())
            late = timedelta(milliseconds=draw(st.sampled_from([0, 125, 3_600_000])))
            blocks.append(gesture(act.id, act.author, at, at.utc + late))
    return Story(
        title="Made",
        setting=draw(st.sampled_from(SETTINGS)),
        zone=draw(st.sampled_from(ZONES)),
        members=tuple(str(person) for person in PEOPLE),
        invented=draw(st.booleans()),
        note=" ".join(draw(texts(40)).split()),
        blocks=tuple(blocks),
    )


def _mended(kind: type[Act], values: dict[str, Any]) -> Act:
    """The act, with whatever is refused taken back to what the kind allows."""
    fields = {one.name: one for one in fields_of(kind)}
    for _ in range(12):
        try:
            return kind(**values)
        except InvalidAct as error:
            _mend(fields, values, error.field)
    raise AssertionError(f"no valid {kind.KIND} was found from {values}")


def _mend(fields: dict[str, Field], values: dict[str, Any], wrong: str) -> None:
    author = values["author"]
    other = next(person for person in PEOPLE if person != author)
    mends: dict[str, dict[str, Any]] = {
        "words": {"words": "Words."},
        "name": {"name": "A name"},
        "affected": {"affected": (other,), "by": author},
        "author": {"affected": (author,), "by": other},
        "about": {"about": other},
        "of": {"of": other},
        "reply": {"about": "request"},
        "minutes": {"minutes": None},
        "weight": {"weight": None},
        "occurrence": {"occurrence": None},
        "told_before": {"told_before": False},
        "hidden": {"hidden": False},
        "plan_if": {"plan_then": ""},
        "rationale": {"rationale": "", "review": None},
        "expires": {"expires": None},
        "practice": {"practice": "talk"},
        "step": {"step": "say"},
        **{
            name: {name: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}
            for name in ("commitment", "ciphertext", "key", "salt")
        },
        "begins": {"begins": "21:30"},
        "ends": {"ends": "06:00"},
        "last": {"last": values.get("first")},
    }
    if wrong == "result":
        values["result"] = type(values["result"]).KEPT
        values["minutes"] = None
    elif wrong == "reply":
        values["reply"] = type(values["reply"]).NOT_NOW
    elif wrong in mends:
        values |= mends[wrong]
    else:
        values[wrong] = fields[wrong].default


def _values(one: Field) -> st.SearchStrategy[Any]:
    value = _value(one)
    if one.many:
        return st.lists(value, max_size=3, unique=True).map(tuple)
    return value if one.required else st.one_of(st.just(one.default), value)


def _value(one: Field) -> st.SearchStrategy[Any]:
    if isinstance(one.sort, type) and issubclass(one.sort, StrEnum):
        return st.sampled_from(one.sort)
    found: dict[Any, st.SearchStrategy[Any]] = {
        str: texts() if one.name != "name" else texts(40).map(lambda text: " ".join(text.split())),
        int: st.integers(1, 5),
        bool: st.booleans(),
        UUID: uuids,
        Person: st.sampled_from(PEOPLE),
        date: days,
        datetime: st.just(datetime(2026, 1, 1, tzinfo=UTC)),
        When: whens(),
        Due: dues(),
    }
    return found[one.sort]
