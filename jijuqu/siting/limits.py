"""What reading and measuring one upload may take. Far more than honest files need, so there is nothing to tune."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

CPU_S = 3
WALL_S = 3.5  # with the start of a command, or the drawing of a page, nobody waits longer than 5 s
GROWTH_BYTES = 640 * 1024 * 1024  # beyond what the process has when it is forked

# The same for a whole layer of parcels with parks and layers, together at most 100 MB: half a million parcels take 5 s.
SCREENING_CPU_S = 60
SCREENING_WALL_S = 40.0
SCREENING_GROWTH_BYTES = 2048 * 1024 * 1024


SECRETS = ("JIJUQU_", "DATABASE_URL")  # where keys, passwords and the database are told of (docs/running.md)


def environment_of_child(**more: str) -> dict[str, str]:
    """Give this process's environment without what is nobody's business who reads files of strangers, and `more`."""
    return {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)} | more


def limit_this_process(cpu_s: int = CPU_S, wall_s: float = WALL_S, growth_bytes: int = GROWTH_BYTES) -> None:
    """Bound the time and memory of this process; the kernel ends it when it goes beyond."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
    ceiling = _address_space_bytes() + growth_bytes
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, wall_s)


def _address_space_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    return pages * resource.getpagesize()
