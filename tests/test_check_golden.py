"""Every kind of mistake, as data: what was changed in the tiny project, and what the writer is
told.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from changes import apply_changes
from microsite.checking import check_project
from microsite.paths import ProjectPaths
from microsite.problems import Problem
from microsite.wording.catalog import load_problem_words
from microsite.wording.problems import describe

CASES = sorted((Path(__file__).parent / "golden" / "check").glob("*.yml"))
# codes that are no rule of their own
_NOT_RULES = {"common", "other"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_mistake_is_explained(path: Path, tiny: ProjectPaths, *, update_golden: bool) -> None:
    """Each planted mistake is reported once, at its line, in both languages."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    apply_changes(tiny.root, case["files"])
    content, problems = check_project(tiny)
    found = [{"code": problem.code, **_told(problem, content.texts)} for problem in problems]
    if update_golden:
        case["problems"] = found
        path.write_text(yaml.dump(case, Dumper=_Readable, **_FORM), encoding="utf-8")
    assert found == case["problems"]
    assert found, "a case without a problem tests nothing"


class _Readable(yaml.SafeDumper):
    """Writes messages as blocks of text, so that an underline stands under what it marks."""


_FORM: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 120}


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Readable.add_representer(str, _text)


def _told(problem: Problem, texts: Mapping[str, str]) -> dict[str, str]:
    source = texts.get(problem.where.file)
    return {lang: str(describe(problem, lang, source)) for lang in ("vi", "en")}


def test_every_code_has_a_case() -> None:
    """No message exists that no test has seen, and both languages know the same codes."""
    codes = set(load_problem_words("vi")) - _NOT_RULES
    assert codes == set(load_problem_words("en")) - _NOT_RULES
    seen = set()
    for path in CASES:
        seen |= {
            found["code"] for found in yaml.safe_load(path.read_text(encoding="utf-8"))["problems"]
        }
    assert codes == seen


def test_sound_project_has_no_problem(tiny: ProjectPaths) -> None:
    """The tiny project itself is without a problem."""
    _, problems = check_project(tiny)
    assert problems == ()
