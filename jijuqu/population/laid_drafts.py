"""Drafts laid into a folder by those who run the server, for pages to try out by the names of their folders.

A draft may hold a program (`rules.py`), which runs with the rights of the server. So no page takes one in: to lay it
there is to trust it, and a draft that others could write to is not opened.
"""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from jijuqu.population.draft import Draft, read_draft
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from pathlib import Path

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter

COMPILED = "__pycache__"  # Python's own, made when a draft is read


@dataclass(frozen=True, slots=True)
class LaidDraft:
    """A draft in its folder; `digest` is that of all its files, so that a change is seen (SHA-256)."""

    folder: Path
    digest: str

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name


def laid_drafts(inside: Path) -> list[LaidDraft]:
    """List the drafts inside a folder by name; none where there is no such folder. Hidden folders are none."""
    if not inside.is_dir():
        return []
    folders = sorted(each for each in inside.iterdir() if each.is_dir() and not each.name.startswith("."))
    return [LaidDraft(each, _digest(each)) for each in folders]


def open_draft(laid: LaidDraft, notice: Notice, standing: tuple[Parameter, ...], on: datetime.date) -> Draft:
    """Read a draft with its rules, once for as long as it stays as it is.

    Raises NotAdmittedError where it is no draft, or where anybody could write to it.
    """
    for path in (laid.folder.parent, laid.folder, *_files(laid.folder)):
        if path.stat().st_mode & stat.S_IWOTH:
            raise NotAdmittedError([Message("draft_open_to_all", {"path": path})])
    opened = _opened(laid, notice, standing, on)
    if isinstance(opened, Draft):
        return opened
    raise NotAdmittedError(opened)


@lru_cache(maxsize=64)
def _opened(
    laid: LaidDraft, notice: Notice, standing: tuple[Parameter, ...], on: datetime.date
) -> Draft | tuple[Message, ...]:
    try:
        return read_draft(laid.folder, notice, standing, on, run_rules=True)
    except NotAdmittedError as error:
        return error.reasons


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(each for each in folder.rglob("*") if COMPILED not in each.parts)


def _digest(folder: Path) -> str:
    """Hash the names, lengths and contents of all files."""
    digest = hashlib.sha256()
    for path in _files(folder):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
