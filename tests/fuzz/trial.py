"""One broken file in a small project: `check` and `fmt` must end well and lose nothing."""

from __future__ import annotations

import contextlib
import io
import random
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from fuzz.mutations import mutate
from microsite.cli import main
from microsite.load.markdown import parse_page
from microsite.load.yaml_files import parse_yaml
from microsite.paths import ProjectPaths
from microsite.upkeep.order import same

SECONDS = 5


def files_of(project: Path) -> list[Path]:
    """Return every data file and page of a project."""
    return sorted([*project.glob("data/**/*.yml"), *project.glob("docs/*/**/*.md")])


def lay_out(project: Path, target: Path, *, whole: bool) -> ProjectPaths:
    """Copy a project, or what any of its files needs beside it to be checked."""
    target.mkdir(parents=True)
    shutil.copy(project / "mkdocs.yml", target)
    (target / "data").mkdir()
    (target / "docs").mkdir()
    for file in files_of(project) if whole else [project / "data" / "site.yml"]:
        copied = target / file.relative_to(project)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copied)
    return ProjectPaths(target)


def attempt(project: Path, paths: ProjectPaths, file: Path, seed: int) -> None:
    """Break ``file`` by ``seed`` inside ``paths``, try the commands, and put it back.

    Raises AssertionError with the seed and the file, so that the trial can be repeated.
    """
    good = file.read_bytes()
    broken, how = mutate(good, random.Random(f"{seed} {file.name}"))  # no secret
    place = paths.root / file.relative_to(project)
    was_there = place.exists()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(broken)
    try:
        with _said(f"seed {seed}, {file.relative_to(project)}: {how}"):
            _check(paths, place, broken)
            _fmt(paths, place, broken)
    finally:
        if was_there:
            place.write_bytes(good)
        else:
            place.unlink()


def _check(paths: ProjectPaths, place: Path, broken: bytes) -> None:
    form = ("--format", ("text", "json", "github")[len(broken) % 3])
    code, _ = _run("--root", str(paths.root), "check", *form)
    assert code in (0, 1), f"check ended with {code}"
    assert place.read_bytes() == broken, "check changed the file"


def _fmt(paths: ProjectPaths, place: Path, broken: bytes) -> None:
    names = sorted(path.name for path in place.parent.iterdir())
    code, _ = _run("--root", str(paths.root), "fmt", str(place))
    after = place.read_bytes()
    assert code in (0, 1), f"fmt ended with {code}"
    assert code == 0 or after == broken, "fmt refused the file and changed it"
    assert sorted(path.name for path in place.parent.iterdir()) == names, "fmt left something"
    if after != broken:
        assert _says(after, place) == _says(broken, place), "fmt changed what the file says"
    if code == 0:
        _run("--root", str(paths.root), "fmt", str(place))
        assert place.read_bytes() == after, "fmt had a second thought"


def _says(raw: bytes, place: Path) -> object:
    text = raw.decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    if place.suffix == ".md":
        page, _ = parse_page(text, file="", lang="", path="")
        return same(page.meta) if page.meta else None
    root, problems = parse_yaml(text, "")
    assert not problems, "fmt wrote a file that it should have refused"
    return same(root) if root else None


def _run(*arguments: str) -> tuple[int, str]:
    with (
        contextlib.redirect_stdout(_strict()) as out,
        contextlib.redirect_stderr(_strict()),
        _in_time(),
    ):
        code = main(arguments)
        sys.stdout.flush()
    return code, out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]  # our own


def _strict() -> io.TextIOWrapper:
    """Return a stream that takes what a terminal of UTF-8 takes, and no more."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict")


@contextlib.contextmanager
def _said(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        said = f"{what}: {type(error).__name__} {error}"
        raise AssertionError(said) from error


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    """Count the seconds that the processor worked: a busy machine is no hang; waiting is one."""

    def too_long(*_: object) -> None:
        said = f"not done after {SECONDS} s"
        raise TimeoutError(said)

    before = [signal.signal(number, too_long) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.alarm(SECONDS * 20)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        signal.signal(signal.SIGPROF, before[0])
        signal.signal(signal.SIGALRM, before[1])
