"""Loops over coordinates, compiled by Numba: no geometry objects, no global interpreter lock.

Everything compiled lives in this folder, so that the ready code can be named after it: a change of any kernel, of
Python, of Numba or of the processor is another folder, and what lies there ready is complete or not there. Kernels
take and give arrays and numbers only. They are ready after set-up (`jijuqu.land.screening.make_ready`), which writes
beside this file; where that folder is not ready and may not be written, a folder of the user takes its place.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import platform
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import llvmlite.binding
import numba
from numba import config
from numba.core.caching import UserProvidedCacheLocator

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
READY = "ready"
"""Name of the empty file that says that a folder holds every kernel."""

Function = TypeVar("Function", bound="Callable[..., Any]")


def kernel(function: Function) -> Function:
    """Compile a function at its first call, or take it ready; division by zero gives what IEEE 754 says."""
    return cast("Function", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


@lru_cache(maxsize=1)
def folder() -> Path:
    """Give the folder of ready kernels: beside this file if they are ready there or may be written, else the user's.

    Where nothing may be written at all it is one for this process alone: a folder that others could have laid out
    would run their code.
    """
    name = f"kernels-{_digest()}"
    beside, own = HERE / "__pycache__" / name, _users_folder() / name
    if (beside / READY).exists() or _may_write(beside):
        return beside
    if _may_write(own):
        return own
    passing = tempfile.TemporaryDirectory(prefix="jijuqu-kernels-")
    atexit.register(passing.cleanup)
    return Path(passing.name)


def are_ready() -> bool:
    """Whether every kernel is compiled, so that nobody waits."""
    return (folder() / READY).exists()


def _digest() -> str:
    sources = sorted(HERE.glob("*.py"))
    parts = [source.read_bytes() for source in sources]
    features = llvmlite.binding.get_host_cpu_features().flatten()
    machine = (numba.__version__, platform.python_version(), llvmlite.binding.get_host_cpu_name(), features)
    return hashlib.sha256(b"\0".join([*parts, repr(machine).encode()])).hexdigest()[:16]


def _users_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jijuqu"


def _may_write(place: Path) -> bool:
    try:
        place.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=place).close()
    except OSError:
        return False
    return True


class KernelFolder(UserProvidedCacheLocator):
    """Tells Numba where the kernels of this folder lie; functions of other files it leaves to Numba's own ways."""

    def __init__(self, py_func: Any, py_file: str) -> None:
        super().__init__(py_func, py_file)  # type: ignore[no-untyped-call]
        self._cache_path = str(folder())

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> KernelFolder | None:
        """Give the place of a function of this folder. It need not be writable if everything is ready there."""
        return cls(py_func, py_file) if Path(py_file).parent == HERE else None


_OTHERS = "UserProvidedCacheLocator,InTreeCacheLocator,UserWideCacheLocator,IPythonCacheLocator,ZipCacheLocator"
_asked = getattr(config, "CACHE_LOCATOR_CLASSES", "")
setattr(config, "CACHE_LOCATOR_CLASSES", f"{__name__}.KernelFolder,{_asked or _OTHERS}")  # noqa: B010 - made at run time
