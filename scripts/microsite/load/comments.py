"""Comments of a YAML text, each with the entry it stands above.

The parser drops comments, so they are looked for between its tokens, where nothing else can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from microsite.load.nodes import Fields, Items, Node

Path = tuple[str | int, ...]

HEAD: Path = ("#head",)
TAIL: Path = ("#tail",)


@dataclass(frozen=True)
class Comment:
    """``text`` begins with ``#``; ``line`` and ``column`` count from 1 in the text it was found in.

    ``is_alone`` says that nothing else stands on its line.
    """

    text: str
    line: int
    column: int
    is_alone: bool


def find_comments(text: str) -> list[Comment]:
    """Return the comments of a text that the parser could read."""
    found: list[Comment] = []
    end = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        found += _in_gap(text, end, token.start_mark.index)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            header = text.find("\n", token.start_mark.index)
            found += _in_gap(text, token.start_mark.index, max(header, token.start_mark.index))
        end = max(end, token.end_mark.index)
    return [*found, *_in_gap(text, end, len(text))]


def owner(comment: Comment, places: list[tuple[int, Path]]) -> Path:
    """Return the path of the entry below ``comment``; ``places`` are from `entry_lines`."""
    if not places or comment.line < places[0][0]:
        return HEAD
    return next((path for line, path in places if line > comment.line), TAIL)


def entry_lines(node: Node, path: Path = ()) -> Iterator[tuple[int, Path]]:
    """Yield (line, path) of every key and list item, in the order of the text, outer ones first."""
    if isinstance(node, Fields):
        for key, value in node.pairs:
            yield key.line, (*path, key.text)
            yield from entry_lines(value, (*path, key.text))
    elif isinstance(node, Items):
        for index, item in enumerate(node.nodes):
            yield item.line, (*path, index)
            yield from entry_lines(item, (*path, index))


def _in_gap(text: str, start: int, end: int) -> Iterator[Comment]:
    while (mark := text.find("#", start, end)) >= 0:
        line_start = text.rfind("\n", 0, mark) + 1
        line_end = text.find("\n", mark)
        line_end = len(text) if line_end < 0 else line_end
        before = text[line_start:mark].lstrip("\ufeff")
        yield Comment(
            text[mark:line_end].rstrip(),
            text.count("\n", 0, mark) + 1,
            mark - line_start + 1,
            is_alone=not before.strip(),
        )
        start = line_end
