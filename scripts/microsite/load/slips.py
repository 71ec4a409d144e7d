"""Lines of YAML as Word writes them: which sign is wrong, when the parser only says that one is."""

from __future__ import annotations

import re

BULLETS = "–—•·▪●◦‣∙\uf0b7\uf0a7"
"""The signs that Word sets before the points of a list."""

CELLS = re.compile(r"\S\t+\S")
"""Between the cells of a table that was pasted from Word."""

_BULLET = re.compile(rf"\s*(?P<sign>[−{BULLETS}])\s")
_TIGHT = re.compile(r"\s*(?:- )?(?P<name>[a-z][a-z0-9_]*)(?::|：\s*)(?P<value>\S.*)")
_CURLY = re.compile(r"(?:[:-]\s+)(?P<sign>[‘’“”])")  # the quotes of Word


def slip(code: str, line: str) -> tuple[str, int, str, str]:
    """Return what is wrong in ``line``, which broke the rule ``code``: the rule of ours, the
    offset, what stands there, and what was probably meant.
    """
    if code == "yaml-no-colon":
        if found := _BULLET.match(line):
            return "yaml-bullet", found.start("sign"), found["sign"], ""
        if found := CELLS.search(line):
            return "yaml-table", len(line) - len(line.lstrip()), "", ""
        if found := _TIGHT.fullmatch(line):
            return code, found.start("name"), "", f"{found['name']}: {found['value']}"
    if code == "yaml-colon" and (found := _CURLY.search(line)):
        return "yaml-curly", found.start("sign"), found["sign"], ""
    return code, -1, "", ""
