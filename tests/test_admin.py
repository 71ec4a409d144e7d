"""The configuration of the web form: made of the models, and with every field of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
import yaml

from conftest import REPO
from golden_files import read_case, write_case
from microsite.admin.assemble import policy
from microsite.admin.config import config, config_text, local_backend, parse_backend
from microsite.admin.package import unpack
from microsite.model.fields import all_fields
from microsite.model.page import PageMeta
from microsite.paths import ProjectPaths
from microsite.wording.catalog import load_words
from microsite.wording.fields import label, load_labels

pytest_plugins = ["browser.fixtures"]

PROJECT = ProjectPaths(REPO)
GOLDEN = REPO / "tests" / "golden" / "admin" / "events.yml"


def form_of(paths: ProjectPaths, lang: str = "vi") -> dict[str, Any]:
    """Return the configuration of a project's form."""
    return dict(config(paths, load_words(lang), "Thử", local_backend(paths)))


def forms_in(made: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the fields of every form, by the name that the models have for it."""
    forms: dict[str, list[dict[str, Any]]] = {}
    for one in (*made["collections"], *made["singletons"]):
        name, fields = one["name"], one["fields"]
        if name.startswith("pages-"):
            forms["page"] = fields
        else:
            forms[name] = fields if name in ("deploy", "redirects", "site") else fields[0]["fields"]
    return forms


def paths_in(fields: list[dict[str, Any]], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field with its path, outer ones first."""
    for field in fields:
        here = f"{path}.{field['name']}"
        yield here, field
        yield from paths_in(field.get("fields", []), here)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("project", ["real", "tiny"])
def test_no_field_is_missing(lang: str, project: str, tiny: ProjectPaths) -> None:
    """Whatever a model has, the form has, in the order of the model: a save writes the fields that
    the form knows.
    """
    made = form_of(PROJECT if project == "real" else tiny, lang)
    shown = [
        path
        for name, fields in forms_in(made).items()
        for path, _ in paths_in(fields, name)
        if path != "page.body"
    ]
    assert sorted(shown) == sorted(field.path for field in all_fields())


def test_page_keeps_its_order() -> None:
    """The text of a page comes after its front matter."""
    pages = next(one for one in form_of(PROJECT)["collections"] if one["name"] == "pages-vi")
    assert [field["name"] for field in pages["fields"]] == [*PageMeta.model_fields, "body"]


def test_what_must_be_filled_is_what_the_model_wants() -> None:
    """A field is required in the form exactly when the model has no value for its absence."""
    wanted = {field.path: field.info.is_required() for field in all_fields()}
    shown = {
        path: field.get("required", True)
        for name, fields in forms_in(form_of(PROJECT)).items()
        for path, field in paths_in(fields, name)
        if path != "page.body"
    }
    assert shown == wanted


def test_what_has_an_id_is_not_copied() -> None:
    """No button copies an entry with its id: the program cannot show a field that offers an id
    twice.
    """
    made = form_of(PROJECT)
    lists = [
        field
        for one in (*made["collections"], *made["singletons"])
        for _, field in paths_in(one["fields"], one["name"])
        if field.get("widget") == "list" and "fields" in field
    ]
    named = [one for one in lists if any(field["name"] == "id" for field in one["fields"])]
    assert len(named) >= 15
    assert [one["name"] for one in named if one.get("allow_duplicate", True)] == []


def test_golden_collection(tiny: ProjectPaths, *, update_golden: bool) -> None:
    """One collection of the tiny project as it is written, to be read by people."""
    made = next(one for one in form_of(tiny)["singletons"] if one["name"] == "events")
    plain = json.loads(json.dumps(made))
    if update_golden:
        GOLDEN.parent.mkdir(exist_ok=True)
        write_case(GOLDEN, plain)
    assert read_case(GOLDEN) == plain


def test_text_of_the_configuration_says_the_same() -> None:
    """What is written is read back as what was meant, by a reader of YAML with types."""
    text = config_text(PROJECT, load_words("vi"), "Thử", local_backend(PROJECT))
    assert yaml.safe_load(text) == json.loads(json.dumps(form_of(PROJECT)))


@pytest.mark.parametrize("project", ["real", "tiny"])
def test_relations_lead_to_entries(project: str, tiny: ProjectPaths) -> None:
    """A field that holds ids offers the entries of a collection that the form has."""
    made = form_of(PROJECT if project == "real" else tiny)
    folders = {one["name"] for one in made["collections"]}
    files = {one["name"] for one in made["singletons"]}
    relations = [
        (path, field)
        for name, fields in forms_in(made).items()
        for path, field in paths_in(fields, name)
        if field.get("widget") == "relation"
    ]
    assert len(relations) > 20
    for path, field in relations:
        target = field["value_field"].partition(".")[0]
        at_home = field["collection"] in folders or field.get("file") in files
        assert at_home, path
        assert target in (field["collection"], field.get("file")), path


@pytest.mark.parametrize(("service", "root"), [("github", "/api/v3"), ("gitlab", "/api/v4")])
def test_server_of_ones_own(service: str, root: str) -> None:
    """A server of one's own is asked in place of the public one, and nothing else may be."""
    backend = parse_backend(f"{service}:a/b", "https://git.garden.test/")
    told = backend.settings
    assert told["base_url"] == "https://git.garden.test"
    assert told["api_root"] == f"https://git.garden.test{root}"
    assert told["graphql_api_root"] == "https://git.garden.test/api/graphql"
    hosts = set(re.findall(r"https?://[^\s;]+", policy(backend)))
    assert hosts == {"https://git.garden.test"}


@pytest.mark.parametrize(
    "server", ["git.garden.test", "https://a b", "https://a.test; script-src *"]
)
def test_server_is_an_address(server: str) -> None:
    """What is no address of a server is refused, so that nothing slips into the page's policy."""
    with pytest.raises(ValueError, match=r".+"):
        parse_backend("gitlab:a/b", server)


@pytest.mark.skipif(find_spec("jsonschema") is None, reason="NOT CHECKED: no jsonschema")
@pytest.mark.parametrize("server", ["", "https://git.garden.test"])
@pytest.mark.parametrize("backend", ["", "github:a/b", "gitlab:a/b/c"])
def test_the_program_knows_every_option(cms: bytes, backend: str, server: str) -> None:
    """The configuration meets the schema that comes with the program."""
    from jsonschema import Draft7Validator  # noqa: PLC0415 — may be missing, see above

    schema = json.loads(unpack(cms, ["schema/sveltia-cms.json"])["schema/sveltia-cms.json"])
    to = parse_backend(backend, server) if backend else local_backend(PROJECT)
    made = json.loads(json.dumps(config(PROJECT, load_words("vi"), "Thử", to)))
    assert [error.message[:300] for error in Draft7Validator(schema).iter_errors(made)] == []


def test_labels_in_both_languages() -> None:
    """Every field has a short name in both languages, and no short name is left over."""
    paths = [field.path for field in all_fields()]
    keys = {lang: set(load_labels(lang)) for lang in ("vi", "en")}
    assert keys["vi"] == keys["en"]
    for path in paths:
        assert label(path, "vi")
        assert label(path, "en")
    used = {path if path in keys["vi"] else f"common.{path.rpartition('.')[2]}" for path in paths}
    assert keys["vi"] - used == set()
