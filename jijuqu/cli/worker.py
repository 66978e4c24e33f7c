"""The command that does what pages leave for later: at present, sending mail."""

from __future__ import annotations

import logging
import multiprocessing
import time

from jijuqu.cli.server import set_up_django

SECONDS_BETWEEN_LOOKS = 5


def worker() -> None:
    """Send the mails that wait until told to stop; `jijuqu serve` starts one of itself where a mail server is named."""
    set_up_django()
    from django.core.management import call_command
    from django.db import OperationalError, close_old_connections

    from jijuqu.accounts.mail import deliver_what_was_left

    while True:
        try:
            deliver_what_was_left()
            call_command("db_worker", interval=SECONDS_BETWEEN_LOOKS, verbosity=1)
        except OperationalError:  # the database was restarted
            logging.getLogger(__name__).exception("the database does not answer; trying again")
            close_old_connections()
            time.sleep(SECONDS_BETWEEN_LOOKS)


def start_beside_the_server() -> None:
    """Start a worker that ends with this process."""
    multiprocessing.get_context("spawn").Process(target=worker, name="jijuqu worker", daemon=True).start()
