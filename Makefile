# Everything on a fresh machine that has Python >= 3.11 with its headers, make and a C compiler:
#   make demo      plan the sample villages; prints one plan, writes the rest into out/
#   make test      lint, strict types and all tests
#   make nightly   properties on new cases, twenty times as many (SEED=number: those of a night again)
#   make coverage  all tests, and which share of each room they run
#   make mutate    which small faults in the modules that decide no test would notice (LIMIT=60 mutants a module)
#   make mutants   which slips of an author in rules and catalog `check` would not find (MUTANTS=300 of them)
#   make bench     the benchmarks (benchmarks/README.md)
#   make clean     removes what the above made
# PYTHON=python3.12 chooses the interpreter, VENV=folder the environment, RECOMMENDER_LANG=id the language of the demo,
# WORKERS=1 how many tests run at once (otherwise one a core).

SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
OUT ?= out
RECOMMENDER_LANG ?= en
export RECOMMENDER_LANG
WORKERS ?= auto
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := $(VENV)/bin
# The stamps bear the interpreter's version: another PYTHON builds the environment anew.
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null)
READY := $(VENV)/ready-$(VERSION)
SAMPLES := examples/districts
SAMPLE := $(SAMPLES)/teluk-kerama --village 99.01.01.2004
PLAN := $(BIN)/recommender plan --start-year 2027 --force
# A worker that is done takes over what another has not begun: tests of one file, and what they share, stay together.
PYTEST := $(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal
ROOMS := $(sort $(dir $(wildcard recommender/*/__init__.py)))

.DEFAULT_GOAL := help
LIMIT ?= 60
MUTANTS ?= 300
.PHONY: help demo test nightly coverage mutate mutants bench clean

help:
	@sed -n '2,11s/^# \{0,1\}//p' Makefile

demo: $(READY)-package
	@mkdir -p $(OUT)
	@$(PLAN) $(SAMPLE)
	@$(PLAN) $(SAMPLES) --format json -o $(OUT)/plans.json
	@$(PLAN) $(SAMPLE) --format md -o $(OUT)/karang-bulan.md
	@$(PLAN) $(SAMPLE) --format csv -o $(OUT)/karang-bulan.csv
	@$(PLAN) $(SAMPLE) --format html -o $(OUT)/karang-bulan.html
	@$(PLAN) $(SAMPLE) --format xlsx -o $(OUT)/karang-bulan.xlsx
	@$(BIN)/recommender verify $(OUT)/plans.json
	@echo
	@echo "Written: $(OUT)/plans.json, all sample villages; $(OUT)/karang-bulan.md, .csv, .html and .xlsx, the plan above"

test: $(READY)-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(PYTEST)

nightly: SEED := $(or $(SEED),$(shell date +%Y%m%d%H%M%S))
nightly: $(READY)-all
	@echo "The cases of this night again: make nightly SEED=$(SEED)"
	$(PYTEST) -m 'hypothesis or seeds' --hypothesis-profile=nightly --hypothesis-seed=$(SEED)

coverage: $(READY)-dev
	$(PYTEST) --cov --cov-report=
	@for room in $(ROOMS); do \
	  printf '%-24s %s %%\n' $$room $$($(BIN)/coverage report --format=total --include="$$room*"); \
	done

mutate: $(READY)-dev
	$(BIN)/python benchmarks/mutation.py --limit $(LIMIT)

mutants: $(READY)-dev
	$(BIN)/python benchmarks/mutants.py --count $(MUTANTS)

bench: $(READY)-dev
	$(BIN)/pytest -o addopts= benchmarks --benchmark-autosave --benchmark-columns=min,median,max,rounds

clean:
	rm -rf $(VENV) $(OUT) build dist .benchmarks .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find recommender tests benchmarks examples -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is none; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(READY)-package: $(READY) pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(READY)-dev: $(READY) pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@$(BIN)/python -m pip install --quiet --editable '.[bulk]' || \
	  echo "No numba for this Python: the fast search runs uncompiled, and the tests take twice as long" >&2
	@touch $@

$(READY)-all: $(READY) pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev,all]'
	@touch $@
