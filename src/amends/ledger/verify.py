"""Whether an export is unchanged since it was written. Pure: it needs no server and no Django.

What it shows is that kept history was not altered, not that it is true, fair or on time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from amends.ledger import log
from amends.ledger.examine import Examined
from amends.ledger.findings import Finding, Flaw, Verdict
from amends.ledger.log import Checkpoint, Unreadable
from amends.ledger.shapes import (
    CHECKPOINTS,
    EXPORT,
    ExportedLedger,
    Signed,
    as_a,
    hex_part,
    part,
    read_attachments,
    read_keys,
)


def load_export(path: Path) -> dict[str, Any]:
    """The content of an export file.

    Raises:
        Unreadable: there is no such file, or it is no export. Its text is one line to show.
    """
    return _load(path, "an Amends export", {EXPORT})


def load_checkpoint(path: Path) -> dict[str, Any]:
    """The content of a file of kept checkpoints. An export kept from earlier serves as one.

    Raises:
        Unreadable: there is no such file, or it is neither. Its text is one line to show.
    """
    return _load(path, "a checkpoint or an export of Amends", {CHECKPOINTS, EXPORT})


def extract_checkpoints(export: Mapping[str, Any]) -> bytes:
    """What to keep of an export in order to check later ones: no words, a few hundred bytes a ledger.

    Raises:
        Unreadable: the export lacks a part that is needed.
    """
    ledgers = [as_a(dict, ledger, "a ledger") for ledger in part(export, "ledgers", list)]
    return log.canonical(
        {
            "format": CHECKPOINTS,
            "viewer": part(export, "viewer", str),
            "keys": part(export, "keys", dict),
            "checkpoints": [part(ledger, "checkpoint", dict) for ledger in ledgers],
        }
    )


def verify(export: object, checkpoint: object | None = None) -> Verdict:
    """Check an export and, where one was kept apart, hold it against an earlier checkpoint.

    Alone it shows that the file is as the server wrote it. Against a checkpoint it shows that
    the server, too, only added to what it had then. Whatever it is given, it answers.

    Args:
        export: what `load_export` gave.
        checkpoint: what `load_checkpoint` gave.
    """
    try:
        plain = _of_format(export, {EXPORT})
        keys = read_keys(plain)
        attachments = read_attachments(plain)
        examined = {ledger.id: Examined(ledger) for ledger in _ledgers(plain)}
    except Unreadable as error:
        return Verdict((Finding(Flaw.SHAPE, f"the export can't be checked: {error}"),), ())
    findings = list(_examine_file(plain, keys))
    for ledger in examined.values():
        findings += ledger.examine(keys)
        findings += ledger.examine_attachments(attachments)
    if checkpoint is not None:
        findings += _compare(plain, keys, examined, checkpoint)
    return Verdict(tuple(findings), tuple(ledger.checked for ledger in examined.values()))


def _load(path: Path, what: str, formats: set[str]) -> dict[str, Any]:
    try:
        return _of_format(log.read_json(path.read_bytes()), formats)
    except OSError as error:
        raise Unreadable(f"{path} can't be read: {error.strerror}") from None
    except Unreadable as error:
        raise Unreadable(f"{path} is not {what}: {error}") from None


def _of_format(plain: object, formats: set[str]) -> dict[str, Any]:
    found = as_a(dict, plain, "the whole")
    if part(found, "format", str) not in formats:
        raise Unreadable("its format is not one that this version knows")
    return found


def _ledgers(plain: Mapping[str, Any]) -> Iterator[ExportedLedger]:
    known: set[UUID] = set()
    for item in part(plain, "ledgers", list):
        ledger = ExportedLedger.read(item)
        if ledger.id in known:
            raise Unreadable("the same ledger stands in it twice")
        known.add(ledger.id)
        yield ledger


def _examine_file(plain: Mapping[str, Any], keys: Mapping[str, bytes]) -> Iterator[Finding]:
    content = {name: value for name, value in plain.items() if name != "signature"}
    try:
        public = keys.get(part(plain, "key", str), b"")
        signed = log.is_signed(
            public, log.EXPORT_PURPOSE, log.canonical(content), hex_part(plain, "signature")
        )
    except Unreadable:
        signed = False
    if not signed:
        yield Finding(Flaw.FILE, "the file was changed after the server wrote it")


def _compare(
    plain: Mapping[str, Any],
    keys: Mapping[str, bytes],
    examined: Mapping[UUID, Examined],
    checkpoint: object,
) -> Iterator[Finding]:
    try:
        kept_plain = _of_format(checkpoint, {CHECKPOINTS, EXPORT})
        kept_keys = read_keys(kept_plain)
        kept = [signed.check(kept_keys) for signed in _signed(kept_plain)]
        mine = _is_kept_by_reader(kept_plain, plain)
    except Unreadable as error:
        yield Finding(Flaw.SHAPE, f"the kept checkpoint can't serve: {error}")
        return
    if not kept_keys.keys() <= keys.keys():
        yield Finding(Flaw.KEY, "the export is signed with another key than the kept checkpoint")
    yield from _compare_ledgers(examined, kept, mine=mine)


def _compare_ledgers(
    examined: Mapping[UUID, Examined], kept: list[Checkpoint], *, mine: bool
) -> Iterator[Finding]:
    for checkpoint in kept:
        ledger = examined.get(checkpoint.ledger)
        if ledger is not None:
            yield from ledger.compare(checkpoint)
        elif mine:  # another member's checkpoint rightly names ledgers that are not in this export
            text = "a ledger that the kept checkpoint names is not in the export"
            yield Finding(Flaw.MISSING, text, str(checkpoint.ledger))
    if not any(checkpoint.ledger in examined for checkpoint in kept):
        yield Finding(Flaw.MISSING, "the kept checkpoint names no ledger of this export")


def _signed(kept: Mapping[str, Any]) -> Iterator[Signed]:
    if kept["format"] == CHECKPOINTS:
        yield from map(Signed.read, part(kept, "checkpoints", list))
    else:
        yield from (ledger.signed for ledger in _ledgers(kept))


def _is_kept_by_reader(kept: Mapping[str, Any], plain: Mapping[str, Any]) -> bool:
    viewer = part(kept, "viewer", str)
    members = [as_a(dict, member, "a member").get("id") for member in part(plain, "members", list)]
    if viewer not in members:
        raise Unreadable("it was kept by someone who is not in this export")
    return viewer == part(plain, "viewer", str)
