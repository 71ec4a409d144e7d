"""Draw the pictures of the handbook anew: its tasks are followed, and the real screens are shot.

Run by ``make handbook-pictures``; look at every picture before you commit it.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from browser.form import SAVE, START, served
from browser.tools import FETCHED, run_script
from handbook import BOOK, Desk, environment, tasks
from microsite.admin.package import CMS, obtain
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import content_files

_COLOURS = 96
_LINES = 42
_OVERLAY = "document.querySelector('ms-live')?.shadowRoot?.querySelector('section')"
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d2021; color: #ebdbb2; width: 1000px }}
header {{ background: #3c3836; padding: 6px 14px; font: 14px sans-serif; color: #d5c4a1 }}
pre {{ margin: 0; padding: 12px 16px; font: 15px/1.45 "Liberation Mono", monospace }}
pre {{ white-space: pre-wrap }}
b {{ color: #b8bb26 }}
</style><header>microsite</header><pre><b>$ {typed}</b>
{said}</pre>"""


def _there(selector: str) -> str:
    return f"document.querySelector('{selector}')"


def _says(words: str) -> str:
    return f"document.body.innerText.includes('{words}')"


def _pictures(count: int) -> str:
    """Say when a page has so many photographs."""
    return f"document.querySelectorAll('main picture').length === {count}"


class Studio:
    """A desk on which the handbook is followed, and a camera before its screens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.desk = Desk(folder / "project")
        self.pages = {page.name.partition("-")[0]: page for page in tasks()}

    def follow(self, task: str) -> None:
        """Do a task without pictures."""
        for _ in self.desk.follow(self.pages[task]):
            pass

    def shoot(self, name: str, **shot: Any) -> None:
        """Take one picture of a page."""
        size = {"width": 1000, "height": 760, **shot, "out": str(self.folder / f"{name}.png")}
        run_script("handbook.mjs", shots=[size])

    def follow_and_shoot(self, task: str, name: str, start: str = "") -> None:
        """Do a task; shoot the first screen that says ``start``, from there on."""
        is_due = True
        for _ in self.desk.follow(self.pages[task]):
            if is_due and start in self.desk.screen:
                self.terminal(name, self.desk.typed, self.desk.screen, start)
                is_due = False

    def terminal(self, name: str, typed: str, said: str, start: str = "") -> None:
        """Take a picture of what a command said, in a window like a terminal's."""
        lines = [line for line in said[said.index(start) :].splitlines() if "make: ***" not in line]
        said = html.escape("\n".join(lines[:_LINES]))
        self.shoot(name, html=_TERMINAL.format(typed=html.escape(typed), said=said), height=2000)


def draw(folder: Path, out: Path) -> None:
    """Follow the handbook in ``folder`` and put its pictures into ``out``."""
    studio = Studio(folder)
    desk, shoot = studio.desk, studio.shoot
    studio.terminal("cua-so-lenh", "make check", _run(desk, "make check"))
    page = "mo-hinh/vi-du-bai-co-anh.html"
    with _preview(desk) as root:
        studio.follow_and_shoot("01", "hoi-su-kien", "Trả lời")
        event = "#vi-du-mo-tu-sach-xa"
        shoot(
            "su-kien-tren-trang",
            url=f"{root}lich-su/dong-thoi-gian.html{event}",
            at=event,
            wait=_there(event),
        )
        _form(desk.paths, folder)
        studio.follow("02")
        shoot("so-lieu-moi", url=f"{root}so-lieu/cultured-families.html", wait=_says("49.085"))
        studio.follow("03")
        studio.follow("03b")
        shoot("bai-co-anh", url=f"{root}{page}", height=1000, wait=_pictures(2))
        studio.follow_and_shoot("04", "nguon-moi", "Đã ghi")
        studio.follow("05")
        shoot("ban-tieng-anh", url=f"{root}en/{page}", wait=_there(".ms-fallback"))
        studio.follow_and_shoot("06", "doi-ten", "data/published")
        studio.follow("07")
        shoot("sau-khi-rut", url=f"{root}{page}", height=900, wait=_pictures(1))
        for said in desk.follow(studio.pages["08"]):
            if "Lỗi: 5" in said:
                studio.terminal("nam-loi", desk.typed, said, "data/")
                shoot("bang-loi", url=f"{root}{page}", wait=_OVERLAY)
        studio.follow("09")
    studio.follow("10")
    (archive,) = desk.root.glob("dist/preview/*.zip")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "preview")
    first = min((folder / "preview").rglob("index.html"), key=lambda one: len(one.parts))
    shoot("xem-truoc", url=first.as_uri(), height=900, wait=_there("h1"))
    for path in folder.glob("*.png"):
        _reduce(path, out / path.name)


def _run(desk: Desk, command: str) -> str:
    return subprocess.run(
        command.split(),
        cwd=desk.root,
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    ).stdout


@contextmanager
def _preview(desk: Desk) -> Iterator[str]:
    """Run the live preview of the copy."""
    command = [desk.root / ".venv/bin/microsite", "serve", "--port", "8120"]
    with subprocess.Popen(
        command, cwd=desk.root, stdout=subprocess.PIPE, text=True, env=environment()
    ) as process:
        try:
            for line in process.stdout or ():
                if found := re.search(r"http://\S+/", line):
                    yield found[0]
                    break
        finally:
            process.terminate()


def _form(paths: ProjectPaths, folder: Path) -> None:
    """Shoot the web form: its lists, and one indicator opened."""
    files = {
        path.relative_to(paths.root).as_posix(): path.read_text(encoding="utf-8")
        for path in content_files(paths)
    }
    ids = re.findall(r"(?m)^- id: (\S+)", files["data/indicators/van-hoa.yml"])
    number = ids.index("cultured-families")
    series = f"indicators.{number}.series"
    value = {"type": f"{series}.0.value", "text": "49085"}
    steps = [{"open": number}, {"unfold": series}, value]
    edits = [{"route": "#/collections/indicators/entries/van-hoa", "steps": steps}]
    shots = folder / "form"
    shots.mkdir()
    with served(paths, obtain(CMS, FETCHED)) as root:
        run_script(
            "admin.mjs",
            root=root,
            files=files,
            edits=edits,
            start=START,
            save=SAVE,
            shots=str(shots),
        )
    shutil.copy(shots / "list.png", folder / "bieu-mau.png")
    shutil.copy(shots / "0-2.png", folder / "bieu-mau-so-lieu.png")


def _reduce(path: Path, out: Path) -> None:
    with Image.open(path) as image:
        few = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(out, optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        target = Path(sys.argv[1]) if len(sys.argv) > 1 else BOOK / "anh"
        target.mkdir(parents=True, exist_ok=True)
        draw(Path(made), target)
