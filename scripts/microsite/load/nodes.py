"""What a YAML file says, as it was typed: text, lists and mappings with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Scalar:
    """One value exactly as typed; ``no``, ``12:30`` and ``05`` stay text."""

    text: str
    line: int
    column: int
    plain: bool = True
    last_line: int = 0


@dataclass(frozen=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int

    @property
    def last_line(self) -> int:
        """The line on which the last item ends."""
        return self.nodes[-1].last_line if self.nodes else self.line


@dataclass(frozen=True)
class Fields:
    """A mapping, in the order of the file."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    @property
    def last_line(self) -> int:
        """The line on which the last value ends."""
        return self.pairs[-1][1].last_line if self.pairs else self.line

    def get(self, name: str) -> Node | None:
        """Return the node under ``name``, or None."""
        return self._by_name.get(name, (None, None))[1]

    def key(self, name: str) -> Scalar | None:
        """Return the key itself, for its place."""
        return self._by_name.get(name, (None, None))[0]

    @cached_property
    def _by_name(self) -> dict[str, tuple[Scalar, Node]]:
        return {key.text: (key, value) for key, value in reversed(self.pairs)}


Node = Scalar | Items | Fields


def plain(node: Node) -> object:
    """Turn a node into lists, dicts and strings; an empty plain scalar becomes None."""
    match node:
        case Scalar():
            return None if node.plain and node.text in ("", "null", "~") else node.text
        case Items():
            return [plain(item) for item in node.nodes]
        case Fields():
            return {key.text: plain(value) for key, value in node.pairs}


def find(node: Node, path: Sequence[str | int]) -> tuple[int, int]:
    """Return line and column of the deepest node on ``path``; for a mapping's entry, of its key."""
    place, _ = reach(node, path)
    return place


def reach(node: Node, path: Sequence[str | int]) -> tuple[tuple[int, int], Node]:
    """Return the deepest node on ``path``, and its place as `find` tells it."""
    place = (node.line, node.column)
    for step in path:
        following: Node | None = None
        if isinstance(node, Fields) and isinstance(step, str):
            key = node.key(step)
            if key is not None:
                place, following = (key.line, key.column), node.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
            following = node.nodes[step]
            place = (following.line, following.column)
        if following is None:
            break
        node = following
    return place, node
