"""Lines of YAML as Word writes them: which sign is wrong, when the parser only says that one is."""

from __future__ import annotations

import re

_BULLET = re.compile(r"\s*(?P<sign>[–—−•·▪●◦‣∙\uf0b7\uf0a7])\s")  # signs of Word
_TIGHT = re.compile(r"\s*(?:- )?(?P<name>[a-z][a-z0-9_]*)(?::|：\s*)(?P<value>\S.*)")
_CELLS = re.compile(r"[^\s]\t+[^\s]")
_CURLY = re.compile(r"(?:[:-]\s+)(?P<sign>[‘’“”])")  # the quotes of Word


def slip(code: str, line: str) -> tuple[str, int, str, str]:
    """Return what is wrong in ``line``, which broke the rule ``code``: the rule of ours, the
    offset, what stands there, and what was probably meant.
    """
    if code == "yaml-no-colon":
        if found := _BULLET.match(line):
            return "yaml-bullet", found.start("sign"), found["sign"], ""
        if found := _CELLS.search(line):
            return "yaml-table", len(line) - len(line.lstrip()), "", ""
        if found := _TIGHT.fullmatch(line):
            return code, found.start("name"), "", f"{found['name']}: {found['value']}"
    if code == "yaml-colon" and (found := _CURLY.search(line)):
        return "yaml-curly", found.start("sign"), found["sign"], ""
    return code, -1, "", ""
