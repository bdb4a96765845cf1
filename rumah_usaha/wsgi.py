"""The door that gunicorn knocks at: `gunicorn rumah_usaha.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings")

application = get_wsgi_application()
