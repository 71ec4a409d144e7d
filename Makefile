# microsite: `make` alone lists the targets. Every target does its own set-up in .venv.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH ?= 1704067200

# they open Chromium with many pages side by side, so they have the machine for themselves
ONE_BY_ONE := $(shell grep -lE 'pytest_plugins = .*browser\.' tests/test_*.py)

.DEFAULT_GOAL := help
.PHONY: help site drafts serve check test test-full test-deploy fuzz soak serving bench measure handbook-pictures browser fix lock clean

help: ## liệt kê các lệnh / list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-18s %s\n", $$1, $$2}'

site: $(READY) ## kiểm tra rồi dựng trang vào site/ / check, then build into site/
	@$(BIN)/microsite build

drafts: $(READY) ## dựng cả bản nháp vào build/drafts/ / build drafts too, into build/drafts/
	@$(BIN)/microsite build --drafts

serve: $(READY) ## vừa viết vừa xem, lưu là thấy / every save in sight at once; ARGS="--port 8010"
	@$(BIN)/microsite serve $(ARGS)

check: $(READY) ## chỉ kiểm tra nội dung / only check the content
	@$(BIN)/microsite check

test: $(READY) browser ## mọi kiểm tra, cả tiếp cận và HTML hợp lệ / every check, accessibility and valid HTML too
	@echo "· ruff" && $(BIN)/ruff format --check -q . && $(BIN)/ruff check -q .
	@echo "· mypy" && $(BIN)/mypy --no-error-summary
	@echo "· import-linter" && $(BIN)/lint-imports --no-logo > build/import-linter.txt 2>&1 || { cat build/import-linter.txt; exit 1; }
	@echo "· pytest" && $(BIN)/pytest -n 2 --dist loadfile $(filter-out $(ONE_BY_ONE),$(wildcard tests/test_*.py))
	@echo "· pytest, trên trình duyệt / in a browser" && $(BIN)/pytest $(ONE_BY_ONE)

test-full: $(READY) browser ## thêm: mở từng trang ở 320 px và trên màn hình chạm, từng tệp trong biểu mẫu / beside test: every page at 320 px and on a kiosk, every file in the form
	@$(BIN)/pytest tests/browser/every_page.py tests/browser/every_screen.py tests/browser/every_file.py tests/long/plain_engine.py

test-deploy: $(READY) browser ## đưa lên 20 lần trong khi có người đọc, tới mọi loại nơi nhận / 20 deployments while people read, to every kind of place
	@$(BIN)/pytest tests/long/every_deployment.py
	@MICROSITE_REMOTES="sftp ftp webdav" $(BIN)/pytest tests/test_deploy.py -k "shell or transfer"

soak: $(READY) browser ## 10.000 lần chạm trên màn hình, chừng 15 phút / 10,000 touches of a kiosk, about 15 minutes
	@$(BIN)/pytest tests/browser/soak.py

fuzz: $(READY) ## 5000 tệp hỏng, kiểm tra không mất gì / 5000 broken files; ARGS="--seed 7 --count 1"
	@PYTHONPATH=tests $(BIN)/python -m fuzz $(ARGS)

serving: $(READY) ## nginx với trang này so với một tệp trơn cùng cỡ / nginx serving the site beside a plain file
	@PYTHONPATH=tests $(BIN)/python -m bench.serving

bench: $(READY) ## dựng 40, 300, 1500 trang, cạnh Material, Eleventy, Hugo, chừng 20 phút / how long builds take, beside others; ARGS="300"
	@PYTHONPATH=tests $(BIN)/python -m bench.build $(ARGS)

measure: $(READY) browser ## đo bằng Lighthouse, nửa giờ; ARGS="--only home" / Lighthouse beside stock Material
	@PYTHONPATH=tests $(BIN)/python -m bench.measure $(ARGS)

handbook-pictures: $(READY) browser ## chụp lại hình của sổ tay / draw the pictures of the handbook anew
	@PYTHONPATH=tests $(BIN)/python -m browser.handbook_pictures

browser: # what tests in a browser need: node packages, Chromium, Java
	@tests/browser/setup.sh

fix: $(READY) ## sửa định dạng mã / repair the form of code
	@$(BIN)/ruff format -q . && $(BIN)/ruff check --fix -q .

lock: $(READY) ## viết lại requirements*.txt / write the lock files anew
	@$(BIN)/pip-compile -q --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --no-annotate --strip-extras -o requirements.txt pyproject.toml
	@$(BIN)/pip-compile -q --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --no-annotate --strip-extras --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

clean: ## xóa những gì dựng lại được / delete what can be made again
	rm -rf build site $(VENV) tests/browser/node_modules

$(READY): requirements.txt requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed"; exit 2; }
	@echo "· cài đặt vào .venv / setting up .venv (một lần / once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@mkdir -p build && touch $(READY)
