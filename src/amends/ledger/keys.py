"""The key with which this server signs what it states of a ledger; a file in the data folder."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings

from amends.config.data_folder import read_or_make
from amends.ledger.errors import KeyDamaged

FILE = "signing.key"
"""Its name in the data folder."""


def signing_key() -> Ed25519PrivateKey:
    """The key; made at the first need, by one process alone, readable by its owner alone.

    Raises:
        KeyDamaged: the file holds something else. A new key would make every checkpoint
            that members keep look false, so none is made.
    """
    pem = read_or_make(settings.DATA / FILE, _make)
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError):
        raise KeyDamaged from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyDamaged
    return key


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes by which anyone can check what the key signed."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def _make() -> bytes:
    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
