"""A Spark on this machine. Tests that import this are skipped, with a sentence, where PySpark or Java is missing."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

MISSING = "PySpark is not installed: make test-spark installs it and runs these."
sql = pytest.importorskip("pyspark.sql", reason=MISSING)
pytest.importorskip("pandas", reason=MISSING)  # without which Spark calls no Python
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("No Java on this machine: Spark needs one (on Debian: apt install openjdk-17-jre-headless).", allow_module_level=True)  # fmt: skip

QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.host": "127.0.0.1",
}


@pytest.fixture(scope="session")
def spark():
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in QUIET.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
