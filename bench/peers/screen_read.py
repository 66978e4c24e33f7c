"""Nothing but the bare read of the four columns: `FOLDER OUT.csv THREADS`."""

import json
import resource
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def main(folder: Path, threads: int) -> None:
    """Read as PyArrow reads, and let go."""
    pa.set_cpu_count(threads)
    started = time.perf_counter()
    file = pq.ParquetFile(folder / "parcels.parquet")
    for group in range(file.num_row_groups):
        file.read_row_group(group, columns=["parcel_id", "district", "landuse", "geometry"])
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"total_s": time.perf_counter() - started, "peak_rss_gb": peak_gb}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[3]))
