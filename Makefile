# The few words of this project. Each makes .venv by itself, with the versions pinned in requirements/.

PORT ?= 8000
CONFIG ?=
ARGS ?=
python = .venv/bin/python
environment = @PYTHON="$(PYTHON)" sh scripts/environment.sh

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: ## try the bot in a browser, without Discord (PORT=8000)
	$(environment) demo
	@$(python) -m bot demo --port $(PORT)

demo-check: ## play the demo's tour without a browser
	$(environment) demo
	@$(python) -m bot demo --check

run: ## connect to Discord and serve (CONFIG=config.toml)
	$(environment) run
	@$(python) -m bot run $(if $(CONFIG),--config "$(CONFIG)")

test: ## run the tests (ARGS=tests/test_cli.py)
	$(environment) dev
	@$(python) -m pytest $(ARGS)

check: ## lint, format and types
	$(environment) dev
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy --strict bot cogs

bench: ## measure, each figure beside its floor (ARGS="stats pictures")
	$(environment) dev
	@$(python) -m benchmarks $(ARGS)

bench-large: ## the facts of stats and recaps among 10,000,000 runs (4 GB in TMPDIR)
	$(environment) dev
	@$(python) -m benchmarks.stats 10000 10000000

pictures: ## draw the README's pictures anew, with a Chromium also the demo's page
	$(environment) demo
	@$(python) -m scripts.pictures

soak: ## live through ten years of schedules in 26 zones (ARGS="years seed")
	$(environment) dev
	@$(python) -m tests.schedule.simulation $(ARGS)

lock: ## pin anew what pyproject.toml asks for
	$(environment) dev
	@$(python) scripts/lock.py

clean: ## remove .venv and caches; never data
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find bot cogs tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help demo demo-check run test check bench bench-large pictures soak lock clean
