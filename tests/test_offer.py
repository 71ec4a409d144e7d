"""What others take from the site: data with schemas, tables, feeds, frames, and a page about it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assets import find_asset
from changes import apply_changes
from conftest import REPO
from microsite.check.assemble import assemble
from microsite.check.release import release
from microsite.check.withdrawal import without_withdrawn
from microsite.checking import check_project
from microsite.engine import build_site
from microsite.offer.api import api_files
from microsite.offer.package import table_files
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.preparing import prepare
from microsite.render.context import Shared
from microsite.render.frames import figure_of_edition, milestones
from microsite.render.offered import OFFERED
from microsite.render.site_pages import share

FRAME = 40 * 1024  # bytes of a frame with its style sheet, as they lie on the disk
APPROVED = "  status: approved\n  approved_by: Người duyệt A\n  approved_on: 2026-03-02\n"
LICENCE = """licence:
  id: CC-BY-4.0
  title:
    vi: Giấy phép Ghi công 4.0
    en: Attribution 4.0
  url: https://spdx.org/licenses/CC-BY-4.0
"""

Read = Callable[[str], str]


def shared_of(paths: ProjectPaths) -> Shared:
    """Return what the files of a project are made of, as a build has it."""
    content, problems = check_project(paths)
    assert problems == ()
    content = release(without_withdrawn(content))
    assert content.settings is not None
    return share(assemble(content, content.settings), {}, {}, offers=True)[0]


@pytest.fixture(name="tables")
def fixture_tables(tiny: ProjectPaths) -> dict[str, bytes]:
    """The tables of the tiny project, by address."""
    return {file.path: file.content for file in table_files(shared_of(tiny))}


def rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


# data and schemas


@pytest.mark.parametrize("root", [REPO / "tests/fixtures/tiny", REPO], ids=["tiny", "real"])
def test_every_collection_fits_its_published_schema(root: Path) -> None:
    """Each file under api/ is what the schema beside it says, and each schema is one; texts carry
    no marks of ours. What has no entries, as photographs, has no file.
    """
    jsonschema = pytest.importorskip("jsonschema")
    files = {
        file.path: json.loads(file.content) for file in api_files(shared_of(ProjectPaths(root)))
    }
    data = {path: one for path, one in files.items() if "/schema/" not in path}
    names = {path.removeprefix("api/").removesuffix(".json") for path in data}
    assert names == {"index", *OFFERED} - {"photos", "recordings"}
    assert not re.search(r"\[@|:figure\[", json.dumps(list(data.values()), ensure_ascii=False))
    for path, one in data.items():
        schema = files[f"api/{one['$schema']}"]
        validator = jsonschema.Draft202012Validator
        validator.check_schema(schema)
        said = [
            f"{path} {list(error.path)}: {error.message[:200]}"
            for error in validator(schema, format_checker=jsonschema.FormatChecker()).iter_errors(
                one
            )
        ]
        assert said == []


@pytest.mark.parametrize(
    ("name", "slip"),
    [
        ("events", {"date": 2015}),
        ("indicators", {"decimals": "1"}),
        ("sources", {"kind": "rumour"}),
        ("units", {"states": []}),
        ("questions", {"approved_by": "Tổ trưởng"}),
        ("models", {"title": None}),
    ],
)
def test_schema_refuses_what_is_not_published(
    tiny: ProjectPaths, name: str, slip: dict[str, Any]
) -> None:
    """No schema takes text for numbers, unknown kinds, editors' fields or empty values."""
    jsonschema = pytest.importorskip("jsonschema")
    files = {file.path: json.loads(file.content) for file in api_files(shared_of(tiny))}
    validator = jsonschema.Draft202012Validator(files[f"api/schema/{name}.json"])
    data = files[f"api/{name}.json"]
    assert validator.is_valid(data)
    data["entries"][0] |= slip
    assert not validator.is_valid(data)


