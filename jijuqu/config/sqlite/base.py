"""Django's SQLite, where those who want to write wait in line.

SQLite has one write lock and no queue for it: whoever finds it taken sleeps and asks again, longer each time, so that
of eight officers at once an unlucky one waits for seconds. Here a transaction stands in line first (`line.Line`), and
the next is woken as soon as the one before is through. That only sets the order: what keeps writers apart is still
SQLite's own lock.
"""

from __future__ import annotations

import os
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from jijuqu.config.sqlite.line import Line

QUEUE = ".queue"  # follows the name of the database file
WAIT_S = 20.0  # where the settings name no other timeout

_lines: dict[str, Line] = {}
os.register_at_fork(after_in_child=_lines.clear)  # a child has none of its parent's threads


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that stands in line before it begins a transaction."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._place_in_line: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._stand_in_line()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # left out of the stubs
        except BaseException:
            self._leave_line()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]  # left out of the stubs
        finally:
            self._leave_line_unless_busy()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # left out of the stubs
        finally:
            self._leave_line_unless_busy()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # left out of the stubs
        finally:
            self._leave_line()

    def _stand_in_line(self) -> None:
        if self.is_in_memory_db() or self._place_in_line is not None:
            return
        try:
            self._place_in_line = self._line.stand(self.settings_dict["OPTIONS"].get("timeout", WAIT_S))
        except TimeoutError as error:
            raise OperationalError("database is locked") from error  # as SQLite says it

    def _leave_line_unless_busy(self) -> None:
        """Leave when the transaction is over; a commit that SQLite refused leaves it open, to be rolled back."""
        if self.connection is None or not self.connection.in_transaction:
            self._leave_line()

    def _leave_line(self) -> None:
        if self._place_in_line is not None:
            place, self._place_in_line = self._place_in_line, None
            self._line.leave(place)

    @property
    def _line(self) -> Line:
        path = f"{self.settings_dict['NAME']}{QUEUE}"
        return _lines.setdefault(path, Line(path))
