# make run: set up and start Lukis.   make test: set up and pass the whole suite.
# make quick: what a change needs, in under two minutes.   make check: mend its format, say what is wrong with it.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
BASE := main
# a process more than there are cores, since many tests wait; what takes long comes first (tests/conftest.py)
TOGETHER := -n $(shell cores=$$(getconf _NPROCESSORS_ONLN); echo $$((cores < 8 ? cores + 1 : 8)))

.PHONY: run test quick lint check clean

run: $(VENV)/.installed
	@$(BIN)/lukis run

test: lint
	$(BIN)/python -m pytest $(TOGETHER)

quick: lint
	@near=$$($(BIN)/python -m tools.nearest $(BASE)) && echo $$near && \
		$(BIN)/python -m pytest $(TOGETHER) -m "not slow and not gpu" $$near

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

check: $(VENV)/.installed-dev
	$(BIN)/ruff format . && $(BIN)/ruff check --fix --quiet .
	@$(MAKE) --no-print-directory lint

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo "Setting Lukis up (once; PyTorch is large)..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[engine]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[engine,tracing,dev]"
	@# samplers are checked against its sampling module; its dependencies want another torch
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps k-diffusion torchdiffeq
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
