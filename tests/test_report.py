"""`microsite report`: totals that never mix measures, files that say the same, spreadsheets in."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from golden_files import read_case, write_case
from microsite.checking import check_project
from microsite.cli import main
from microsite.documents.checker import check_document
from microsite.model.activity import Activity
from microsite.model.totals import MixedMeasuresError, add_up, in_period, totals_by
from microsite.outreach.kit import read_site
from microsite.paths import ProjectPaths
from microsite.report.making import BLANK, make_report
from microsite.report.naming import Naming, views_of
from microsite.report.sheets import MAX_LINES, UnreadableError, read_sheet
from microsite.report.values import read_period
from offices import part, texts

HERE = Path(__file__).parent
EXAMPLE = HERE / "fixtures" / "report" / "hoat-dong.csv"
CASES = sorted((HERE / "golden" / "report").glob("*.yml"))
DAY = date(2020, 3, 1)
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="NOT CHECKED: LibreOffice is not installed"
)


def report(paths: ProjectPaths, *arguments: str) -> int:
    """Run `microsite report`."""
    return main(["--root", str(paths.root), "report", "--lang", "vi", *arguments])


@pytest.fixture(name="told")
def fixture_told(tiny: ProjectPaths) -> ProjectPaths:
    """The tiny project with the activities of the example."""
    assert report(tiny, "--import", str(EXAMPLE)) == 0
    return tiny


def activity(**changed: Any) -> Activity:
    """Return an activity."""
    usual = {
        "id": "mot",
        "unit": "luong-mot",
        "channel": "speakers",
        "activity": "Nói chuyện",
        "quantity": "2",
        "measure": "session",
        "language": "vi",
        "period": "2020-01",
        "evidence": "Sổ",
    }
    return Activity.model_validate({**usual, **changed})


def test_what_is_counted_differently_is_not_added() -> None:
    """Sessions and metres have no sum; the error names both."""
    with pytest.raises(MixedMeasuresError) as raised:
        add_up("mot", [activity(), activity(measure="metre")])
    assert raised.value.measures == ("session", "metre")


def test_totals_stand_apart_by_measure_and_basis() -> None:
    """Each key has a line for each measure; counted and estimated people are two numbers."""
    rows = [
        activity(audience={"people": "30", "basis": "counted"}),
        activity(quantity="3.5", audience={"people": "20", "basis": "estimated"}),
        activity(measure="metre", quantity="7"),
    ]
    found = totals_by(rows, lambda one: one.unit, ["luong-mot"])
    assert [(one.measure, one.quantity, one.counted, one.estimated) for one in found] == [
        ("session", 5.5, 30, 20),
        ("metre", 7, 0, 0),
    ]


def test_a_period_holds_the_shorter_ones() -> None:
    """A year holds its quarters and months; a quarter only itself, months stay apart."""
    rows = [activity(period=one) for one in ("2020-01", "2020-Q1", "2020", "2021-01")]
    assert [one.period for one in in_period(rows, "2020")] == ["2020-01", "2020-Q1", "2020"]
    assert [one.period for one in in_period(rows, "2020-Q1")] == ["2020-Q1"]
    assert len(in_period(rows, "")) == 4


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("01/2024", "2024-01"),
        ("1/2024", "2024-01"),
        ("tháng 12/2024", "2024-12"),
        ("2024-07", "2024-07"),
        ("quý II/2024", "2024-Q2"),
        ("Quý 4/2024", "2024-Q4"),
        ("2024-q3", "2024-Q3"),
        ("năm 2024", "2024"),
        ("2024", "2024"),
    ],
)
def test_periods_as_offices_write_them(written: str, meant: str) -> None:
    """Months, quarters and years in every usual way of writing."""
    assert read_period(written) == meant


def test_import_takes_every_line(told: ProjectPaths) -> None:
    """Names and codes, large and small letters, 1.250,5 and empty lines are understood; what is
    written keeps every rule of the content.
    """
    content, problems = check_project(told)
    assert problems == ()
    found = [entry.value for entry in content.of("activities")]
    assert [
        (one.quantity, one.measure, one.period) for one in found if isinstance(one, Activity)
    ] == [
        (12, "session", "2020-01"),
        (3.5, "hour", "2020-Q1"),
        (8, "session", "2020-02"),
        (1250.5, "metre", "2020"),
        (2, "session", "2020-02"),
    ]


def test_import_goes_on_where_the_file_ends(told: ProjectPaths, tmp_path: Path) -> None:
    """A second file is added below the first, which stays as it was; ids go on."""
    before = (told.data / "activities.yml").read_text(encoding="utf-8")
    second = tmp_path / "hai.csv"
    text = EXAMPLE.read_text(encoding="utf-8").replace("Sổ trực", "Sổ tổ hai")
    second.write_text(text.replace("Hợp đồng 4", "Hợp đồng 5"), encoding="utf-8")
    assert report(told, "--import", str(second)) == 0
    after = (told.data / "activities.yml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "id: 2020-01-luong-mot-speakers-2\n" in after
    assert check_project(told)[1] == ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_bad_lines_are_explained(
    path: Path, tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], *, update_golden: bool
) -> None:
    """Each fault is told with line and column and what to do; nothing is written."""
    case = read_case(path)
    sheet = tiny.root / "bang.csv"
    sheet.write_text(case["sheet"], encoding="utf-8")
    assert report(tiny, "--import", str(sheet)) == 1
    said = capsys.readouterr()
    if update_golden:
        case["said"] = said.out
        write_case(path, case)
    assert said.out == case["said"]
    assert "Chưa nhập dòng nào" in said.err
    assert not (tiny.data / "activities.yml").exists()


def filled(template: Path, target: Path, rows: list[list[str]]) -> Path:
    """Fill the workbook for offices with ``rows``, as a spreadsheet program would."""
    book = load_workbook(template)
    sheet = book.worksheets[0]
    for line, cells in enumerate(rows, 2):
        for column, cell in enumerate(cells, 1):
            number = re.fullmatch(r"[0-9]+(?:,[0-9]+)?", cell)
            value = float(cell.replace(",", ".")) if number else cell or None
            sheet.cell(line, column, value)
    book.save(target)
    return target


def test_workbook_for_offices_comes_back(tiny: ProjectPaths, tmp_path: Path) -> None:
    """The empty workbook, filled in and sent back, gives the same activities as the CSV."""
    assert report(tiny) == 0
    lines = csv.reader(io.StringIO(EXAMPLE.read_text(encoding="utf-8")), delimiter=";")
    rows = [[cell.replace("1.", "1") for cell in line] for line in lines if line][1:]
    back = filled(tiny.report / BLANK, tmp_path / "ve.xlsx", rows)
    assert report(tiny, "--import", str(back)) == 0
    by_workbook = (tiny.data / "activities.yml").read_bytes()
    (tiny.data / "activities.yml").unlink()
    assert report(tiny, "--import", str(EXAMPLE)) == 0
    assert (tiny.data / "activities.yml").read_bytes() == by_workbook


def test_month_that_a_program_made_a_day_of(tmp_path: Path) -> None:
    """Spreadsheet programs turn 01/2024 into the first of January; it is still the month."""
    book = Workbook()
    book.worksheets[0].append(["Kỳ", date(2024, 1, 1), 2.5, 12.0, True])
    book.save(tmp_path / "a.xlsx")
    assert read_sheet(tmp_path / "a.xlsx")[0].cells == ("Kỳ", "01/2024", "2,5", "12", "True")


@pytest.mark.parametrize(
    ("name", "raw", "key"),
    [
        ("a.csv", "Đơn vị;Kênh".encode("cp1258", "replace") + b"\xcc\xd2", "encoding"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"\n\n", "empty"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "kind"),
        ("a.xlsx", b"no zip", "broken"),
        ("a.csv", b"a;b\n" * (MAX_LINES + 1), "too_long"),
    ],
)
def test_what_is_no_table_is_refused(name: str, raw: bytes, key: str, tmp_path: Path) -> None:
    """Old Excel, other encodings, broken, empty and endless files are each told apart."""
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(UnreadableError) as raised:
        read_sheet(path)
    assert raised.value.key == key


def test_letters_are_composed(tiny: ProjectPaths, tmp_path: Path) -> None:
    """A file whose marks stand beside their letters is taken as if they were one."""
    apart = unicodedata.normalize("NFD", EXAMPLE.read_text(encoding="utf-8"))
    (tmp_path / "mac.csv").write_text(apart, encoding="utf-8")
    assert report(tiny, "--import", str(tmp_path / "mac.csv")) == 0
    written = (tiny.data / "activities.yml").read_text(encoding="utf-8")
    assert "Nói chuyện ở luống" in written
    assert unicodedata.is_normalized("NFC", written)


def test_refusal_is_a_sentence(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is said so, with 2."""
    assert report(tiny, "--import", "khong-co.xlsx") == 2
    assert "Không thấy tệp khong-co.xlsx" in capsys.readouterr().err
    assert report(tiny, "--period", "quý này") == 2
    assert "Không hiểu kỳ" in capsys.readouterr().err


