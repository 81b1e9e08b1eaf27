"""What the server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amends.config.settings")
application = get_wsgi_application()

from amends.rounds import clock  # noqa: E402  # its tables need the settings

clock.start()
