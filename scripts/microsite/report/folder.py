"""The files of a report, beside the old ones, then the swap: a list, checksums, a page."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from microsite.checksums import LIST, SUMS, digest_of, write_list, write_sums
from microsite.documents.page import lead_to_files, page_style
from microsite.paths import ProjectPaths
from microsite.placing import swap
from microsite.report.naming import Naming
from microsite.wording.numbers import format_number


@dataclass(frozen=True)
class Cover:
    """What a report says of itself: version, day, what was asked, what it rests on."""

    version: str
    day: date
    period: str
    rows: int
    sources: tuple[str, ...]


def write_report(
    made: Mapping[str, bytes], cover: Cover, naming: Naming, paths: ProjectPaths
) -> None:
    """Write all files of a report; until the swap the former report stays as it was."""
    beside = paths.report_beside
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    digests = {name: digest_of(raw) for name, raw in made.items()}
    covers = {
        "index.html": _page(made, cover, naming).encode("utf-8"),
        "report.css": page_style(),
        LIST: write_list(_listed(made, digests, cover, naming)),
        SUMS: write_sums(digests),
    }
    for name, raw in {**made, **covers}.items():
        (beside / name).write_bytes(raw)
    swap(beside, paths.report, paths.report_previous)


def _listed(
    made: Mapping[str, bytes], digests: Mapping[str, str], cover: Cover, naming: Naming
) -> dict[str, Any]:
    entries = [
        {
            "path": name,
            "title": naming.words(f"reporting.file.{_kind(name)}"),
            "bytes": len(raw),
            "sha256": digests[name],
        }
        for name, raw in made.items()
    ]
    return {
        "version": cover.version,
        "date": cover.day.isoformat(),
        "name": naming.site.settings.name.vi,
        "period": cover.period,
        "rows": cover.rows,
        "sources": list(cover.sources),
        "files": entries,
    }


def _page(made: Mapping[str, bytes], cover: Cover, naming: Naming) -> str:
    words = naming.words
    rows = [
        f'<tr><th scope="row">{escape(words(f"reporting.file.{_kind(name)}"))}</th>'
        f'<td><a href="{escape(name)}" download>{escape(name)}</a></td>'
        f"<td>{format_number(len(raw) / 1024, words.lang, decimals=0)}&nbsp;KB</td></tr>"
        for name, raw in made.items()
    ]
    head = (
        words("reporting.page", name=naming.site.settings.short_name.vi),
        naming.site.settings.name.vi,
        words("reporting.foot", version=cover.version, day=f"{cover.day:%d/%m/%Y}"),
    )
    said = words("reporting.rows", count=cover.rows) if cover.rows else words("reporting.none")
    inside = (
        f"<p>{escape(said)}</p>",
        f"<p>{escape(words('reporting.sources'))}</p>",
        *("<table>", *rows, "</table>"),
    )
    return lead_to_files(head, "\n".join(inside), "report.css", words)


def _kind(name: str) -> str:
    return name.partition(".")[0]