def test_nothing_to_report_is_said_kindly(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without activities there is only the workbook for offices, and the way to go on."""
    assert report(tiny) == 0
    assert "chưa có gì để báo cáo" in capsys.readouterr().out
    names = {path.name for path in tiny.report.iterdir()}
    assert names == {BLANK, "index.html", "report.css", "list.json", "SHA256SUMS"}


def test_report_is_made_whole(told: ProjectPaths) -> None:
    """Every file is in the list with its checksum; each says version, day and sources."""
    assert report(told, "--date", "2020-03-01") == 0
    listed = json.loads((told.report / "list.json").read_text(encoding="utf-8"))
    assert (listed["version"], listed["date"], listed["rows"]) == ("20200301-1", "2020-03-01", 5)
    assert listed["sources"][0] == "Sổ trực 1"
    for one in listed["files"]:
        raw = (told.report / one["path"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == one["sha256"]
    names = {one["path"] for one in listed["files"]}
    papers = {"bao-cao.docx", "bao-cao.pdf", "so-lieu.xlsx", "so-lieu.csv"}
    assert papers | {"bieu-do.svg", "bieu-do.png"} < names
    assert (told.report / "bao-cao.pdf").read_bytes().startswith(b"%PDF-")
    document = (told.report / "bao-cao.docx").read_bytes()
    footers = part(document, "word/footer1.xml") + part(document, "word/footer2.xml")
    assert "20200301-1" in footers
    drawn = (told.report / "bieu-do.svg").read_text(encoding="utf-8")
    assert "Bản 20200301-1, ngày 01/03/2020. Nguồn: báo cáo của các đơn vị." in drawn
    how = load_workbook(told.report / BLANK)["Cách điền"]
    assert any("20200301-1" in str(row[0].value) for row in how.iter_rows())
    assert "Sổ trực 1" in texts(document)
    assert "20200301-1" in (told.report / "so-lieu.csv").read_text(encoding="utf-8-sig")


def test_report_is_a_draft_of_the_state(told: ProjectPaths) -> None:
    """W1 to W9 hold for the report too."""
    made, _ = make_report(read_site(told), "20200301-1", DAY)
    assert check_document(made["bao-cao.docx"], "nd30") == ()


def test_letter_that_only_word_can_show_costs_the_pdf(
    told: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Word document is made all the same, and the letter is named."""
    file = told.data / "activities.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Sổ trực 1", "Sổ 中", 1), encoding="utf-8")
    assert main(["--root", str(told.root), "report", "--date", "2020-03-01"]) == 0
    assert "中" in capsys.readouterr().err
    assert (told.report / "bao-cao.docx").is_file()
    assert not (told.report / "bao-cao.pdf").exists()


