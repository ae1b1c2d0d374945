# Two commands: "make site" builds the sample archive, "make test" runs every check. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := site
.PHONY: site test bench truth samples nara docs pictures land clean

site: .venv/.installed
	@$(BIN)/archivegen build .
	@echo "To open it: $(BIN)/archivegen serve .   then visit http://127.0.0.1:8000/"

test: .venv/.installed-for-tests .venv/.chromium tests/node_modules/.installed
	@$(BIN)/python -m pytest

# What reading and searching cost; figures to look at, not to pass. The last, of 50,000 documents, take half an hour.
bench: .venv/.installed-for-tests .venv/.chromium
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench_search

# The rules against hand-written records: precision, recall, lies; of another folder with DIR=folder
truth: .venv/.installed-for-tests
	@$(BIN)/python -m tests.truth "$(DIR)"

# The checks of "nothing lost" over a folder of real texts: make samples DIR=folder
samples: .venv/.installed-for-tests
	@$(BIN)/python -m tests.samples "$(DIR)"

# The rules against the descriptions that others made of their texts: make nara DIR=folder
nara: .venv/.installed-for-tests
	@$(BIN)/python -m tests.nara "$(DIR)"

# The parts of docs/ and README.md that are made from the program itself.
docs: .venv/.installed-for-tests
	@$(BIN)/python -m tests.generated_docs

# The pictures of docs/walk.md and docs/look.md, and the papers of it that are not text. Look at them before they are committed.
pictures: .venv/.installed-for-tests .venv/.chromium
	@$(BIN)/python -m tests.walk
	@$(BIN)/python -m tests.look

# The outlines of the map, from land-50m.json of the npm package world-atlas 2.0.2: make land FILE=land-50m.json
land: .venv/.installed-for-tests
	@$(BIN)/python -m tests.land_outlines "$(FILE)"

clean:
	rm -rf build .venv tests/node_modules dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "archivegen needs Python 3.11 or later"; exit 1)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

.venv/.installed-for-tests: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	touch $@

# The tests drive Debian's Chromium; where another one is at hand, set CHROMIUM to its path.
.venv/.chromium: | .venv/.installed
	@if [ -z "$$CHROMIUM" ] && ! command -v chromium >/dev/null; then \
		run=; [ "$$(id -u)" = 0 ] || run=sudo; \
		$$run apt-get update -q && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -q chromium; \
	fi
	touch $@

tests/node_modules/.installed: tests/package.json tests/package-lock.json
	cd tests && npm ci --ignore-scripts --no-audit --no-fund
	touch $@
