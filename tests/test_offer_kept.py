"""What nobody gets: collections and fields that stay with those who write the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from changes import apply_changes
from conftest import REPO, TINY, copy_project
from golden_files import read_case, write_case
from microsite.engine import build_site
from microsite.model.site import COLLECTIONS
from microsite.offer.schemas import collection_schema
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.render.offered import KEPT_BACK, OFFERED
from microsite.wording.catalog import load_words
from test_consent import add_person

FIELDS = REPO / "tests/golden/offer/fields.yml"
OFFERS = ("api", "data", "feeds", "embed", "oembed")

APPROVED = "  status: approved\n  approved_by: Người duyệt kín\n  approved_on: 2020-03-02\n"
# whatever the editors know and readers need not: who reported, approved, agreed, and where it lies
PRIVATE: dict[str, dict[str, Any]] = {
    "data/activities.yml": {
        "write": "activities:\n- id: viec-kin-mot\n  unit: luong-mot\n  channel: speakers\n"
        "  activity: Việc kín ở luống\n  quantity: 12\n  measure: session\n  language: vi\n"
        "  period: 2020-01\n  evidence: Sổ kín 17, ngăn ba\n  reporter: Lường Văn Kín\n"
    },
    "data/site.yml": {
        "append": "letterheads:\n- form: nd30\n  superior: Hội kín\n  issuer: Tổ kín\n"
        "  place: Vườn kín\n  signer:\n    authority: on-behalf\n    body: Ban kín\n"
        "    title: Người ký kín\n  recipients:\n  - Nơi nhận kín\n"
    },
    "data/models.yml": {"replace": [["- id: u-phan\n", f"- id: u-phan\n{APPROVED}"]]},
    "data/sources.yml": {
        "append": "- id: giay-noi-bo\n  title: Giấy của tổ\n  publisher: Tổ\n  kind: press\n"
        "  url: https://kin.test/a\n  public_link: false\n"
    },
    "data/stations.yml": {"replace": [["greeting: ", "greeting: Lời kín. "]]},
    "data/bulletins.yml": {"replace": [["headline: ", "headline: Tin kín. "]]},
    "data/outlines.yml": {"replace": [["  title: ", "  title: Đề cương kín. "]]},
    "data/abbreviations.yml": {
        "append": "- id: vk\n  short: VK\n  spoken: vườn kín\n  sources:\n  - so-tay\n"
    },
}
SECRET = re.compile(r"\b[Kk]ín\b|\bkin\b|viec-kin|dt-2026-001|1/2026|lo-thi-mau\.jpg|tieng-ba\.wav")


def test_every_collection_is_offered_or_kept_back() -> None:
    """A collection of the model is in one of the two lists; why it is kept back is said in both
    languages to those who look for it.
    """
    assert sorted([*OFFERED, *KEPT_BACK]) == sorted(COLLECTIONS)
    assert {"consents", "activities"} <= KEPT_BACK.keys()
    for lang in ("vi", "en"):
        words = load_words(lang)
        assert all(len(words(f"open_data.kept.{why}")) > 20 for why in KEPT_BACK.values())


def test_offered_fields_were_chosen(update_golden: bool) -> None:  # noqa: FBT001
    """Every field that goes out stands in a list that people read: a new field of a model shows
    here first. Nobody adds one that tells of private people, consents or the editors' own work.
    """
    fields = {name: sorted(_fields(name)) for name in OFFERED}
    if update_golden:
        write_case(FIELDS, fields)
    assert fields == read_case(FIELDS)


def test_what_is_kept_back_is_in_no_file(private: ProjectPaths) -> None:
    """No data file, table, feed, frame or description has anything of the editors' own; what the
    same entries say to readers is there.
    """
    files = {
        path.relative_to(private.site).as_posix(): path.read_text(encoding="utf-8")
        for folder in OFFERS
        for path in (private.site / folder).rglob("*")
        if path.suffix in (".json", ".csv", ".xml", ".html")
    }
    assert len(files) > 50
    assert {name: found for name, text in files.items() if (found := SECRET.findall(text))} == {}
    shown = json.loads(files["api/exemplars.json"])["entries"]
    assert "Lò Thị Mẫu" in [one["name"] for one in shown]
    assert "Giấy của tổ" in files["api/sources.json"]
    listed = {one["id"] for one in json.loads(files["api/index.json"])["collections"]}
    assert listed == set(OFFERED)


def test_activities_are_nowhere_in_the_site(private: ProjectPaths) -> None:
    """What offices report stays out of pages and search too."""
    told = re.compile("viec-kin-mot|Việc kín|Sổ kín|Lường Văn Kín|viec kin|luong van kin")
    texts = (".html", ".json", ".js", ".txt", ".xml", ".csv")
    found = [
        path.name
        for path in private.site.rglob("*")
        if path.suffix in texts and told.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.fixture(name="private", scope="module")
def fixture_private(tmp_path_factory: pytest.TempPathFactory) -> ProjectPaths:
    """The tiny project with somebody in it and everything that must not go out, built."""
    paths = copy_project(TINY, tmp_path_factory.mktemp("private") / "tiny")
    add_person(paths)
    apply_changes(paths.root, PRIVATE)
    build(paths, build_site)
    return paths


def _fields(collection: str) -> Iterator[str]:
    schema = collection_schema(collection)
    return _inside(schema["$defs"]["Entry"], schema["$defs"], "")


def _inside(part: dict[str, Any], definitions: dict[str, Any], path: str) -> Iterator[str]:
    """Yield the path of every property of ``part``; texts in languages are one field."""
    if name := part.get("$ref", "").rpartition("/")[2]:
        part = definitions[name]
    for inner in part.get("anyOf", ()):
        yield from _inside(inner, definitions, path)
    for inner in (part.get("items"), *part.get("prefixItems", ())):
        if isinstance(inner, dict):
            yield from _inside(inner, definitions, path)
    for key, inner in part.get("properties", {}).items():
        if key not in ("vi", "en"):
            yield f"{path}{key}"
            yield from _inside(inner, definitions, f"{path}{key}.")
