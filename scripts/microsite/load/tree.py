"""The project's files to raw content, by collection and by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from microsite.load.markdown import RawPage, parse_page
from microsite.load.media import look_at_pictures, measure_media
from microsite.load.nodes import Node
from microsite.load.yaml_files import MAX_BYTES, parse_yaml
from microsite.paths import ProjectPaths
from microsite.pictures import Flaw, Header
from microsite.problems import Problem, Where

MAX_LINE = 5000


@dataclass(frozen=True)
class RawFile:
    """One data file: ``collection`` is its folder in ``data/`` or, directly in it, its name.

    ``root`` is None when the file is empty, or when it could not be read: then ``is_readable`` is
    false.
    """

    file: str
    collection: str
    root: Node | None
    is_readable: bool = True


@dataclass(frozen=True)
class RawContent:
    """Everything an editor wrote, before anyone judged it; ``media`` holds file sizes,
    ``pictures`` what the headers of photographs say.
    """

    files: tuple[RawFile, ...]
    pages: tuple[RawPage, ...]
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]
    media: Mapping[str, int] = field(default_factory=dict[str, int])
    pictures: Mapping[str, Header | Flaw] = field(default_factory=dict[str, "Header | Flaw"])


def read_content(paths: ProjectPaths) -> RawContent:
    """Read ``data/**/*.yml`` and ``docs/<lang>/**/*.md`` in a fixed order."""
    files: list[RawFile] = []
    pages: list[RawPage] = []
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in data_files(paths):
        name, collection = path.relative_to(paths.root).as_posix(), collection_of(path, paths)
        text, found = read_text(path, paths.root)
        problems += found
        if text is None:
            files.append(RawFile(name, collection, None, is_readable=False))
            continue
        texts[name] = text
        root, found = parse_yaml(text, name)
        problems += found
        files.append(RawFile(name, collection, root, is_readable=root is not None or not found))
    for path in page_files(paths):
        name = path.relative_to(paths.root).as_posix()
        lang, *rest = path.relative_to(paths.docs).parts
        text, found = read_text(path, paths.root)
        problems += found
        if text is None:  # links to it are no second problem
            pages.append(RawPage(name, lang, "/".join(rest), None, "", 1))
            continue
        texts[name] = text
        page, found = parse_page(text, file=name, lang=lang, path="/".join(rest))
        problems += found
        pages.append(page)
    media = measure_media(paths)
    pictures = look_at_pictures(paths, media)
    return RawContent(tuple(files), tuple(pages), texts, tuple(problems), media, pictures)


def data_files(paths: ProjectPaths) -> list[Path]:
    """Return every data file in a fixed order."""
    return sorted(paths.data.rglob("*.yml"))


def page_files(paths: ProjectPaths) -> list[Path]:
    """Return every authored page in a fixed order."""
    return sorted(paths.docs.glob("*/**/*.md"))


def collection_of(path: Path, paths: ProjectPaths) -> str:
    """Return the collection that the data file at ``path`` belongs to."""
    return path.relative_to(paths.data).parts[0].removesuffix(".yml")


def read_text(path: Path, root: Path) -> tuple[str | None, list[Problem]]:
    """Read a file as text with one kind of line end; without text there is a problem."""
    name = path.relative_to(root).as_posix()
    if path.is_symlink():
        return None, [Problem(Where(name), "symlink")]
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return None, [Problem(Where(name), "cannot-open", error.strerror or "")]
    if size > MAX_BYTES:
        return None, [Problem(Where(name), "file-too-large", f"{size // 1000} kB")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(name, raw, error.start)]
    text = text.replace("\r\n", "\n")
    if max(map(len, text.split("\n"))) > MAX_LINE:
        return None, [_long_line(name, text)]
    return text, []


def _long_line(name: str, text: str) -> Problem:
    lines = enumerate(text.split("\n"), 1)
    number, line = next((number, line) for number, line in lines if len(line) > MAX_LINE)
    where = Where(name, number, 1, length=len(line))
    return Problem(where, "line-too-long", str(len(line)), {"limit": str(MAX_LINE)}, text=line)


def _not_utf8(name: str, raw: bytes, start: int) -> Problem:
    before = raw[:start].decode("utf-8").rpartition("\n")[2]
    line = raw[start - len(before.encode()) :].partition(b"\n")[0]
    where = Where(name, raw.count(b"\n", 0, start) + 1, len(before) + 1, length=1)
    got, shown = f"0x{raw[start]:02x}", line.decode("utf-8", "replace")
    return Problem(where, "not-utf8", got, text=shown)
