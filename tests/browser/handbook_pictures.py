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
from handbook import BOOK, Desk, tasks
from microsite.admin.package import CMS, obtain
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import content_files

_COLOURS = 96
_LINES = 34
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d2021; color: #ebdbb2; width: 1000px }}
header {{ background: #3c3836; padding: 6px 14px; font: 14px sans-serif; color: #d5c4a1 }}
pre {{ margin: 0; padding: 12px 16px; font: 15px/1.45 "DejaVu Sans Mono", monospace; white-space: pre-wrap }}
b {{ color: #b8bb26 }}
</style><header>microsite</header><pre><b>$ {typed}</b>
{said}</pre>"""


def draw(folder: Path, out: Path) -> None:
    """Follow the handbook in ``folder`` and put its pictures into ``out``."""
    desk = Desk(folder / "project")
    paths = ProjectPaths(desk.root)
    pages = {page.name.partition("-")[0]: page for page in tasks()}

    def shoot(name: str, **shot: Any) -> None:
        size = {"width": 1000, "height": 760, **shot, "out": str(folder / f"{name}.png")}
        run_script("handbook.mjs", shots=[size])

    def terminal(name: str, typed: str, said: str, start: str = "") -> None:
        lines = [line for line in said[said.index(start) :].splitlines() if "make: ***" not in line]
        said = html.escape("\n".join(lines[:_LINES]))
        shoot(name, html=_TERMINAL.format(typed=html.escape(typed), said=said), height=2000)

    desk.bring_photographs()
    terminal("cua-so-lenh", "make check", _run(desk, "make check"))
    with _preview(desk) as root:
        list(_screens(desk, pages["01"], "hoi-su-kien", terminal, ".venv/bin/microsite new event"))
        event = "#vi-du-mo-tu-sach-xa"
        shoot("su-kien-tren-trang", url=f"{root}lich-su/dong-thoi-gian.html{event}", at=event)
        _form(paths, folder)
        list(desk.follow(pages["02"]))
        shoot("so-lieu-moi", url=f"{root}so-lieu/cultured-families.html")
        for task in ("03", "03b"):
            list(desk.follow(pages[task]))
        page = "mo-hinh/vi-du-bai-co-anh.html"
        shoot("bai-co-anh", url=f"{root}{page}", height=1000)
        typed = ".venv/bin/microsite new source https://laichau.gov.vn/"
        list(_screens(desk, pages["04"], "nguon-moi", terminal, typed, "Đã ghi"))
        list(desk.follow(pages["05"]))
        shoot("ban-tieng-anh", url=f"{root}en/{page}")
        list(_screens(desk, pages["06"], "doi-ten", terminal, "make check", "data/published"))
        list(desk.follow(pages["07"]))
        shoot("sau-khi-rut", url=f"{root}{page}", height=900)
        overlay = {"wait": "document.querySelector('ms-live')?.shadowRoot?.querySelector('section')"}
        for said in desk.follow(pages["08"]):
            if "Lỗi: 5" in said:
                terminal("nam-loi", "make check", said, "data/")
                shoot("bang-loi", url=f"{root}{page}", **overlay)
        list(desk.follow(pages["09"]))
    list(desk.follow(pages["10"]))
    (archive,) = paths.root.glob("dist/preview/*.zip")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "preview")
    (index,) = sorted((folder / "preview").rglob("index.html"), key=lambda one: len(one.parts))[:1]
    shoot("xem-truoc", url=index.as_uri(), height=900)
    for path in folder.glob("*.png"):
        _reduce(path, out / path.name)


def _screens(
    desk: Desk, page: Path, name: str, terminal: Any, typed: str, start: str = ""
) -> Iterator[str]:
    """Follow a page; the first screen that has ``start`` is shot."""
    is_due = True
    for said in desk.follow(page):
        if is_due and start in desk.screen and said:
            terminal(name, typed, desk.screen, start)
            is_due = False
        yield said


def _run(desk: Desk, command: str) -> str:
    return subprocess.run(
        command.split(), cwd=desk.root, capture_output=True, text=True, check=True
    ).stdout


@contextmanager
def _preview(desk: Desk) -> Iterator[str]:
    """Run the live preview of the copy."""
    command = [desk.root / ".venv/bin/microsite", "serve", "--port", "8120"]
    with subprocess.Popen(command, cwd=desk.root, stdout=subprocess.PIPE, text=True) as process:
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
    value = f"indicators.{number}.series.0.value"
    steps = [{"open": number}, {"type": value, "text": "49085"}]
    edits = [{"route": "#/collections/indicators/entries/van-hoa", "steps": steps}]
    shots = folder / "form"
    shots.mkdir()
    with served(paths, obtain(CMS, FETCHED)) as root:
        run_script(
            "admin.mjs", root=root, files=files, edits=edits, start=START, save=SAVE, shots=str(shots)
        )
    shutil.copy(shots / "list.png", folder / "bieu-mau.png")
    shutil.copy(shots / "0-1.png", folder / "bieu-mau-so-lieu.png")


def _reduce(path: Path, out: Path) -> None:
    with Image.open(path) as image:
        few = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(out, optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        target = Path(sys.argv[1]) if len(sys.argv) > 1 else BOOK / "anh"
        target.mkdir(parents=True, exist_ok=True)
        draw(Path(made), target)
