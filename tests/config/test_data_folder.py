"""One folder holds everything to be backed up, and only its owner reads it."""

from __future__ import annotations

import multiprocessing
import stat
from pathlib import Path

from jijuqu.config.data_folder import data_folder, secret_key


def test_the_environment_names_the_folder_and_it_is_made(tmp_path):
    folder = data_folder({"JIJUQU_DATA": str(tmp_path / "new" / "data")})

    assert folder == tmp_path / "new" / "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_name_it_is_var_where_the_command_was_started(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert data_folder({}) == tmp_path / "var"
    assert data_folder({"JIJUQU_DATA": ""}) == tmp_path / "var"


def test_the_key_is_made_once_and_read_by_its_owner_only(tmp_path):
    key = secret_key(tmp_path)

    assert len(key) >= 50
    assert secret_key(tmp_path) == key
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_processes_that_start_at_once_end_with_one_key(tmp_path):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        keys = pool.map(secret_key, [tmp_path] * 8)

    assert len(set(keys)) == 1
    assert [file.name for file in Path(tmp_path).iterdir()] == ["secret-key"]
