"""What an export holds, as a story: so that what one took along can be read, written down and kept. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from amends.acts.base import Act, Person
from amends.acts.codec import Unknown, from_plain, rename
from amends.acts.erasure import Erasure
from amends.acts.errors import InvalidAct
from amends.acts.scope import Scope
from amends.acts.story import Block, Entry, Sharing, Story
from amends.acts.when import When
from amends.ledger import log
from amends.ledger.log import Unreadable
from amends.ledger.shapes import as_a, part


def to_story(export: Mapping[str, Any]) -> tuple[Story, Person]:
    """The story of an export that `verify` found unchanged, and which of its people it was made for.

    Left out is what cannot be read here: erased entries, and kinds that a newer version wrote.

    Raises:
        Unreadable: a part is missing, or an act names someone who is not in the export.
    """
    bond = part(export, "bond", dict)
    names = dict(_names(export))
    viewer = names.get(part(export, "viewer", str))
    if viewer is None:
        raise Unreadable("the one it was made for is not among its people")
    zone = part(bond, "zone", str)
    copies: dict[UUID, list[Entry]] = {}
    for entry in _entries(export, names):
        copies.setdefault(entry.act.id, []).append(entry)
    blocks = [block for same in copies.values() for block in _blocks(same, zone)]
    story = Story(
        title=part(bond, "title", str),
        setting=part(bond, "setting", str),
        zone=zone,
        members=tuple(names.values()),
        blocks=tuple(sorted(blocks, key=_receipt)),
    )
    return story, viewer


def _names(export: Mapping[str, Any]) -> Iterator[tuple[str, Person]]:
    for item in part(export, "members", list):
        member = as_a(dict, item, "a member")
        yield part(member, "id", str), Person(part(member, "name", str))


def _entries(export: Mapping[str, Any], names: Mapping[str, Person]) -> Iterator[Entry]:
    for item in part(export, "ledgers", list):
        ledger = as_a(dict, item, "a ledger")
        scope = _scope(part(ledger, "kind", str))
        for entry in part(ledger, "entries", list):
            act = _act(as_a(dict, entry, "an entry"))
            if act is not None:
                renamed = _rename(act, names)
                other = _other(ledger, names, renamed.author) if scope is Scope.PAIR else None
                yield Entry(renamed, str(act.id), scope, other)


def _scope(kind: str) -> Scope:
    try:
        return Scope(kind)
    except ValueError:
        raise Unreadable("it holds a ledger of a kind that is not known here") from None


def _act(entry: Mapping[str, Any]) -> Act | None:
    if "body" not in entry:
        return None
    try:
        act = from_plain(log.read_object(part(entry, "body", str).encode("utf-8", "surrogatepass")))
    except InvalidAct as error:
        raise Unreadable(f"an act in it is none: {error}") from None
    return None if isinstance(act, Unknown | Erasure) else act


def _rename(act: Act, names: Mapping[str, Person]) -> Act:
    try:
        return rename(act, names.__getitem__, lambda act_id: act_id)
    except KeyError:
        raise Unreadable("an act names someone who is not among its people") from None


def _other(ledger: Mapping[str, Any], names: Mapping[str, Person], author: Person) -> Person | None:
    between = [names.get(as_a(str, one, "one of two")) for one in part(ledger, "between", list)]
    return next((person for person in between if person != author), None)


def _blocks(copies: list[Entry], zone: str) -> Iterator[Block]:
    """One act, as first recorded, and its sharing where it was kept to oneself before."""
    kept = [entry for entry in copies if entry.scope is Scope.OWN]
    shown = [entry for entry in copies if entry.scope is not Scope.OWN]
    if not kept or not shown:
        yield from copies[:1]
    elif shown[0].scope is Scope.PAIR:  # a story has no word for telling one of several later
        yield replace(shown[0], act=kept[0].act)
    else:
        at = shown[0].act.recorded_at
        yield kept[0]
        yield Sharing(kept[0].act.id, kept[0].act.author, When.received(at, zone), at)


def _receipt(block: Any) -> Any:
    return block.act.recorded_at if isinstance(block, Entry) else block.recorded_at
