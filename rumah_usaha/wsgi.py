"""The door that gunicorn knocks at: `gunicorn rumah_usaha.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from common.memory import keep_code

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings")

application = get_wsgi_application()
# Every page's code now and not with the first visitor; with --preload the workers share its memory.
_ = get_resolver().url_patterns
keep_code()
