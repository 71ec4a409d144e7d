"""The editors' handbook as something that can be done: its blocks, and a desk that follows them.

``sh`` is typed as it stands; the ``text`` after it is what is then seen, where ``…`` stands for
anything and what comes before ``⏎`` is an answer. ``diff FILE`` is an edit of that file,
``yaml FILE`` what must stand in it afterwards.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import termios
import textwrap
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from browser.tools import FETCHED
from conftest import REPO
from microsite.admin.package import CMS
from microsite.paths import ProjectPaths
from photographs import written

BOOK = REPO / "handbook"
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w*) *(?P<file>\S*)\n(?P<text>.*?)^(?P=indent)```$", re.M | re.S
)
_TYPED = re.compile(r"(?P<asked>.*(?:> |\] |^))(?P<answer>[^⏎]*?) ?⏎")
_FAILS = re.compile(r"Lỗi: [1-9]")
_KEPT = ("data", "docs", "overrides", "handbook")
_FILES = ("mkdocs.yml", "Makefile", "requirements.txt", "requirements-dev.txt", "pyproject.toml")
_PATIENCE = 300  # seconds


@dataclass(frozen=True)
class Block:
    """One fenced block: its kind, the file it is about, its words and where it stands."""

    kind: str
    file: str
    text: str
    place: str


def tasks() -> list[Path]:
    """Return the tasks in their order."""
    return sorted(BOOK.glob("[0-9][0-9]*-*.md"))


def blocks_of(page: Path) -> list[Block]:
    """Return the fenced blocks of a page in their order."""
    words = page.read_text(encoding="utf-8")
    return [
        Block(
            found["kind"],
            found["file"],
            textwrap.dedent(found["text"]),
            f"{page.name}:{words.count(chr(10), 0, found.start()) + 1}",
        )
        for found in _FENCE.finditer(words)
    ]


class Desk:
    """A copy of the real project, as a colleague has set it up for an editor."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said = ""
        self.screen = ""
        self.typed = ""
        root.mkdir(parents=True)
        for name in _KEPT:
            shutil.copytree(REPO / name, root / name)
        for name in (*_FILES, ".gitignore"):
            shutil.copy(REPO / name, root / name)
        program = root / ".venv" / "bin" / "microsite"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m microsite "$@"\n')
        program.chmod(0o755)
        (root / ".venv" / ".ready").touch()
        if (FETCHED / CMS.file).is_file():
            (root / "build" / "packages").mkdir(parents=True)
            (root / "build" / "packages" / CMS.file).symlink_to(FETCHED / CMS.file)
        for line in ("init -q -b main", "add -A", "commit -q -m start"):
            subprocess.run(["git", *line.split()], cwd=root, check=True, env=environment())

    def follow(self, page: Path, look: Callable[[str], None] = lambda _: None) -> Iterator[str]:
        """Do everything that a page says, and yield what was seen after each command.

        ``look`` is called with the address while a program that does not end is running.
        """
        self._meanwhile(page)
        blocks = blocks_of(page)
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            shown = after.text if after is not None and after.kind == "text" else ""
            if block.kind == "sh":
                self.typed = block.text.splitlines()[0]
                self.said = self._run(block, shown, look)
                self._compare(shown, block)
                yield self.said
            elif block.kind == "diff":
                self._edit(block)
            elif block.kind == "yaml":
                written = (self.root / block.file).read_text(encoding="utf-8")
                assert textwrap.dedent(block.text) in textwrap.dedent(written), block.place

    def read(self, name: str) -> str:
        """Return the text of one file of the copy."""
        return (self.root / name).read_text(encoding="utf-8")

    @property
    def paths(self) -> ProjectPaths:
        """Where things lie in the copy."""
        return ProjectPaths(self.root)

    def _meanwhile(self, page: Path) -> None:
        """Do what others do before a task: bring two photographs; approve what was written."""
        if page.name.startswith("03-"):
            folder = self.root / "docs" / "assets" / "photos"
            folder.mkdir(parents=True, exist_ok=True)
            for name, picture in pictures().items():
                (folder / f"{name}.jpg").write_bytes(written(picture))
        if page.name.startswith("07-"):
            said = "status: approved\n{0}approved_by: Ban\n{0}approved_on: 2026-03-10\n"
            entries = (*self.root.glob("data/*/*.yml"), self.root / "data" / "photos.yml")
            for path in (*entries, *self.root.glob("docs/*/*/vi-du-*.md")):
                text = path.read_text(encoding="utf-8")
                indent = "" if path.suffix == ".md" else "  "
                if path.parent.name != "events" and f"\n{indent}status: draft\n" in text:
                    text = text.replace("status: draft\n", said.format(indent))
                    path.write_text(text, encoding="utf-8")

    def _run(self, block: Block, shown: str, look: Callable[[str], None]) -> str:
        answers = [found["answer"] for line in shown.splitlines() if (found := _TYPED.match(line))]
        keyboard, terminal = pty.openpty()
        quiet = termios.tcgetattr(terminal)
        quiet[3] &= ~termios.ECHO
        termios.tcsetattr(terminal, termios.TCSANOW, quiet)
        os.write(keyboard, "".join(f"{line}\n" for line in answers).encode() + b"\x04")
        # where we run in the background Ctrl+C is ignored, and those we start would ignore it too
        signal.signal(signal.SIGINT, signal.default_int_handler)
        process = subprocess.Popen(
            ["bash", "-c", block.text],
            cwd=self.root,
            stdin=terminal,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(),
            start_new_session=True,
        )
        watchdog = threading.Timer(_PATIENCE, os.killpg, (process.pid, signal.SIGKILL))
        watchdog.start()
        said: list[str] = []
        try:
            for line in process.stdout or ():
                said.append(line)
                address = re.search(r"http://(127\.0\.0\.1|localhost):\d+/", line)
                if address and "serve" in block.text:
                    look(address[0])
                    os.killpg(process.pid, signal.SIGINT)
            status = process.wait()
        finally:
            watchdog.cancel()
            if process.stdout:
                process.stdout.close()
            os.close(keyboard)
            os.close(terminal)
        expected = _FAILS.search(shown) is not None or "serve" in block.text
        assert status == 0 or expected, f"{block.place}: {''.join(said)}"
        return "".join(said)

    def _compare(self, shown: str, block: Block) -> None:
        """Everything the page shows was said, in that order; ``screen`` has the answers too."""
        at, seen = 0, 0
        screen: list[str] = []
        for line in shown.splitlines():
            typed = _TYPED.match(line)
            wanted = (typed["asked"] if typed else line).strip()
            if wanted in ("", "…"):
                continue
            pattern = ".*".join(re.escape(part.strip()) for part in wanted.split("…"))
            found = re.compile(pattern).search(self.said, at)
            assert found, f"{block.place}: “{wanted}” is not said:\n{self.said}"
            at = found.end()
            if typed:
                screen += (self.said[seen:at], f" {typed['answer']}\n")
                seen = at
        self.screen = "".join([*screen, self.said[seen:]])

    def _edit(self, block: Block) -> None:
        """Replace the lines with ``-`` by those with ``+`` where the lines around them agree."""
        lines = block.text.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
        path = self.root / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert not old or text.count(old) == 1, f"{block.place}: {text.count(old)} such places"
        path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")


