"""Nobody is shown against their will: consents, and what is left when one is taken back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from changes import apply_changes
from conftest import TINY, copy_project
from microsite.check.withdrawal import without_withdrawn
from microsite.checking import check_project
from microsite.engine import build_site
from microsite.model.consent import Consent
from microsite.paths import ProjectPaths
from microsite.pictures.plan import key_of
from microsite.pipeline import build
from photographs import corners, written
from test_components import record

NAME, SAID = "Lò Thị Mẫu", "Tôi trồng cây ban đầu tiên"
TRACES = ("Lò Thị Mẫu", "Lo Thi Mau", "lo-thi-mau", "Tôi trồng cây ban", "tieng-ba", "Bế chậu cây")
CONSENT = """consents:
- id: dt-2026-001
  paper: 1/2026/DT
  given: 2026-01-05
  scope: all
"""
PHOTOS = """photos:
- id: lo-thi-mau-vuon
  file: lo-thi-mau.jpg
  alt:
    vi: Bế chậu cây trước cổng
    en: Carrying a pot before the gate
  caption:
    vi: Lò Thị Mẫu trong vườn.
    en: Lò Thị Mẫu in the garden.
  place:
    vi: Cổng vườn
    en: The gate
  date: 2020
  author: Người chụp mẫu
  licence: CC BY 4.0
  people: true
  consents:
  - dt-2026-001
- id: vuon-vang
  file: vuon-vang.jpg
  alt:
    vi: Lối đi không có ai
    en: A path without anybody
  caption:
    vi: Vườn vắng.
    en: The empty garden.
  place:
    vi: Cổng vườn
    en: The gate
  date: 2021
  author: Người chụp mẫu
  licence: CC BY 4.0
  people: false
"""
RECORDING = """recordings:
- id: tieng-ba
  file: tieng-ba.wav
  title:
    vi: Lời kể trong vườn
    en: A tale of the garden
  minutes: 0.1
  bytes: {bytes}
  lang: hmn
  speaker:
    vi: Bà Lò Thị Mẫu, 80 tuổi
    en: Mrs Lò Thị Mẫu, aged 80
  transcript:
    vi: Tôi trồng cây ban đầu tiên.
    en: I planted the first bauhinia.
  consents:
  - dt-2026-001
"""
VOICE = """- id: lo-thi-mau-2020
  group: elders
  who:
    vi: Bà Lò Thị Mẫu
    en: Mrs Lò Thị Mẫu
  date: 2020-01
  text:
    vi: Tôi trồng cây ban đầu tiên.
    en: I planted the first bauhinia.
  consents:
  - dt-2026-001
"""
EXEMPLAR = """- id: lo-thi-mau
  name: Lò Thị Mẫu
  role:
    vi: Tổ viên
    en: Gardener
  field: culture
  place:
    vi: Luống hai
    en: Bed two
  honour:
    vi: Giấy khen của tổ
    en: A certificate of the gardeners
  text:
    vi: Giữ hạt giống.
    en: Keeps the seeds.
  sources:
  - so-tay
  consents:
  - dt-2026-001
"""
BLOCKS = """

## Ảnh và tiếng

::gallery{ids=lo-thi-mau-vuon}

::gallery{ids=lo-thi-mau-vuon,vuon-vang}

::then-now{then=lo-thi-mau-vuon now=vuon-vang}

