"""People at their desks in a browser: they sign in, take up a case, find the act that is theirs, fill in and send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import expect

from jijuqu.reference import seeds
from jijuqu.reference.models import Industry, SpecialDay, TimeLimit, WorkingYear
from jijuqu.registry.models import Demonstration
from tests.cases.builders import PDF
from tests.conftest import complaints_of

if TYPE_CHECKING:
    from datetime import date

    from playwright.sync_api import Locator, Page

    from jijuqu.accounts.models import Person

REFUSED = "[data-errors], .error-summary"
REFUSED_STATUS = "422"  # the browser notes every answer of this status as a failure
BUTTON = ".act-form .acts button[type=submit], form.panel .acts button[type=submit]"


@pytest.fixture
def site(transactional_db, live_server, settings, tmp_path):
    """The address of a site with the calendar, industries and time limits that every new one has."""
    settings.ATTACHMENTS = tmp_path / "attachments"
    if not WorkingYear.objects.exists():  # an earlier test of this kind emptied the tables
        for model, rows in (
            (WorkingYear, seeds.working_years), (SpecialDay, seeds.special_days), (TimeLimit, seeds.time_limits),
            (Industry, seeds.industries),
        ):  # fmt: skip
            model.objects.bulk_create(model(**row) for row in rows())
    return live_server.url


@pytest.fixture
def a_desk(site, new_context):
    """Set up desks, each with a browser window of its own: with scripts or without, with a mouse or keys alone."""

    def set_up(language: str, *, scripts: bool = True, mouse: bool = True) -> Desk:
        return Desk(new_context(java_script_enabled=scripts).new_page(), site, language, mouse=mouse)

    return set_up


def let_it_be(day: date) -> None:
    """Turn the calendar to a day on every page."""
    Demonstration.objects.update_or_create(pk=1, defaults={"as_of": day})


def scan(name: str) -> dict[str, object]:
    """A scan as somebody chooses it: a small PDF, unlike every other."""
    return {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": PDF + name.encode()}


def a_paper(title: str, dated_on: str, number: str) -> dict[str, object]:
    """The fields of 线下件登记, as somebody fills them in."""
    return {
        "paper-title": title, "paper-number": number, "paper-issuer": "有关单位", "paper-dated_on": dated_on,
        "paper-scan": scan(f"{title}{number}"),
    }  # fmt: skip


class Desk:
    """A browser window at which one person sits at a time; every page of it is in one language, "zh" or "en".

    Without a mouse everything is done by keys at what has the focus, which fails where something cannot have it.
    """

    def __init__(self, page: Page, site: str, language: str, *, mouse: bool = True) -> None:
        self.page = page
        self.mouse = mouse
        self.language = language
        self.home = site if language == "zh" else f"{site}/en"
        self._complaints = complaints_of(page)

    @property
    def complaints(self) -> list[str]:
        """What the pages complained of, apart from forms that were sent back."""
        return [each for each in self._complaints if REFUSED_STATUS not in each]

    def words(self, chinese: str) -> str:
        """What the pages say here for some Chinese words of theirs."""
        with override("zh-hans" if self.language == "zh" else "en"):
            return gettext(chinese)

    def goes_to(self, address: str) -> None:
        """Open an address of the site, as somebody does who knows it."""
        self.page.goto(self.home + address, wait_until="domcontentloaded")

    def clicks(self, link: Locator | str) -> None:
        """Click on what leads to another page, and be there, still in the same language."""
        found = self.page.locator(link) if isinstance(link, str) else link
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.pushes(found)
        is_english = self.page.locator("html").get_attribute("lang") == "en"
        assert is_english == (self.language == "en"), self.page.url

    def pushes(self, found: Locator, key: str = "Enter") -> None:
        """Click on something, or bring the focus to it and press a key."""
        if self.mouse:
            found.click()
            return
        found.focus()
        expect(found).to_be_focused()
        self.page.keyboard.press(key)

    def sits_down(self, person: Person) -> None:
        """Sign in as somebody on the demonstration's page, and see what is theirs to do."""
        self.goes_to("/demo/sign-in/")
        self.clicks(f"form:has(input[name=person][value='{person.pk}']) button")

    def comes_back_to(self, number: str) -> None:
        """Look at what is to be done, still signed in, and take up a case there."""
        self.clicks("nav.desk-bar a[href$='/desk/']")
        self.takes_up(number)

    def reloads(self) -> None:
        """See what others did meanwhile."""
        self.page.reload(wait_until="domcontentloaded")

    def takes_up(self, number: str) -> None:
        """Open a case from the list of what is to be done."""
        self.clicks(self.page.locator("[data-list] tr", has_text=number).first.locator("[data-row]"))

    def opens_tab(self, name: str) -> None:
        """Open a tab of the case by the end of its address."""
        self.clicks(f".case-tabs a[href$='/{name}/']")

    def must(self, act: str) -> None:
        """Follow the first button of the case: it is this act that the person has to do."""
        self.clicks(f".case-acts > a.btn-primary[href$='/acts/{act}/']")

    def may(self, act: str) -> None:
        """Find an act among the others that the person may do."""
        self.pushes(self.page.locator(".act-menu > summary"))
        self.clicks(f".act-menu a[href$='/acts/{act}/']")

    def fills_in(self, **said: object) -> None:
        """Enter things into the fields of those names: typed, chosen, ticked or attached, as the field wants it."""
        for name, value in said.items():
            field = self.page.locator(f"form[method=post] [name='{name}']")
            match field.first.evaluate("field => field.type"):
                case "file":
                    field.set_input_files(value)
                case "radio" | "checkbox":
                    self.ticks_one(self.page.locator(f"[name='{name}'][value='{value}']"))
                case "select-one":
                    field.select_option(value)
                case _:
                    field.fill(value)

    def chooses(self, name: str, what: object) -> None:
        """Choose from a list by what something is called here."""
        with override("zh-hans" if self.language == "zh" else "en"):
            self.page.select_option(f"[name='{name}']", label=what.name)

    def ticks(self, *labels: str) -> None:
        """Tick what is called so."""
        for label in labels:
            self.ticks_one(self.page.locator("label.choice", has_text=label).locator("input"))

    def ticks_one(self, box: Locator) -> None:
        """Tick a box, unless it is ticked already."""
        if not box.is_checked():
            self.pushes(box, "Space")
        expect(box).to_be_checked()

    def presses(self) -> None:
        """Press the button of the form."""
        self.clicks(BUTTON)

    def sends(self) -> None:
        """Press the button of the form; nothing is refused."""
        self.presses()
        refused = self.page.locator(REFUSED)
        assert refused.count() == 0, refused.first.inner_text()

    def does(self, act: str, **said: object) -> None:
        """Do the act that the person has to do."""
        self.must(act)
        self.fills_in(**said)
        self.sends()

    def sees(self, words: str) -> None:
        """Find words on the page."""
        expect(self.page.locator("main")).to_contain_text(words)

    def sees_in_the_letter(self, words: str) -> None:
        """Find words in the letter on whose page one is, in what is read aloud of it."""
        expect(self.page.locator(".letter-pages details")).to_contain_text(words)