def pictures() -> dict[str, Image.Image]:
    """Draw what stands for the photographs: beds below hills, and somebody in a conical hat."""
    found = {}
    for name, width in (("vi-du-luong-rau", 1200), ("vi-du-nguoi-tuoi", 1201)):
        image = Image.linear_gradient("L").resize((width, 900))
        image = ImageOps.colorize(image, "#8fb8c9", "#f4e9cf")
        draw = ImageDraw.Draw(image)
        draw.polygon(
            [(0, 420), (380, 180), (700, 400), (980, 250), (1201, 430), (1201, 900), (0, 900)],
            "#5f7f6a",
        )
        for row in range(6):
            top = 460 + row * 75
            draw.polygon([(0, top), (1201, top - 40), (1201, top + 20), (0, top + 60)], "#3f7a3a")
        if name == "vi-du-nguoi-tuoi":
            draw.rectangle((560, 430, 660, 720), fill="#2b3a5c")
            draw.ellipse((570, 360, 650, 450), fill="#c79a76")
            draw.polygon([(500, 400), (610, 300), (720, 400)], "#e7d3a0")
        found[name] = image
    return found


def environment() -> dict[str, str]:
    """Return the environment in which the copy's commands find the program."""
    names = {"GIT_AUTHOR_NAME": "Ban", "GIT_AUTHOR_EMAIL": "ban@example.org"}
    also = {name.replace("AUTHOR", "COMMITTER"): value for name, value in names.items()}
    sources = str(REPO / "scripts")
    kept = {**os.environ, **names, **also, "PYTHONPATH": sources, "PYTHONUNBUFFERED": "1"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "GIT_CONFIG_GLOBAL": os.devnull}
