"""Builds records: pages of a ledger, each written by an act."""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import date

from django.db import connection

from jijuqu.journal import guards
from jijuqu.journal.actions import record
from jijuqu.journal.attachments import keep
from jijuqu.journal.verify import verify
from tests.journal.ledger.models import Page

DAY = date(2022, 3, 1)


def a_pdf(text="意见"):
    return keep(io.BytesIO(f"%PDF-1.7\n{text}".encode()), "意见.pdf")


def acted(*wrote, act="ledger.write", subject="page:1", actor=None, on=DAY, **more):
    return record(act, subject, actor=actor, on=on, wrote=wrote, **more)


def a_page(title="甲", **columns):
    page = Page.objects.create(title=title, **columns)
    acted(page, subject=f"page:{page.pk}")
    return page


@contextmanager
def behind_the_application():
    """Do what somebody who may write the database can do."""
    connection.check_constraints()  # PostgreSQL alters no table that has checks outstanding
    with guards.lifted(connection):
        yield


def first_fault(head=None):
    """The record that is wrong first, and the code of what is wrong; None where all is whole."""
    fault = verify(head).first_fault
    return fault and (fault.record, fault.message.code)
