"""The WSGI application; a worker refuses to serve on a database that could lose answers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "revops_advisor.settings")

application = get_wsgi_application()

from revops_advisor.database import refuse_unsafe_database  # noqa: E402  # needs the configured settings

refuse_unsafe_database()
