# Everything happens inside .venv and build; nothing is installed elsewhere.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test slow slow-tools lint types imports pytest audit lowest dist release docs schemas fuzz planted laws rates screenshot bench bench-model clean

demo: .venv/installed
	@$(BIN)/summarizer brief examples/yunqiao_congress_2023.txt

test: .venv/installed-dev lint types imports pytest
	@echo "all checks passed"

slow: .venv/installed-slow slow-tools
	$(BIN)/pytest -m slow

# Every law of docs/laws.md, held against ten times as many examples.
laws: .venv/installed-dev
	$(BIN)/pytest tests/property -n auto --dist worksteal --hypothesis-profile long

slow-tools:
	@.ci/slow-tools

lint: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/installed-dev
	$(BIN)/mypy

imports: .venv/installed-dev
	$(BIN)/lint-imports

pytest: .venv/installed-dev
	$(BIN)/pytest -m "not slow" -n auto --dist worksteal

# Licences, withdrawn versions and known vulnerabilities of all that is installed or may be; make audit COMPLETE=1 takes what
# the package index does not tell for a finding.
audit: .venv/installed-release
	$(BIN)/python release/audit.py $(if $(COMPLETE),--complete)

# The tests with the lowest versions that pyproject.toml takes, in an environment of their own; make lowest TESTS=slow for the slow ones.
lowest: build/lowest/installed
	build/lowest/bin/python release/lowest.py installed
	build/lowest/bin/pytest -m "$(or $(TESTS),not slow)" -n auto --dist worksteal

# Wheel and sdist of what is committed in dist/, built three times alike and tried where nothing else is installed.
dist: .venv/installed-release
	$(BIN)/python release/distributions.py

# The same, for a version that is complete: see CONTRIBUTING.md, "Releasing".
release: .venv/installed-release
	$(MAKE) audit
	$(BIN)/python release/distributions.py --release

# The site of README, docs/ and examples/; a warning is an error. Open build/site/index.html.
docs: .venv/installed-dev
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --quiet -c docs/site -d build/doctrees . build/site
	@echo "build/site/index.html"

schemas: .venv/installed-dev
	$(BIN)/summarizer schema --write schemas --force

rates: .venv/installed-dev
	$(BIN)/python bench/rates.py

# The picture of the README, from an example report and a model that errs.
screenshot: .venv/installed-slow slow-tools
	PYTHONPATH=tests $(BIN)/python -m browser.picture

# make bench [GOLD=DIR] [REPORTS=DIR], the folders of annotated reports that English names are held against, and of reports with their copies
bench: .venv/installed-bench
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/offline.py
	$(BIN)/python bench/recogniser.py
	$(BIN)/python bench/figures.py
	$(BIN)/python bench/english.py $(GOLD)
	$(BIN)/python bench/same_answer.py $(REPORTS)
	$(BIN)/python bench/verification.py
	$(BIN)/python bench/model_door.py
	$(BIN)/python bench/tokens.py
	$(BIN)/python bench/pdf.py
	$(BIN)/python bench/batch.py --memory 100,1000

# make bench-model MODEL=openai:NAME [BASE_URL=http://…/v1] [RECORD=DIR | REPLAY=DIR]
bench-model: .venv/installed-dev
	$(BIN)/python bench/model.py $(if $(MODEL),--model "$(MODEL)") $(if $(BASE_URL),--base-url "$(BASE_URL)") \
		$(if $(RECORD),--record "$(RECORD)") $(if $(REPLAY),--replay "$(REPLAY)")

# Ten minutes over the readers and the whole command line, or make fuzz SECONDS=3600; what it finds lies in build/fuzz.
fuzz: .venv/installed-fuzz
	$(BIN)/python fuzz/run.py --seconds $(or $(SECONDS),600)

# Plants bugs in copies of the package, one after the other, and shows which law catches each.
planted: .venv/installed-dev
	PYTHONPATH=tests $(BIN)/python -m planted.run

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/created:
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "python3 cannot make virtual environments here: install the package python3-venv (apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/created pyproject.toml
	$(BIN)/pip install --quiet -e .
	@touch $@

.venv/installed-dev: .venv/created pyproject.toml
	$(BIN)/pip install --quiet -e ".[dev]"
	@touch $@ .venv/installed

.venv/installed-slow: .venv/installed-dev
	$(BIN)/pip install --quiet -e ".[slow]"
	@touch $@

.venv/installed-fuzz: .venv/installed-dev
	$(BIN)/pip install --quiet -e ".[fuzz]"
	@touch $@

.venv/installed-release: .venv/installed-dev
	$(BIN)/pip install --quiet -e ".[release]"
	@touch $@

build/lowest/installed: .venv/installed-dev pyproject.toml
	rm -rf build/lowest
	$(PYTHON) -m venv build/lowest
	$(BIN)/python release/lowest.py constraints > build/lowest/constraints.txt
	build/lowest/bin/pip install --quiet pip -e ".[dev,slow]" -c build/lowest/constraints.txt
	@touch $@

.venv/installed-bench: .venv/installed-dev
	$(BIN)/pip install --quiet -e ".[bench]"
	@touch $@