def test_texts_are_written_out(tiny: ProjectPaths) -> None:
    """In the data a figure is its words and a citation is nothing: its source is a field."""
    files = {file.path: json.loads(file.content) for file in api_files(shared_of(tiny))}
    (question,) = files["api/questions.json"]["entries"]
    assert question["answer"] == {
        "vi": "Năm 2018 có 2.000 cây.",
        "en": "In 2018 there were 2,000 trees.",
    }
    assert question["links"] == {
        "vi": "https://garden.test/five/hoi/kinh-te.html#bao-nhieu-cay",
        "en": "https://garden.test/five/en/hoi/kinh-te.html#bao-nhieu-cay",
    }
    (indicator,) = files["api/indicators.json"]["entries"]
    assert indicator["definition"]["vi"] == "Số cây đếm vào cuối năm."


def test_editors_own_fields_are_not_published(tiny: ProjectPaths) -> None:
    """Who approved what, consents, and the address of a source that must not be linked stay away;
    so does what nobody approved.
    """
    apply_changes(
        tiny.root,
        {
            "data/models.yml": {"replace": [["- id: u-phan\n", f"- id: u-phan\n{APPROVED}"]]},
            "data/sources.yml": {
                "append": "- id: kin\n  title: Giấy kín\n  publisher: Tổ\n  kind: press\n"
                "  url: https://kin.test/a\n  public_link: false\n"
            },
        },
    )
    written = b"".join(file.content for file in api_files(shared_of(tiny))).decode()
    assert "Giấy kín" in written
    for word in (
        "Người duyệt A",
        "approved_by",
        '"consents"',
        "kin.test",
        "cho-xac-minh",
        "Bán cây",
    ):
        assert word not in written


# tables


