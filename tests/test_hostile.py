"""Text from a stranger stays text: no string of the data becomes markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build

HOSTILE = """<script>x()</script>"><img src=x onerror=x()>'*_`[a](javascript:x())"""

WORDS = re.compile(r"^(\s+(?:- )?(?:vi|en): )(?!>)(.*)$", re.MULTILINE)


def _join(folded: re.Match[str]) -> str:
    return " ".join(line.strip() if at else line for at, line in enumerate(folded[0].split("\n")))


class Seen(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note handlers and scripted links."""
        self._is_data = ("type", "application/ld+json") in attrs
        for name, value in attrs:
            if name.startswith("on") or (value or "").startswith("javascript:") or value == "x":
                self.bad.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        """Note scripts written into the page; a block of data is none, if it is nothing else."""
        if self._is_data and data.strip():
            assert "@graph" in json.loads(data)
        elif self.cdata_elem == "script" and "x()" in data:
            self.bad.append(data)


def test_hostile_text_in_every_field_runs_nothing(tiny: ProjectPaths) -> None:
    """Every text of every collection carries markup; none of it is markup in the site."""
    planted = 0
    quoted = HOSTILE.replace("'", "''")
    for path in sorted(tiny.data.glob("*.yml")):
        if path.name == "site.yml":  # its titles name folders of the menu, which is MkDocs' own
            continue
        text = path.read_text(encoding="utf-8").replace('"', "").replace("'", "")
        # a quoted text ends on its own line: what was folded is joined first
        text = re.sub(
            r"(?m)^(\s+(?:- )?(?:vi|en): .*)$(\n {4,}+(?![\w-]+:( |$)|- ).*)+", _join, text
        )
        text, count = re.subn(WORDS, rf"\1'{quoted} \2'", text)
        planted += count
        path.write_text(text, encoding="utf-8")
    assert planted > 80
    build(tiny, build_site)
    bad = []
    for page in sorted(tiny.site.rglob("*.html")):
        seen = Seen()
        seen.feed(page.read_text(encoding="utf-8"))
        bad += [f"{page.relative_to(tiny.site)}: {found}" for found in seen.bad]
    for feed in sorted((tiny.site / "feeds").rglob("*.json")):
        for item in json.loads(feed.read_text(encoding="utf-8"))["items"]:
            seen = Seen()
            seen.feed(item["content_html"])
            bad += [f"{feed.relative_to(tiny.site)}: {found}" for found in seen.bad]
    assert bad == []
