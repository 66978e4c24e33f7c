"""The one folder that holds everything to be backed up: database, uploads, keys."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_FILE = "secret-key"


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder named by JIJUQU_DATA, or `var` where we were started; made if missing, for its owner only."""
    folder = Path(environment.get("JIJUQU_DATA") or "var").resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """Return the key that signs cookies and forms; the first start makes it, readable by its owner only.

    Two processes may start at once: both end with the key of whichever linked its file first.
    """
    kept = folder / KEY_FILE
    if not kept.exists():
        ours = folder / f"{KEY_FILE}.{os.getpid()}"
        with os.fdopen(os.open(ours, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        try:
            kept.hardlink_to(ours)
        except FileExistsError:
            pass
        finally:
            ours.unlink()
    return kept.read_text().strip()
