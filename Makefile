# Two commands from a fresh clone: `make demo` shows what it does, `make test` proves it.

PYTHON ?= python3
GOLD   ?=
bin    := .venv/bin

.PHONY: setup base demo test check eval bench clean

setup: .venv/dev.stamp          ## the package with everything needed to work on it
base:  .venv/base.stamp         ## the package alone

.venv/pip.stamp:
	$(PYTHON) -m venv .venv
	$(bin)/python -m pip install --quiet --upgrade pip
	touch $@

.venv/base.stamp: .venv/pip.stamp pyproject.toml
	$(bin)/python -m pip install --quiet --editable .
	touch $@

.venv/dev.stamp: .venv/pip.stamp pyproject.toml
	$(bin)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/base.stamp

.venv/bench.stamp: .venv/dev.stamp pyproject.toml
	$(bin)/python -m pip install --quiet --editable '.[dev,bench]'
	touch $@

demo: base                      ## questions, a figure check and an exported plan, from the bundled samples
	$(bin)/policykb demo

test: setup
	$(bin)/python -m pytest -q

check: setup                    ## style, types and the direction of imports
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports

eval: base                      ## score this installation; GOLD=folder chooses the gold
	$(bin)/policykb eval $(GOLD)

bench: .venv/bench.stamp        ## speed and quality beside other libraries, in one run
	$(bin)/python -m tests.bench

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
