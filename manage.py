#!/usr/bin/env python
"""Command line of RevOps Advisor."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # Commands typed on one's own machine work at once; a server (wsgi.py) is in production unless told otherwise.
    os.environ.setdefault("REVOPS_MODE", "local")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "revops_advisor.settings")
    execute_from_command_line(sys.argv)
