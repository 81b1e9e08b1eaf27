"""The key that signs checkpoints."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from amends.ledger.errors import KeyDamaged
from amends.ledger.keys import public_bytes, signing_key


def test_it_is_made_once_whoever_comes_first(data: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = {public_bytes(key) for key in pool.map(lambda _: signing_key(), range(16))}
    assert len(keys) == 1
    assert [file.name for file in data.iterdir()] == ["signing.key"]


def test_only_the_servers_own_account_can_read_it(data: Path) -> None:
    signing_key()
    assert stat.S_IMODE((data / "signing.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a key",
        b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq\n"
        b"-----END PRIVATE KEY-----\n",  # an X25519 key, from RFC 8410's family
    ],
)
def test_a_damaged_key_is_refused_and_never_replaced(data: Path, content: bytes) -> None:
    file = data / "signing.key"
    file.write_bytes(content)
    with pytest.raises(KeyDamaged):
        signing_key()
    assert file.read_bytes() == content
