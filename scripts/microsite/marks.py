"""The marks a writer may use in text: citations, figures and block directives.

``parse_inline`` and ``parse_block`` turn text into small values that remember their offset. They
know the grammar, not the content: whether an id exists is for ``check`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

# bounded, so that no line makes a search go over it once for each of its letters
_CITE = r"\[@(?P<cites>[^\]\n]{0,400})\]"
_FIGURE = r":figure\[(?P<figure>[^\]\n]{0,200})\](?:\{(?P<attrs>[^}\n]{0,400})\})?"
_INLINE = re.compile(f"{_CITE}|{_FIGURE}")
_BLOCK = re.compile(r"^::(?!:)(?P<name>[A-Za-z-]+)(?:\{(?P<attrs>[^}]*)\})?[ \t]*$")
_BLOCK_LIKE = re.compile(r"\s*::(?!:)\s*\S")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_CODE = re.compile(r"`[^`]*`")
_ATTR = re.compile(r"#(?P<id>\S+)|(?P<key>[a-z-]+)=(?P<value>\"[^\"]*\"|\S+)|(?P<bad>\S+)")


@dataclass(frozen=True)
class Citation:
    """``[@a; @b]``: the sources of the words before it."""

    sources: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Figure:
    """``:figure[id]{year=2023}``: one reading of an indicator inside a sentence."""

    indicator: str
    options: Mapping[str, str]
    start: int
    end: int
    bad: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directive:
    """``::name{#id key=value}`` alone on its line; ``bad`` holds what is neither."""

    name: str
    id: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    bad: tuple[str, ...] = ()


def parse_inline(text: str) -> Iterator[Citation | Figure]:
    """Yield the citations and figures of ``text`` in order, with their offsets."""
    if "[" not in text:  # most lines have none, and the search goes letter by letter
        return
    for found in _INLINE.finditer(text):
        if found["cites"] is not None:
            names = tuple(part.strip().lstrip("@") for part in found["cites"].split(";"))
            yield Citation(names, found.start(), found.end())
        else:
            _, options, bad = _attributes(found["attrs"] or "")
            yield Figure(found["figure"].strip(), options, found.start(), found.end(), bad)


def parse_block(line: str) -> Directive | None:
    """Return the directive that stands alone on ``line``, or None when the line is not one."""
    if "::" not in line:
        return None
    found = _BLOCK.match(line)
    if found is None:
        return Directive(line.strip(), bad=(line.strip(),)) if _BLOCK_LIKE.match(line) else None
    identifier, options, bad = _attributes(found["attrs"] or "")
    return Directive(found["name"], identifier, options, bad)


def strip_inline(text: str) -> str:
    """Return ``text`` without its marks, for places that show words only."""
    return re.sub(r"(?<!\s)\s+([.,;:])", r"\1", _INLINE.sub("", text)).strip()


def hide_code(line: str) -> str:
    """Return ``line`` with blanks for what stands between backticks; columns stay true."""
    if "`" not in line:
        return line
    return _CODE.sub(lambda code: " " * len(code.group()), line)


def outside_code(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it lies outside fenced code, where marks have no meaning."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if found and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else found[1]
            yield line, False
        else:
            yield line, not fence


def _attributes(text: str) -> tuple[str, dict[str, str], tuple[str, ...]]:
    identifier, options, bad = "", {}, []
    for found in _ATTR.finditer(text):
        if found["id"]:
            identifier = found["id"]
        elif found["key"] and found["key"] not in options:
            options[found["key"]] = found["value"].strip('"')
        else:
            bad.append(found.group())
    return identifier, options, tuple(bad)
