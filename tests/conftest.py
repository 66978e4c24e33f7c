"""A server for browser tests, the machine's Chromium, and axe."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as django_settings
from django.utils import translation
from hypothesis import settings

from tests.own_database import copy_of, own_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, Page

    from tests.own_database import Site

settings.register_profile("ours", deadline=None)  # speed is measured in `make bench`, never asserted in a test
settings.load_profile("ours")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 800}

DATABASE_FIXTURES = {"own_database", "db", "transactional_db", "live_server", "django_db_setup", "pristine_site"}

# Maps need WebGL: Chromium's software renderer draws them on machines without a graphics card. Drawing the pages with
# it too would double the time that each of them takes.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OF_THE_RENDERER = "GL Driver Message"  # what the software renderer notes of its own speed


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what a second run, on PostgreSQL, is limited by."""
    parser.addoption("--touching-database", action="store_true", help="only tests that use a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what no database matters to, where that was asked for."""
    if config.getoption("--touching-database"):
        left_out = [item for item in items if not DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
                    and item.get_closest_marker("django_db") is None]  # fmt: skip
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's Chromium; none is downloaded."""
    if CHROMIUM is None:
        pytest.skip("No Chromium on this machine: install it (on Debian: apt install chromium) to test the pages.")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_OPTIONS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Look as an office computer in Chongqing does."""
    return {**browser_context_args, "viewport": WIDE, "timezone_id": "Asia/Shanghai", "locale": "zh-CN"}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Name no server: each test asks its own `live_server`. (The plugin's own fixture warns under this pytest.)"""


@pytest.fixture(scope="session", autouse=True)
def _database_beside_a_browser() -> Iterator[None]:
    """Let tests that drive a browser use the database: Playwright's loop makes Django believe it runs in async code."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def _speak_chinese_again() -> Iterator[None]:
    """Let no test inherit the language of a page that another one asked for."""
    yield
    translation.activate(django_settings.LANGUAGE_CODE)


def complaints_of(page: Page) -> list[str]:
    """Collect from now on what a page complains of: script errors, blocked resources, policy violations."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and OF_THE_RENDERER not in message.text:
            found.append(message.text)

    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", note)
    return found


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """Collect what the page of the test complains of."""
    return complaints_of(page)


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Return a function that lists the accessibility faults of a page, one sentence each."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  (only browser tests need it)

    def faults(page: Page) -> list[str]:
        violations = Axe().run(page).response["violations"]
        return [f"{fault['id']}: {fault['help']} ({fault['nodes'][0]['html']})" for fault in violations]

    return faults


@pytest.fixture(scope="session")
def pristine_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that nobody worked on yet, to be copied."""
    with own_site(tmp_path_factory.mktemp("pristine")) as made:
        yield made


@pytest.fixture
def site(pristine_site: Site, tmp_path: Path) -> Iterator[Site]:
    """A site of a test's own: data folder and database, for commands and for several processes at once."""
    with copy_of(pristine_site, tmp_path / "site") as copy:
        yield copy
