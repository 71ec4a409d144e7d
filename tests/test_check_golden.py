"""Every kind of mistake, as data: what was changed in the tiny project, and what the writer is
told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from changes import apply_changes
from microsite.paths import ProjectPaths
from microsite.pipeline import check_project
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
    _, problems = check_project(tiny)
    found = [
        {"code": problem.code, **{lang: str(describe(problem, lang)) for lang in ("vi", "en")}}
        for problem in problems
    ]
    if update_golden:
        case["problems"] = found
        text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=120)
        path.write_text(text, encoding="utf-8")
    assert found == case["problems"]
    assert found, "a case without a problem tests nothing"


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
