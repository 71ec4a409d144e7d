"""The project's files to raw content, by collection and by language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from microsite.kept import Kept, key_of
from microsite.load.markdown import RawPage, parse_page
from microsite.load.media import look_at_pictures, measure_media
from microsite.load.nodes import Node
from microsite.load.strays import strays
from microsite.load.translations import Marks, parse_lock
from microsite.load.yaml_files import MAX_BYTES, parse_yaml
from microsite.paths import ProjectPaths
from microsite.pictures import Flaw, Header
from microsite.problems import Problem, Where

MAX_LINE = 5000
_DATA, _PAGES = "data", "pages"


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
    """Everything an editor wrote, before anyone judged it.

    ``media`` holds file sizes, ``confirmed`` what the register of translations says, ``published``
    the line of every address that was published, ``pictures`` what the headers of photographs say.
    """

    files: tuple[RawFile, ...]
    pages: tuple[RawPage, ...]
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]
    media: Mapping[str, int] = field(default_factory=dict[str, int])
    confirmed: Mapping[str, Marks] = field(default_factory=dict[str, Marks])
    published: Mapping[str, int] = field(default_factory=dict[str, int])
    pictures: Mapping[str, Header | Flaw] = field(default_factory=dict[str, "Header | Flaw"])


T = TypeVar("T", bound=RawFile | RawPage)


@dataclass(frozen=True)
class _Read(Generic[T]):
    """One file as it was read, and its time and size then."""

    stamp: tuple[int, int]
    raw: T
    text: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Memory:
    """What was read before: a file that has kept its time and size is not read again. What is
    ``kept`` between processes goes by the text.
    """

    files: dict[Path, _Read[RawFile]] = field(default_factory=dict[Path, _Read[RawFile]])
    pages: dict[Path, _Read[RawPage]] = field(default_factory=dict[Path, _Read[RawPage]])
    kept: Kept = field(default_factory=Kept)

    def forget(self) -> None:
        """Keep nothing for other processes."""
        for name in (_DATA, _PAGES):
            self.kept.beside(name).forget()


def read_content(paths: ProjectPaths, memory: Memory | None = None) -> RawContent:
    """Read ``data/**/*.yml`` and ``docs/<lang>/**/*.md`` in a fixed order.

    Who reads a project again and again hands in a ``memory`` that it keeps.
    """
    memory = memory or Memory()
    kept = memory.kept
    files = _read_all(data_files(paths), paths, memory.files, _file_of, kept.beside(_DATA))
    pages = _read_all(page_files(paths), paths, memory.pages, _page_of, kept.beside(_PAGES))
    every: tuple[_Read[RawFile] | _Read[RawPage], ...] = (*files, *pages)
    texts = {read.raw.file: read.text for read in every if read.text is not None}
    problems = [*strays(paths), *(problem for read in every for problem in read.problems)]
    lock = _register(paths.translations, paths.root, texts, problems)
    confirmed, found = parse_lock(lock, paths.translations.relative_to(paths.root).as_posix())
    problems += found
    published = addresses_in(_register(paths.published, paths.root, texts, problems))
    media = measure_media(paths)
    return RawContent(
        tuple(read.raw for read in files),
        tuple(read.raw for read in pages),
        texts,
        tuple(problems),
        media,
        confirmed,
        published,
        look_at_pictures(paths, media),
    )


def _read_all(
    every: Sequence[Path],
    paths: ProjectPaths,
    known: dict[Path, _Read[T]],
    parse: Callable[[str, str | None], tuple[T, list[Problem]]],
    kept: Kept,
) -> list[_Read[T]]:
    stamps = {path: _stamp(path) for path in every}
    anew = [
        path
        for path in every
        if path not in known or known[path].stamp != stamps[path] or not all(stamps[path])
    ]
    names = {path: path.relative_to(paths.root).as_posix() for path in anew}
    texts = {path: read_text(path, paths.root) for path in anew}
    keys = {path: _key(names[path], texts[path][0]) for path in anew}
    told = {keys[path]: (names[path], texts[path][0]) for path in anew}
    parsed = kept.each(told, lambda one: parse(*one), 1)
    for path in anew:
        raw, problems = parsed[keys[path]]
        known[path] = _Read(stamps[path], raw, texts[path][0], (*texts[path][1], *problems))
    return [known[path] for path in every]


def _key(name: str, text: str | None) -> bytes:
    return key_of(name) if text is None else key_of(name, text)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.lstat()
    except OSError:  # reading it says why
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


def _file_of(name: str, text: str | None) -> tuple[RawFile, list[Problem]]:
    collection = _collection(name)
    if text is None:
        return RawFile(name, collection, None, is_readable=False), []
    root, problems = parse_yaml(text, name)
    return RawFile(name, collection, root, is_readable=root is not None or not problems), problems


def _page_of(name: str, text: str | None) -> tuple[RawPage, list[Problem]]:
    _, lang, path = name.split("/", 2)
    if text is None:  # links to it are no second problem
        return RawPage(name, lang, path, None, "", 1), []
    return parse_page(text, file=name, lang=lang, path=path)


def data_files(paths: ProjectPaths) -> list[Path]:
    """Return every data file in a fixed order."""
    return sorted(paths.data.rglob("*.yml"))


def page_files(paths: ProjectPaths) -> list[Path]:
    """Return every authored page in a fixed order."""
    return sorted(paths.docs.glob("*/**/*.md"))


def collection_of(path: Path, paths: ProjectPaths) -> str:
    """Return the collection that the data file at ``path`` belongs to."""
    return _collection(path.relative_to(paths.root).as_posix())


def _collection(name: str) -> str:
    return name.split("/")[1].removesuffix(".yml")


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


def _register(path: Path, root: Path, texts: dict[str, str], problems: list[Problem]) -> str:
    """Read a file that a command writes and a project may lack; without it there are no words."""
    if not path.is_file():
        return ""
    text, found = read_text(path, root)
    problems += found
    if text is not None:
        texts[path.relative_to(root).as_posix()] = text
    return text or ""


def addresses_in(text: str) -> dict[str, int]:
    """Return the addresses of a list, one a line, with their lines; a line may be a comment."""
    lines = ((line.strip(), number) for number, line in enumerate(text.split("\n"), 1))
    return {line: number for line, number in lines if line and not line.startswith("#")}
