"""Exports made by hand, without a database: what a host, too, could make who holds the key."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from amends.acts.fields import instant_to_plain
from amends.ledger import keys, log, tree
from amends.ledger.shapes import EXPORT
from tests.cast import NOW
from tests.ledger.cast import an_id

KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"the server's").digest())
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"another server's").digest())
ANNA, TOBY = str(an_id(101)), str(an_id(102))
AUTHORS = {ANNA: an_id(201), TOBY: an_id(202)}


@dataclass
class PaperLedger:
    """A ledger as rows of an export."""

    number: int = 1
    kind: str = "shared"
    epoch: int = 0
    entries: list[dict[str, str]] = field(default_factory=list)
    headers: list[log.Header] = field(default_factory=list)

    def add(self, person: str, words: str = "Tea on the steps.") -> PaperLedger:
        """One act."""
        return self.put(AUTHORS[person], {"kind": "moment", "author": person, "words": words})

    def erase(self, seq: int, person: str) -> PaperLedger:
        """Take an entry's words out and say so."""
        self.entries[seq] = {"header": self.entries[seq]["header"]}
        return self.put(AUTHORS[person], {"kind": "erasure", "author": person, "seq": seq})

    def restore(self, size: int) -> PaperLedger:
        """As after restoring a backup that held ``size`` entries."""
        del self.entries[size:], self.headers[size:]
        self.epoch += 1
        return self.put(an_id(900), {"kind": "restored", "size": size, "root": self.root.hex()})

    def put(self, author: Any, body: dict[str, Any]) -> PaperLedger:
        """One entry with this body."""
        seq = len(self.entries)
        act = str(an_id(1000 * self.number + 100 * self.epoch + seq))
        text = log.canonical({"v": 1, "id": act} | body)
        salt = sha256(b"salt %d" % seq + text).digest()
        header = log.Header(an_id(self.number), seq, author, log.commit(salt, text))
        self.headers.append(header)
        self.entries.append(
            {"header": header.to_bytes().decode(), "id": act, "body": text.decode(), "salt": salt.hex()}
        )
        return self

    @property
    def root(self) -> bytes:
        """The root over its headers."""
        return tree.root_of([tree.hash_leaf(entry["header"].encode()) for entry in self.entries])

    def checkpoint(self, key: Ed25519PrivateKey = KEY) -> dict[str, str]:
        """What the server states of it now."""
        name = log.key_id(keys.public_bytes(key))
        made = log.Checkpoint(an_id(self.number), self.epoch, len(self.entries), self.root, NOW, name)
        signature = log.sign(key, log.CHECKPOINT_PURPOSE, made.to_bytes())
        return {"text": made.to_bytes().decode(), "signature": signature.hex()}

    def plain(self, key: Ed25519PrivateKey = KEY) -> dict[str, Any]:
        """Its part of an export."""
        return {
            "id": str(an_id(self.number)),
            "kind": self.kind,
            "entries": [dict(entry) for entry in self.entries],
            "checkpoint": self.checkpoint(key),
        }


def export(*ledgers: PaperLedger, key: Ed25519PrivateKey = KEY, viewer: str = ANNA) -> dict[str, Any]:
    """An export of ledgers, signed."""
    public = keys.public_bytes(key)
    return seal(
        {
            "format": EXPORT,
            "at": instant_to_plain(NOW),
            "bond": {"id": str(an_id(1)), "title": "Tuesdays", "setting": "couple", "zone": "Europe/London"},
            "viewer": viewer,
            "members": [{"id": ANNA, "name": "Anna"}, {"id": TOBY, "name": "Toby"}],
            "keys": {log.key_id(public): public.hex()},
            "key": log.key_id(public),
            "ledgers": [ledger.plain(key) for ledger in ledgers],
        },
        key,
    )


def seal(plain: dict[str, Any], key: Ed25519PrivateKey = KEY) -> dict[str, Any]:
    """The same content with a signature that fits it, as only the server can make one."""
    content = {name: value for name, value in plain.items() if name != "signature"}
    return content | {"signature": log.sign(key, log.EXPORT_PURPOSE, log.canonical(content)).hex()}


def twelve() -> PaperLedger:
    """Twelve entries by two people, the last a mark that the fifth was erased."""
    ledger = PaperLedger()
    for number in range(11):
        ledger.add(ANNA if number % 3 else TOBY, f"Number {number}, Zoë: “well”.")
    return ledger.erase(4, ANNA)
