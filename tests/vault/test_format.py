"""The vault's bytes: as written down, and refused wherever one of them is not what it was."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from copy import deepcopy
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.vault import format as spelled
from amends.vault.format import Cost, Place, Unopened
from tests.vault.make_vectors import ACCOUNT_KEY, ENTRY, OWNER, VECTORS, make

KEY = spelled.entries_key(ACCOUNT_KEY)
NONCE = bytes(12)
KEYRING: dict[str, Any] = {
    "v": 1,
    "passphrase": {
        "memory": 65536,
        "passes": 3,
        "lanes": 1,
        "salt": b64encode(bytes(16)).decode(),
        "wrapped": b64encode(bytes(60)).decode(),
    },
    "recovery": {"wrapped": b64encode(bytes(60)).decode()},
}


def test_the_vectors_are_what_this_version_writes() -> None:
    assert json.loads(VECTORS.read_text(encoding="utf-8")) == make()


def test_what_was_sealed_opens_again() -> None:
    for one in json.loads(VECTORS.read_text(encoding="utf-8"))["entries"]:
        sealed = b64decode(one["sealed"])
        assert len(sealed) in spelled.SEALED_SIZES
        assert spelled.unseal(sealed, KEY, Place(OWNER, ENTRY, one["revision"])).decode() == one["text"]


@pytest.mark.parametrize(
    ("owner", "entry", "revision"), [(uuid4(), ENTRY, 3), (OWNER, uuid4(), 3), (OWNER, ENTRY, 4)]
)
def test_an_entry_opens_in_its_own_place_alone(owner: UUID, entry: UUID, revision: int) -> None:
    sealed = spelled.seal(b"mine", KEY, Place(OWNER, ENTRY, 3), NONCE)
    with pytest.raises(Unopened):
        spelled.unseal(sealed, KEY, Place(owner, entry, revision))


def test_any_altered_byte_is_noticed() -> None:
    sealed = spelled.seal(b"mine", KEY, Place(OWNER, ENTRY, 1), NONCE)
    for at in range(len(sealed)):
        altered = bytearray(sealed)
        altered[at] ^= 1
        with pytest.raises(Unopened):
            spelled.unseal(bytes(altered), KEY, Place(OWNER, ENTRY, 1))
    with pytest.raises(Unopened):
        spelled.unseal(b"\1", KEY, Place(OWNER, ENTRY, 1))


def test_a_key_wrapped_one_way_does_not_open_another() -> None:
    wrapped = spelled.wrap(ACCOUNT_KEY, KEY, OWNER, "recovery", NONCE)
    assert spelled.unwrap(wrapped, KEY, OWNER, "recovery") == ACCOUNT_KEY
    for owner, way in ((OWNER, "passphrase"), (uuid4(), "recovery")):
        with pytest.raises(Unopened):
            spelled.unwrap(wrapped, KEY, owner, way)


@given(st.binary(max_size=2000))
def test_length_shows_in_steps_alone(text: bytes) -> None:
    padded = spelled.pad(text)
    assert len(padded) in spelled.BUCKETS
    assert spelled.unpad(padded) == text


def test_the_longest_text_fits_and_no_longer() -> None:
    assert spelled.unpad(spelled.pad(bytes(65_532))) == bytes(65_532)
    with pytest.raises(ValueError, match="too long"):
        spelled.pad(bytes(65_533))


@given(st.lists(st.integers(0, 31), min_size=28, max_size=28))
def test_a_code_is_read_as_people_type_it(numbers: list[int]) -> None:
    code = spelled.spell_code(numbers)
    typed = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert spelled.read_code(typed) == spelled.read_code(code)
    assert len(spelled.read_code(code)) * 5 >= 128


def test_a_slip_in_a_code_names_its_group() -> None:
    code = spelled.spell_code(range(28))
    told = [
        (number, _said(code.replace(group, group[0] + other + group[2:])))
        for number, group in enumerate(code.split("-"), start=1)
        for other in spelled.ALPHABET.replace(group[1], "")
    ]
    assert {said for number, said in told if said != str(number)} <= {""}
    assert sum(bool(said) for _, said in told) > 7 * 31 * 0.9


def test_a_code_is_taken_whole_alone() -> None:
    code = spelled.spell_code(range(28))
    assert [_said(wrong) for wrong in ("", code[:-1], code + "0")] == ["1", "7", "7"]


@pytest.mark.parametrize(
    "cost",
    [Cost(19_455, 2, 1), Cost(65_536, 1, 1), Cost(65_536, 3, 2), Cost(262_145, 3, 1), Cost(65_536, 11, 1)],
)
def test_a_passphrase_is_never_cheap_to_try_nor_a_browser_hung(cost: Cost) -> None:
    with pytest.raises(Unopened, match="cost"):
        spelled.passphrase_key("words", bytes(16), cost)


def test_a_keyring_is_known_by_its_shape() -> None:
    spelled.check_keyring(KEYRING)
    passkey = {
        "credential": "abc",
        "salt": b64encode(bytes(32)).decode(),
        "wrapped": KEYRING["recovery"]["wrapped"],
    }
    spelled.check_keyring(KEYRING | {"passkey": passkey})


@pytest.mark.parametrize(
    ("way", "name", "value"),
    [
        ("passphrase", "memory", 1024),
        ("passphrase", "memory", "65536"),
        ("passphrase", "passes", True),
        ("passphrase", "salt", ""),
        ("passphrase", "wrapped", b64encode(bytes(32)).decode()),
        ("passphrase", "said", "words"),
        ("recovery", "wrapped", None),
        ("recovery", "code", "ABCD"),
    ],
)
def test_a_keyring_that_says_more_less_or_other_is_refused(way: str, name: str, value: Any) -> None:
    keyring = deepcopy(KEYRING)
    keyring[way][name] = value
    with pytest.raises(Unopened):
        spelled.check_keyring(keyring)


@pytest.mark.parametrize(
    "keyring",
    [None, [], {}, {"v": 2}, KEYRING | {"v": 2}, KEYRING | {"hint": "cat"}, KEYRING | {"passkey": {}}],
)
def test_what_is_no_keyring_is_refused(keyring: Any) -> None:
    with pytest.raises(Unopened):
        spelled.check_keyring(keyring)


def _said(code: str) -> str:
    """The group that is refused; nothing where none is."""
    try:
        spelled.read_code(code)
    except Unopened as refused:
        return str(refused)
    return ""
