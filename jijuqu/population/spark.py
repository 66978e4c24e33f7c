"""The same tables on a cluster of Apache Spark: how one is opened there. Comes with the extra `jijuqu[spark]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.population.refusal import NotAdmittedError, not_read
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pathlib import Path


def read_facts_on_spark(path: Path) -> nw.LazyFrame[Any]:
    """Open a Parquet file, or a folder of parts, on the cluster that Spark's own settings name; without one, here.

    Raises NotAdmittedError where PySpark or Java is missing, or the file is no Parquet file.
    """
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        raise NotAdmittedError([Message("spark_missing")]) from error
    if path.suffix.lower() != ".parquet":
        raise NotAdmittedError([Message("spark_reads_parquet")])
    try:
        frame = SparkSession.builder.appName("jijuqu").getOrCreate().read.parquet(str(path))
    except PySparkException as error:
        raise NotAdmittedError([not_read(error)]) from error
    opened: nw.LazyFrame[Any] = nw.from_native(frame)
    return opened
