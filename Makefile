# A machine needs Python 3.11 or newer and make; everything else is set up in .venv, each package
# by its hash: from requirements.lock to run, and from requirements-dev.lock to check.

PYTHON ?= python3
JOBS ?= auto
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
CHECKABLE := $(VENV)/.checkable
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test check lint quality bench pictures lock clean

help:
	@echo "make demo      set up, add the bundled samples to an archive, and open it in a browser"
	@echo "make test      set up, and run the whole check: ruff, mypy, pytest"
	@echo "make quality   measure against gold data, where it is (ONRECORD_SHARED)"
	@echo "make bench     speed, start-up and memory, as ratios"

demo: $(READY)
	@$(VENV)/bin/onrecord demo samples

test: lint
	$(PY) -m pytest -n $(JOBS)

check: test

lint: $(CHECKABLE)
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

quality: $(CHECKABLE)
	$(PY) -m tests.gold.quality

bench: $(CHECKABLE)
	$(PY) benchmarks/read.py

pictures: $(CHECKABLE)
	$(PY) scripts/make_pictures.py

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(CHECKABLE): $(READY) requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# The lock of what runs is a part of the lock of what checks: the same versions in both.
LOCK := uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
  --python-version 3.11 --group build

lock:
	$(LOCK) --group dev --group bench -o requirements-dev.lock
	$(LOCK) -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
