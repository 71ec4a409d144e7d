"""Every kind of mistake, as data: what was changed in the tiny project, and what the writer is
told.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from changes import apply_changes
from golden_files import read_case, write_case
from microsite.checking import check_project
from microsite.paths import ProjectPaths
from microsite.problems import Problem
from microsite.wording.catalog import load_problem_words
from microsite.wording.problems import describe

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted((GOLDEN / "check").glob("*.yml"))
# codes that are no rule of their own
_NOT_RULES = {"common", "other"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_mistake_is_explained(path: Path, tiny: ProjectPaths, *, update_golden: bool) -> None:
    """Each planted mistake is reported once, at its line, in both languages."""
    case = read_case(path)
    apply_changes(tiny.root, case["files"])
    content, problems = check_project(tiny)
    found = [{"code": problem.code, **_told(problem, content.texts)} for problem in problems]
    if update_golden:
        case["problems"] = found
        write_case(path, case)
    assert found == case["problems"]
    assert found, "a case without a problem tests nothing"


def _told(problem: Problem, texts: Mapping[str, str]) -> dict[str, str]:
    source = texts.get(problem.where.file)
    return {lang: str(describe(problem, lang, source)) for lang in ("vi", "en")}


def test_every_code_has_a_case() -> None:
    """No message exists that no test has seen, and both languages know the same codes."""
    codes = set(load_problem_words("vi")) - _NOT_RULES
    assert codes == set(load_problem_words("en")) - _NOT_RULES
    cases = [*CASES, *(GOLDEN / "fmt").glob("*.yml")]
    seen = {found["code"] for path in cases for found in read_case(path).get("problems", ())}
    assert codes == seen


def test_sound_project_has_no_problem(tiny: ProjectPaths) -> None:
    """The tiny project itself is without a problem."""
    _, problems = check_project(tiny)
    assert problems == ()
