# The guide's commands. Everything they need is set up on first use; see README.md.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: site serve test check test-engines test-deploy precompress servers load links update review bench pdf share lint browser setup clean help

site: setup ## build site/, dist/ and their sums (the default)
	@$(BIN)/python -m guide build

serve: setup ## live preview on 127.0.0.1:8000
	@$(BIN)/python -m guide serve

test: setup browser ## every test: Python, JavaScript, built pages, real browser
	@$(BIN)/python -m guide test

check: setup ## the quick part of make test: data, words, arithmetic and built pages, without browsers
	@$(BIN)/python -m guide test tests/guide tests/site

test-engines: setup ## the guide in Chromium, Firefox and WebKit
	@$(BIN)/python -m guide test-engines $(ARGS)

test-deploy: setup ## nginx, Caddy and engines of static hosts with the files in deploy/, asked real requests
	@$(BIN)/python -m guide test-deploy $(ARGS)

precompress: setup ## build/served/: site/ with .gz and .br beside each text, for a web server
	@$(BIN)/python -m guide precompress

servers: setup ## deploy/'s files for web servers anew, after pages came, went or moved
	@$(BIN)/python -m guide servers

load: setup ## requests a second and waiting times of nginx on this machine
	@$(BIN)/python -m guide load

links: setup ## asks outside addresses of the sources whether they still answer (ARGS="--json")
	@$(BIN)/python -m guide links $(ARGS)

update: setup ## newest versions within the bounds into the locks, then every test
	@$(BIN)/python -m guide update $(ARGS)

review: setup ## facts that are due, sources that are old (ARGS="--on 2027-06-01 --json")
	@$(BIN)/python -m guide review $(ARGS)

bench: setup browser ## measurements beside the stock stack, as a table (ARGS=--growth: of bigger guides)
	@$(BIN)/python -m guide bench $(ARGS)

pdf: setup browser ## site/ and dist/ with the paper editions
	@$(BIN)/python -m guide pdf

share: setup browser ## the pictures beside shared links, drawn anew
	@$(BIN)/python -m guide share

lint: setup ## style and types of the code
	@$(BIN)/ruff check guide tests

setup: .venv/.ready node_modules/.ready

.venv/.ready: requirements.txt pyproject.toml
	@echo "setting up Python packages (once, about a minute) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.ready: package.json package-lock.json .venv/.ready
	@echo "setting up Node packages (once, about a minute) …"
	@$(BIN)/npm ci --no-audit --no-fund --loglevel=error
	@touch $@

browser: setup
	@$(BIN)/python -m guide browser

clean: ## remove what the build made
	rm -rf build site dist

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t16
