"""Screenings that were kept: who may open which, and the result taken back from its folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q, QuerySet

from jijuqu.journal import hashing
from jijuqu.journal.attachments import chunks
from jijuqu.reference.models import KeptScreening

if TYPE_CHECKING:
    from jijuqu.accounts.permissions import Reach
    from jijuqu.land.screening.screening import Screening

LOADED_AT_ONCE = 4  # results that a process holds ready, so that a slider need not wait for the disk


def screenings_for(reach: Reach) -> QuerySet[KeptScreening]:
    """Return the screenings that somebody may open, the newest first: those of their district, at the city all."""
    rows = KeptScreening.objects.select_related("organisation", "made_by")
    return (
        rows if reach.everything else rows.filter(~Q(organisation__holder=""), organisation__holder__in=reach.holders)
    )


def load_screening(kept: KeptScreening) -> Screening:
    """Take the result of a screening back; the same object again while it is among the last few asked for.

    Raises FileNotFoundError where its folder is missing.
    """
    return result_of(kept.digest)


def folder_of(digest: str) -> Path:
    """Return the folder in which a result lies."""
    return Path(settings.SCREENINGS) / digest


def digest_of(folder: Path) -> str:
    """Return the digest of a result's files, in the order of their names."""
    hash_ = hashing.new(hashing.algorithm())
    for path in sorted(folder.iterdir()):
        hash_.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            for chunk in chunks(file):
                hash_.update(chunk)
    return hash_.hexdigest()


@lru_cache(maxsize=LOADED_AT_ONCE)
def result_of(digest: str) -> Screening:
    """Take the result back that lies in the folder of a digest; see `load_screening`."""
    from jijuqu.land.screening.saved import load  # noqa: PLC0415 - brings Numba, which other pages need not wait for

    return load(folder_of(digest))
