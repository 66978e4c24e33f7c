"""The product's settings and the tables of the tests, over whatever data folder and database the environment names."""

from jijuqu.config.settings import *  # noqa: F403
from jijuqu.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.journal.ledger"]
