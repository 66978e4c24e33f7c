"""The key that signs the journal: an Ed25519 key in a file that may lie outside the data folder.

Whoever writes the database but does not hold this file cannot make events that verify.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.conf import settings

from jijuqu.words.said import say
from jijuqu.words.text import Message


class KeyFileError(Exception):
    """The journal's key cannot be used; `message` says why and what to do."""

    def __init__(self, code: str) -> None:
        self.message = Message(code, {"path": key_path()})
        super().__init__(f"{say(self.message, 'zh')} {say(self.message, 'en')}")


def key_path() -> Path:
    """Return where the key lies: JIJUQU_JOURNAL_KEY, or `journal-key` in the data folder."""
    return Path(settings.JOURNAL_KEY)


def signing_key() -> Ed25519PrivateKey:
    """Read the key that signs. Raises KeyFileError where it is missing, no key, or only the public half."""
    key = _read()
    if isinstance(key, Ed25519PublicKey):
        raise KeyFileError("key_cannot_sign")
    return key


def public_key() -> Ed25519PublicKey:
    """Read the key that verifies; its file may hold the private key or the public one. Raises KeyFileError."""
    key = _read()
    return key if isinstance(key, Ed25519PublicKey) else key.public_key()


def make_signing_key() -> Ed25519PrivateKey:
    """Make the key of a new journal where there is none yet, readable by its owner only.

    To be called by whoever writes the first event, that is, under the lock on the chain.
    """
    path = key_path()
    if not path.exists():
        key = Ed25519PrivateKey.generate()
        ours = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(ours, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
            file.flush()
            os.fsync(file.fileno())
        ours.rename(path)
    return signing_key()


def public_hex(key: Ed25519PublicKey) -> str:
    """Write a public key as 64 hexadecimal digits, as heads carry it."""
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def is_signed(key: Ed25519PublicKey, signature: str, message: bytes) -> bool:
    """Tell whether a signature in hexadecimal digits is that of the key on the message."""
    try:
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _read() -> Ed25519PrivateKey | Ed25519PublicKey:
    path = key_path()
    try:
        pem = path.read_bytes()
    except FileNotFoundError:
        raise KeyFileError("key_missing") from None
    try:
        return _parsed(pem)
    except ValueError:
        raise KeyFileError("key_unusable") from None


@lru_cache(maxsize=2)
def _parsed(pem: bytes) -> Ed25519PrivateKey | Ed25519PublicKey:
    """Parse a key, which takes longer than reading its file anew for each event. Raises ValueError for another kind."""
    key = load_pem_public_key(pem) if b"PUBLIC KEY" in pem else load_pem_private_key(pem, password=None)
    if isinstance(key, Ed25519PrivateKey | Ed25519PublicKey):
        return key
    raise ValueError(f"{type(key).__name__} is another kind of key")
