"""Run a Node command (`python -m tools.node npm …`) with the machine's Node if recent enough, else with PyPI's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements" / "node.txt"


def is_recent(version: str) -> bool:
    """Tell whether Vite runs on this Node, given as "v20.19.0" (the versions of `engines` in package.json)."""
    found = re.match(r"v(\d+)\.(\d+)", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)


def machine_has_recent_node() -> bool:
    """Tell whether both node and npm are on the PATH and node is recent enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return is_recent(answer.stdout)


def main(command: list[str]) -> int:
    """Run the command; without a recent Node, first install the locked one into this Python environment."""
    environment = dict(os.environ)
    if not machine_has_recent_node():
        here = Path(sys.executable).parent
        if not (here / "npm").exists():
            pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
            subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
        environment["PATH"] = f"{here}{os.pathsep}{environment.get('PATH', '')}"
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
