"""What every worker of the server loads."""

import os

from django.core.wsgi import get_wsgi_application

from jijuqu.siting import child

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jijuqu.config.settings")

application = get_wsgi_application()
child.start()  # now, while this worker has a single thread: survey files are parsed in processes forked from it
