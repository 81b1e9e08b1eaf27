"""The bytes that a ledger stands on: headers, commitments, checkpoints, signatures. Pure.

docs/decisions/0001-hash-format.md lays them down; they can't be changed afterwards.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256, sha512
from typing import Any, Final, TypeVar
from uuid import UUID

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from amends.acts.fields import instant_from_plain, instant_to_plain
from amends.ledger.tree import HASH_SIZE

VERSION: Final = 1
"""The form of headers and checkpoints written now."""
SALT_SIZE: Final = 32
"""Bytes of fresh randomness in each commitment; without them nobody can guess at erased words."""
CHECKPOINT_PURPOSE: Final = b"amends/checkpoint/v1\n"
EXPORT_PURPOSE: Final = b"amends/export/v1\n"
"""What is signed begins with its purpose, so that no signature can serve another."""


RESTORED: Final = "restored"
"""The kind of entry that begins a new epoch after a backup was restored; it names ``size`` and ``root``
of the ledger as it was restored. It is no act: no member is its author."""


class Unreadable(ValueError):
    """Bytes that are not what they should be. Its text is one plain line, without their content."""


def canonical(plain: Any) -> bytes:
    """Canonical JSON (RFC 8785).

    Raises:
        Unreadable: canonical JSON can't hold it.
    """
    try:
        return rfc8785.dumps(plain)
    except (rfc8785.CanonicalizationError, RecursionError):
        raise Unreadable("it holds what canonical JSON can't") from None


def read_json(data: bytes) -> Any:
    """JSON of one meaning alone: UTF-8, no key twice, no numbers that are none.

    Raises:
        Unreadable: it is no such JSON.
    """
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is not JSON at line {error.lineno}, column {error.colno}") from None
    except Unreadable:
        raise
    except ValueError:  # a number too long to be read
        raise Unreadable("it holds a number that can't be read") from None


def read_object(data: bytes) -> dict[str, Any]:
    """A JSON object, such as a body.

    Raises:
        Unreadable: it is none.
    """
    plain = read_json(data)
    if not isinstance(plain, dict):
        raise Unreadable("it is no object")
    return plain


def kind_of(body: bytes) -> object:
    """The kind that a body names; None where it can't be read."""
    try:
        return read_object(body).get("kind")
    except Unreadable:
        return None


def commit(salt: bytes, body: bytes) -> bytes:
    """What a header says of a body: it binds to the body and, without the salt, tells nothing of it."""
    return hmac.digest(salt, body, "sha256")


@dataclass(frozen=True, slots=True)
class Header:
    """What stays of an entry for ever.

    Attributes:
        ledger: the ledger it lies in.
        seq: its place there, from 0.
        author: a random id that stands for one member in this one ledger.
        commit: what binds it to its body.
    """

    ledger: UUID
    seq: int
    author: UUID
    commit: bytes

    def to_bytes(self) -> bytes:
        """The header as it is kept and hashed."""
        return canonical(
            {
                "v": VERSION,
                "ledger": str(self.ledger),
                "seq": self.seq,
                "author": str(self.author),
                "commit": self.commit.hex(),
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Header:
        """The header that such bytes stand for, to the byte.

        Raises:
            Unreadable: they stand for none.
        """
        try:
            plain = read_json(data)
            header = cls(
                UUID(plain["ledger"]), _whole(plain["seq"]), UUID(plain["author"]), _hash(plain["commit"])
            )
        except _WRONG_SHAPE:
            raise Unreadable("it is no header") from None
        return _exact(header, data)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a server states of a ledger at one time.

    Attributes:
        ledger: which ledger.
        epoch: how often the ledger was restored from a backup.
        size: how many entries it has.
        root: the root of the tree over their headers.
        at: when it was signed, UTC, to the millisecond.
        key: the id of the key that signs it.
    """

    ledger: UUID
    epoch: int
    size: int
    root: bytes
    at: datetime
    key: str

    def to_bytes(self) -> bytes:
        """The checkpoint as it is kept and signed."""
        return canonical(
            {
                "v": VERSION,
                "ledger": str(self.ledger),
                "epoch": self.epoch,
                "size": self.size,
                "root": self.root.hex(),
                "at": instant_to_plain(self.at.astimezone(UTC)),
                "key": self.key,
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Checkpoint:
        """The checkpoint that such bytes stand for, to the byte.

        Raises:
            Unreadable: they stand for none.
        """
        try:
            plain = read_json(data)
            checkpoint = cls(
                UUID(plain["ledger"]),
                _whole(plain["epoch"]),
                _whole(plain["size"]),
                _hash(plain["root"]),
                instant_from_plain(plain["at"]),
                plain["key"],
            )
        except _WRONG_SHAPE:
            raise Unreadable("it is no checkpoint") from None
        return _exact(checkpoint, data)


def key_id(public: bytes) -> str:
    """The name of a public key, given by its 32 bytes."""
    return sha256(public).hexdigest()


def sign(key: Ed25519PrivateKey, purpose: bytes, text: bytes) -> bytes:
    """The Ed25519 signature of a text for one purpose."""
    return key.sign(purpose + text)


def is_signed(public: bytes, purpose: bytes, text: bytes, signature: bytes) -> bool:
    """Whether the text was signed for this purpose with the key whose 32 public bytes are given."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, purpose + text)
    except (InvalidSignature, ValueError):
        return False
    return True


def short_code(root: bytes) -> str:
    """Forty digits that stand for a root, for people to compare by eye or voice.

    Forty, because a host who writes two histories may try for as long as it likes to
    make their codes meet: with 133 bits that takes about 2^66 attempts.
    """
    digest = sha512(b"amends/code/v1\n" + root).digest()
    groups = (int.from_bytes(digest[start : start + 8]) % 100_000 for start in range(0, 64, 8))
    return " ".join(f"{group:05}" for group in groups)


_WRONG_SHAPE = (KeyError, TypeError, ValueError, AttributeError)


Written = TypeVar("Written", Header, Checkpoint)


def _exact(found: Written, data: bytes) -> Written:
    # One spelling: what would be written differently is not what was written.
    try:
        same = found.to_bytes() == data
    except (TypeError, ValueError):
        same = False
    if not same:
        raise Unreadable("it is not written as it should be")
    return found


def _whole(plain: Any) -> int:
    if type(plain) is not int or plain < 0:  # in Python, true is a whole number too
        raise TypeError
    return plain


def _hash(plain: Any) -> bytes:
    found = bytes.fromhex(plain)
    if len(found) != HASH_SIZE:
        raise ValueError
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("it names a key twice")
    return found


def _refuse(_constant: str) -> None:
    raise Unreadable("it holds a number that is none")
