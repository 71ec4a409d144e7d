"""What runs at GitHub and GitLab: commands that exist, a preview, no keys."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml

from conftest import REPO
from microsite.cli import _parser
from microsite.paths import ProjectPaths

FILES = (".github/workflows/site.yml", ".gitlab-ci.yml")
COMMAND = re.compile(r"\.venv/bin/microsite ([^\n]+)")
SECRET = re.compile(r"BEGIN [A-Z ]*PRIVATE KEY|pass(?:word)? *[:=] *\S", re.IGNORECASE)


@pytest.mark.parametrize("name", FILES)
def test_workflow_says_what_the_program_knows(name: str) -> None:
    """Every command in it is ours, with options that we have; it checks, previews, deploys."""
    text = (REPO / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    commands = [shlex.split(found) for found in COMMAND.findall(text)]
    for one in commands:
        _parser(one).parse_args(one)
    names = {one[0] for one in commands}
    assert names == {"check", "build", "deploy"}
    assert ["build", "--drafts"] in commands
    assert not SECRET.search(text)


def test_workflow_of_github_deploys_only_main() -> None:
    """A pull request cannot deploy, and nothing is deployed where no target is set."""
    jobs = yaml.safe_load((REPO / FILES[0]).read_text(encoding="utf-8"))["jobs"]
    assert "refs/heads/main" in jobs["deploy"]["if"]
    assert "vars.DEPLOY_TARGET != ''" in jobs["deploy"]["if"]
    assert jobs["deploy"]["needs"] == "check"
    said = [step.get("run", "") for step in jobs["check"]["steps"]]
    assert ".venv/bin/microsite check --format github" in said
    assert not any("secrets." in str(step) for step in jobs["check"]["steps"])


def test_example_target_is_safe() -> None:
    """The target in the project is a folder below dist/, without host and password."""
    targets = yaml.safe_load((ProjectPaths(REPO).data / "deploy.yml").read_text("utf-8"))["targets"]
    assert [(one["kind"], one["folder"]) for one in targets] == [("local", "dist/www")]
