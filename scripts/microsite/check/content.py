"""Content between file and model: every entry with the node it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from pydantic import BaseModel

from microsite.check.nearest import nearest
from microsite.load.markdown import RawPage
from microsite.load.nodes import Fields, Node, reach
from microsite.load.translations import Marks
from microsite.model.base import Entry
from microsite.model.deploy import Targets
from microsite.model.page import AuthoredPage
from microsite.model.redirect import Redirects
from microsite.model.settings import Settings
from microsite.pictures import Flaw, Header
from microsite.problems import Problem, Where

_SLIPS = 300

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Located:
    """A parsed entry and its place."""

    collection: str
    value: Entry
    node: Node
    file: str

    def where(self, *path: str | int) -> Where:
        """Return the place of the field at ``path`` in this entry."""
        key = key_path(self.collection, self.value.id, path)
        return where_in(self.node, path, file=self.file, key=key)


@dataclass(frozen=True)
class LocatedPage:
    """A parsed page with its raw text, for checks that need lines."""

    page: AuthoredPage
    raw: RawPage

    def where(self, *path: str) -> Where:
        """Return the place of a front matter field."""
        if self.raw.meta is None:
            return Where(self.raw.file)
        return where_in(self.raw.meta, path, file=self.raw.file, key=".".join(path))


@dataclass(frozen=True)
class Content:
    """Everything that could be parsed, and the problems met so far.

    ``broken`` holds the ids of entries that are there but not right, and ``unreadable`` the
    collections of which a file could not be read: a reference to them is no second problem.
    ``media`` holds the size of every picture and recording by its path, ``confirmed`` the marks
    of source and translation of each entry as somebody last compared them, ``published`` the line
    of every address that was published, ``pictures`` what the header of each picture says.
    ``redirects`` is None when they could not be read, and so is ``deploy``.
    """

    settings: Settings | None
    settings_node: Fields | None
    entries: tuple[Located, ...]
    pages: tuple[LocatedPage, ...]
    raw_pages: tuple[RawPage, ...]
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]
    broken: frozenset[tuple[str, str]] = frozenset()
    unreadable: frozenset[str] = frozenset()
    media: Mapping[str, int] = field(default_factory=dict[str, int])
    confirmed: Mapping[str, Marks] = field(default_factory=dict[str, Marks])
    redirects: Redirects | None = None
    redirects_node: Fields | None = None
    published: Mapping[str, int] = field(default_factory=dict[str, int])
    pictures: Mapping[str, Header | Flaw] = field(default_factory=dict[str, "Header | Flaw"])
    deploy: Targets | None = None
    deploy_node: Fields | None = None

    def of(self, collection: str) -> Iterator[Located]:
        """Yield the entries of ``collection``."""
        return (entry for entry in self.entries if entry.collection == collection)

    def ids(self, collection: str) -> Mapping[str, Located]:
        """Return the first entry of each id in ``collection``."""
        return self._by_id.get(collection, {})

    def knows(self, collection: str, identifier: str) -> bool:
        """Whether ``identifier`` may be referred to."""
        return (
            identifier in self.ids(collection)
            or (collection, identifier) in self.broken
            or collection in self.unreadable
        )

    def nearest_id(self, name: str, collection: str) -> str:
        """Return the known id most like ``name``; a file full of wrong ids holds no slips."""
        asked = (name, collection)
        if asked not in self._nearest and len(self._nearest) < _SLIPS:
            self._nearest[asked] = nearest(name, self.ids(collection))
        return self._nearest.get(asked, "")

    @cached_property
    def _nearest(self) -> dict[tuple[str, str], str]:
        return {}

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Located]]:
        found: dict[str, dict[str, Located]] = {}
        for entry in self.entries:
            found.setdefault(entry.collection, {}).setdefault(entry.value.id, entry)
        return found


def key_path(collection: str, identifier: str, path: KeyPath) -> str:
    """Write a key path as people read it: ``events[nq-22-2003].sources[0]``."""
    written = f"{collection}[{identifier}]"
    for step in path:
        written += f"[{step}]" if isinstance(step, int) else f".{step}"
    return written


def where_in(node: Node, path: KeyPath, *, file: str, key: str) -> Where:
    """Return the place of the deepest node on ``path``, with the lines that its value covers."""
    (line, column), reached = reach(node, path)
    return Where(file, line, column, key, last_line=max(line, reached.last_line))


def settings_place(content: Content, path: KeyPath) -> Where:
    """Return the place of the setting at ``path``."""
    if content.settings_node is None:
        return Where("data/site.yml")
    key = ".".join(map(str, path))
    return where_in(content.settings_node, path, file="data/site.yml", key=key)


def strings_in(
    value: object, path: KeyPath = ()
) -> Iterator[tuple[KeyPath, str, tuple[object, ...]]]:
    """Yield (path, text, marks) of every text in a model; marks are its Ref and Prose."""
    if isinstance(value, BaseModel):
        for name, marks in marked_fields(type(value)):
            yield from _strings(getattr(value, name), (*path, name), marks)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from strings_in(item, (*path, index))


def _strings(
    value: object, path: KeyPath, marks: tuple[object, ...]
) -> Iterator[tuple[KeyPath, str, tuple[object, ...]]]:
    if isinstance(value, str):
        yield path, value, marks
    elif isinstance(value, tuple) and value and isinstance(value[0], str):
        for index, item in enumerate(value):
            yield (*path, index), item, marks
    else:
        yield from strings_in(value, path)


@cache
def marked_fields(model: type[BaseModel]) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Return the name and the marks of each field; every check of every entry asks for them."""
    return tuple(
        (name, (*field.metadata, *_marks(field.annotation)))
        for name, field in model.model_fields.items()
    )


def _marks(annotation: object) -> tuple[object, ...]:
    """Collect the annotations inside ``tuple[Annotated[str, Ref(…)], ...] | None`` and the like."""
    found: tuple[object, ...] = tuple(getattr(annotation, "__metadata__", ()))
    for inner in getattr(annotation, "__args__", ()):
        found += _marks(inner)
    return found
