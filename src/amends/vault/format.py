"""How the vault's keys and entries are spelled, byte by byte. Pure.

docs/decisions/0004-vault-format.md explains it. The browser's `static/vault/format.js` does the same;
`tests/vault/vectors.json` holds both to it. The server uses the sizes and the shape of a keyring alone:
it never sees a passphrase, a code or a key.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
import unicodedata
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import rfc8785
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION: Final = 1
KEY_SIZE: Final = 32
SALT_SIZE: Final = 16
NONCE_SIZE: Final = 12
TAG_SIZE: Final = 16
WRAPPED_SIZE: Final = NONCE_SIZE + KEY_SIZE + TAG_SIZE
BUCKETS: Final = tuple(2**power for power in range(8, 17))
"""Bytes that a padded text may have: 256, doubled up to 65,536 [choice]."""
SEALED_SIZES: Final = frozenset(1 + NONCE_SIZE + bucket + TAG_SIZE for bucket in BUCKETS)
"""Bytes that a sealed entry may have."""
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: nothing in it is easily taken for something else."""
GROUPS: Final = 7
GROUP: Final = 4
"""A recovery code has seven groups of four characters and one that checks them: 140 random bits."""
_LENGTH: Final = struct.Struct(">I")


class Unopened(ValueError):
    """A key, a code or an entry that does not open. Its text says which, never why in detail."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry belongs; sealed with it, so that it opens nowhere else.

    Attributes:
        owner: the account.
        entry: its id.
        revision: how often it was written, from 1.
    """

    owner: UUID
    entry: UUID
    revision: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What it costs to try one passphrase with Argon2id.

    Attributes:
        memory: KiB.
        passes: over that memory.
        lanes: in parallel.
    """

    memory: int
    passes: int
    lanes: int


HOUSE: Final = Cost(65_536, 3, 1)
"""What new keys are made with: RFC 9106's second recommendation (Biryukov et al., 2021), with one lane."""
LEAST: Final = Cost(19_456, 2, 1)
"""Nothing below is accepted, whoever asks for it (OWASP password storage cheat sheet, 2023)."""
MOST: Final = Cost(262_144, 10, 1)
"""Nothing above: a server must not be able to hang a browser [choice]."""


def passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key that a passphrase gives; it wraps the account key.

    Raises:
        Unopened: the cost is out of bounds.
    """
    check_cost(cost)
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_SIZE,
        type=Type.ID,
    )


def code_key(code: str) -> bytes:
    """The key that a recovery code gives. It is random enough to need no slow function."""
    return _derive(read_code(code).encode(), "recovery")


def passkey_key(secret: bytes) -> bytes:
    """The key that a passkey's PRF secret of 32 bytes gives."""
    return _derive(secret, "passkey")


def entries_key(account_key: bytes) -> bytes:
    """The key that seals entries."""
    return _derive(account_key, "entries")


def door_token(account_key: bytes) -> bytes:
    """What shows the server that the vault is open. It keeps a hash of it, and nothing follows from it."""
    return _derive(account_key, "door")


def check_cost(cost: Cost) -> None:
    """Refuse what is too cheap, or so dear that a browser would hang.

    Raises:
        Unopened: it is.
    """
    if not (
        LEAST.memory <= cost.memory <= MOST.memory
        and LEAST.passes <= cost.passes <= MOST.passes
        and cost.lanes == LEAST.lanes
    ):
        raise Unopened("cost")


def wrap(account_key: bytes, key: bytes, owner: UUID, way: str, nonce: bytes) -> bytes:
    """The account key, readable by ``key`` alone: nonce, ciphertext, tag."""
    return nonce + AESGCM(key).encrypt(nonce, account_key, _about_key(owner, way))


def unwrap(wrapped: bytes, key: bytes, owner: UUID, way: str) -> bytes:
    """The account key.

    Raises:
        Unopened: it was wrapped by another key, for another account or way, or was altered.
    """
    return _decrypt(key, wrapped, _about_key(owner, way), "key")


def seal(text: bytes, key: bytes, place: Place, nonce: bytes) -> bytes:
    """A text as the server keeps it: version, nonce, ciphertext of the padded text, tag.

    Raises:
        ValueError: it is too long.
    """
    sealed = AESGCM(key).encrypt(nonce, pad(text), _about_entry(place))
    return bytes([VERSION]) + nonce + sealed


def unseal(sealed: bytes, key: bytes, place: Place) -> bytes:
    """The text of an entry.

    Raises:
        Unopened: it belongs to another account, entry or revision, was altered, or is of a later version.
    """
    if sealed[:1] != bytes([VERSION]):
        raise Unopened("version")
    return unpad(_decrypt(key, sealed[1:], _about_entry(place), "entry"))


def pad(text: bytes) -> bytes:
    """Its length, the text, and zeros up to the next bucket.

    Raises:
        ValueError: it is longer than the largest bucket holds.
    """
    filled = _LENGTH.pack(len(text)) + text
    bucket = next((size for size in BUCKETS if size >= len(filled)), None)
    if bucket is None:
        raise ValueError("too long")
    return filled.ljust(bucket, b"\0")


def unpad(padded: bytes) -> bytes:
    """The text without its padding.

    Raises:
        Unopened: that is no padded text.
    """
    (length,) = _LENGTH.unpack_from(padded)
    text, rest = padded[_LENGTH.size :][:length], padded[_LENGTH.size + length :]
    if len(padded) not in BUCKETS or len(text) != length or any(rest):
        raise Unopened("padding")
    return text


