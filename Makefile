# Commands of RevOps Advisor. `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin/python

# What was installed is remembered by the lock's checksum, so a second start installs nothing.
locked = $(VENV)/locked-$(1)-$(shell cksum < $(2) | tr -d ' ')
RUNTIME := $(call locked,runtime,requirements.txt)
DEVELOPMENT := $(call locked,development,requirements-dev.txt)
ifeq ($(shell $(BIN) -c 'print(1)' 2> /dev/null),)
.PHONY: $(RUNTIME) $(DEVELOPMENT)  # the environment is missing or its Python is gone: install again
endif

.PHONY: help run setup test test-all lint format bench lock messages clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

run: $(RUNTIME) ## Start RevOps Advisor on this machine (PORT=8000)
	@$(BIN) -c "$$CHECK_PORT" '$(PORT)'
	@REVOPS_MODE=local $(BIN) manage.py prepare
	@echo "RevOps Advisor is on http://127.0.0.1:$(PORT)/ — stop with Ctrl+C"
	@REVOPS_MODE=local exec $(BIN) -m granian --interface wsgi --host 127.0.0.1 --port $(PORT) \
		--workers 1 --blocking-threads 4 --no-ws --log-level warning revops_advisor.wsgi:application

setup: $(DEVELOPMENT) ## Install everything that development and tests need; prepare the local database
	@REVOPS_MODE=local $(BIN) manage.py prepare

test: $(DEVELOPMENT) ## Run the tests on SQLite, on PostgreSQL and in a browser (ARGS="tests/scoring -k flips")
	@$(BIN) -m tests $(ARGS)

test-all: $(DEVELOPMENT) ## Run all tests, the long ones and the full corpora too
	@$(BIN) -m tests --all $(ARGS)

lint: export REVOPS_MODE := local
lint: $(DEVELOPMENT) ## Check style, templates, types and migrations; change nothing
	$(BIN) -m ruff check .
	$(BIN) -m ruff format --check .
	$(BIN) -m djlint templates --lint --quiet
	$(BIN) -m mypy
	$(BIN) manage.py makemigrations --check --dry-run

format: $(DEVELOPMENT) ## Format the code
	$(BIN) -m ruff check --fix .
	$(BIN) -m ruff format .

bench: $(RUNTIME) ## Measure the fast paths against their floors (ARGS="--rounds 5")
	@REVOPS_MODE=local $(BIN) manage.py bench $(ARGS)

COMPILE = $(BIN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header pyproject.toml
lock: $(DEVELOPMENT) ## Compile both lock files from pyproject.toml (ARGS=--upgrade for newer versions)
	$(COMPILE) $(ARGS) --output-file requirements.txt
	$(COMPILE) $(ARGS) --extra dev --output-file requirements-dev.txt

messages: export REVOPS_MODE := local
messages: $(DEVELOPMENT) ## Collect the texts to translate and compile the Polish catalogue
	@if command -v xgettext > /dev/null; then \
		$(BIN) manage.py makemessages --locale pl --no-location --ignore tests --ignore staticfiles --ignore var; \
	else echo "gettext is not installed: texts are not collected, only compiled"; fi
	@$(BIN) -c "$$COMPILE_CATALOGUES"

clean: ## Remove the installed packages and caches; your data in var/ stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis staticfiles

# Installing. uv is used where it is found; if it fails, and without it, pip does the same.
$(RUNTIME):
	@$(call install,requirements.txt)

$(DEVELOPMENT):
	@$(call install,requirements-dev.txt)
	@touch $(RUNTIME)

define install
	set -e; $(create_venv); rm -f $(VENV)/locked-*; \
	echo "Installing $(1) ..."; \
	{ command -v uv > /dev/null && { uv pip install --quiet --python $(BIN) --require-hashes -r $(1) || \
		{ echo "uv could not install; trying pip ..."; false; }; }; } || \
		$(BIN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); \
	touch $@
endef

# A virtual environment of another or vanished Python is made anew.
define create_venv
	if ! $(BIN) -c "$$CHECK_PYTHON" > /dev/null 2>&1; then \
		rm -rf $(VENV); \
		newest=$$(for name in $(or $(PYTHON),python3 python3.13 python3.12 python3.11); do \
			$$name -c "$$CHECK_PYTHON" $$name 2> /dev/null || true; \
		done | sort -t . -k 2,2nr | head -n 1 | cut -d ' ' -f 2); \
		if [ -z "$$newest" ]; then \
			echo "RevOps Advisor needs Python 3.11 or newer (with its venv module) and found none. Install it, or name it: make run PYTHON=/path/to/python" >&2; \
			exit 1; \
		fi; \
		"$$newest" -m venv $(VENV); \
	fi
endef

define CHECK_PYTHON
import ensurepip, sys, venv
assert sys.version_info >= (3, 11)
print("%d.%d" % sys.version_info[:2], *sys.argv[1:])
endef
export CHECK_PYTHON

define COMPILE_CATALOGUES
import pathlib, polib
for path in pathlib.Path("revops_advisor/locale").glob("*/LC_MESSAGES/django.po"):
    polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
endef
export COMPILE_CATALOGUES

define CHECK_PORT
import socket, sys
port = sys.argv[1]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    sys.exit(f"PORT is {port!r}; it must be a whole number from 1 to 65535.")
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(port)))
    except OSError as error:
        sys.exit(f"Port {port} cannot be used ({error.strerror}). Choose another: make run PORT={int(port) % 65535 + 1}")
endef
export CHECK_PORT
