"""Files that lie where content lies, and that nothing reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from microsite.paths import ProjectPaths
from microsite.problems import Problem, Where

# what programs and systems leave behind on their own
_LEFT_BEHIND = re.compile(r"[.~].*|.*(?:~|\.bak|\.tmp|\.swp|\.orig)|Thumbs\.db|desktop\.ini")

_CLOSE = {".yml": (".yaml", ".yml"), ".md": (".markdown", ".md")}  # other cases of letters too


def strays(paths: ProjectPaths) -> Iterator[Problem]:
    """Report files whose ending nobody reads: Windows hides endings, so ``moi.yml.txt`` looks as it
    should. Suggest the name that would be read.
    """
    own = {paths.translations, paths.published}
    for path in sorted(paths.data.rglob("*")):
        if path not in own and not path.is_relative_to(paths.schemas):
            yield from _stray(path, ".yml", paths)
    for path in sorted(paths.docs.glob("*/**/*")):
        if not path.is_relative_to(paths.media):
            yield from _stray(path, ".md", paths)


def _stray(path: Path, ending: str, paths: ProjectPaths) -> Iterator[Problem]:
    if (
        ending in (path.suffix, path.parent.suffix)
        or not path.is_file()
        or _LEFT_BEHIND.fullmatch(path.name)
    ):
        return
    name = path.name
    close = (one for one in (f"{ending}.txt", *_CLOSE[ending]) if name.lower().endswith(one))
    written = next(close, "")
    nearest = name[: -len(written)] + ending if written else ""
    values = {"ending": ending, "nearest": nearest}
    yield Problem(Where(path.relative_to(paths.root).as_posix()), "unread-file", "", values)
