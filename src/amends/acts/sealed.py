"""An answer that nobody can read until everyone in its exercise has given theirs, and the key to it."""

from __future__ import annotations

import binascii
from base64 import b64decode
from dataclasses import dataclass
from typing import ClassVar, Final
from uuid import UUID

from amends.acts.base import Act, check_line
from amends.acts.errors import InvalidAct

BOTH_SIDES: Final = "both-sides"
"""The practice whose answers are sealed."""
BINDING_SIZE: Final = 32
"""Bytes of a commitment, of a content key, and of a salt."""
LONGEST_SEALED: Final = 88_000
"""Characters of a sealed answer in base 64; the largest the vault's format makes has 87,420."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal(Act):
    """An answer in an exercise, locked by its author's browser; with ``affected``, a fixed roster.

    It stays in its author's own ledger until everyone of the roster has sealed theirs. What binds and
    locks it is spelled in docs/decisions/0004-vault-format.md.

    Attributes:
        exercise: the session it answers in.
        commitment: what binds the author to the answer without showing it; 32 bytes in base 64.
        ciphertext: the answer, locked; in base 64.
    """

    KIND: ClassVar[str] = "seal"

    exercise: UUID
    commitment: str
    ciphertext: str

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        _check_bytes("commitment", self.commitment, BINDING_SIZE)
        _check_bytes("ciphertext", self.ciphertext)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reveal(Act):
    """The key to a sealed answer, given once its author's browser had seen that everyone had sealed.

    It too stays in its author's own ledger until everyone has given theirs.

    Attributes:
        seal: which sealed answer it opens.
        key: what unlocks it; 32 bytes in base 64.
        salt: what shows that it is the answer its author was bound to; 32 bytes in base 64.
    """

    KIND: ClassVar[str] = "reveal"

    seal: UUID
    key: str
    salt: str

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        _check_bytes("key", self.key, BINDING_SIZE)
        _check_bytes("salt", self.salt, BINDING_SIZE)


def _check_bytes(field: str, spelled: str, size: int | None = None) -> None:
    check_line(field, spelled, LONGEST_SEALED)
    try:
        found = b64decode(spelled, validate=True)
    except (ValueError, binascii.Error):
        raise InvalidAct(field, "bytes in base 64 are expected") from None
    if not found or (size is not None and len(found) != size):
        raise InvalidAct(field, "this has another length than expected")
