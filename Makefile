# `make run` starts the app and `make test` tests it; both install what they need into .venv first. `make help` lists the rest.

# Which Python makes .venv: the first of these that is 3.11 or newer, or the one named as `make run PYTHON=...`.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$python"; break; }; done)
# More options for what a target starts: `make run ARGS='--server.port 8600'`, `make test ARGS='-k search'`.
ARGS ?=

IN_VENV := .venv/bin/python
MADE := .venv/made
READY_TO_RUN := .venv/ready-to-run
READY_TO_TEST := .venv/ready-to-test
# Said here too, so that no setting of the person's own opens the app to the network or asks for an address.
STREAMLIT := $(IN_VENV) -m streamlit run app.py --server.address localhost --server.showEmailPrompt false \
	--browser.gatherUsageStats false
DEMO_DATABASE := sqlite:///.demo/diary.db

# A Python that was removed or upgraded away leaves a .venv that points nowhere: make it again.
ifneq ($(wildcard $(MADE)),)
ifneq ($(shell test -x $(IN_VENV) && echo there),there)
$(shell rm -f $(MADE) $(READY_TO_RUN) $(READY_TO_TEST))
endif
endif

.PHONY: help run demo test lint format bench foods screenshots chromium clean
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed 's/:.*## /: /' | awk -F': ' '{ printf "make %-12s %s\n", $$1, $$2 }'

run: $(READY_TO_RUN) ## start the app, on this machine only
	@$(STREAMLIT) $(ARGS)

demo: $(READY_TO_RUN) ## start the app on twelve weeks of made-up meals; your own diary stays as it is
	@test -e .demo/filled || { rm -rf .demo && mkdir .demo && $(IN_VENV) -m tracker --db $(DEMO_DATABASE) demo && touch .demo/filled; }
	@TRACKER_DATABASE_URL=$(DEMO_DATABASE) $(STREAMLIT) $(ARGS)

test: $(READY_TO_TEST) chromium ## run all tests on all cores, PostgreSQL and a real browser too
	@$(IN_VENV) -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(READY_TO_TEST) ## check style and types
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m ruff format --check .
	@$(IN_VENV) -m mypy

format: $(READY_TO_TEST) ## put the code into the project's style
	@$(IN_VENV) -m ruff check --fix .
	@$(IN_VENV) -m ruff format .

bench: $(READY_TO_TEST) ## measure, each figure beside its floor
	@$(IN_VENV) -m benchmarks $(ARGS)

foods: $(READY_TO_RUN) ## build data/foods.csv and data/portions.csv anew from their sources
	@$(IN_VENV) data/build_foods.py $(ARGS)

screenshots: $(READY_TO_TEST) chromium ## take the pictures in docs/screenshots
	@$(IN_VENV) -m tests.browser.screenshots $(ARGS)

clean: ## remove .venv, caches and the demo diary; your own diary stays
	@rm -rf .venv .demo .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian and Ubuntu leave ensurepip out of their Python; root is given the package, anybody else its name.
$(MADE):
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer was not found. Install it, or name it: make run PYTHON=python3.12' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is not a Python 3.11 or newer. Name another: make run PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
		package=$$("$(PYTHON)" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$$package" >/dev/null; \
		else \
			echo "This Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install $$package" >&2; exit 1; \
		fi; }
	@rm -rf .venv
	@"$(PYTHON)" -m venv .venv
	@touch $@

$(READY_TO_RUN): $(MADE) requirements.txt
	@echo 'Installing what the app needs into .venv (once, about a minute) ...'
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(READY_TO_TEST): $(MADE) requirements.txt requirements-dev.txt
	@echo 'Installing what the tests need into .venv (once, about a minute) ...'
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(READY_TO_RUN) $@

# A Chromium that is there is used: the system's, else Playwright's own. Else root gets Debian's package (and the library that
# Playwright's driver is linked with, which a bare Debian lacks), anybody else Playwright's own.
chromium: $(READY_TO_TEST)
	@chromium_is_there() { \
		command -v chromium >/dev/null || $(IN_VENV) -c 'import os, sys; from playwright.sync_api import sync_playwright; \
			playwright = sync_playwright().start(); path = playwright.chromium.executable_path; playwright.stop(); \
			sys.exit(not os.path.exists(path))' 2>/dev/null; \
	}; \
	chromium_is_there && exit 0; \
	echo 'Installing Chromium for the browser tests (once) ...'; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium libatomic1 >/dev/null; \
	fi; \
	chromium_is_there || $(IN_VENV) -m playwright install chromium
