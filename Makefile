# make serve   the guide at http://127.0.0.1:8000/, rebuilt as you edit; PORT=8001 serves it elsewhere
# make quick   what is written and how it is rendered: unit tests, wording, pages; no browser, about a minute
# make test    every test and lint; CI runs make types beside it
# make build   the guide in site/, ready for any static host
# make zip     the guide in one file, for a USB stick or an e-mail; opens from its folder without a network
# make schema  docs/guide.schema.json anew, after a change to macros/model/
# make lock    requirements.txt and tests/requirements.txt anew, after a change to a requirements.in;
#              make lock UPGRADE=--upgrade also takes the newest of what these bring along
# make types   what the scripts' comments say of types, checked; needs Node.js, as CI has it
# make region ID=de, make wallet ID=…, make issue ID=…   all that a new one needs, still to be written
# make letters  the finished letters anew, after a change to a letter or what fills it in; read what changed
# make traditional  what the Traditional edition makes of the Simplified texts, after a change to its table; read what changed
# make bench   measurements, as ratios; make bench ONLY=lighthouse PAGES="/ where/" some of them
#              and which pages weigh more than they may (ONLY=page_weight), with which it fails
# make hostile  ten tasks of a reader in each world that readers live in (translated, in an app, an old phone …), and what
#              became of each: done, said so, or a silent failure, with which it fails; half an hour;
#              make hostile ONLY="translated in-app" TASKS=copy LANGUAGES=en a part of it
# make check-facts   what to read again first, facts older than a year, numbers that are no facts, dead links
# make watch-sources  which linked sources have changed, moved or gone since the last time; needs the network, minutes
# make properdocs, make zensical  the guide built by Material's possible successors, and tried in a browser
# make pictures  icons and sharing cards anew, after a change to a title or the mark

PYTHON ?= python3
OLDEST := 3.11.2
VENV := .venv
RUN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build zip quick test types schema lock region wallet issue letters traditional bench hostile check-facts watch-sources pictures properdocs zensical clean

serve: $(VENV)/for-site
	@$(RUN)/python -m macros.preview $(PORT)

build: $(VENV)/for-site
	$(RUN)/mkdocs build --strict

# The same commit gives the same bytes: the day of the copy is the day of the last change.
zip: export SOURCE_DATE_EPOCH ?= $(or $(shell git log -1 --format=%ct 2>/dev/null),$(shell date +%s))
zip: export GUIDE_ZIP :=
zip: $(VENV)/for-site
	$(RUN)/mkdocs build --strict --no-directory-urls --site-dir site.folder
	$(RUN)/python -m macros.publish.folder site.folder wallet-complaint-guide.zip
	@rm -rf site.folder

ON_BOTH_CORES := -n 2 --dist worksteal

quick: $(VENV)/for-tests
	$(RUN)/pytest $(ON_BOTH_CORES) tests/unit tests/site/test_wording.py tests/site/test_pages.py

test: $(VENV)/for-tests
	$(RUN)/python -m tools.browsers.chromium
	$(RUN)/python -m tools.browsers.engines
	$(RUN)/python -m tools.browsers.old
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/oxlint overrides/assets/js
	$(RUN)/pytest $(ON_BOTH_CORES) --cache-clear

types:
	npx --yes --package typescript@7.0.2 tsc

schema: $(VENV)/for-site
	$(RUN)/python -m macros

# One version for all Pythons and systems (--fork-strategy fewest), or the same commit would build different sites.
LOCK = .venv-lock/bin/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes \
	--python-version $(OLDEST) --custom-compile-command "make lock" $(UPGRADE)
lock: .venv-lock/bin/uv
	@$(LOCK) requirements.in --output-file requirements.txt
	@$(LOCK) tests/requirements.in --constraints requirements.txt --output-file tests/requirements.txt

.venv-lock/bin/uv: Makefile
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9
	@touch $@

region wallet issue: $(VENV)/for-site
	@$(RUN)/python -m tools.new $@ $(ID)

letters: $(VENV)/for-tests
	$(RUN)/python -m tools.browsers.chromium
	$(RUN)/python -m tools.letters

traditional: $(VENV)/for-tests
	$(RUN)/python -m tools.traditional

bench: $(VENV)/for-tests
	$(RUN)/python -m tools.browsers.chromium
	$(RUN)/python -m tools.bench $(ONLY)

hostile: $(VENV)/for-tests
	$(RUN)/python -m tools.browsers.chromium
	$(RUN)/python -m tools.hostile $(ONLY)

check-facts: $(VENV)/for-tests
	$(RUN)/python -m tools.check_facts

watch-sources: $(VENV)/for-tests
	$(RUN)/python -m tools.watch_sources watched

pictures: $(VENV)/for-tests
	$(RUN)/python -m tools.browsers.chromium
	$(RUN)/python -m tools.pictures

# The same tree with the engines that may follow when Material ends; see CONTRIBUTING.md.
properdocs: ENGINE := properdocs==1.6.7
properdocs: CONFIGS := mkdocs.yml
# It calls no hooks, so it is told of the other languages, of the pages that are made, and of the last step; and it finds
# no package in the folder.
zensical: ENGINE := zensical==0.0.73
zensical: export PYTHONPATH := .
zensical: CONFIGS := mkdocs.yml mkdocs.zh-Hant.yml mkdocs.en.yml
zensical: FIRST_STEP := .venv-zensical/bin/python -m macros.publish.prose
zensical: LAST_STEP := .venv-zensical/bin/python -m macros.publish site
properdocs zensical:
	$(PYTHON) -m tools.install .venv-$@ requirements.txt
	$(PYTHON) -m tools.install .venv-$@ tests/requirements.txt
	.venv-$@/bin/pip install --quiet --disable-pip-version-check $(ENGINE)
	rm -rf site
	$(FIRST_STEP)
	for config in $(CONFIGS); do .venv-$@/bin/$@ build --clean --config-file $$config || exit; done
	$(LAST_STEP)
	.venv-$@/bin/python -m tools.browsers.chromium
	GUIDE_SITE=site .venv-$@/bin/pytest -n 0 tests/successors.py

clean:
	rm -rf $(VENV) .venv-* site site.* wallet-complaint-guide.zip*

$(VENV)/for-site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("This needs Python $(OLDEST) or newer; name one with PYTHON=…" if sys.version_info < tuple(map(int, "$(OLDEST)".split("."))) else 0)'
	@$(PYTHON) -m tools.install $(VENV) $<
	@touch $@

$(VENV)/for-tests: tests/requirements.txt $(VENV)/for-site
	@$(PYTHON) -m tools.install $(VENV) $<
	@touch $@
