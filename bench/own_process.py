"""A measurement in a process and a data folder of its own, undisturbed by what the caller has loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from typing import Any


def measured_by(module: str) -> Any:
    """Run a module that prints what it measured as JSON, and give that back."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("JIJUQU_", "DATABASE_"))
        }
        run = subprocess.run(
            [sys.executable, "-m", module],
            env=environment | {"JIJUQU_DATA": folder},
            check=True,
            stdout=subprocess.PIPE,
        )
    return json.loads(run.stdout)
