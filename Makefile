# make run: set up and start Lukis.   make test: set up and pass the whole suite.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
# one process a core; what takes long comes first (tests/conftest.py)
TOGETHER := -n logical --maxprocesses 8 --dist loadgroup --no-loadscope-reorder

.PHONY: run test check clean

run: $(VENV)/.installed
	@$(BIN)/lukis run

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(TOGETHER)

check: $(VENV)/.installed-dev
	$(BIN)/ruff format . && $(BIN)/ruff check --fix . && $(BIN)/mypy

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo "Setting Lukis up (once; PyTorch is large)..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[engine]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[engine,dev]"
	@# samplers are checked against its sampling module; its dependencies want another torch
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps k-diffusion torchdiffeq
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
