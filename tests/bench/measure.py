"""`make measure`: Lighthouse on every template of the real site, beside the stock theme.

Takes about half an hour on a quiet machine; never part of `make test`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.pace import measure_search
from bench.runs import FULL, Measured, measure
from bench.stock import build_stock
from bench.table import draw_table
from browser.built import real_site
from browser.serving import serve
from browser.templates import NOT_FOUND, TEMPLATES, Template
from browser.tools import missing_for_browser
from conftest import REPO
from microsite.portal.packed import pack_finest

RESULT = REPO / "build" / "measure.json"

RUNS = 5
FLOOR = 1000  # below this Lighthouse itself calls a machine slow


def main() -> int:
    """Measure, print the table, write the results."""
    options = _parser().parse_args()
    if missing := missing_for_browser():
        sys.stderr.write(f"{missing}\n")
        return 2
    wanted = set(options.only.split(",")) if options.only else None
    templates = [one for one in TEMPLATES if wanted is None or one.name in wanted]
    rows: dict[str, tuple[Measured, Measured | None]] = {}
    with _sites(stock=not options.no_stock) as (ours, stock):
        for one in templates:
            mine = _measure(one, ours, runs=options.runs, floor=options.floor)
            theirs = _measure(one, stock, runs=FULL, floor=options.floor) if stock else None
            rows[one.name] = (mine, theirs)
        pace = "" if options.only else _search(ours, stock, options.runs)
    sys.stdout.write(draw_table(rows) + "\n" + pace)
    _write(rows, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make measure", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each of our pages")
    parser.add_argument("--floor", type=float, default=FLOOR, help="least benchmarkIndex of a run")
    parser.add_argument("--only", help="templates by name, with commas between them")
    parser.add_argument("--no-stock", action="store_true", help="leave out the stock theme")
    return parser


@contextmanager
def _sites(*, stock: bool) -> Iterator[tuple[str, str | None]]:
    """Build and serve our site, and the stock one when it is wanted; yield their addresses."""
    with tempfile.TemporaryDirectory(prefix="microsite-measure-") as folder:
        _say("· build")
        with real_site(Path(folder) / "ours") as real:
            pack_finest(real.folder, real.paths.packed)  # as it is deployed
            if not stock:
                yield real.address, None
                return
            _say("· build stock Material")
            beside = Path(folder) / "stock"
            with serve(beside / "site", policy=None) as address:  # it needs inline scripts
                build_stock(real, beside, address)
                yield real.address, address


def _search(ours: str, stock: str | None, runs: int) -> str:
    page = "thanh-tuu/kinh-te.html"
    return measure_search(ours + page, stock and stock + page, runs) + "\n"


def _measure(one: Template, address: str, *, runs: int, floor: float) -> Measured:
    # the 404 page keeps out of search engines on purpose
    skip = ("is-crawlable",) if one is NOT_FOUND else ()
    measured = measure(address + one.page, wanted=runs, floor=floor, skip=skip)
    _say(f"· {address}{one.page}: {len(measured.runs)} runs, {measured.discarded} discarded")
    return measured


def _write(rows: dict[str, tuple[Measured, Measured | None]], options: argparse.Namespace) -> None:
    result = {
        "runs": options.runs,
        "floor": options.floor,
        "pages": {
            name: {"site": mine.as_json(), "stock": theirs.as_json() if theirs else None}
            for name, (mine, theirs) in rows.items()
        },
    }
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    _say(f"· {RESULT.relative_to(REPO)}")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
