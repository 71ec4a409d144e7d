"""The site's own content: without problems, as rich as it should be, and honest when broken."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPO, copy_project
from microsite.check.assemble import assemble
from microsite.check.languages import find_gaps
from microsite.check.translations import find_translations
from microsite.checking import check_project
from microsite.cli import main
from microsite.engine import build_site
from microsite.marks import Citation, parse_inline, strip_inline
from microsite.model.site import Site
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.problems import Where
from microsite.wording.problems import describe

PLANTED = Path(__file__).parent / "golden" / "planted.yml"

LEADING = [
    "lich-su",
    "lanh-dao",
    "so-lieu",
    "mo-hinh",
    "guong",
    "tam-tu",
    "tiem-nang",
    "van-hoa",
    "hoi-dap",
    "do-vui",
    "tu-lieu",
    "gioi-thieu",
]
ACHIEVEMENTS = [
    "chinh-tri",
    "kinh-te",
    "van-hoa",
    "xa-hoi",
    "quoc-phong-an-ninh",
    "doi-ngoai",
    "moi-truong",
]


@pytest.fixture(name="site", scope="module")
def fixture_site() -> Site:
    """The real site in memory."""
    content, problems = check_project(ProjectPaths(REPO))
    said = "\n".join(str(describe(problem, "vi")) for problem in problems)
    assert not problems, f"{said}\nXem lại bằng lệnh:  make check"
    assert content.settings is not None
    assert find_gaps(content) == (), "thiếu bản dịch"
    return assemble(content, content.settings)


def test_collections_are_as_rich_as_promised(site: Site) -> None:
    """Nothing that was brought over gets lost on the way."""
    least = {
        "events": 120,
        "indicators": 65,
        "models": 46,
        "exemplars": 22,
        "voices": 17,
        "culture": 43,
        "questions": 25,
        "quiz": 40,
        "glossary": 40,
        "units": 47,
    }
    counts = {name: len(getattr(site, name)) for name in least}
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}
    assert {item.level for item in site.quiz.values()} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("day", "districts", "communes"),
    [(date(2004, 1, 1), 5, 0), (date(2024, 1, 1), 8, 0), (date(2025, 7, 1), 0, 38)],
)
def test_units_are_true_for_their_day(site: Site, day: date, districts: int, communes: int) -> None:
    """Five districts at first, eight district-level units in 2024, 38 communes now (V16)."""
    here = [unit.level for unit in site.units.values() if unit.at(day)]
    assert (here.count("district"), here.count("commune")) == (districts, communes)
    assert here.count("province") == 1


def test_only_cited_sources_are_kept(site: Site) -> None:
    """Every source in the register is cited somewhere."""
    cited: set[str] = set()
    for path in [*REPO.glob("data/**/*.yml"), *REPO.glob("docs/**/*.md")]:
        text = path.read_text(encoding="utf-8")
        for mark in parse_inline(text):
            if isinstance(mark, Citation):
                cited.update(mark.sources)
        if path.parent.name != "sources":
            cited.update(re.findall(r"^\s*(?:- |source: )([a-z0-9-]+)$", text, re.MULTILINE))
    assert sorted(set(site.sources) - cited) == []


def test_no_translation_is_stale() -> None:
    """Nothing in Vietnamese has changed without somebody looking at its translation again."""
    content, _ = check_project(ProjectPaths(REPO))
    stale = [one.name for one in find_translations(content) if one.state == "stale"]
    said = " ".join(stale)
    assert not stale, f"đối chiếu bản dịch, rồi chạy:  .venv/bin/microsite translated {said}"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_leading_pages_have_something_to_say(site: Site, lang: str) -> None:
    """Each section's first page and each achievement page has at least 300 words of its own."""
    paths = [f"{name}/index.md" for name in LEADING] + [
        f"thanh-tuu/{name}.md" for name in ACHIEVEMENTS
    ]
    pages = {page.path: page for page in site.pages if page.lang == lang}
    words = {path: _own_words(pages[path].body) for path in paths}
    assert {path: count for path, count in words.items() if count < 300} == {}


def test_both_languages_have_the_same_skeleton(site: Site) -> None:
    """A translated page has the headings, directives and citations of its source, in order."""
    different = []
    pages = {(page.lang, page.path): page for page in site.pages}
    for (lang, path), page in pages.items():
        if lang == "en":
            mine, theirs = _skeleton(page.body), _skeleton(pages["vi", path].body)
            if mine != theirs:
                different.append(path)
    assert different == []


def test_planted_mistakes_are_each_reported_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty-five mistakes in a copy of the real content: 25 problems at their lines."""
    paths = copy_project(REPO, tmp_path / "copy")
    plants: list[dict[str, Any]] = yaml.safe_load(PLANTED.read_text(encoding="utf-8"))
    assert len(plants) == 25
    expected = sorted((plant["code"], _plant(paths.root, plant)) for plant in plants)
    _, problems = check_project(paths)
    found = sorted(
        (problem.code, Where(problem.where.file, problem.where.line)) for problem in problems
    )
    assert found == expected
    assert main(["--root", str(paths.root), "check"]) == 1
    assert "Traceback" not in capsys.readouterr().out


def test_real_site_builds_twice_to_the_same_bytes(tmp_path: Path) -> None:
    """Two builds from nothing give identical trees, with every page reachable and no dead link."""
    trees = []
    for name in ("one", "two"):
        paths = copy_project(REPO, tmp_path / name)
        build(
            paths, build_site
        )  # refuses dead links, lone pages and an English tree that is not a mirror
        trees.append(
            {
                path.relative_to(paths.site): path.read_bytes()
                for path in paths.site.rglob("*")
                if path.is_file()
            }
        )
    assert trees[0].keys() == trees[1].keys()
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []


def _own_words(body: str) -> int:
    lines = (line for line in body.split("\n") if not line.startswith("::"))
    return sum(len(strip_inline(line).split()) for line in lines)


def _skeleton(body: str) -> list[str]:
    found = []
    for line in body.split("\n"):
        if line.startswith("::"):
            found.append(line)
        elif heading := re.match(r"#+", line):
            found.append(heading.group())
        found += sorted(
            ",".join(mark.sources)
            if isinstance(mark, Citation)
            else f"{mark.indicator} {mark.options['year']}"
            for mark in parse_inline(line)
        )
    return found


def _plant(root: Path, plant: dict[str, Any]) -> Where:
    """Plant one mistake and return where it must be reported."""
    path = root / plant["file"]
    text = path.read_text(encoding="utf-8")
    start = text.index(plant["after"])
    at = text.index(plant["find"], start)
    text = text[:at] + plant["replace"] + text[at + len(plant["find"]) :]
    path.write_text(text, encoding="utf-8")
    place = (
        text.rindex(plant["at"], 0, at + 1)
        if plant["code"] in _REPORTED_ABOVE
        else text.index(plant["at"], start)
    )
    return Where(plant["file"], text.count("\n", 0, place) + 1 + plant.get("line", 0))


# reported at the entry or reading that the mistake belongs to, which stands above it
_REPORTED_ABOVE = {"preferred-reading", "missing-key"}
