"""Random histories of acts, and what of them has to be in the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import assume
from hypothesis import strategies as st

from jijuqu.journal.stored import row_key
from tests.journal.entries import DAY, a_pdf, acted
from tests.journal.ledger.models import Contact, Page


@dataclass
class Written:
    """What the application wrote: the rows that stand, the last event that speaks of each, and files by events."""

    rows: dict[str, Page | Contact] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    states: dict[str, list[dict]] = field(default_factory=dict)
    removed: list[dict] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)
    events: int = 0

    def write(self, *rows):
        self.events = acted(*rows).number
        for row in rows:
            name = row_key(row)
            self.rows[name], self.last[name] = row, self.events
            self.last[getattr(row, "scan_id", None)] = self.events
            self.states.setdefault(name, []).append(type(row).objects.filter(pk=row.pk).values().get())

    def remove(self, row):
        name = row_key(row)
        self.removed.append(type(row).objects.filter(pk=row.pk).values().get() | {"model": type(row)})
        self.events = acted(removed=[row]).number
        del self.rows[name]
        row.delete()


@st.composite
def histories(draw):
    """A few acts of any kind, before and after some that leave a thing of every kind to be changed."""
    acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 1000)), max_size=3)
    return [(enter_page, 0), *draw(acts), *ONE_OF_EVERY_KIND, *draw(acts)]


def play(history):
    written = Written()
    for act, number in history:
        act(written, number)
    return written


def enter_page(written, number):
    written.write(Page.objects.create(title=f"页{number}", count=number, data={"n": [number / 7]}, day=DAY))


def enter_contact(written, number):
    written.write(Contact.objects.create(name=f"某{number}", phone=str(number)))


def change(written, number):
    row = pick(list(written.rows.values()), number)
    if isinstance(row, Page):
        row.title, row.count = f"改{number}", row.count + 1
    else:
        row.phone = f"+{number}"
    row.save()
    written.write(row)


def enter_two(written, number):
    enter_page(written, number)
    enter_contact(written, number)
    written.write(*list(written.rows.values())[-2:])


def remove(written, number):
    written.remove(pick(list(written.rows.values()), number))


def enter_and_remove(written, number):
    enter_page(written, number)
    written.remove(list(written.rows.values())[-1])


def enter_and_change(written, number):
    enter_page(written, number)
    change(written, len(written.rows) - 1)


def put_scan(written, number):
    scan = a_pdf(f"扫描{len(written.scans)}")
    written.scans.append(scan.pk)
    written.write(Page.objects.create(title=f"附{number}", scan=scan))


ACTS = [enter_page, enter_contact, enter_and_change, enter_two, enter_and_remove, put_scan]
ONE_OF_EVERY_KIND = [(act, 1) for act in (enter_contact, put_scan, put_scan, enter_and_remove, enter_and_change)]
ACTS += [change, remove]


def pick(things, number):
    assume(things)
    return things[number % len(things)]
