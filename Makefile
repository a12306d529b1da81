# The guide's commands. Everything they need is set up on first use; see README.md.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
BIN := .venv/bin
SET_UP := @$(PYTHON) upkeep/set_up.py
export PATH := $(CURDIR)/$(BIN):$(PATH)
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: site serve pdf test check lint budget test-engines test-deploy precompress servers load links review bench styleguide share setup setup-test browser clean help

site: setup ## build site/, dist/ and their sums (the default)
	@$(BIN)/python -m guide build
	@$(BIN)/python -m upkeep budget --heaviest

serve: setup ## mkdocs serve: live preview on 127.0.0.1:8000
	@$(BIN)/mkdocs serve

pdf: setup-test browser ## site/ and dist/ with the paper editions
	@$(BIN)/python -m guide pdf

test: setup-test browser ## every test: Python, JavaScript, built pages, real browser
	@$(BIN)/python -m upkeep test $(ARGS)

check: setup-test ## the quick part of make test: data, words, arithmetic and built pages, without browsers
	@$(BIN)/python -m upkeep check $(ARGS)

lint: setup-test ## style, formatting and types of Python, JavaScript and CSS
	@$(BIN)/python -m upkeep lint

budget: setup ## what each edition and page weighs beside its limit
	@$(BIN)/python -m upkeep budget

test-engines: setup-test ## the guide in Chromium, Firefox and WebKit
	@$(BIN)/python -m upkeep test-engines $(ARGS)

test-deploy: setup-test ## nginx, Caddy and engines of static hosts with the files in deploy/, asked real requests
	@$(BIN)/python -m upkeep test-deploy $(ARGS)

precompress: setup ## build/served/: site/ with .gz and .br beside each text, for a web server
	@$(BIN)/python -m upkeep precompress

servers: setup ## deploy/'s files for web servers anew, after pages came, went or moved
	@$(BIN)/python -m upkeep servers

load: setup ## requests a second and waiting times of nginx on this machine
	@$(BIN)/python -m upkeep load

links: setup ## asks outside addresses of the sources whether they still answer (ARGS="--json")
	@$(BIN)/python -m upkeep links $(ARGS)

review: setup ## facts that are due, sources that are old (ARGS="--on 2027-06-01 --json")
	@$(BIN)/python -m upkeep review $(ARGS)

bench: setup-test browser ## measurements beside the stock stack, as a table (ARGS=--growth: of bigger guides)
	$(SET_UP) bench
	@$(BIN)/python -m bench.bench $(ARGS)

styleguide: setup-test browser site ## every component on one sheet, and the photographs that a test compares with
	@$(BIN)/python -m upkeep.styleguide

share: setup-test browser ## the pictures beside shared links, drawn anew
	@$(BIN)/python -m upkeep.share

setup: ## what a build needs: Python packages, Node, Node packages
	$(SET_UP) build

setup-test: ## the same, and what tests and printing need
	$(SET_UP) test

browser: setup-test
	@$(BIN)/python -m guide browser

clean: ## remove what the build made
	rm -rf build site dist

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t16
