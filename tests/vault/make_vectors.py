"""Writes `vectors.json` anew: python -m tests.vault.make_vectors (after a change of format alone)."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any
from uuid import UUID

from amends.vault import format as spelled

VECTORS = Path(__file__).with_name("vectors.json")
OWNER, ENTRY = UUID("0a0b0c0d-0000-4000-8000-00000000000a"), UUID("0e0e0e0e-0000-4000-8000-00000000000e")
ACCOUNT_KEY = bytes(range(32))
PASSPHRASES = (
    ("correct horse battery staple", spelled.LEAST),
    ("a line of nine plain words that only I know", spelled.HOUSE),
    ("ﬁne Ångström – 静かな庭", spelled.LEAST),  # normalised: a ligature, a ring, a dash, kanji
)
TEXTS = ("", "A quiet day.", "ü" * 126, "x" * 252, "x" * 253, "Ein guter Tag 🌿\n" * 90)
ANSWERS: tuple[dict[str, Any], ...] = (
    {},
    {"b": 1, "a": ["é", "\n", None, True], "€": {"2": -5, "10": 0}},
    {"hurt": "You weren’t there.", "mine": "I didn’t ask."},
)

SEALED: tuple[dict[str, str], ...] = (
    {"hurt": "You weren’t there.", "mine": ""},
    {"hurt": "Ein „Wort“\n🌿", "mine": "I didn’t ask."},
)


def make() -> dict[str, Any]:
    """All vectors."""
    nonce, salt = bytes(range(100, 112)), bytes(range(200, 216))
    code = spelled.spell_code([n * 7 % 32 for n in range(28)])
    key = spelled.entries_key(ACCOUNT_KEY)
    keys = {
        "recovery": spelled.code_key(code),
        "passkey": spelled.passkey_key(bytes(range(50, 82))),
    }
    return {
        "owner": str(OWNER),
        "entry": str(ENTRY),
        "account_key": _64(ACCOUNT_KEY),
        "nonce": _64(nonce),
        "salt": _64(salt),
        "door": _64(spelled.door_token(ACCOUNT_KEY)),
        "code": code,
        "passkey_secret": _64(bytes(range(50, 82))),
        "passphrases": [
            {
                "passphrase": passphrase,
                "cost": {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes},
                "wrapped": _64(
                    spelled.wrap(
                        ACCOUNT_KEY,
                        spelled.passphrase_key(passphrase, salt, cost),
                        OWNER,
                        "passphrase",
                        nonce,
                    )
                ),
            }
            for passphrase, cost in PASSPHRASES
        ],
        "ways": {way: _64(spelled.wrap(ACCOUNT_KEY, by, OWNER, way, nonce)) for way, by in keys.items()},
        "entries": [
            {
                "text": text,
                "revision": at,
                "sealed": _64(spelled.seal(text.encode(), key, spelled.Place(OWNER, ENTRY, at), nonce)),
            }
            for at, text in enumerate(TEXTS, start=1)
        ],
        "answers": [
            {
                "answer": answer,
                "commitment": _64(spelled.commitment(bytes(range(32)), ENTRY, OWNER, answer)),
                "sealed": _64(spelled.seal_answer(answer, bytes(range(32)), ENTRY, OWNER, nonce)),
            }
            for answer in SEALED
        ],
        "commitments": [
            {"answer": answer, "commitment": _64(spelled.commitment(bytes(range(32)), ENTRY, OWNER, answer))}
            for answer in ANSWERS
        ],
    }


def _64(found: bytes) -> str:
    return b64encode(found).decode()


if __name__ == "__main__":
    VECTORS.write_text(json.dumps(make(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