def test_equal_activities_give_equal_bytes(told: ProjectPaths) -> None:
    """No file of the report knows the hour."""
    site = read_site(told)
    assert make_report(site, "20200301-1", DAY) == make_report(site, "20200301-1", DAY)


def test_words_are_no_formulas(told: ProjectPaths) -> None:
    """A cell that somebody sent as a formula is words in what leaves the house."""
    file = told.data / "activities.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Sổ trực 1", "=HYPERLINK(1)", 1), encoding="utf-8")
    made, _ = make_report(read_site(told), "20200301-1", DAY)
    sheet = load_workbook(io.BytesIO(made["so-lieu.xlsx"])).worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if "HYPER" in str(cell.value))
    assert (cell.data_type, cell.value) == ("s", "'=HYPERLINK(1)")
    assert b",'=HYPERLINK(1)" in made["so-lieu.csv"]


def test_totals_are_formulas(told: ProjectPaths) -> None:
    """Totals in the workbook are SUMIFS over the rows, by key and measure, not numbers."""
    made, _ = make_report(read_site(told), "20200301-1", DAY)
    book = load_workbook(io.BytesIO(made["so-lieu.xlsx"]))
    assert book.sheetnames == ["Hoạt động", "Theo kỳ", "Theo đơn vị", "Theo kênh", "Ghi chú"]
    for name in book.sheetnames[1:4]:
        for row in book[name].iter_rows(min_row=2, max_row=book[name].max_row - 1):
            assert all(str(cell.value).startswith("=SUMIFS(") for cell in row[2:5])
            assert str(row[5].value).startswith("=COUNTIFS(")


@needs_office
def test_another_program_comes_to_the_same_totals(told: ProjectPaths, tmp_path: Path) -> None:
    """LibreOffice computes from the rows what we compute."""
    site = read_site(told)
    made, _ = make_report(site, "20200301-1", DAY)
    (tmp_path / "s.xlsx").write_bytes(made["so-lieu.xlsx"])
    # separator, quotes, UTF-8, from line 1, values as they are, every sheet
    how = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", how, "--outdir", str(tmp_path), str(tmp_path / "s.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    naming, rows = Naming(site), tuple(site.activities.values())
    for view in views_of(rows, naming):
        name = naming.words(f"reporting.sheet.{view.id}")
        text = (tmp_path / f"s-{name}.csv").read_text(encoding="utf-8")
        lines = list(csv.reader(io.StringIO(text)))[1:-1]
        found = [(line[0], line[1], *map(float, line[2:])) for line in lines]
        assert found == [
            (
                view.names[one.key],
                naming.measure(one.measure),
                one.quantity,
                one.counted,
                one.estimated,
                one.rows,
            )
            for one in totals_by(rows, view.key, view.order)
        ]
