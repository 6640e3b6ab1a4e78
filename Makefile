# A machine needs Python 3.11 or newer and make; everything else is set up in .venv, from
# requirements.lock, each package by its hash.

PYTHON ?= python3
JOBS ?= auto
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: help demo test check lint quality bench pictures lock clean

help:
	@echo "make demo      set up, and read the bundled samples"
	@echo "make test      set up, and run the whole check: ruff, mypy, pytest"
	@echo "make quality   measure against gold data, where it is (ONRECORD_SHARED)"
	@echo "make bench     speed, start-up and memory, as ratios"

demo: $(READY)
	@mkdir -p out
	@$(VENV)/bin/onrecord read samples --json > out/samples.jsonl || test $$? -eq 1
	@echo
	@$(VENV)/bin/onrecord read samples/vienna-readout.lormark.en.html samples/geneva-news-conference.en.html
	@echo "All samples as records, one a line: out/samples.jsonl"
	@echo "Why is each date and turn what it is:"
	@echo "  $(VENV)/bin/onrecord check samples/geneva-news-conference.en.html"

test: lint
	$(PY) -m pytest -n $(JOBS)

check: test

lint: $(READY)
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

quality: $(READY)
	$(PY) -m tests.gold.quality

bench: $(READY)
	$(PY) benchmarks/read.py

pictures: $(READY)
	$(PY) scripts/make_pictures.py

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock:
	uv pip compile pyproject.toml --group dev --group bench --universal --generate-hashes \
	  --no-emit-index-url --no-header --python-version 3.11 -o requirements.lock

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
