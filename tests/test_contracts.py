"""Rules of the house that a machine can hold."""

from __future__ import annotations

from pathlib import Path

from conftest import REPO
from microsite.check.directives import DIRECTIVES
from microsite.render.directives import DRAW

SOURCES = sorted((REPO / "scripts" / "microsite").rglob("*.py"))
LIMIT = 260


def test_every_directive_can_be_drawn() -> None:
    """What the check allows, the renderer can draw, and nothing else; each has a template."""
    assert set(DIRECTIVES) == set(DRAW)
    folder = REPO / "scripts/microsite/render/templates/directives"
    assert {path.stem for path in folder.glob("*.html")} == set(DRAW)


def test_files_stay_small() -> None:
    """A file that outgrows its concept is cut by concept."""
    long = {path.name: count for path in SOURCES if (count := _lines(path)) > LIMIT}
    assert long == {}


def test_generator_does_not_know_the_subject() -> None:
    """The subject matter is data: nothing in code, templates or words names it, so that another
    project can be built.
    """
    places = [
        *SOURCES,
        *(REPO / "scripts" / "microsite").rglob("*.html"),
        *(REPO / "overrides").rglob("*.html"),
    ]
    named = [path.name for path in places if "Lai Châu" in path.read_text(encoding="utf-8")]
    assert named == []


def test_lock_files_carry_hashes_and_no_addresses() -> None:
    """Every locked package has a hash, and no file names a registry."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (REPO / name).read_text(encoding="utf-8")
        assert "://" not in text
        packages = [line for line in text.splitlines() if "==" in line]
        assert packages
        assert all(line.endswith("\\") for line in packages)


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
