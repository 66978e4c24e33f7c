# make run    start the system with the demonstration city on http://127.0.0.1:8000 (PORT=… changes it)
# make test   run every test
# make test-postgresql   run those that use a database once more, on a private PostgreSQL
# make test-spark   install PySpark and compare its findings and screenings with those here, row for row
# make lint   style, types, import order between rooms, complete translations
# make bench  print the figures
# make lock   choose newer versions of what is used and write the lock files

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq --no-compile --no-deps
MANIFEST := jijuqu/web/dist/.vite/manifest.json
PO := jijuqu/locale/en/LC_MESSAGES/django.po
MO := $(PO:.po=.mo)
FONTS := jijuqu/papers/fonts/.complete
KERNELS := $(BIN)/.kernels
UV_COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-annotate --no-header --no-emit-index-url

MAKEFLAGS += --jobs=2  # Python packages and Node packages are fetched side by side

.PHONY: setup run test test-postgresql test-spark lint bench lock translations clean
.DELETE_ON_ERROR:

setup: $(BIN)/.installed $(MANIFEST) $(FONTS) $(MO) $(KERNELS)

# An empty data folder is given the demonstration; the mark stays until the demonstration is whole.
run: setup
	@data="$${JIJUQU_DATA:-var}"; mkdir -p "$$data"; mark="$$data/demonstration-wanted"; \
	if [ -z "$$(ls -A "$$data")" ] && [ -z "$$DATABASE_URL" ]; then touch "$$mark"; fi; \
	if [ -e "$$mark" ]; then $(BIN)/jijuqu demo && rm "$$mark"; fi
	@exec $(BIN)/jijuqu serve --port $(PORT)

test: setup $(BIN)/.installed-for-tests
	$(BIN)/python -m pytest -n auto

test-postgresql: setup $(BIN)/.installed-for-tests
	$(BIN)/python -m tools.postgres_for_tests $(BIN)/python -m pytest -n auto --touching-database

# PySpark is an extra (a source package of 456 MB, and Java 17 beside it): fetched only for these tests.
test-spark: setup $(BIN)/.installed-for-tests $(BIN)/.installed-for-spark
	JIJUQU_TEST_SPARK_ROWS=$${JIJUQU_TEST_SPARK_ROWS:-200000} JIJUQU_TEST_SPARK_PARCELS=$${JIJUQU_TEST_SPARK_PARCELS:-200000} \
		$(BIN)/python -m pytest tests/population/test_spark.py tests/land/screening/test_spark.py

lint: setup $(BIN)/.installed-for-tests frontend/node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy jijuqu
	$(BIN)/lint-imports
	$(BIN)/python -m tools.translations check
	$(BIN)/python -m tools.node npm --prefix frontend run --silent types

bench: setup $(BIN)/.installed-for-tests
	$(BIN)/python -m bench

translations: $(BIN)/.installed-for-tests
	$(BIN)/python -m tools.translations update

lock: $(BIN)/.installed-for-tests
	$(PIP) uv
	$(UV_COMPILE) pyproject.toml --group build -o requirements/run.txt
	$(UV_COMPILE) pyproject.toml --group test --group lint -c requirements/run.txt -o requirements/dev.txt
	$(UV_COMPILE) --group node -o requirements/node.txt
	$(BIN)/python -m tools.node npm --prefix frontend install --package-lock-only

clean:
	rm -rf .venv frontend/node_modules jijuqu/web/dist jijuqu/papers/fonts $(MO)

# --- what the targets above are made of ---

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer, with its venv module (on Debian: apt install python3 python3-venv)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) -V) is too old: install Python 3.11 or newer, or name one with PYTHON=… (for example: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.11)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python lacks venv or ensurepip: install them (on Debian: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv

$(BIN)/.installed: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-build-isolation --editable .
	@# Compiled here, once: where Python may not write bytecode, every command would start half a second later. Packages may ship templates that are no Python.
	$(BIN)/python -m compileall -q -j 0 .venv/lib jijuqu || true
	@touch $@

# Site screening runs compiled code: made here, once, so that nobody waits for it at a first screening.
$(KERNELS): $(wildcard jijuqu/land/screening/kernels/*.py) $(BIN)/.installed
	$(BIN)/python -m jijuqu.land.screening.make_ready
	@touch $@

$(BIN)/.installed-for-tests: requirements/dev.txt $(BIN)/.installed
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BIN)/.installed-for-spark: pyproject.toml $(BIN)/.installed
	$(BIN)/python -m pip --disable-pip-version-check install -qq --no-build-isolation --editable '.[spark]'
	@touch $@

frontend/node_modules/.package-lock.json: frontend/package-lock.json frontend/package.json frontend/.npmrc | $(BIN)/python
	$(BIN)/python -m tools.node npm --prefix frontend ci --loglevel=error
	@touch $@

$(MANIFEST): $(shell find frontend/src frontend/public -type f) frontend/vite.config.ts frontend/node_modules/.package-lock.json $(BIN)/.installed
	$(BIN)/python -m tools.node npm --prefix frontend run --silent build
	$(BIN)/python -m whitenoise.compress --quiet jijuqu/web/dist

$(FONTS): tools/fonts.py frontend/node_modules/.package-lock.json $(BIN)/.installed
	$(BIN)/python -m tools.fonts
	@touch $@

$(MO): $(PO) $(BIN)/.installed
	$(BIN)/pybabel --quiet compile -i $(PO) -o $@
