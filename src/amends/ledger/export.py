"""All that one member may read, with what is needed to check it: the file they can keep."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from amends.acts.base import Act
from amends.acts.codec import from_plain
from amends.acts.disclosure import Disclosure
from amends.acts.errors import InvalidAct
from amends.acts.fields import instant_to_plain
from amends.ledger import attachments, keys, log, tree
from amends.ledger.models import Entry, LedgerKind
from amends.ledger.reach import Reach, reach_of
from amends.ledger.shapes import EXPORT
from amends.people.models import Member


def export(viewer: Member, now: datetime, beside: Mapping[str, Any] | None = None) -> bytes:
    """An export as canonical JSON, signed; `verify` checks it anywhere, without this server.

    It holds no other member's own ledger, no pair ledger that is not the viewer's, and no
    addresses. Who left gets their own ledger whole, the others as they were then.

    Args:
        viewer: for whom, also where they have left.
        now: the server's clock, aware.
        beside: what lies in no ledger and is theirs to read all the same, by name; signed with the rest.
    """
    key = keys.signing_key()
    public = keys.public_bytes(key)
    snapshot = _snapshot(viewer)
    content = {
        **(beside or {}),
        "format": EXPORT,
        "at": instant_to_plain(now.astimezone(UTC)),
        "bond": {
            "id": str(viewer.bond_id),
            "title": viewer.bond.title,
            "setting": viewer.bond.setting,
            "zone": viewer.bond.zone,
        },
        "viewer": str(viewer.id),
        "members": _members(viewer),
        "keys": {log.key_id(public): public.hex()},
        "key": log.key_id(public),
        "ledgers": [_ledger(viewer, part, entries, now) for part, entries in snapshot],
        "attachments": dict(_attachments(viewer, (one for _, entries in snapshot for one in entries))),
    }
    signature = log.sign(key, log.EXPORT_PURPOSE, log.canonical(content))
    return log.canonical(content | {"signature": signature.hex()})


def _members(viewer: Member) -> list[dict[str, str]]:
    members = Member.objects.filter(bond=viewer.bond_id).order_by("joined_at", "id")
    if viewer.left_at is not None:
        members = members.filter(joined_at__lte=viewer.left_at)
    return [{"id": str(member.id), "name": member.name} for member in members]


def _snapshot(viewer: Member) -> list[tuple[Reach, list[Entry]]]:
    # Read twice instead of in a transaction, which on SQLite would keep every writer waiting.
    while True:
        reach = reach_of(viewer)
        snapshot = [(part, list(Entry.objects.filter(part.entries).order_by("seq"))) for part in reach]
        erasures = {part.ledger.id: part.ledger.erasures for part in reach}
        if all(erasures.get(part.ledger.id, 0) == part.ledger.erasures for part in reach_of(viewer)):
            return snapshot


def _ledger(viewer: Member, part: Reach, entries: list[Entry], now: datetime) -> dict[str, Any]:
    ledger = part.ledger
    content: dict[str, Any] = {
        "id": str(ledger.id),
        "kind": ledger.kind,
        "entries": [_entry(entry) for entry in entries],
        "checkpoint": _checkpoint(part, entries, now),
    }
    if ledger.kind == LedgerKind.PAIR:
        content["between"] = [str(ledger.first_id), str(ledger.second_id)]
    if viewer.left_at is not None and ledger.kind != LedgerKind.OWN:
        content["until"] = "left"
    return content


def _entry(entry: Entry) -> dict[str, str]:
    content = {"header": _text(entry.header)}
    if entry.body is not None and entry.salt is not None:
        content |= {"id": str(entry.act_id), "body": _text(entry.body), "salt": bytes(entry.salt).hex()}
    return content


def _attachments(viewer: Member, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """The files that lie with what the viewer may read, by their SHA-256."""
    for entry in entries:
        act = _with_file(bytes(entry.body or b""))
        content = None if act is None else attachments.find(viewer, act)
        if act is not None and content is not None:
            yield attachments.digest_of(act), b64encode(content).decode()


def _with_file(body: bytes) -> Act | None:
    if f'"kind":"{Disclosure.KIND}"'.encode() not in body:
        return None
    try:
        act = from_plain(log.read_object(body))
    except (InvalidAct, log.Unreadable):
        return None  # whoever checks the export finds it
    return act if isinstance(act, Disclosure) and act.file else None


def _checkpoint(part: Reach, entries: list[Entry], now: datetime) -> dict[str, str]:
    key = keys.signing_key()
    checkpoint = log.Checkpoint(
        ledger=part.ledger.id,
        epoch=_epoch(part, entries),
        size=part.size,
        root=_root(part, entries),
        at=now,
        key=log.key_id(keys.public_bytes(key)),
    )
    text = checkpoint.to_bytes()
    return {"text": text.decode(), "signature": log.sign(key, log.CHECKPOINT_PURPOSE, text).hex()}


def _root(part: Reach, entries: list[Entry]) -> bytes:
    # The whole ledger's root is taken from its row, not from its entries: so altered entries show.
    if part.size == part.ledger.size:
        return tree.Frontier.from_bytes(part.size, bytes(part.ledger.frontier)).root
    return tree.root_of([tree.hash_leaf(bytes(entry.header)) for entry in entries])


def _epoch(part: Reach, entries: list[Entry]) -> int:
    if part.size == part.ledger.size:
        return part.ledger.epoch
    return sum(log.kind_of(bytes(entry.body or b"")) == log.RESTORED for entry in entries)


def _text(data: bytes | memoryview) -> str:
    # Ours is always UTF-8. What is not was altered: it must still reach whoever checks, and fail there.
    return bytes(data).decode("utf-8", "backslashreplace")
