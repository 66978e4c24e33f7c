"""What a site may choose, it chooses in the environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from jijuqu.config.database import database

SHOW = """
import json, sys
from jijuqu.config import settings
print(json.dumps({name: getattr(settings, name, None) for name in sys.argv[1:]}))
"""


def settings_under(folder, *names, **environment):
    """Load the settings in a fresh process, as a start of the server does."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("JIJUQU_", "DATABASE_", "DJANGO_"))
    }
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", SHOW, *names],
        env={**clean, "JIJUQU_DATA": str(folder), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def test_nothing_chosen_serves_this_machine_only_without_https(tmp_path):
    chosen = settings_under(tmp_path, "ALLOWED_HOSTS", "DEBUG", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")

    assert chosen == {
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "DEBUG": False,
        "CSRF_COOKIE_SECURE": False,
        "SECURE_SSL_REDIRECT": None,
    }


def test_behind_a_proxy_with_https_cookies_and_links_are_secure(tmp_path):
    chosen = settings_under(
        tmp_path,
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "SECURE_PROXY_SSL_HEADER",
        JIJUQU_HOSTS="jjq.example.gov.cn, 10.0.0.8",
        JIJUQU_HTTPS="1",
    )

    assert chosen["ALLOWED_HOSTS"][-2:] == ["jjq.example.gov.cn", "10.0.0.8"]
    assert chosen["CSRF_TRUSTED_ORIGINS"] == ["https://jjq.example.gov.cn", "https://10.0.0.8"]
    assert chosen["CSRF_COOKIE_SECURE"]
    assert chosen["SECURE_SSL_REDIRECT"]
    assert chosen["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_sqlite_in_the_data_folder_unless_a_database_is_named(tmp_path):
    own = database({}, tmp_path)
    named = database({"DATABASE_URL": "postgres://jjq:secret@db:5433/jijuqu"}, tmp_path)

    assert own["NAME"] == str(tmp_path / "jijuqu.sqlite3")
    assert named["ENGINE"] == "django.db.backends.postgresql"
    assert (named["HOST"], named["PORT"], named["NAME"]) == ("db", 5433, "jijuqu")
    assert "init_command" not in named.get("OPTIONS", {})


@pytest.mark.parametrize("folder", ["data folder", "数据", "data%20x", "data?x#y"])
def test_the_data_folder_may_have_any_name(tmp_path, folder):
    assert database({}, tmp_path / folder)["NAME"] == str(tmp_path / folder / "jijuqu.sqlite3")


@pytest.mark.django_db
def test_every_commit_waits_for_the_disk():
    if connection.vendor != "sqlite":
        pytest.skip("Another database than SQLite is under test.")
    with connection.cursor() as cursor:
        pragmas = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")}

    assert pragmas == {"synchronous": 2, "foreign_keys": 1}  # 2 is FULL
    assert connection.transaction_mode == "IMMEDIATE"


def test_a_database_file_keeps_a_write_ahead_log(tmp_path):
    create = "import django; django.setup(); from django.db import connection as c; c.ensure_connection();"
    create += "print(c.cursor().execute('PRAGMA journal_mode').fetchone()[0])"
    environment = {**os.environ, "JIJUQU_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "jijuqu.config.settings"}
    environment.pop("DATABASE_URL", None)
    run = subprocess.run([sys.executable, "-c", create], env=environment, capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "wal"
