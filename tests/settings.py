"""The product's settings over a data folder that is thrown away, so that tests never touch a site's own."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="jijuqu-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["JIJUQU_DATA"] = _folder
if "JIJUQU_TEST_DATABASE_URL" in os.environ:
    os.environ["DATABASE_URL"] = os.environ["JIJUQU_TEST_DATABASE_URL"]
else:
    os.environ.pop("DATABASE_URL", None)

from jijuqu.config.database import SQLITE  # noqa: E402
from jijuqu.config.settings import *  # noqa: E402, F403
from jijuqu.config.settings import DATABASES, INSTALLED_APPS  # noqa: E402

# The first overrides Django's command that empties the tables; the second has tables that the journal covers.
INSTALLED_APPS = ["tests.flushing", *INSTALLED_APPS, "tests.journal.ledger"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one takes long on purpose

if DATABASES["default"]["ENGINE"] == SQLITE:  # in memory: of an engine of our own pytest-django would make a file
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}
