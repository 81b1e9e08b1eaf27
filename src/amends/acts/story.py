"""A story: a bond's acts as plain text can hold them, with headings between.

`read_story` makes one from text, `write_story` writes it down again; docs/guide/stories.md
is the format for people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid5

from amends.acts.base import Act, Person
from amends.acts.closing import Closing
from amends.acts.due import Due
from amends.acts.fields import fields_of
from amends.acts.scope import Placed, Scope
from amends.acts.when import Policy, When, find_zone

SETTINGS: Final = ("couple", "friends", "family", "team")
"""What the people of a story are to each other."""
ROLES: Final = ("manager", "ombuds")
"""What a person may be at work beside a member like any other."""
NAMESPACE: Final = UUID("a0b7c3f2-52f1-4e0c-9d59-5c1f6a1f6b1e")
"""Ids of acts named by a word are made from this, the story's title and the word."""
_AN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line for the reader; it means nothing to the ledger."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An act and where its author put it.

    Attributes:
        label: what the story calls it.
        other: for `Scope.PAIR`, the other of the two.
    """

    act: Act
    label: str
    scope: Scope = Scope.SHARED
    other: Person | None = None


@dataclass(frozen=True, slots=True)
class Sharing:
    """The author of an act kept to themselves shares it; the others have it from then on."""

    act: UUID
    author: Person
    at: When
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Erasing:
    """The author of an act erases it wherever it lies."""

    act: UUID
    author: Person
    at: When
    recorded_at: datetime


Block: TypeAlias = Heading | Entry | Sharing | Erasing


@dataclass(frozen=True)
class Story:
    """A bond as plain text can hold it.

    Attributes:
        title: what it is called; part of the ids of its acts.
        setting: one of `SETTINGS`.
        zone: the IANA zone of its times where none is named.
        members: their names.
        roles: what some of them are at work, one of `ROLES`, by name.
        invented: whether its people are made up.
        note: a word to the reader.
        blocks: what it holds, in the order of the text.
    """

    title: str
    setting: str
    zone: str
    members: tuple[str, ...]
    roles: tuple[tuple[str, str], ...] = ()
    invented: bool = False
    note: str = ""
    blocks: tuple[Block, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Its acts, in the order of the text."""
        return tuple(block for block in self.blocks if isinstance(block, Entry))

    @property
    def in_order(self) -> list[Entry | Sharing | Erasing]:
        """What happened to its ledgers, in the order of receipt."""
        happened = [block for block in self.blocks if not isinstance(block, Heading)]
        return sorted(happened, key=_receipt)

    def label(self, act_id: UUID) -> str:
        """What the story calls an act; its id where it has no other name."""
        return self._labels.get(act_id, str(act_id))

    def placed_for(self, person: Person) -> list[Placed]:
        """What ``person`` may read at the story's end, in the order in which a fold takes it."""
        placed: dict[UUID, Placed] = {}
        for block in self.in_order:
            match block:
                case Entry():
                    if _may_read(block, person):
                        placed[block.act.id] = Placed(block.act, block.scope)
                    if isinstance(block.act, Closing):
                        _close(placed, block.act, person, self._by_id)
                case Sharing():
                    _share(placed, block, self._by_id)
                case Erasing(author=author) if _wrote(author, self._by_id.get(block.act)):
                    placed.pop(block.act, None)
        return sorted(placed.values(), key=_fold_order)

    @cached_property
    def _labels(self) -> dict[UUID, str]:
        return {entry.act.id: entry.label for entry in self.entries}

    @cached_property
    def _by_id(self) -> dict[UUID, Act]:
        return {entry.act.id: entry.act for entry in self.entries}


def id_of(title: str, label: str) -> UUID:
    """The id of the act that a story calls ``label``: an id stands for itself."""
    return UUID(label) if is_id(label) else uuid5(NAMESPACE, f"{title}/{label}")


def is_id(label: str) -> bool:
    """Whether an act is called by its id, having no other name."""
    return _AN_ID.fullmatch(label) is not None


