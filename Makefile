# Two commands matter: `make site` and `make test`. The rest serves them.
#
#   make site     set up, check records/, build site/, say where to open it
#   make serve    the site, live: editing a record refreshes the page
#   make test     everything CI asks for: lint, format, types, layers, tests with a real browser
#   make test-later
#                 the site and the tests with the machine's clock two years ahead
#   make check    lint, format, types, layers; no tests (what a commit should pass)
#   make format   fix what can be corrected by machine
#   make accept   take the present output as the expected one (read the diff like code)
#   make new-check LETTER=M NAME=handler_named KIND=matter
#                 start a new check: its file, examples and golden file
#   make bench    the speed table, side by side with other tools, into benchmarks/RESULTS.md
#   make mutations  what the checks find of 12,000 faults put into valid records, into
#                 benchmarks/MUTATIONS.md; fails where that is too little, or a miss is not known
#   make lock     choose versions anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
NPM := node_modules/.package-lock.json
SHELL := /bin/sh
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
# A lock is complete, so installing one chooses no version and builds nothing: whatever a package
# asks for, only what the lock names is fetched, as a wheel with a known hash.
LOCKED := $(PIP) --no-deps --require-hashes --only-binary :all: -r
# Likewise the project: hatchling, which builds it, comes out of the lock.
PROJECT := $(PIP) --no-index --no-deps --no-build-isolation -e .
COMPLETE := $(BIN)/pip check --disable-pip-version-check
# $(call install,command,what is installed,log): what fails says one line: what names the package if
# anything does (pip says of a wrong hash which one in the line after), or else the first reason
# given; all that pip or npm had to say is in the log beside the stamps.
define install
{ $(1); } >$(3) 2>&1 || { \
	why=$$({ grep -im1 'no matching distribution' $(3) \
		|| sed -n '/NOT MATCH THE HASHES/{n;s/^ */hash: /;p;q;}' $(3) | grep . \
		|| grep -Eim1 'error.*[:!?]|[0-9] requires ' $(3) || tail -n 1 $(3); } | cut -c1-160); \
	zh="装不上 $(2)：$$why —— 锁定文件缺了本机系统所需的一项，或者连不上软件源；详见 $(3)"; \
	en="$(2) could not be installed: the lock misses what this platform needs, or the package index is out of reach; see $(3)"; \
	echo "$$zh / $$en" >&2; exit 2; }
endef
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site serve test test-later check format accept new-check bench mutations lock browser faketime clean

site: $(STAMPS)/site $(NPM)
	@$(BIN)/yizhan build

serve: $(STAMPS)/site $(NPM)
	@$(BIN)/yizhan serve

check: $(STAMPS)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check $(NPM) browser
	$(BIN)/yizhan check
	$(BIN)/pytest -n 2 --dist loadgroup --cov --cov-report=term-missing:skip-covered --cov-fail-under=100

# faketime moves the day and leaves the clock alone that programs wait on, as a machine does; what of
# this it gets wrong is put right in tests/later/. Pytest's own cache is left out, and .yizhan/ is
# emptied before and after: nothing dated in the future is kept.
LATER := PATH="$(CURDIR)/tests/later:$$PATH" PYTHONPATH="$(CURDIR)/tests/later" faketime --exclude-monotonic -f '+2y'
test-later: check $(NPM) browser faketime
	rm -rf .yizhan
	$(LATER) $(BIN)/yizhan check
	folder=$$(mktemp -d) && $(LATER) $(BIN)/yizhan build --site-dir $$folder/site; code=$$?; rm -rf $$folder; exit $$code
	rm -rf .yizhan
	$(LATER) $(BIN)/pytest -n 2 --dist loadgroup -p no:cacheprovider

format: $(STAMPS)/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

accept: $(STAMPS)/test
	YIZHAN_ACCEPT=1 $(BIN)/pytest -q tests

new-check: $(STAMPS)/site
	@$(BIN)/python -m yizhan.commands.new_check $(LETTER) $(NAME) $(KIND)

mutations: $(STAMPS)/site
	$(BIN)/python tests/mutations/figures.py

bench: $(STAMPS)/bench $(NPM)
	$(BIN)/python -m benchmarks

# The versions in requirements/ name no registry, so that any mirror serves them. Every package has
# to come as a wheel; the site's lock is part of the other two.
COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --only-binary :all: --generate-hashes --no-emit-index-url --no-header --extra fast
lock: $(STAMPS)/venv
	$(BIN)/pip install --quiet uv
	$(COMPILE) --group build -o requirements/site.txt
	$(COMPILE) --extra properdocs --extra zensical --group test -c requirements/site.txt -o requirements/test.txt
	$(COMPILE) --extra zensical --group bench -c requirements/site.txt -o requirements/bench.txt
	npm update --package-lock-only  # then see CONTRIBUTING.md on the lock

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "需要 Python 3.11 以上 / Python 3.11 or newer is needed"; exit 2; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv $(VENV); } \
		|| { echo "请先安装 python3-venv（Debian：apt install python3-venv）/ install python3-venv first"; exit 2; }
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/site: requirements/site.txt pyproject.toml | $(STAMPS)/venv
	@$(call install,$(LOCKED) $<,$<,$@.log)
	@$(call install,$(PROJECT) && $(COMPLETE),$<,$@.log)
	@touch $@

$(STAMPS)/test: requirements/test.txt $(STAMPS)/site
	@$(call install,$(LOCKED) $< && $(COMPLETE),$<,$@.log)
	@touch $@

$(STAMPS)/bench: requirements/bench.txt $(STAMPS)/site
	@$(call install,$(LOCKED) $< && $(COMPLETE),$<,$@.log)
	@touch $@

$(NPM): package.json package-lock.json
	@command -v npm >/dev/null && node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null \
		|| { echo "需要 Node.js 20 以上和 npm / Node.js 20 or newer with npm is needed"; exit 2; }
	@mkdir -p $(STAMPS)
	@$(call install,npm ci --loglevel=error --no-audit --no-fund,package-lock.json,$(STAMPS)/npm.log)
	@touch $@

# Browser tests drive Debian's chromium; they are never skipped in silence.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null \
		|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null; } \
		|| { echo "浏览器测试需要 chromium：apt install chromium fonts-noto-cjk / browser tests need chromium"; exit 2; }

faketime:
	@command -v faketime >/dev/null \
		|| { echo "请先安装 faketime（Debian：apt install faketime）/ install faketime first"; exit 2; }

clean:
	rm -rf $(VENV) node_modules site .yizhan
