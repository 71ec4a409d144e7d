"""A project of any size for timing: the same every time, with the mix of a real site.

Of a hundred pages some forty are articles of about a thousand words with citations, figures, a
table, a note, a chart and links, thirty are indicators with a drawing, a table and files, and the
rest are models. The words are those of the tiny project, in chance order.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from conftest import TINY, copy_project
from microsite.paths import ProjectPaths

_IN_SECTION = 30
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"^address: .*\n", re.MULTILINE)
_DAY = "2024-01-01"


def make_project(folder: Path, pages: int) -> ProjectPaths:
    """Write a project with about ``pages`` pages a language into ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    paths = copy_project(TINY, folder)
    chance = random.Random(pages)
    words = _words()
    articles, indicators = pages * 4 // 10, pages * 3 // 10
    models = max(1, pages - articles - indicators - 16)
    sources = max(4, pages // 4)
    _add(paths, "sources", (_source(number) for number in range(sources)))
    _add(paths, "indicators", (_indicator(number, chance, sources) for number in range(indicators)))
    _add(paths, "models", (_model(number, chance, words, sources) for number in range(models)))
    sections = []
    for first in range(0, articles, _IN_SECTION):
        name = f"phan-{first // _IN_SECTION}"
        numbers = range(first, min(first + _IN_SECTION, articles))
        sections.append((name, [f"{name}/{_name(name, first, number)}.md" for number in numbers]))
        for number in numbers:
            for lang in ("vi", "en"):
                place = paths.docs / lang / name / f"{_name(name, first, number)}.md"
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(
                    _article(number, chance, words, indicators, sources), encoding="utf-8"
                )
    _add_sections(paths, sections)
    return paths


def _name(section: str, first: int, number: int) -> str:
    return "index" if number == first else f"bai-{number}"


def _words() -> list[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(TINY.rglob("*.md")))
    return sorted({word.lower() for word in _WORD.findall(text)})


def _add(paths: ProjectPaths, collection: str, entries: Iterator[dict[str, Any]]) -> None:
    path = paths.data / f"{collection}.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data[collection] += entries
    path.write_text(_as_yaml(data), encoding="utf-8")


def _as_yaml(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)  # JSON is YAML


def _add_sections(paths: ProjectPaths, sections: list[tuple[str, list[str]]]) -> None:
    path = paths.data / "site.yml"
    text = path.read_text(encoding="utf-8")
    added = "".join(
        f"- id: {name}\n  title:\n    vi: Phần {name[5:]}\n    en: Part {name[5:]}\n  pages:\n"
        + "".join(f"  - {page}\n" for page in pages)
        for name, pages in sections
    )
    text = text.replace("- id: trang\n", f"{added}- id: trang\n", 1)
    # without an address no share pictures are drawn: the others draw none
    path.write_text(_ADDRESS.sub("", text), encoding="utf-8")


def _source(number: int) -> dict[str, Any]:
    return {
        "id": f"nguon-{number}",
        "title": f"Sổ tay số {number}",
        "publisher": "Tổ làm vườn",
        "date": "2020-01-01",
        "url": f"https://garden.test/notes/{number}",
        "kind": "government",
    }


def _indicator(number: int, chance: random.Random, sources: int) -> dict[str, Any]:
    source = f"nguon-{number % sources}"
    return {
        "id": f"chi-tieu-{number}",
        "field": "economy",
        "name": {"vi": f"Chỉ tiêu {number}", "en": f"Indicator {number}"},
        "definition": {
            "vi": f"Đếm vào cuối năm [@{source}].",
            "en": f"Counted at the end of the year [@{source}].",
        },
        "unit": {"vi": "cây", "en": "trees"},
        "better": "up",
        "decimals": 1,
        "chart": "line",
        "series": [
            {"year": year, "value": chance.randrange(10, 9000) / 10, "source": source}
            for year in range(2004, 2004 + chance.randrange(5, 16))
        ],
    }


def _model(number: int, chance: random.Random, words: list[str], sources: int) -> dict[str, Any]:
    said = _sentence(chance, words, 24)
    return {
        "id": f"cach-{number}",
        "field": "environment",
        "units": ["luong-mot"],
        "place": {"vi": "Góc vườn", "en": "A corner of the garden"},
        "since": 2016,
        "title": {"vi": f"Cách làm {number}", "en": f"Practice {number}"},
        "summary": {"vi": said, "en": said},
        "results": [{"vi": said, "en": said} for _ in range(3)],
        "sources": [f"nguon-{number % sources}"],
    }


def _sentence(chance: random.Random, words: list[str], length: int) -> str:
    return " ".join(chance.choice(words) for _ in range(length)).capitalize() + "."


def _article(
    number: int, chance: random.Random, words: list[str], indicators: int, sources: int
) -> str:
    def cited(length: int = 14) -> str:
        mark = f" [@nguon-{chance.randrange(sources)}]." if chance.random() < 0.3 else "."
        return _sentence(chance, words, length)[:-1] + mark

    def paragraph() -> str:
        return " ".join(cited() for _ in range(5))

    shown = f"chi-tieu-{chance.randrange(indicators)}"
    head = f"---\ntitle: Bài {number}\nsummary: {_sentence(chance, words, 12)}\nauthor: to-vuon\n"
    parts = [f"{head}published: {_DAY}\nreviewed: {_DAY}\nreview_in: 12\n---"]
    for part in range(6):
        parts += [f"## Phần {part} của bài {number}", paragraph(), paragraph()]
    parts[4:4] = [f"::chart{{#{shown}}}", f"Năm 2005 là :figure[{shown}]{{year=2005}}."]
    rows = "\n".join(f"| {cited(3)} | {chance.randrange(999)} [@nguon-0] |" for _ in range(6))
    parts += [
        f"| Việc | Số |\n| --- | ---: |\n{rows}",
        f'!!! note "Ghi chú"\n    {paragraph()}',
        "\n".join(f"- {cited(8)}" for _ in range(5)),
        "Xem thêm [trang đầu](../index.md) và [số liệu](../so-lieu/index.md).",
    ]
    return "\n\n".join(parts) + "\n"
