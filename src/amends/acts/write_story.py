"""Writing a story down: one text for one story."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from amends.acts.base import Act
from amends.acts.fields import Field, fields_of
from amends.acts.scope import Scope
from amends.acts.spelling import Spelling
from amends.acts.story import Block, Entry, Erasing, Heading, Sharing, Story

ON_THE_HEAD = frozenset({"id", "author", "occurred", "recorded_at", "words"})
"""Fields that stand in an entry's first lines."""
KEYS = {"affected": "to"}
"""Fields called otherwise in a story."""


def write(story: Story) -> str:
    """The canonical text of a story."""
    spelling = Spelling(story.zone, story.label, _nothing, frozenset(story.members))
    blocks = ["\n".join(_header(story))]
    blocks += ["\n".join(_block(spelling, block)) for block in story.blocks]
    return "\n\n".join(blocks) + "\n"


def key_of(field: Field) -> str:
    """What a field is called in a story."""
    return KEYS.get(field.name, field.name.replace("_", "-"))


def _header(story: Story) -> Iterator[str]:
    yield f"story: {story.title}"
    yield f"setting: {story.setting}"
    yield f"zone: {story.zone}"
    roles = dict(story.roles)
    yield from (
        f"member: {name}, {roles[name]}" if name in roles else f"member: {name}" for name in story.members
    )
    if story.invented:
        yield "invented: yes"
    if story.note:
        yield f"note: {story.note}"


def _block(spelling: Spelling, block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"# {block.text}".rstrip()
        case Entry():
            yield from _entry(spelling, block)
        case Sharing() | Erasing():
            verb = "shares" if isinstance(block, Sharing) else "erases"
            yield f"{spelling.when(block.at)} {block.author} {verb} ^{spelling.label(block.act)}"
            if block.recorded_at != block.at.utc:
                yield f"  recorded: {spelling.receipt(block.recorded_at)}"


def _entry(spelling: Spelling, entry: Entry) -> Iterator[str]:
    act = entry.act
    where = {Scope.SHARED: "", Scope.OWN: " own", Scope.PAIR: f" with {entry.other}"}[entry.scope]
    yield f"{spelling.when(act.occurred)} {act.author} {act.KIND} ^{entry.label}{where}"
    yield from _quoted(act.words, "  ")
    for field in fields_of(type(act)):
        if field.name not in ON_THE_HEAD and _says_something(act, field):
            yield from _field(spelling, act, field)
    if act.recorded_at != act.occurred.utc:
        yield f"  recorded: {spelling.receipt(act.recorded_at)}"


def _says_something(act: Act, field: Field) -> bool:
    value = getattr(act, field.name)
    if field.name == "by":
        return bool(value != act.author)
    return field.required or value != field.default


def _field(spelling: Spelling, act: Act, field: Field) -> Iterator[str]:
    value, key = getattr(act, field.name), key_of(field)
    if field.many:
        value = ", ".join(spelling.spell(field.sort, one) for one in value)
    elif field.sort is not str:
        value = spelling.spell(field.sort, value)
    elif "\n" in value or not value:
        yield f"  {key}:"
        yield from _quoted(value, "    ")
        return
    yield f"  {key}: {value}"


def _quoted(text: str, indent: str) -> Iterator[str]:
    if text:
        yield from (f"{indent}> {line}".rstrip() for line in text.split("\n"))


def _nothing(label: str) -> UUID:
    raise NotImplementedError(label)
