"""What the ledger's bytes rest on agrees with the public test vectors, the bad ones included."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from amends.ledger import log, tree
from tests.ledger import vectors

USUAL_NONCE = 96
"""Bits; the only size of nonce that will be used."""


@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_canonical_json_is_that_of_rfc_8785(name: str) -> None:
    folder = vectors.find("jcs")
    written = (folder / f"{name}.output.json").read_bytes()
    assert log.canonical(log.read_json((folder / f"{name}.input.json").read_bytes())) == written


def test_proofs_are_judged_as_the_public_vectors_judge_them() -> None:
    rows = vectors.read_lines("merkle_proofs.jsonl.gz")
    assert len(rows) > 500
    wrong = [row["name"] for row in rows if JUDGES[row["kind"]](row) is row["wantErr"]]
    assert wrong == []


def test_signatures_are_judged_as_wycheproof_judges_them() -> None:
    wrong = []
    for test in vectors.read_wycheproof("ed25519"):
        public, message, signature = _bytes(test["publicKey"]["pk"], test["msg"], test["sig"])
        if log.is_signed(public, b"", message, signature) is not (test["result"] == "valid"):
            wrong.append(test["tcId"])
    assert wrong == []


def test_commitments_are_the_hmac_of_wycheproof() -> None:
    wrong = []
    for test in vectors.read_wycheproof("hmac_sha256"):
        key, message, tag = _bytes(test["key"], test["msg"], test["tag"])
        if (log.commit(key, message)[: len(tag)] == tag) is not (test["result"] == "valid"):
            wrong.append(test["tcId"])
    assert wrong == []


def test_the_cipher_of_the_vault_to_come_is_judged_as_wycheproof_judges_it() -> None:
    tests = [test for test in vectors.read_wycheproof("aes_gcm") if test["ivSize"] == USUAL_NONCE]
    assert len(tests) > 100
    assert [test["tcId"] for test in tests if _opens(test) is not (test["result"] == "valid")] == []


def _opens(test: dict[str, Any]) -> bool:
    key, nonce, aad, sealed, tag, message = _bytes(
        test["key"], test["iv"], test["aad"], test["ct"], test["tag"], test["msg"]
    )
    try:
        opened = AESGCM(key).decrypt(nonce, sealed + tag, aad)
    except (InvalidTag, ValueError):
        return False
    return opened == message and AESGCM(key).encrypt(nonce, message, aad) == sealed + tag


def _bytes(*spelled: str) -> list[bytes]:
    return [bytes.fromhex(each) for each in spelled]


def _decode(row: dict[str, Any], name: str) -> bytes:
    return b64decode(row[name] or "")


def _proof(row: dict[str, Any]) -> list[bytes]:
    return [b64decode(step) for step in row["proof"] or ()]


def _is_included(row: dict[str, Any]) -> bool:
    leaf, root = _decode(row, "leafHash"), _decode(row, "root")
    return tree.check_inclusion(leaf, row["leafIdx"], row["treeSize"], root, _proof(row))


def _is_consistent(row: dict[str, Any]) -> bool:
    first, second = _decode(row, "root1"), _decode(row, "root2")
    return tree.check_consistency(row["size1"], first, row["size2"], second, _proof(row))


def _is_in_subtree(row: dict[str, Any]) -> bool:
    subtree = tree.Subtree(row["start"], row["end"], _decode(row, "root"))
    return tree.check_subtree_inclusion(_decode(row, "leafHash"), row["leafIdx"], subtree, _proof(row))


def _is_subtree(row: dict[str, Any]) -> bool:
    subtree = tree.Subtree(row["start"], row["end"], _decode(row, "root1"))
    return tree.check_subtree(subtree, row["size"], _decode(row, "root2"), _proof(row))


JUDGES: dict[str, Callable[[dict[str, Any]], bool]] = {
    "inclusion": _is_included,
    "consistency": _is_consistent,
    "subtreeinclusion": _is_in_subtree,
    "subtreeconsistency": _is_subtree,
}
