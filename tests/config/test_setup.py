"""`make` says in one sentence what is missing on a machine, and the locks pin everything by hash."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tools.node import is_recent

ROOT = Path(__file__).parents[2]
LOCKS = ["run.txt", "dev.txt", "node.txt"]


@pytest.fixture
def fresh(tmp_path):
    """The product as it was cloned: nothing is installed."""
    for name in ("Makefile", "pyproject.toml", "requirements", "frontend", "jijuqu", "tools"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def pretend_python(folder, script):
    """Write a command that answers as some Python would."""
    command = folder / "pretended-python"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    return command


def make_setup(folder, python):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    run = subprocess.run(
        ["make", "setup", f"PYTHON={python}"], cwd=folder, env=clean, capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    return run.stdout.strip()


def test_without_python_it_says_what_to_install(fresh):
    assert make_setup(fresh, "no-such-python").startswith("Python is missing: install Python 3.11 or newer")


def test_an_old_python_is_named(fresh):
    old = pretend_python(fresh, 'case "$1" in -V) echo "Python 3.9.2";; *) exit 1;; esac')

    assert make_setup(fresh, old).startswith("Python 3.9.2 is too old: install Python 3.11 or newer")


def test_a_python_without_venv_is_told_how_to_get_it(fresh):
    bare = pretend_python(fresh, 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')

    assert make_setup(fresh, bare) == (
        "This Python lacks venv or ensurepip: install them (on Debian: apt install python3-venv)."
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_is_pinned_with_hashes_and_no_place(lock):
    text = (ROOT / "requirements" / lock).read_text()
    packages = re.split(r"\n(?=\w)", text.strip())

    assert all(re.match(r"[\w.-]+(\[\w+\])?==[\w.]+", package) for package in packages)
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_every_node_package_is_pinned_with_a_hash_and_no_place():
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())
    assert "omit-lockfile-registry-resolved=true" in (ROOT / "frontend" / ".npmrc").read_text().splitlines()


def test_the_backend_that_builds_us_is_locked_too():
    backend = re.search(r'requires = \["(hatchling==[\d.]+)"\]', (ROOT / "pyproject.toml").read_text())

    assert backend
    assert backend[1] in (ROOT / "requirements" / "run.txt").read_text()


@pytest.mark.parametrize(
    ("version", "good"),
    [
        ("v20.18.3", False),
        ("v20.19.0", True),
        ("v21.7.3", False),
        ("v22.11.0", False),
        ("v22.12.0", True),
        ("v24.1.0", True),
        ("", False),
    ],
)
def test_the_versions_of_node_that_vite_runs_on(version, good):
    assert is_recent(version) is good
