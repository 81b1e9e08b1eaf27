"""The parts of an export or a checkpoint file, read with care: the file may hold anything. Pure."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, TypeVar
from uuid import UUID

from amends.ledger import log
from amends.ledger.log import Checkpoint, Header, Unreadable

EXPORT: Final = "amends/export/1"
"""Names the form of an export."""
CHECKPOINTS: Final = "amends/checkpoints/1"
"""Names the form of a file of kept checkpoints."""

Sort = TypeVar("Sort")


def part(plain: Mapping[str, Any], name: str, sort: type[Sort]) -> Sort:
    """One part of an object.

    Raises:
        Unreadable: it is missing or of another sort.
    """
    return as_a(sort, plain.get(name), f"“{name}”")


def as_a(sort: type[Sort], plain: Any, name: str) -> Sort:
    """What is named, as what it should be.

    Raises:
        Unreadable: it is something else.
    """
    if type(plain) is not sort:
        raise Unreadable(f"{name} is missing or of the wrong sort")
    return plain


def hex_part(plain: Mapping[str, Any], name: str) -> bytes:
    """The bytes that a part spells, in the one spelling that is used.

    Raises:
        Unreadable: it spells none.
    """
    text = part(plain, name, str)
    try:
        found = bytes.fromhex(text)
    except ValueError:
        found = b""
    if found.hex() != text:
        raise Unreadable(f"“{name}” does not spell bytes")
    return found


def text_part(plain: Mapping[str, Any], name: str) -> bytes:
    """The bytes of a text that was kept verbatim.

    Raises:
        Unreadable: there is no such text.
    """
    try:
        return part(plain, name, str).encode("utf-8")
    except UnicodeEncodeError:
        raise Unreadable(f"“{name}” is no text") from None


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint and its signature."""

    text: bytes
    signature: bytes

    @classmethod
    def read(cls, plain: Any) -> Signed:
        """From its part of a file.

        Raises:
            Unreadable: it is none.
        """
        found = as_a(dict, plain, "“checkpoint”")
        return cls(text_part(found, "text"), hex_part(found, "signature"))

    def check(self, keys: Mapping[str, bytes]) -> Checkpoint:
        """What it states.

        Raises:
            Unreadable: it is no checkpoint signed with one of these keys.
        """
        checkpoint = Checkpoint.from_bytes(self.text)
        public = keys.get(checkpoint.key)
        if public is None:
            raise Unreadable("its key is not in the file")
        if not log.is_signed(public, log.CHECKPOINT_PURPOSE, self.text, self.signature):
            raise Unreadable("it was altered after it was signed")
        return checkpoint


@dataclass(frozen=True, slots=True)
class ExportedEntry:
    """One entry.

    Attributes:
        header: verbatim.
        act: the id of its act; None where it is erased, as are the next two.
        body: verbatim.
        salt: what its commitment was made with.
    """

    header: bytes
    act: str | None
    body: bytes | None
    salt: bytes | None

    @classmethod
    def read(cls, plain: Any) -> ExportedEntry:
        """From its part of a file.

        Raises:
            Unreadable: it is none.
        """
        found = as_a(dict, plain, "an entry")
        header = text_part(found, "header")
        if found.keys() == {"header"}:
            return cls(header, None, None, None)
        return cls(header, part(found, "id", str), text_part(found, "body"), hex_part(found, "salt"))

    def read_header(self) -> Header | None:
        """Its header; None where it is none."""
        try:
            return Header.from_bytes(self.header)
        except Unreadable:
            return None


@dataclass(frozen=True, slots=True)
class ExportedLedger:
    """One ledger.

    Attributes:
        id: its id.
        kind: shared, own or pair.
        until_left: whether it ends where the reader left.
        entries: its entries.
        signed: its checkpoint.
    """

    id: UUID
    kind: str
    until_left: bool
    entries: tuple[ExportedEntry, ...]
    signed: Signed

    @classmethod
    def read(cls, plain: Any) -> ExportedLedger:
        """From its part of a file.

        Raises:
            Unreadable: it is none.
        """
        found = as_a(dict, plain, "a ledger")
        return cls(
            _uuid(part(found, "id", str)),
            part(found, "kind", str),
            found.get("until") == "left",
            tuple(map(ExportedEntry.read, part(found, "entries", list))),
            Signed.read(found.get("checkpoint")),
        )


def read_keys(plain: Mapping[str, Any]) -> dict[str, bytes]:
    """The public keys of a file by their ids.

    Raises:
        Unreadable: one is no key, or not the one its id names.
    """
    keys = part(plain, "keys", dict)
    found = {name: hex_part(keys, name) for name in keys}
    if any(log.key_id(public) != name for name, public in found.items()):
        raise Unreadable("a key is not the one that its name says")
    return found


def read_attachments(plain: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of an export by their SHA-256; exports from before there were any have none.

    Raises:
        Unreadable: one is no file, or not the one its name says.
    """
    named = as_a(dict, plain.get("attachments", {}), "“attachments”")
    found = {name: _content(named, name) for name in named}
    if any(sha256(content).hexdigest() != name for name, content in found.items()):
        raise Unreadable("a file in it is not the one that its name says")
    return found


def _content(plain: Mapping[str, Any], name: str) -> bytes:
    try:
        return b64decode(part(plain, name, str), validate=True)
    except ValueError:
        raise Unreadable("a file in it is not spelled as it should be") from None


def _uuid(text: str) -> UUID:
    try:
        found = UUID(text)
    except ValueError:
        raise Unreadable("a ledger's id is none") from None
    if str(found) != text:
        raise Unreadable("a ledger's id is spelled otherwise than it should be")
    return found
