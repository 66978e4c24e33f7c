"""Take the README's pictures anew: pages of the demonstration city, in a browser, 1280 wide.

    python -m tools.pictures

The city is loaded into a folder of its own that is gone afterwards. Needs the machine's Chromium.
"""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
JIJUQU = Path(sys.executable).with_name("jijuqu")
SIZE = {"width": 1280, "height": 800}
COLOURS = 64  # pages have few; so a picture stays small
OFFICER = "赵明远"  # the commission's officer in the demonstration
SAMPLE = "falls-short"  # two pieces apart, and too small
CASE = "2022-0008"  # in the city's joint review: one department disagrees, one is silent


def main() -> None:
    """Take every picture."""
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, locale="zh-CN")
        for name, go in (("home", home), ("check", check), ("case", case)):
            go(page, site)
            page.wait_for_load_state("networkidle")
            save(page.screenshot(), PICTURES / f"{name}.png")
        browser.close()


def home(page: Page, site: str) -> None:
    """Open the map."""
    page.goto(site)


def check(page: Page, site: str) -> None:
    """Check the sample plot that falls short."""
    sample = page.request.get(f"{site}/samples/{SAMPLE}/").body()
    page.goto(f"{site}/check/")
    file = {"name": f"{SAMPLE}.txt", "mimeType": "text/plain", "buffer": sample}
    page.locator("[name=survey_file]").set_input_files(file)
    page.locator(".check-form [type=submit]").first.click()
    page.wait_for_selector(".check-verdict h2")


def case(page: Page, site: str) -> None:
    """Open a case as the officer who runs it."""
    page.goto(f"{site}/demo/sign-in/")
    page.locator("li", has_text=OFFICER).get_by_role("button").first.click()
    page.goto(f"{site}/desk/cases/{CASE}/opinions/")


@contextmanager
def served() -> Iterator[str]:
    """Serve the demonstration city from a new folder; give its address."""
    with tempfile.TemporaryDirectory(prefix="jijuqu-pictures-") as folder:
        own = {**os.environ, "JIJUQU_DATA": folder}
        subprocess.run([JIJUQU, "demo"], env=own, check=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        server = subprocess.Popen([JIJUQU, "serve", "--port", str(port)], env=own)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int) -> None:
    """Wait until somebody listens on a port."""
    for _ in range(100):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.2)


def save(taken: bytes, path: Path) -> None:
    """Save a picture with few colours."""
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size >> 10} kB\n")


if __name__ == "__main__":
    main()
