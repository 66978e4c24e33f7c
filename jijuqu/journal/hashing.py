"""Digests: SM3 (GB/T 32905-2016), and SHA-256, under its own name, where a platform has no SM3 that works."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes

if TYPE_CHECKING:
    from collections.abc import Callable

SM3: Final = "SM3"
SHA256: Final = "SHA-256"

# GB/T 32905-2016, appendix A, examples 1 and 2.
KNOWN_ANSWERS: Final = (
    (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
)


class Hash(Protocol):
    """A digest in the making, as hashlib has it."""

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""

    def hexdigest(self) -> str:
        """Return the digest of what was taken in, in lower-case hexadecimal."""


class LibrarySM3:
    """SM3 as the cryptography library computes it, for platforms whose own library lacks it."""

    def __init__(self) -> None:
        self._hash = hashes.Hash(hashes.SM3())

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""
        self._hash.update(data)

    def hexdigest(self) -> str:
        """Return the digest of what was taken in."""
        return self._hash.copy().finalize().hex()


def platform_sm3() -> Hash:
    """Return a new SM3 of the platform. Raises ValueError where there is none."""
    return hashlib.new("sm3")


def answers_as_known(maker: Callable[[], Hash]) -> bool:
    """Tell whether an SM3 is there and gives the digests that the standard prints."""
    for message, digest in KNOWN_ANSWERS:
        try:
            hash_ = maker()
        except (ValueError, UnsupportedAlgorithm):
            return False
        hash_.update(message)
        if hash_.hexdigest() != digest:
            return False
    return True


def choose(candidates: tuple[Callable[[], Hash], ...]) -> Callable[[], Hash] | None:
    """Return the first SM3 that answers as known; None where there is none."""
    return next((maker for maker in candidates if answers_as_known(maker)), None)


@cache
def _sm3() -> Callable[[], Hash] | None:
    return choose((platform_sm3, LibrarySM3))


def algorithm() -> str:
    """Return the name of the algorithm for new records: SM3, or SHA-256 where no SM3 works."""
    return SHA256 if _sm3() is None else SM3


def new(name: str) -> Hash:
    """Return a new digest of the algorithm that a record names.

    Raises ValueError for a name that is neither, or for SM3 where none works.
    """
    if name == SHA256:
        return hashlib.sha256()
    maker = _sm3()
    if name != SM3 or maker is None:
        raise ValueError(f"no {name!r} on this platform: verify on one whose OpenSSL or cryptography has SM3")
    return maker()


def digest(data: bytes, name: str) -> str:
    """Return the hexadecimal digest of some bytes under the algorithm named."""
    hash_ = new(name)
    hash_.update(data)
    return hash_.hexdigest()
