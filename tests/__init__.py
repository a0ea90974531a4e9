"""The tests. FULL asks for the whole corpora (`make test-all`) where a push makes do with the nastiest part."""

import os

FULL = os.environ.get("REVOPS_FULL_TESTS") == "1"
