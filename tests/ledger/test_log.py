"""The bytes of headers and checkpoints: laid down once, never otherwise."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from amends.ledger import keys, log
from amends.ledger.log import Checkpoint, Header, Unreadable
from tests.ledger.cast import an_id

HEADER = Header(an_id(1), 7, an_id(2), log.commit(b"s" * 32, b"{}"))
HEADER_BYTES = (
    b'{"author":"00000000-0000-4000-8000-000000000002",'
    b'"commit":"984f5b34db535a72f6f85b1eda4047cc23595e7d957a993fa48ba01ac83ba47d",'
    b'"ledger":"00000000-0000-4000-8000-000000000001","seq":7,"v":1}'
)
CHECKPOINT = Checkpoint(an_id(1), 0, 3, b"r" * 32, datetime(2026, 3, 2, 19, 52, 7, 125_000, UTC), "ab" * 32)
CHECKPOINT_BYTES = (
    b'{"at":"2026-03-02T19:52:07.125Z","epoch":0,"key":"' + b"ab" * 32 + b'",'
    b'"ledger":"00000000-0000-4000-8000-000000000001","root":"' + b"72" * 32 + b'","size":3,"v":1}'
)


def test_a_header_is_these_bytes() -> None:
    assert HEADER.to_bytes() == HEADER_BYTES
    assert Header.from_bytes(HEADER_BYTES) == HEADER


def test_a_checkpoint_is_these_bytes() -> None:
    assert CHECKPOINT.to_bytes() == CHECKPOINT_BYTES
    assert Checkpoint.from_bytes(CHECKPOINT_BYTES) == CHECKPOINT


def test_a_checkpoint_is_dated_in_utc() -> None:
    berlin = CHECKPOINT.at.astimezone(timezone(timedelta(hours=1)))
    moved = Checkpoint(an_id(1), 0, 3, b"r" * 32, berlin, "ab" * 32)
    assert moved.to_bytes() == CHECKPOINT_BYTES


@given(st.integers(0, 8 * len(HEADER_BYTES) - 1))
def test_a_flipped_bit_makes_another_header_or_none(bit: int) -> None:
    flipped = bytearray(HEADER_BYTES)
    flipped[bit // 8] ^= 1 << bit % 8
    try:
        assert Header.from_bytes(bytes(flipped)) != HEADER
    except Unreadable:
        return


@pytest.mark.parametrize(
    "spelled",
    [
        HEADER_BYTES.replace(b'"seq":7', b'"seq": 7'),
        HEADER_BYTES.replace(b'"seq":7', b'"seq":7.0'),
        HEADER_BYTES.replace(b'"seq":7', b'"seq":true'),
        HEADER_BYTES.replace(b'"seq":7', b'"seq":-7'),
        HEADER_BYTES.replace(b'"v":1', b'"v":2'),
        HEADER_BYTES.replace(b'"v":1', b'"v":1,"x":1'),
        HEADER_BYTES.replace(b'"v":1', b'"v":1,"v":1'),
        HEADER_BYTES.replace(b"984f5b34", b"984F5B34"),
        HEADER_BYTES.replace(b"984f5b34", b""),
        b"[]",
        b"null",
        b"",
        b"\xff",
        b"[" * 100_000,
        b"9" * 10_000,
        b'"\\ud800"',
    ],
)
def test_another_spelling_is_no_header(spelled: bytes) -> None:
    with pytest.raises(Unreadable):
        Header.from_bytes(spelled)


@pytest.mark.parametrize("text", [b"NaN", b"-Infinity", b'{"a":1,"a":1}', b"{", b"\xc3\x28", b"[" * 100_000])
def test_json_of_two_meanings_is_not_read(text: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^it [a-z]"):
        log.read_json(text)


@pytest.mark.parametrize("plain", [2**53, float("nan"), "\ud800", {1: 2}, b"", json])
def test_what_canonical_json_cannot_hold_is_not_written(plain: object) -> None:
    with pytest.raises(Unreadable):
        log.canonical(plain)


def test_a_signature_serves_one_purpose_alone() -> None:
    key = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    public = keys.public_bytes(key)
    signature = log.sign(key, log.CHECKPOINT_PURPOSE, CHECKPOINT_BYTES)
    assert log.is_signed(public, b"amends/checkpoint/v1\n", CHECKPOINT_BYTES, signature)
    assert not log.is_signed(public, log.EXPORT_PURPOSE, CHECKPOINT_BYTES, signature)
    assert not log.is_signed(b"", log.CHECKPOINT_PURPOSE, CHECKPOINT_BYTES, signature)


def test_a_short_code_is_forty_digits_to_read_aloud() -> None:
    assert log.short_code(b"r" * 32) == "78645 95897 38944 15559 37684 36720 94595 30239"
    assert log.short_code(b"r" * 32) != log.short_code(b"s" * 32)
    groups = log.short_code(b"r" * 32).split()
    assert [len(group) for group in groups] == [5] * 8
    assert "".join(groups).isdigit()