def shift(story: Story, last: date) -> Story:
    """The same story moved by whole weeks, so that it ends on ``last`` or up to six days before.

    Weekdays and times of day stay; ids stay too.

    Raises:
        InvalidAct: it would end in a year that can't be, or names a zone that is not known here.
    """
    ends = max((_receipt(block) for block in story.in_order), default=None)
    if ends is None:
        return story
    days = (last - ends.astimezone(find_zone(story.zone)).date()).days
    move = _Move(timedelta(weeks=days // 7), story.zone)
    return replace(story, blocks=tuple(move.block(block) for block in story.blocks))


@dataclass(frozen=True, slots=True)
class _Move:
    by: timedelta
    zone: str

    def block(self, block: Block) -> Block:
        match block:
            case Heading():
                return block
            case Entry():
                return replace(block, act=self._act(block.act))
            case _:
                return replace(block, at=self._when(block.at), recorded_at=self._receipt(block))

    def _act(self, act: Act) -> Act:
        moves: Mapping[Any, Callable[[Any], Any]] = {
            date: lambda day: day + self.by,
            Due: self._due,
            When: self._when,
            datetime: lambda _: self._receipt(act),
        }
        changed = {}
        for part in fields_of(type(act)):
            value, move = getattr(act, part.name), moves.get(part.sort)
            changed[part.name] = value if move is None or value is None else move(value)
        return type(act)(**changed)

    def _when(self, when: When) -> When:
        local = (when.day + self.by).isoformat() + when.local[len("YYYY-MM-DD") :]
        if when.policy is Policy.RECEIPT:
            return When(local, when.zone, _wall(when.utc, when.zone, self.by), when.policy)
        return When.said(local, when.zone)

    def _due(self, due: Due) -> Due:
        until = None if due.until is None else due.until + self.by
        return replace(due, first=self._when(due.first), until=until)

    def _receipt(self, block: Act | Sharing | Erasing) -> datetime:
        when = block.occurred if isinstance(block, Act) else block.at
        moved = self._when(when).utc
        if block.recorded_at <= when.utc:
            return moved - (when.utc - block.recorded_at)
        # Clocks of two zones don't change on one day; still nothing is received before it happened.
        return max(moved, _wall(block.recorded_at, self.zone, self.by))


def _wall(instant: datetime, zone: str, by: timedelta) -> datetime:
    """The instant when the clocks of a zone show the same, days later."""
    return (instant.astimezone(find_zone(zone)) + by).astimezone(UTC)


def _receipt(block: Entry | Sharing | Erasing) -> datetime:
    return block.act.recorded_at if isinstance(block, Entry) else block.recorded_at


def _fold_order(placed: Placed) -> tuple[datetime, datetime, UUID]:
    return placed.act.occurred.utc, placed.act.recorded_at, placed.act.id


def _wrote(person: Person, act: Act | None) -> bool:
    return act is not None and act.author == person


def _may_read(entry: Entry, person: Person) -> bool:
    return entry.scope is Scope.SHARED or person in (entry.act.author, entry.other)


def _close(placed: dict[UUID, Placed], closing: Closing, person: Person, acts: Mapping[UUID, Act]) -> None:
    """To the others what was closed is as if it had never been there; its author keeps it."""
    if not _wrote(closing.author, acts.get(closing.of)):
        return
    if person != closing.author:
        placed.pop(closing.of, None)
    elif closing.of in placed:
        placed[closing.of] = Placed(placed[closing.of].act, Scope.OWN)


def _share(placed: dict[UUID, Placed], sharing: Sharing, acts: Mapping[UUID, Act]) -> None:
    act = acts.get(sharing.act)
    if act is None or not _wrote(sharing.author, act):
        return
    before = placed.get(act.id)
    first = replace(act, recorded_at=sharing.recorded_at) if before is None else before.act
    placed[act.id] = Placed(first, Scope.SHARED)
