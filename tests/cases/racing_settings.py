"""The product's settings; SQLite does not wait for the disk, which has no part in who comes first."""

from jijuqu.config.settings import *  # noqa: F403
from jijuqu.config.settings import DATABASES

if "init_command" in DATABASES["default"].get("OPTIONS", {}):
    options = DATABASES["default"]["OPTIONS"]
    DATABASES["default"]["OPTIONS"] = options | {"init_command": options["init_command"] + "PRAGMA synchronous=OFF;"}
