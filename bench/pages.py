"""The pages: a server with the demonstration, a check inside it, eight visitors at once, the weight of the first page."""

from __future__ import annotations

import gzip
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figure import Figure, percentile_95, seconds, spread
from bench.plots import write_plot

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = "from jijuqu.cli import main; main()"
VISITORS, CHECKS_EACH = 8, 10


def figures() -> Iterator[Figure]:
    """Measure against a server of our own on a free port."""
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as site:
        large = write_plot(Path(folder) / "large.txt", 5000).read_bytes()
        usual = write_plot(Path(folder) / "usual.txt", 300).read_bytes()
        _check(site, large)
        runs = [s * 1000 for s in seconds(lambda: _check(site, large), 9)]
        yield Figure("check of 5,000 vertices, in the running server", statistics.median(runs), 150, "ms", spread(runs))
        with ThreadPoolExecutor(VISITORS) as visitors:
            taken = list(
                visitors.map(lambda _: seconds(lambda: _check(site, usual), 1)[0], range(VISITORS * CHECKS_EACH))
            )
        yield Figure(
            f"选址条件自查, 300 vertices, {VISITORS} at once: p95", percentile_95(taken) * 1000, 300, "ms",
            f"(median {statistics.median(taken) * 1000:.0f})",
        )  # fmt: skip
        yield Figure("first page without the map, compressed", _weight_kb(site), 400, "kB")


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    environment = os.environ | {"JIJUQU_DATA": str(folder / "data"), "PORT": port}
    subprocess.run([sys.executable, "-c", COMMAND, "demo"], env=environment, check=True)
    server = subprocess.Popen([sys.executable, "-c", COMMAND, "serve"], env=environment, stdout=subprocess.DEVNULL)
    site = f"http://127.0.0.1:{port}"
    try:
        _wait(site)
        yield site
    finally:
        server.terminate()
        server.wait()


def _wait(site: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{site}/check/").read()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{site} does not answer")


def _check(site: str, plot: bytes) -> None:
    """Send a plot as the page's form does, the form's protection included."""
    page = urllib.request.urlopen(f"{site}/check/") if not _TOKENS.get(site) else None
    if page:
        text = page.read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
        _TOKENS[site] = (token[1] if token else "", page.headers["Set-Cookie"].split(";")[0])
    token_value, cookie = _TOKENS[site]
    fields = {"csrfmiddlewaretoken": token_value, "place": "outside", "industrial": "all", "received_on": "2022-09-01"}
    parts = [f'--edge\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
    parts.append('--edge\r\nContent-Disposition: form-data; name="survey_file"; filename="plot.txt"\r\n\r\n')
    body = "".join(parts).encode() + plot + b"\r\n--edge--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=edge", "Cookie": cookie}
    urllib.request.urlopen(urllib.request.Request(f"{site}/check/", body, headers)).read()


_TOKENS: dict[str, tuple[str, str]] = {}


def _weight_kb(site: str) -> float:
    page = urllib.request.urlopen(f"{site}/").read()
    parts = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:js|css))"', page.decode())
    loaded = [page, *(urllib.request.urlopen(site + part).read() for part in set(parts))]
    return sum(len(gzip.compress(each)) for each in loaded) / 1000
