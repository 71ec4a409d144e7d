"""A Markdown file to front matter nodes and body lines that keep their line numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from microsite.load.nodes import Fields
from microsite.load.yaml_files import parse_yaml
from microsite.marks import outside_code
from microsite.problems import Problem, Where

# a byte order mark before it is told by the check of letters
_FRONT_MATTER = re.compile(r"\ufeff?---\n(?P<head>(?:.*\n)*?)---(?:\n|\Z)")
_RULER = re.compile(r"^(?:---|—)$", re.MULTILINE)  # the long dash is what Word makes of it


@dataclass(frozen=True)
class RawPage:
    """One authored page; ``meta`` is None when its front matter cannot be read."""

    file: str
    lang: str
    path: str
    meta: Fields | None
    body: str
    body_line: int

    @property
    def is_closed(self) -> bool:
        """Whether nothing of it could be read."""
        return self.meta is None and not self.body

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """(line number in the file, text) of the body outside fenced code."""
        lines = enumerate(outside_code(self.body.split("\n")), self.body_line)
        return tuple((number, line) for number, (line, outside) in lines if outside)


def split_page(text: str) -> tuple[str, str] | None:
    """Return front matter and body, or None when ``text`` has no closed front matter."""
    found = _FRONT_MATTER.match(text)
    return (found["head"], text[found.end() :]) if found else None


def parse_page(text: str, *, file: str, lang: str, path: str) -> tuple[RawPage, list[Problem]]:
    """Split ``text`` into front matter and body."""
    if not text.lstrip("\ufeff").startswith("---\n"):
        problem = Problem(Where(file, 1), "front-matter-missing", spot="")
        body = "" if _RULER.search(text) else text  # its fields are no text of the page
        return RawPage(file, lang, path, None, body, 1), [problem]
    parts = split_page(text)
    if parts is None:
        problem = Problem(Where(file, 1), "front-matter-open", spot="")
        return RawPage(file, lang, path, None, "", 1), [problem]
    head, body = parts
    node, problems = parse_yaml(head, file, first_line=2)
    meta = node if isinstance(node, Fields) else None
    if meta is None and not problems:
        problems.append(Problem(Where(file, 2), "front-matter-not-fields", spot=""))
    return RawPage(file, lang, path, meta, body, head.count("\n") + 3), problems