::audio{#tieng-ba}
"""
MODEL = ["  sources:\n", "  photos:\n  - lo-thi-mau-vuon\n  - vuon-vang\n  sources:\n"]
WITHDRAWN = {"data/consents.yml": {"append": "  withdrawn: 2026-02-01\n"}}


def add_person(paths: ProjectPaths) -> None:
    """Show one person in a picture, a recording, a voice and an exemplar, by name and in lists."""
    folder = paths.media / "photos"
    folder.mkdir(parents=True)
    (folder / "lo-thi-mau.jpg").write_bytes(written(corners(960, 720)))
    (folder / "vuon-vang.jpg").write_bytes(written(corners(800, 600)))
    size = record(paths.media / "audio" / "tieng-ba.wav")
    apply_changes(
        paths.root,
        {
            "data/consents.yml": {"write": CONSENT},
            "data/photos.yml": {"write": PHOTOS},
            "data/recordings.yml": {"write": RECORDING.format(bytes=size)},
            "data/voices.yml": {"append": VOICE},
            "data/exemplars.yml": {"append": EXEMPLAR},
            "data/models.yml": {"replace": [MODEL]},
            "docs/vi/vuon/index.md": {"append": BLOCKS},
        },
    )


@pytest.fixture(name="person")
def fixture_person(tiny: ProjectPaths) -> ProjectPaths:
    """The tiny project with somebody in it."""
    add_person(tiny)
    return tiny


@pytest.fixture(name="before_and_after", scope="module")
def fixture_before_and_after(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, bytes], dict[str, bytes], ProjectPaths]:
    """The whole output with the person, and after one line in the register."""
    paths = copy_project(TINY, tmp_path_factory.mktemp("person") / "tiny")
    add_person(paths)
    build(paths, build_site)
    before = dict(output(paths))
    apply_changes(paths.root, WITHDRAWN)
    build(paths, build_site)
    return before, dict(output(paths)), paths


def output(paths: ProjectPaths) -> Iterator[tuple[str, bytes]]:
    """Yield everything that a build leaves: the site, and what it keeps between builds; of a
    workbook what is packed in it.
    """
    for folder in (paths.site, paths.build):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(paths.root).as_posix()
                yield name, path.read_bytes()
                if path.suffix == ".xlsx":
                    with zipfile.ZipFile(path) as book:
                        yield f"{name}!", b"".join(map(book.read, book.namelist()))


def traces(files: dict[str, bytes], found: tuple[str, ...]) -> set[str]:
    """Return which of these words stand in a file or in its name."""
    return {
        word
        for word in found
        for name, content in files.items()
        if word in name or word.encode() in content
    }


def codes(paths: ProjectPaths) -> list[str]:
    """Return the codes of everything that is wrong."""
    return [problem.code for problem in check_project(paths)[1]]


def test_withdrawal_leaves_no_trace(
    before_and_after: tuple[dict[str, bytes], dict[str, bytes], ProjectPaths],
) -> None:
    """One line in the register, and picture, recording, voice and exemplar are gone from every
    page, list, search file, sitemap and cache: no name, no file, no hash.
    """
    before, after, paths = before_and_after
    key = key_of((paths.media / "photos/lo-thi-mau.jpg").read_bytes())
    words = (*TRACES, key[:8])
    assert traces(before, words) == {*words} - {"Lo Thi Mau"}
    assert traces(after, words) == set()
    gone = {name for name in before.keys() - after.keys() if name.startswith("site/")}
    assert {name for name in gone if name.endswith(".html")} == {
        "site/nguoi/lo-thi-mau.html",
        "site/en/nguoi/lo-thi-mau.html",
    }
    assert len([name for name in gone if "/photos/" in name]) == 6
    assert [one for one in gone if one.startswith("site/assets/audio/tieng-ba-")]


def test_withdrawal_reaches_the_open_data(
    before_and_after: tuple[dict[str, bytes], dict[str, bytes], ProjectPaths],
) -> None:
    """Who was in the data for others is not there any more, in any file of it; a collection that
    had nothing else is not offered at all.
    """
    before, after, _ = before_and_after
    name = "Lò Thị Mẫu".encode()
    for file in ("voices", "exemplars", "recordings", "photos"):
        assert name in before[f"site/api/{file}.json"], file
    for file, content in after.items():
        if file.startswith(("site/api/", "site/data/", "site/feeds/", "site/embed/")):
            assert name not in content, file
    assert "site/api/recordings.json" not in after
    assert b"dt-2026-001" not in before["site/api/photos.json"]


def test_pages_close_over_the_gap(
    before_and_after: tuple[dict[str, bytes], dict[str, bytes], ProjectPaths],
) -> None:
    """Directives draw what is left, and nothing where nothing is left; the rest of the page and its
    other people stay.
    """
    before, after, _ = before_and_after
    page = "site/vuon/index.html"
    counts = [
        (
            files[page].count(b"<picture>"),
            files[page].count(b"ms-gallery"),
            b"ms-audio" in files[page],
        )
        for files in (before, after)
    ]
    assert counts == [(5, 2, True), (1, 1, False)]
    assert b"ms-then-now" not in after[page]
    assert "Mong vườn thêm cây.".encode() in after[page]
    assert "site/nguoi/nguoi-tuoi-cay.html" in after


def test_model_keeps_its_other_photographs(
    before_and_after: tuple[dict[str, bytes], dict[str, bytes], ProjectPaths],
) -> None:
    """A model shows its photographs in both languages; the one of who withdrew is left out."""
    before, after, _ = before_and_after
    for page in ("site/cach-lam/u-phan.html", "site/en/cach-lam/u-phan.html"):
        assert before[page].count(b"ms-photo") == 2
        assert before[page].index(b"lo-thi-mau-vuon") < before[page].index(b"vuon-vang")
        assert after[page].count(b"ms-photo") == 1


def test_withdrawn_file_may_be_deleted_at_once(person: ProjectPaths) -> None:
    """Once somebody withdrew, the check does not ask for their picture or recording any more."""
    apply_changes(person.root, WITHDRAWN)
    (person.media / "photos/lo-thi-mau.jpg").unlink()
    (person.media / "audio/tieng-ba.wav").unlink()
    assert codes(person) == []


@pytest.mark.parametrize(
    ("slip", "code"),
    [(["given: 2026", "given:2026"], "yaml-no-colon"), (["2026-01-05", "5/1/2026"], "day")],
)
def test_slip_in_the_register_is_said_once(
    person: ProjectPaths, slip: list[str], code: str
) -> None:
    """While the register cannot be read, nobody is asked for files that were deleted by right."""
    apply_changes(person.root, WITHDRAWN)
    (person.media / "photos/lo-thi-mau.jpg").unlink()
    (person.media / "audio/tieng-ba.wav").unlink()
    apply_changes(person.root, {"data/consents.yml": {"replace": [slip]}})
    assert codes(person) == [code]


def test_filter_is_pure_and_touches_nothing_else(person: ProjectPaths) -> None:
    """The content itself stays as it was; only entries of the person are left out of the new one,
    and their ids from the lists of others; without a withdrawal nothing is copied.
    """
    content, _ = check_project(person)
    assert without_withdrawn(content) is content
    apply_changes(person.root, WITHDRAWN)
    content, _ = check_project(person)
    count = len(content.entries)
    left = without_withdrawn(content)
    assert len(content.entries) == count
    names = {one.value.id for one in left.entries}
    assert [one.value.id for one in content.entries if one.value.id not in names] == [
        "lo-thi-mau",
        "lo-thi-mau-vuon",
        "tieng-ba",
        "lo-thi-mau-2020",
    ]
    changed = [
        one.value.id for one in content.entries if one.value.id in names and one not in left.entries
    ]
    assert changed == ["u-phan"]


def test_one_of_several_people_is_enough(person: ProjectPaths) -> None:
    """A picture of two people goes when one of them withdraws."""
    second = CONSENT.partition("\n")[2].replace("001", "002").replace("1/2026", "2/2026")
    apply_changes(
        person.root,
        {
            "data/consents.yml": {"append": f"{second}  withdrawn: 2026-02-01\n"},
            "data/photos.yml": {
                "replace": [["  - dt-2026-001\n", "  - dt-2026-001\n  - dt-2026-002\n"]]
            },
        },
    )
    content, problems = check_project(person)
    assert problems == ()
    assert list(without_withdrawn(content).ids("photos")) == ["vuon-vang"]


@pytest.mark.parametrize("written_in", ["docs/vi/so-lieu/index.md", "data/slogans.yml"])
def test_written_name_is_told(person: ProjectPaths, written_in: str) -> None:
    """A machine cannot rewrite a sentence: the name of who withdrew is told wherever it stands,
    also where it is known from a voice alone.
    """
    apply_changes(
        person.root,
        {
            **WITHDRAWN,
            "data/exemplars.yml": {"replace": [["  consents:\n  - dt-2026-001\n", ""]]},
            written_in: {"replace": [["Thêm", "Thêm Lò Thị Mẫu"]]}
            if written_in.startswith("data")
            else {"append": "\n\nCâu này kể về Lò Thị Mẫu.\n"},
        },
    )
    told = {(one.code, one.where.file) for one in check_project(person)[1]}
    assert ("withdrawn-named", written_in) in told
    assert ("withdrawn-named", "data/exemplars.yml") in told


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("  people: true\n  consents:\n  - dt-2026-001\n", "  people: true\n", ["no-consent"]),
        (
            "  people: true\n  consents:\n  - dt-2026-001\n",
            "  people: true\n  sources:\n  - so-tay\n",
            [],
        ),
        ("  people: true\n  consents:\n  - dt-2026-001\n", "  people: false\n", []),
        ("  people: true\n", "", ["missing-key"]),
        ("  - dt-2026-001\n", "  - dt-2026-009\n", ["unknown-id"]),
    ],
)
def test_picture_of_somebody(person: ProjectPaths, old: str, new: str, wanted: list[str]) -> None:
    """Whoever can be recognised agreed, or a public source shows them; one must say whether anybody
    can be recognised at all.
    """
    apply_changes(person.root, {"data/photos.yml": {"replace": [[old, new]]}})
    assert codes(person) == wanted


@pytest.mark.parametrize("name", ["voices", "recordings"])
def test_words_of_somebody(person: ProjectPaths, name: str) -> None:
    """Words and recordings need a consent or a public source; either is enough."""
    path = f"data/{name}.yml"
    consents = "  consents:\n  - dt-2026-001\n"
    apply_changes(person.root, {path: {"replace": [[consents, ""]]}})
    assert codes(person) == ["no-consent"]
    apply_changes(person.root, {path: {"append": "  sources:\n  - so-tay\n"}})
    assert codes(person) == []


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [
        ("all", set()),
        ("picture", {"recordings", "voices", "exemplars"}),
        ("quotation", {"photos", "recordings", "exemplars"}),
        ("recording", {"photos", "voices", "exemplars"}),
    ],
)
def test_consent_covers_its_use(person: ProjectPaths, scope: str, wanted: set[str]) -> None:
    """A consent to one thing is no consent to another."""
    change = {"replace": [["scope: all", f"scope: {scope}"]]}
    apply_changes(person.root, {"data/consents.yml": change})
    problems = check_project(person)[1]
    assert {one.code for one in problems} <= {"consent-scope"}
    assert {Path(one.where.file).stem for one in problems} == wanted


def test_child_needs_two_consents(person: ProjectPaths) -> None:
    """A child's own consent is not enough, nor is it with its guardian's day left out."""
    apply_changes(person.root, {"data/consents.yml": {"append": "  child: true\n"}})
    assert codes(person) == ["child-consent"]
    guardian = {"data/consents.yml": {"append": "  guardian_given: 2026-01-06\n"}}
    apply_changes(person.root, guardian)
    assert codes(person) == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Nghệ nhân dân tộc Mông.", ["ethnicity-consent"]),
        ("Dân tộc Hà Nhì, giữ hạt giống.", ["ethnicity-consent"]),
        ("Một người Dao đỏ trong vườn.", ["ethnicity-consent"]),
        ("Vườn của các dân tộc trong vùng.", []),
        ("Một người Hà Nội trong vườn.", []),
    ],
)
def test_ethnic_origin_is_told_by_consent(
    person: ProjectPaths, words: str, wanted: list[str]
) -> None:
    """The peoples that the data name are not said of a person who did not agree to that."""
    people = {"append": "  people:\n  - Dao\n"}
    caption = {"replace": [["vi: Lò Thị Mẫu trong vườn.", f"vi: {words}"]]}
    apply_changes(person.root, {"data/culture.yml": people, "data/photos.yml": caption})
    assert codes(person) == wanted
    apply_changes(person.root, {"data/consents.yml": {"append": "  ethnicity: true\n"}})
    assert codes(person) == []


def test_ethnic_origin_in_english_is_the_same(person: ProjectPaths) -> None:
    """English words are held to the same rule."""
    people = {"append": "  people:\n  - Dao\n"}
    caption = {"replace": [["en: Lò Thị Mẫu in the garden.", "en: A Dao woman in the garden."]]}
    apply_changes(person.root, {"data/culture.yml": people, "data/photos.yml": caption})
    assert codes(person) == ["ethnicity-consent"]


@pytest.mark.parametrize("line", ["name: Lò Thị Mẫu", "phone: '0912345678'", "note: Bà Mẫu"])
def test_register_has_no_place_for_a_person(person: ProjectPaths, line: str) -> None:
    """The register is public: names, telephone numbers and remarks have no field."""
    apply_changes(person.root, {"data/consents.yml": {"append": f"  {line}\n"}})
    assert "unknown-key" in codes(person)
    assert set(Consent.model_fields) == {
        "id", "paper", "given", "scope", "child", "guardian_given", "ethnicity", "withdrawn",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["consents: []\n", None])
def test_empty_register_is_fine(tiny: ProjectPaths, text: str | None) -> None:
    """A project without consents, or with an empty list of them, is sound."""
    if text is not None:
        (tiny.data / "consents.yml").write_text(text, encoding="utf-8")
    assert codes(tiny) == []