def test_data_package_is_valid(tables: dict[str, bytes], tmp_path: Path) -> None:
    """frictionless finds nothing wrong: descriptor, types, constraints, keys, sizes and hashes."""
    frictionless = pytest.importorskip("frictionless")
    for path, content in tables.items():
        (tmp_path / Path(path).name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []
    assert [task.stats["rows"] for task in report.tasks] == [4, 1, 2]
    (tmp_path / "readings.csv").write_bytes(tables["data/readings.csv"] + b"gone,,,x\r\n")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_every_reading_is_a_row(tables: dict[str, bytes]) -> None:
    """All readings of all sources are there, with their sign, and which one the site goes by."""
    found = rows(tables["data/readings.csv"])
    told = [(one["year"], one["value"], one["qualifier"], one["preferred"]) for one in found]
    assert told == [
        ("2015", "12", "exact", "true"),
        ("2016", "1250.5", "over", "true"),
        ("2018", "2000", "exact", "true"),
        ("2018", "2100", "exact", "false"),
    ]
    assert found[3]["note_en"] == "The copy gives another number."
    (indicator,) = rows(tables["data/indicators.csv"])
    assert indicator["page"] == "https://garden.test/five/so-lieu/so-cay.html"
    assert indicator["breaks"] == "2018"


def test_text_is_no_formula(tiny: ProjectPaths) -> None:
    """A name that a spreadsheet program would take for a formula is text in CSV and workbook."""
    openpyxl = pytest.importorskip("openpyxl")
    formula = '=HYPERLINK("http://x.test")'
    apply_changes(
        tiny.root, {"data/indicators.yml": {"replace": [["vi: Số cây\n", f"vi: '{formula}'\n"]]}}
    )
    files = {file.path: file.content for file in table_files(shared_of(tiny))}
    assert rows(files["data/readings.csv"])[0]["name_vi"] == f"'{formula}"
    book = openpyxl.load_workbook(io.BytesIO(files["data/indicators.xlsx"]))
    cell = book["Số liệu"]["B2"]
    assert (cell.value, cell.data_type) == (formula, "s")


def test_workbook_opens_and_holds_the_tables(tables: dict[str, bytes]) -> None:
    """The workbook has a sheet to read first and one for each table, numbers as numbers."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(tables["data/indicators.xlsx"]))
    assert book.sheetnames == ["Đọc trước", "Số liệu", "Chỉ tiêu", "Nguồn"]
    first = [cell.value for cell in book["Đọc trước"]["A"]]
    assert first[0] == "Kỷ niệm 5 năm vườn mẫu"
    assert any("chưa quyết định giấy phép" in line for line in first)
    values = [row[5].value for row in book["Số liệu"].iter_rows(min_row=2)]
    assert values == [12, 1250.5, 2000, 2100]


def test_tables_know_no_clock(tiny: ProjectPaths, tables: dict[str, bytes]) -> None:
    """Equal content gives equal bytes: the workbook carries the day of the content."""
    again = {file.path: file.content for file in table_files(shared_of(tiny))}
    assert again == tables
    with zipfile.ZipFile(io.BytesIO(tables["data/indicators.xlsx"])) as book:
        assert {one.date_time for one in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        day = shared_of(tiny).site.edition.isoformat()
        assert f"{day}T00:00:00Z" in book.read("docProps/core.xml").decode()


def test_licence_is_stated_or_said_to_be_open(tiny: ProjectPaths) -> None:
    """Without a decision nothing names a licence; with one every form of the data does."""
    files = {file.path: file.content for file in (*table_files(shared_of(tiny)),)}
    assert "licenses" not in json.loads(files["data/datapackage.json"])
    apply_changes(tiny.root, {"data/site.yml": {"append": LICENCE}})
    shared = shared_of(tiny)
    package = {file.path: file.content for file in table_files(shared)}["data/datapackage.json"]
    assert json.loads(package)["licenses"][0]["name"] == "CC-BY-4.0"
    assert all(
        json.loads(file.content)["licence"]["id"] == "CC-BY-4.0"
        for file in api_files(shared)
        if "/schema/" not in file.path
    )
    (page,) = [one for one in prepare(tiny).pages if one.file == "vi/trang/du-lieu-mo.md"]
    assert 'rel="license">Giấy phép Ghi công 4.0</a>' in page.body


# frames


def frames(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every frame."""
    for path in sorted((site / "embed").rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


class Tags(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.seen.append((tag, dict(attrs)))


def test_there_is_a_frame_for_everything(built: ProjectPaths) -> None:
    """Every language has the figure, the timeline, each indicator and each question."""
    assert [address for address, _ in frames(built.site)] == [
        f"embed/{lang}/{name}.html"
        for lang in ("en", "vi")
        for name in ("con-so", "hoi/bao-nhieu-cay", "so-lieu/so-cay", "vuon/index")
    ]


def test_frames_run_nothing_and_fetch_one_sheet(built: ProjectPaths) -> None:
    """A frame has no script, no style of its own, no handler; it fetches one style sheet, and its
    links leave the frame.
    """
    for address, html in frames(built.site):
        tags = Tags()
        tags.feed(html)
        assert not {tag for tag, _ in tags.seen} & {"script", "style", "img", "iframe", "form"}
        for tag, attributes in tags.seen:
            assert not any(name.startswith("on") for name in attributes), address
            assert "style" not in attributes, address
            if tag == "a":
                assert (attributes["target"], attributes["rel"]) == ("_blank", "noopener"), address
        sheets = [
            one["href"] for tag, one in tags.seen if tag == "link" and one["rel"] == "stylesheet"
        ]
        assert len(sheets) == 1
        assert "default-src 'none'" in html
    assert "url(" not in find_asset(built.site, "css/embed.css").read_text(encoding="utf-8")


def test_frames_are_small(built: ProjectPaths) -> None:
    """A frame with its style sheet takes 40 KB at most, uncompressed."""
    sheet = find_asset(built.site, "css/embed.css").stat().st_size
    heavy = {
        address: size
        for address, html in frames(built.site)
        if (size := len(html.encode()) + sheet) > FRAME
    }
    assert heavy == {}


def test_code_to_embed_stands_on_the_indicators_page(read: Read) -> None:
    """The page shows code to copy, as text, with the whole address; and it names the description,
    whose code is the same.
    """
    page = read("so-lieu/so-cay.html")
    code = re.search(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert code is not None
    assert 'src="https://garden.test/five/embed/vi/so-lieu/so-cay.html"' in code[1].replace(
        "&#34;", '"'
    )
    found = re.search(r'type="application/json\+oembed" href="(.*?)"', page)
    assert found is not None
    described = json.loads(read(f"so-lieu/{found[1]}"))
    assert (described["version"], described["type"]) == ("1.0", "rich")
    shown = code[1].replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"')
    assert described["html"] == shown


def test_nobody_is_offered_code_that_would_not_work(tiny: ProjectPaths) -> None:
    """Without hosts that may embed, or without an address, no code is shown."""
    hosts = "embed:\n  hosts:\n  - https://paper.test\n"
    for change in ([hosts, ""], ["address: https://garden.test/five/\n", ""]):
        apply_changes(tiny.root, {"data/site.yml": {"replace": [change]}})
        assert not any("<textarea" in page.body for page in prepare(tiny).pages)
        apply_changes(tiny.root, {"data/site.yml": {"append": change[0]}})
    assert any("<textarea" in page.body for page in prepare(tiny).pages)


def test_figure_changes_with_the_content_only(tiny: ProjectPaths) -> None:
    """The figure of the edition goes by the day of the content: the next day, the next of those
    that have a chart; without any, there is none.
    """
    site = shared_of(tiny).site
    assert figure_of_edition(site) == "so-cay"
    apply_changes(tiny.root, {"data/indicators.yml": {"replace": [["chart: line", "chart: none"]]}})
    assert figure_of_edition(shared_of(tiny).site) == ""
    real = shared_of(ProjectPaths(REPO)).site
    assert figure_of_edition(real) == figure_of_edition(shared_of(ProjectPaths(REPO)).site)


def test_short_timeline_remembers_the_anniversaries() -> None:
    """It begins with what the anniversaries remember, ends with the latest, and stays short."""
    site = shared_of(ProjectPaths(REPO)).site
    chosen = milestones(site)
    dates = [str(event.date) for event in chosen]
    assert dates == sorted(dates)
    assert {str(one.date) for one in site.settings.anniversaries} <= set(dates)
    assert len(chosen) < 12


# the page, and where nothing is offered


def test_page_leads_to_everything(built: ProjectPaths, read: Read) -> None:
    """The page about open data names every table, collection, schema and feed of its language."""
    for lang, folder in (("vi", ""), ("en", "en/")):
        page = read(f"{folder}trang/du-lieu-mo.html")
        up = "../../" if folder else "../"
        for path in sorted(built.site.rglob("*")):
            name = path.relative_to(built.site).as_posix()
            own = name.startswith((f"feeds/{lang}/", "data/", "api/"))
            if (
                path.is_file()
                and own
                and path.suffix not in (".br", ".gz")
                and name != "api/schema/index.json"
            ):
                assert f'href="{up}{name}"' in page, (lang, name)


@pytest.mark.parametrize("kind", ["drafts", "kiosk"])
def test_drafts_and_kiosks_offer_nothing(tiny: ProjectPaths, kind: str) -> None:
    """A preview and a kiosk carry no feeds, data or frames, name none in the head, and lead to
    none.
    """
    options: dict[str, Any] = {"drafts": True} if kind == "drafts" else {"kiosk": "20240101-1"}
    prepared = prepare(tiny, **options)
    assert not prepared.offers
    text = "\n".join(page.body for page in prepared.pages)
    for word in ("feeds/", "api/", "data/readings", "embed/", "<textarea"):
        assert word not in text
    if kind == "drafts":
        build(tiny, build_site, drafts=True)
        left = {path.name for path in tiny.drafts.iterdir()}
        assert not left & {"feeds", "api", "data", "embed", "oembed"}
        home = (tiny.drafts / "index.html").read_text(encoding="utf-8")
        assert "application/rss+xml" not in home


def test_what_is_withdrawn_is_offered_nowhere(tiny: ProjectPaths) -> None:
    """An indicator whose page is withdrawn in an emergency has no row, no entry and no frame."""
    switch = "emergency:\n  withdraw: so-lieu/so-cay.html\n"
    apply_changes(tiny.root, {"data/site.yml": {"append": switch}})
    build(tiny, build_site)
    assert not list((tiny.site / "embed").rglob("so-cay.html"))
    assert not (tiny.site / "api/indicators.json").exists()
    assert not (tiny.site / "data").exists()
    assert "so-cay" not in (tiny.site / "api/index.json").read_text(encoding="utf-8")
