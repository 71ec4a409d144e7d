"""The schemas of editor programs say what the models say, and every data file names its own."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPO
from microsite.cli import main
from microsite.load.markdown import parse_page
from microsite.model.fields import FORMS
from microsite.model.json_schema import DIALECT
from microsite.model.site import COLLECTIONS
from microsite.paths import ProjectPaths
from microsite.upkeep.modelines import wanted_files
from microsite.upkeep.schema import schema_files

PROJECT = ProjectPaths(REPO)
needs_jsonschema = pytest.mark.skipif(
    find_spec("jsonschema") is None,
    reason="NOT CHECKED: jsonschema is not installed; lock it as a development package",
)
# what the schema language cannot say, or says with less detail than the model
_MODEL_ONLY = {"activities.language", "indicators.series", "recordings.lang"}


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as editor programs do: the core schema of YAML 1.2, in which ``no`` is text."""


CoreLoader.yaml_implicit_resolvers = {}
for kind, pattern, firsts in (
    ("bool", "true|false", "tf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "~|null|", ["~", "n", ""]),
):
    CoreLoader.add_implicit_resolver(  # type: ignore[no-untyped-call]
        f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"), list(firsts)
    )


def test_committed_schemas_and_modelines_are_current() -> None:
    """What lies in data/schema is what the models give now, and each data file names its schema in
    its first line.
    """
    stale = sorted(path.relative_to(REPO).as_posix() for path in wanted_files(PROJECT))
    assert stale == [], "repair with: .venv/bin/microsite schema"
    left = {path.name for path in PROJECT.schemas.iterdir()} - set(schema_files())
    assert left == set(), "a schema without a model; delete it"


def test_command_repairs_and_says_when_nothing_is_left(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`schema --check` writes nothing and ends with 1 while something is stale; `schema` writes."""
    arguments = ["--root", str(tiny.root), "schema"]
    assert main([*arguments, "--check"]) == 1
    assert not tiny.schemas.exists()
    assert "microsite schema" in capsys.readouterr().err
    assert main(arguments) == 0
    assert main([*arguments, "--check"]) == 0
    first = (tiny.data / "events.yml").read_text(encoding="utf-8").split("\n")[:2]
    assert first == ["# yaml-language-server: $schema=schema/events.json", "events:"]
    assert main(["--root", str(tiny.root), "check"]) == 0


def test_front_matter_may_carry_a_modeline() -> None:
    """A comment in front matter is no mistake: some editor programs read a modeline there."""
    text = "---\n# yaml-language-server: $schema=../../data/schema/page.json\ntitle: A\n---\nB\n"
    page, problems = parse_page(text, file="docs/vi/a.md", lang="vi", path="a.md")
    assert problems == []
    assert page.meta is not None
    assert page.meta.get("title") is not None


def test_editor_settings_name_every_schema() -> None:
    """VS Code finds the schema of each collection, as one file or as a folder, without asking the
    network.
    """
    settings = json.loads((REPO / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    named = settings["yaml.schemas"]
    assert named == {
        **{
            f"./data/schema/{name}.json": [f"data/{name}.yml", f"data/{name}/*.yml"]
            for name in COLLECTIONS
        },
        "./data/schema/deploy.json": "data/deploy.yml",
        "./data/schema/redirects.json": "data/redirects.yml",
        "./data/schema/site.json": "data/site.yml",
    }
    assert settings["yaml.schemaStore.enable"] is False


@pytest.mark.parametrize("name", FORMS)
def test_schema_teaches_every_field(name: str) -> None:
    """Each field has its words in both languages, a good and a bad example, and no key is free."""
    schema = json.loads(schema_files()[f"{name}.json"])
    assert schema["$schema"] == DIALECT
    models = [*schema["$defs"].values()] if name in COLLECTIONS else [schema]
    for model in models:
        assert model["additionalProperties"] is False
        for field in model["properties"].values():
            assert "Đúng: " in field["description"]
            assert "Right: " in field["description"]
            assert len(field["examples"]) == len(field["examples_bad"]) == 1


@needs_jsonschema
def test_every_data_file_meets_its_schema() -> None:
    """What the check accepts, no editor program underlines."""
    files = [
        *((path, path.read_text(encoding="utf-8")) for path in sorted(PROJECT.data.rglob("*.yml"))),
        *((path, _front_matter(path)) for path in sorted(PROJECT.docs.glob("*/**/*.md"))),
    ]
    wrong = [
        f"{path.relative_to(REPO)}: {error}"
        for path, text in files
        for error in _errors(_schema_of(path), yaml.load(text, Loader=CoreLoader))
    ]
    assert wrong == []


@needs_jsonschema
@pytest.mark.parametrize("name", FORMS)
def test_schema_judges_the_examples_as_the_model_does(name: str) -> None:
    """The schema accepts each good example and refuses each bad one that it can know."""
    whole = json.loads(schema_files()[f"{name}.json"])
    definitions = whole.get("$defs", {})
    for key, model in {name: whole, **definitions}.items():
        for field, schema in model.get("properties", {}).items():
            if "examples" in schema:
                alone = {**schema, "$defs": definitions}
                assert _errors(alone, schema["examples"][0]) == [], f"{key}.{field}"
                if f"{name}.{field}" not in _MODEL_ONLY:
                    assert _errors(alone, schema["examples_bad"][0]) != [], f"{key}.{field}"


def _schema_of(path: Path) -> dict[str, Any]:
    if path.suffix == ".md":
        name = "page"
    else:
        name = path.relative_to(PROJECT.data).parts[0].removesuffix(".yml")
    schema: dict[str, Any] = json.loads(schema_files()[f"{name}.json"])
    return schema


def _front_matter(path: Path) -> str:
    return path.read_text(encoding="utf-8")[4:].partition("\n---\n")[0]


def _errors(schema: dict[str, Any], value: object) -> list[str]:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 — may be missing, see above

    Draft202012Validator.check_schema(schema)
    return [error.message[:200] for error in Draft202012Validator(schema).iter_errors(value)]
