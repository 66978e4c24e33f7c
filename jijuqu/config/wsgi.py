"""What every worker of the server loads."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

from jijuqu.siting import child

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")

application = get_wsgi_application()
resolve("/")  # loads every page
child.start()  # now, while this worker has a single thread: survey files are parsed in processes forked from it
gc.collect()
gc.freeze()  # what is loaded by now stays: looking through it for waste again and again takes a tenth of the time