def spell_code(numbers: Sequence[int]) -> str:
    """A recovery code of 28 random numbers below 32, in groups that check themselves."""
    characters = "".join(ALPHABET[number] for number in numbers)
    groups = [characters[at : at + GROUP] for at in range(0, GROUP * GROUPS, GROUP)]
    return "-".join(group + check_character(index, group) for index, group in enumerate(groups))


def read_code(spelled: str) -> str:
    """The 28 characters that count in a code as someone typed it.

    Raises:
        Unopened: a group does not fit its check character; the text names the first such group, from 1.
    """
    plain = spelled.upper().translate(str.maketrans("OIL", "011"))
    typed = "".join(character for character in plain if character in ALPHABET)
    read = []
    for index in range(GROUPS):
        group = typed[index * (GROUP + 1) :][: GROUP + 1]
        if len(group) != GROUP + 1 or group[GROUP] != check_character(index, group[:GROUP]):
            raise Unopened(str(index + 1))
        read.append(group[:GROUP])
    if len(typed) != GROUPS * (GROUP + 1):
        raise Unopened(str(GROUPS))
    return "".join(read)


def check_character(index: int, group: str) -> str:
    """What stands behind the group at a place; one slip in 32 goes unnoticed."""
    return ALPHABET[hashlib.sha256(f"amends/vault/1/group/{index}/{group}".encode()).digest()[0] % 32]


def commitment(salt: bytes, exercise: UUID, author: UUID, answer: dict[str, Any]) -> bytes:
    """What binds an author to an answer in a sealed exercise without showing it."""
    mac = HMAC(salt, SHA256())
    mac.update(b"amends/sealed/1\n" + exercise.bytes + author.bytes + rfc8785.dumps(answer))
    return mac.finalize()


def seal_answer(answer: dict[str, str], key: bytes, exercise: UUID, author: UUID, nonce: bytes) -> bytes:
    """An answer as the ledger keeps it until its key is given: like an entry, under a key of its own.

    Raises:
        ValueError: it is too long.
    """
    sealed = AESGCM(key).encrypt(nonce, pad(rfc8785.dumps(answer)), _about_answer(exercise, author))
    return bytes([VERSION]) + nonce + sealed


def open_answer(  # noqa: PLR0913, PLR0917 - what it was bound with, and to what
    sealed: bytes, key: bytes, salt: bytes, bound: bytes, exercise: UUID, author: UUID
) -> dict[str, str]:
    """The answer that an author was bound to.

    Raises:
        Unopened: the key does not open it, or what it opens is not what ``bound`` was made of: it was
            altered, or sealed by someone else or for another exercise.
    """
    if sealed[:1] != bytes([VERSION]):
        raise Unopened("version")
    plain = unpad(_decrypt(key, sealed[1:], _about_answer(exercise, author), "answer"))
    try:
        answer = json.loads(plain)
    except (ValueError, RecursionError):
        raise Unopened("answer") from None
    if not isinstance(answer, dict) or not all(isinstance(one, str) for one in answer.values()):
        raise Unopened("answer")
    if not hmac.compare_digest(commitment(salt, exercise, author, answer), bound):
        raise Unopened("answer")
    return answer


def check_keyring(keyring: Any) -> None:
    """Refuse a keyring that no browser could open, or that too cheap a passphrase could.

    Raises:
        Unopened: it is not one.
    """
    match keyring:
        case {"v": 1, "passphrase": dict(passphrase), "recovery": dict(recovery), **more} if more.keys() <= {
            "passkey"
        }:
            _check_passphrase(passphrase)
            _check_way(recovery, {"wrapped": WRAPPED_SIZE})
            if "passkey" in more:
                _check_passkey(more["passkey"])
        case _:
            raise Unopened("keyring")


def _check_passphrase(way: dict[str, Any]) -> None:
    numbers = {name: value for name, value in way.items() if type(value) is int}
    if numbers.keys() != {"memory", "passes", "lanes"}:
        raise Unopened("keyring")
    check_cost(Cost(**numbers))
    rest = {name: value for name, value in way.items() if name not in numbers}
    _check_way(rest, {"salt": SALT_SIZE, "wrapped": WRAPPED_SIZE})


def _check_passkey(way: Any) -> None:
    if not isinstance(way, dict) or not isinstance(way.get("credential"), str):
        raise Unopened("keyring")
    rest = {name: value for name, value in way.items() if name != "credential"}
    _check_way(rest, {"salt": KEY_SIZE, "wrapped": WRAPPED_SIZE})


def _check_way(way: dict[str, Any], sizes: dict[str, int]) -> None:
    if way.keys() != sizes.keys() or any(_size(way[name]) != size for name, size in sizes.items()):
        raise Unopened("keyring")


def _size(spelled: Any) -> int:
    try:
        return len(b64decode(spelled, validate=True))
    except (ValueError, TypeError):
        raise Unopened("keyring") from None


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_SIZE, salt=None, info=f"amends/vault/1/{purpose}".encode()).derive(secret)


def _about_key(owner: UUID, way: str) -> bytes:
    return rfc8785.dumps({"owner": str(owner), "v": VERSION, "way": way, "what": "key"})


def _about_entry(place: Place) -> bytes:
    about: dict[str, Any] = {"owner": str(place.owner), "entry": str(place.entry), "revision": place.revision}
    return rfc8785.dumps(about | {"v": VERSION, "what": "entry"})


def _about_answer(exercise: UUID, author: UUID) -> bytes:
    about: dict[str, Any] = {"author": str(author), "exercise": str(exercise), "v": VERSION, "what": "answer"}
    return rfc8785.dumps(about)


def _decrypt(key: bytes, sealed: bytes, about: bytes, what: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], about)
    except (InvalidTag, ValueError):
        raise Unopened(what) from None
