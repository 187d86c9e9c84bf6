# The commands of the README. Each works from a clean clone with Python >= 3.11, make and git.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: setup setup-all demo test test-all lint lock openapi train quality clean

setup: $(VENV)/.setup
setup-all: $(VENV)/.setup-all

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Installed again only when the lock or the project file changed.
$(VENV)/.setup: pyproject.toml requirements.lock | $(VENV)/bin/python
	@echo "Installing into $(VENV) (once; a minute or two)"
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.setup-all: requirements-all.lock $(VENV)/.setup
	$(PIP) install --require-hashes --requirement requirements-all.lock
	@touch $@

demo: setup
	$(BIN)/waarborg demo --port $(PORT) $(if $(REGISTER),--register $(REGISTER)) $(if $(DB),--db $(DB))

test: setup
	$(BIN)/pytest --numprocesses auto --dist worksteal

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

lock: $(VENV)/bin/python
	$(PIP) install uv
	$(LOCK) --extra workbench --extra test --extra lint --output-file requirements.lock
	$(LOCK) --all-extras --constraint requirements.lock --output-file requirements-all.lock

# The second reader: learned from data/coded, with the texts of the registers it was coded from, and from data/passages.
SHARED ?= ../shared
READER := OMP_NUM_THREADS=1 $(BIN)/python -m waarborg.jobs.second_reader
CODED := data/coded/entries.jsonl $(SHARED)/data/registers --beside $(SHARED)/data/gold/register-entries.jsonl

train: setup-all
	$(READER) train $(CODED)
	$(READER) train-statements data/passages

quality: setup-all
	$(READER) quality $(CODED) --passages data/passages --write docs/assessment-quality.md

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache

openapi: setup
	WAARBORG_SECRET_KEY=only-for-this DJANGO_SETTINGS_MODULE=waarborg.workbench.settings $(BIN)/python -c 'import django; django.setup(); import json; from waarborg.web.api import api; print(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), indent=1, default=str))' >docs/openapi.json
