# make run    start the app on this machine
# make test   everything the checks need, then all checks
# make bench  start-up and redraw times beside a bare page
# make evidence   measure the scores on other people's data: docs/evidence.md
# make format tidy the code        make clean  forget everything made here (never data/local)
#
# make run PORT=8600               another port
# make run PYTHON=python3.13       another Python for a new .venv

PORT ?= 8501
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)

# One more than there are cores: a test that waits for a browser or a server leaves its core idle.
WORKERS ?= $(shell $(venv) -c 'import os; print(min(4, (os.cpu_count() or 1) + 1))')

venv = .venv/bin/python
pip = $(venv) -m pip install --quiet --disable-pip-version-check

.PHONY: run test bench evidence format clean

run: .venv/runs
	@$(venv) -m streamlit run app.py --server.address=127.0.0.1 --server.port=$(PORT)

test: .venv/tests
	@$(venv) tests/browser/chromium.py
	$(venv) -m ruff check
	$(venv) -m ruff format --check
	$(venv) -m mypy
	$(venv) -m pytest --numprocesses=$(WORKERS) --dist=worksteal

bench: .venv/tests
	@$(venv) tests/browser/chromium.py
	@$(venv) -m tests.benchmarks.measure
	@$(venv) -m tests.benchmarks.files

evidence: .venv/evaluation
	@$(venv) -m tests.evaluation.evidence

format: .venv/tests
	@$(venv) -m ruff check --fix
	@$(venv) -m ruff format

clean:
	@rm -rf .venv .pytest_cache .ruff_cache .mypy_cache shots
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: with all versions exact and present, a second run asks the network for nothing.
.venv/runs: requirements.txt .venv/made
	@echo "Installing what Microscope needs (once; a minute or two) ..."
	@$(pip) -r requirements.txt || { echo "The libraries could not be installed: the first 'make run' needs a network connection. The lines above say what was missing." >&2; exit 1; }
	@touch $@

.venv/tests: tests/requirements.txt .venv/runs
	@echo "Installing what the checks need (once) ..."
	@$(pip) -r tests/requirements.txt || { echo "The test libraries could not be installed: the first 'make test' needs a network connection. The lines above say what was missing." >&2; exit 1; }
	@touch $@

.venv/evaluation: tests/evaluation/requirements.txt .venv/tests
	@echo "Installing what the evaluations need (once) ..."
	@$(pip) -r tests/evaluation/requirements.txt || { echo "The libraries of the evaluations could not be installed: the first 'make evidence' needs a network connection." >&2; exit 1; }
	@touch $@

# No environment yet, or the Python it was made with is gone (an upgrade, a moved folder).
ifneq ($(shell $(venv) -c 'print("well")' 2>/dev/null),well)
.PHONY: .venv/made
endif

.venv/made:
	@test -n "$(PYTHON)" || { echo "Microscope needs Python 3.11 or newer, and none was found. Install it from https://www.python.org/downloads/ and run this again, or name one: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Microscope needs Python 3.11 or newer; $(PYTHON) is older or does not start." >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear .venv || { rm -rf .venv; echo "$(PYTHON) cannot make an environment. On Debian and Ubuntu: sudo apt-get install python3-venv, then run this again." >&2; exit 1; }
	@touch $@
