# Everything here works from nothing but a clone, Python 3.11 or newer with pip, and make. It is
# tried on 3.11 to 3.13; a newer one is taken only where none of these is found.
# The first target makes the environment it needs (.venv); later ones start at once.

VENV := .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
LOCK = requirements/dev.txt
# The day of the demo is fixed, so that it shows the same today and next year.
DEMO_DAY := 2024-06-01
PYTEST_ARGS := -n 2 --dist worksteal

# A name on the path is no promise that it runs: take the first that starts and can make a venv.
SUITS = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON = $(or $(shell for name in python3.11 python3.12 python3.13 python3 python3.14 python3.15 python; do \
	$$name -c '$(SUITS)' >/dev/null 2>&1 && echo $$name && break; done), \
	$(error Fant ingen Python fra 3.11 med venv og pip))

.PHONY: help demo tabell test grundig test-motorer arbeidsbenk lint docs bench dist lock utvidelse clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo    en omvisning, og hele porteføljen vurdert per $(DEMO_DAY)'
	@echo 'make tabell  hele porteføljen som tabell i terminalen'
	@echo 'make test    kjør prøvene'
	@echo 'make grundig kjør også dem som tar minutter'
	@echo 'make test-motorer  kjør prøvene mot databaser, Spark og nettleser, som må være installert'
	@echo 'make arbeidsbenk  bygg build/arbeidsbenk.html, som trenger Node 20 eller nyere med npm'
	@echo 'make lint    stil, typer og lagdeling'
	@echo 'make docs    bygg nettstedet i site/'
	@echo 'make bench   mål hastigheten'
	@echo 'make dist    bygg pakkene i dist/'
	@echo 'make utvidelse  bygg utvidelsen til VS Code; trenger node og npm'
	@echo 'make lock    velg nye utgaver av det prosjektet bygger på'
	@echo 'make clean   fjern alt som er laget, også miljøet'

demo: $(STAMP)
	@mkdir -p build
	@$(BIN)/ntr omvisning data/omvisning.jsonl data/portefolje.jsonl --per $(DEMO_DAY) \
		--les 4-2/to-helseregioner --vis 4-1/rett-mottaker --vis 4-2/to-helseregioner \
		--vis ern/fullverdig-søker --rapport build/portefolje.html

# Exit code 1 says that something was found, as it may. Python exits with 1 also when the program
# cannot be started; hence the first line.
tabell: $(STAMP)
	@$(BIN)/python -c 'import hjemmel.cli'
	@$(BIN)/ntr vurder data/portefolje.jsonl --per $(DEMO_DAY) || test $$? -eq 1

test: $(STAMP)
	@$(BIN)/python -m pytest $(PYTEST_ARGS) -m 'not grundig'

grundig: $(STAMP)
	@HYPOTHESIS_PROFILE=anew $(BIN)/python -m pytest $(PYTEST_ARGS)

# The one file of the workbench, and what `ntr arbeidsbenk` hands out. Nothing else needs Node.
arbeidsbenk: web/node_modules/.installed build/arbeidsbenk/.wheels
	@cd web && npx --no-install tsc --noEmit
	@cd web && node bundling/test.mjs
	@cd web && node bundling/all.mjs

web/node_modules/.installed: web/package.json web/package-lock.json
	@command -v npm >/dev/null || { echo 'Arbeidsbenken bygges med Node 20 eller nyere: installer nodejs og npm'; exit 1; }
	@cd web && npm ci --ignore-scripts --silent
	@touch $@

build/arbeidsbenk/.wheels: web/bundling/wheels.py $(LOCK)
	@$(PYTHON) web/bundling/wheels.py build/arbeidsbenk/wheels
	@touch $@

# These fail where PostgreSQL, Chromium, or Java for Spark, is not installed; nothing else needs them.
# What Java leaves open until the end is no business of the others: it has a process of its own.
test-motorer: $(VENV)/.engines
	@$(BIN)/python -m pytest tests/motorer/postgres.py tests/motorer/database.py \
		tests/motorer/browser.py tests/motorer/site.py tests/motorer/workbench.py \
		tests/motorer/workbench_looks.py tests/motorer/amendments.py tests/motorer/served.py
	@$(BIN)/python -m pytest tests/motorer/spark.py

lint: $(STAMP)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

docs: $(STAMP)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: $(VENV)/.measuring $(VENV)/.engines
	@$(BIN)/python bench/gates.py
	@$(BIN)/python bench/workbench.py

dist: $(STAMP)
	@$(BIN)/python -m build --no-isolation

# Whoever has no Node needs no extension: nothing else asks for it.
VSCODE := editors/vscode
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' engine/hjemmel/__init__.py)
utvidelse: $(STAMP)
	@command -v npm >/dev/null || { echo 'Fant ikke npm: installer Node 20 eller nyere'; exit 1; }
	@cd $(VSCODE) && npm ci --silent && node bundle.mjs
	@$(BIN)/python $(VSCODE)/pakk.py build/hjemmel-$(VERSION).vsix
	@echo 'build/hjemmel-$(VERSION).vsix'

# Writes pinned versions with the hash of every file of theirs, and no address of any registry.
# One Python serves for all three: the list has been the same on 3.11, 3.12 and 3.13.
lock:
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet pip-tools
	@mkdir -p $(dir $(LOCK))
	@build/lock/bin/pip-compile --quiet --extra bevis --extra dev --extra database --extra excel --extra figurer --extra kolonner --extra pdf --extra sprakserver --extra sql --extra yaml \
		--generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--output-file $(LOCK) pyproject.toml
	@rm -rf build/lock

clean:
	@rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache
	@find engine tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The engines that we measure against; nothing else needs them.
$(VENV)/.measuring: bench/requirements.txt $(STAMP)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r $<
	@touch $@

# What talks to the databases that queries are tried against, to the browser, and Spark itself.
$(VENV)/.engines: tests/motorer/requirements.txt $(STAMP)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r $<
	@touch $@

# The stamp is written last: an installation that was broken off is taken up again.
$(STAMP): pyproject.toml $(LOCK)
	@test -x $(BIN)/python || { echo 'Lager miljøet i $(VENV) …'; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(LOCK)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@
