"""The key that signs the journal: an Ed25519 key in a file that may lie outside the data folder.

Whoever writes the database but does not hold this file cannot make events that verify.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

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
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class KeyFileError(Exception):
    """The journal's key cannot be used; the sentence says why and what to do."""

    def __init__(self, sentence: _StrPromise, **values: object) -> None:
        super().__init__(str(sentence) % values)


MISSING = _("找不到业务日志的签名密钥 %(path)s；请从备份中取回，或者用 JIJUQU_JOURNAL_KEY 指明其位置。")
NOT_A_KEY = _("%(path)s 不是 Ed25519 密钥（PEM 格式）；请换回业务日志原来的签名密钥。")
CANNOT_SIGN = _("%(path)s 是公钥，只能核验，不能登记；请换回业务日志的签名密钥。")


def key_path() -> Path:
    """Return where the key lies: JIJUQU_JOURNAL_KEY, or `journal-key` in the data folder."""
    return Path(settings.JOURNAL_KEY)


def signing_key() -> Ed25519PrivateKey:
    """Read the key that signs. Raises KeyFileError where it is missing, no key, or only the public half."""
    key = _read()
    if isinstance(key, Ed25519PublicKey):
        raise KeyFileError(CANNOT_SIGN, path=key_path())
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
        raise KeyFileError(MISSING, path=path) from None
    try:
        key = load_pem_public_key(pem) if b"PUBLIC KEY" in pem else load_pem_private_key(pem, password=None)
    except ValueError:
        raise KeyFileError(NOT_A_KEY, path=path) from None
    if not isinstance(key, Ed25519PrivateKey | Ed25519PublicKey):
        raise KeyFileError(NOT_A_KEY, path=path)
    return key
