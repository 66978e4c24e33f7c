"""Take a picture of every page of the demonstration city to look at: both languages, on a desk, a phone and paper.

    python -m tools.pictures FOLDER [--only PART-OF-AN-ADDRESS]

Everybody of the demonstration signs in, and every link they find is followed; pages that differ only in the number of
a case or a row are taken once. The city is loaded into a folder of its own that is gone afterwards. Pages that are
wider than the screen, that fail, or that log an error are told at the end. Needs the machine's Chromium.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

JIJUQU = Path(sys.executable).with_name("jijuqu")
WIDTHS = {1280: 800, 375: 812}  # of a desk and a phone, with their heights; pixels
LINK = re.compile(r'href="([^"#]+)"')
NOT_A_PAGE = re.compile(r"\.\w{2,8}$|^/(static|samples|en|shown-day|account/sign-out)/|/map/data/")
EACH_ONE = re.compile(r"(?<=/)(\d{4}-\d{4}|[A-Z]{1,2}-[\w-]+|demo-\w+|\d+|[\w-]{20,})(?=/)")  # cases, clusters, rows
ONE_ORGANISATION = re.compile(r"(?<=^/organisations/)(?!new)[\w-]+")
OWN_FOR_EVERY_STATE = re.compile(r"^/desk/cases/[\d-]+/$")
OWN_FOR_EVERY_ROLE = "/desk/"


def main() -> None:
    """Take the pictures into the folder that the command names."""
    parser = argparse.ArgumentParser(prog="python -m tools.pictures")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="take only pages whose address has this in it")
    asked = parser.parse_args()
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        troubles = Album(browser.new_page(), site, asked.folder, asked.only).take()
        browser.close()
    sys.stdout.writelines(f"{each}\n" for each in troubles)


class Album:
    """The pictures taken so far, and the browser window that takes them."""

    def __init__(self, page: Page, site: str, folder: Path, only: str) -> None:
        self.page, self.site, self.folder, self.only = page, site, folder, only
        self.seen: set[str] = set()
        self.troubles: list[str] = []
        self.here = ""
        page.on("console", lambda said: self.complain(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complain(str(error)))

    def complain(self, what: str) -> None:
        """Keep what is wrong with the page of the moment."""
        self.troubles.append(f"{self.here}: {what}")

    def take(self) -> list[str]:
        """Walk through the site as nobody and then as everybody; return what is wrong."""
        self.walk("nobody", ["/", "/demo/sign-in/"])
        for person, role in self.people():
            self.page.goto(f"{self.site}/demo/sign-in/")
            with self.page.expect_navigation(wait_until="domcontentloaded"):
                self.page.locator(f"form:has(input[name=person][value='{person}']) button").click()
            self.walk(role, ["/desk/", "/account/"])
        return self.troubles

    def people(self) -> list[tuple[str, str]]:
        """List the keys and roles of those who may sign in."""
        self.page.goto(f"{self.site}/demo/sign-in/")
        found = self.page.locator(".demo-people li").evaluate_all(
            "rows => rows.map(row => [row.querySelector('[name=person]').value, row.querySelector('p').innerText])"
        )
        return [(person, held.split(" ")[0]) for person, held in found]

    def walk(self, role: str, addresses: list[str]) -> None:
        """Follow every link from some addresses, pages of one name once; take what was not taken before."""
        walked: set[str] = set()
        while addresses:
            address = addresses.pop(0)
            name = name_of(address, role)
            if name in walked:
                continue
            walked.add(name)
            answer = self.page.request.get(self.site + address)
            if not answer.headers.get("content-type", "").startswith("text/html"):
                continue
            if name not in self.seen and self.only in address:
                self.pictures_of(address, name)
            self.seen.add(name)
            addresses += self.links(address, answer.text())

    def links(self, address: str, page: str) -> list[str]:
        """List what a page leads to."""
        found = (urlsplit(urljoin(self.site + address, each)) for each in LINK.findall(page))
        paths = (each.path for each in found if self.site.endswith(each.netloc))
        return list(dict.fromkeys(each for each in paths if not NOT_A_PAGE.search(each)))

    def pictures_of(self, address: str, name: str) -> None:
        """Take one page in both languages, at both widths and as printed."""
        for language, prefix in (("zh", ""), ("en", "/en")):
            self.here = f"{language} {address}"
            answer = self.page.goto(f"{self.site}{prefix}{address}")
            if answer and answer.status != 200:
                self.complain(f"status {answer.status}")
            for width, height in WIDTHS.items():
                self.page.set_viewport_size({"width": width, "height": height})
                self.page.wait_for_timeout(150)
                if (wide := self.page.evaluate("document.documentElement.scrollWidth")) > width:
                    self.complain(f"{wide} pixels wide on {width}")
                self.page.screenshot(path=self.folder / f"{language}-{width}" / f"{name}.png", full_page=True)
            paper = self.folder / f"{language}-print"
            paper.mkdir(parents=True, exist_ok=True)
            self.page.pdf(path=paper / f"{name}.pdf", format="A4")


def name_of(address: str, role: str) -> str:
    """Name the picture of a page: the same for pages that differ only in the row they show."""
    own = address if OWN_FOR_EVERY_STATE.match(address) else ONE_ORGANISATION.sub("one", EACH_ONE.sub("one", address))
    return f"{own} {role if address == OWN_FOR_EVERY_ROLE else ''}".strip(" /").replace("/", "_") or "home"


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


if __name__ == "__main__":
    main()
