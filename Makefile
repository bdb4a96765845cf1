# Shortcuts for people; everything here can be typed without make.
PYTHON := .venv/bin/python
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-strip-extras pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help install demo test journeys lint format ci db-start db-stop db-status psql lock

help: ## tampilkan daftar ini
	@awk -F ':.*## ' '/^## /{printf "\n%s\n", substr($$0, 4)} /^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

## Mulai
install: .venv/installed ## siapkan .venv dengan semua paket
demo: install ## buka portal contoh di komputer ini
	$(PYTHON) manage.py demo

## Periksa
test: install ## jalankan semua uji
	.venv/bin/pytest
journeys: install ## jalankan uji dengan peramban saja
	.venv/bin/pytest -m browser
lint: install ## periksa gaya, tipe, arah impor, templat
	.ci/run lint
format: install ## rapikan kode dan templat
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	find templates -name '*.html' -print0 | xargs -0 -r .venv/bin/djade --target-version 5.2
ci: ## lakukan semua yang dilakukan CI
	.ci/run

## Basis data
db-start: install ## jalankan PostgreSQL
	$(PYTHON) manage.py db start
db-stop: install ## hentikan PostgreSQL
	$(PYTHON) manage.py db stop
db-status: install ## tampilkan keadaan PostgreSQL
	$(PYTHON) manage.py db status
psql: install ## buka psql
	$(PYTHON) manage.py db psql

## Paket
lock: install ## susun ulang requirements*.txt dari pyproject.toml
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --output-file requirements-dev.txt

.venv/installed: requirements-dev.txt
	[ -x .venv/bin/pip ] || python3 -m venv .venv
	.venv/bin/pip install -q -r requirements-dev.txt
	touch $@
