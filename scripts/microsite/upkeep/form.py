"""The text of a data file or page to the same content in its one canonical form."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from microsite.load.comments import HEAD, TAIL, Comment, Path, entry_lines, find_comments, owner
from microsite.load.markdown import parse_page, split_page
from microsite.load.nodes import Fields, Node
from microsite.load.write_yaml import write_yaml
from microsite.load.yaml_files import parse_yaml
from microsite.model.fields import FORMS
from microsite.model.page import PageMeta
from microsite.model.site import COLLECTIONS
from microsite.problems import Problem, Where
from microsite.upkeep.order import in_order, same


class Refused(Exception):  # noqa: N818  # says what happened, as the caller reads it
    """A text that cannot be put in form without loss, with the reasons."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def form_data(text: str, *, file: str, collection: str) -> str:
    """Return a data file in form. Raises Refused."""
    return _form(text.removeprefix("\ufeff"), file, _kind(collection), 1)


def form_page(text: str, *, file: str) -> str:
    """Return a page with its front matter in form; of its words only the letters' form changes.

    Raises Refused.
    """
    text = text.removeprefix("\ufeff")
    parts = split_page(text)
    if parts is None:
        raise Refused(parse_page(text, file=file, lang="", path="")[1])
    head, body = parts
    head = f"---\n{_form(head, file, PageMeta, 2)}---\n"
    body = unicodedata.normalize("NFC", body).rstrip("\n")
    return f"{head}{body}\n" if body else head


def _kind(collection: str) -> object:
    """Return the type of a whole data file."""
    if collection in FORMS and collection not in COLLECTIONS:
        return FORMS[collection]
    model = COLLECTIONS.get(collection)
    return Mapping[str, tuple[model, ...]] if model else None  # type: ignore[valid-type]  # a value


def _form(text: str, file: str, kind: object, first_line: int) -> str:
    root, problems = parse_yaml(text, file, first_line=first_line)
    if problems:
        raise Refused(problems)
    comments = find_comments(text) if "#" in text else []
    beside = [comment for comment in comments if not comment.is_alone]
    if beside:
        raise Refused([_about(comment, file, first_line) for comment in beside])
    if root is None:
        return "".join(f"{comment.text}\n" for comment in comments)
    ordered = in_order(root, kind)
    for spell_out in (False, True):
        written = _with_comments(write_yaml(ordered, spell_out=spell_out), root, comments)
        if _says_the_same(written, root, comments):
            return written
    raise Refused([Problem(Where(file), "fmt-unsure")])


def _with_comments(written: str, root: Node, comments: list[Comment]) -> str:
    """Put each comment above the entry that it stood above."""
    if not comments:
        return written
    lines = written.splitlines()
    before = list(entry_lines(root))
    places = {_normal(path): line for line, path in reversed(list(_entries(written)))}
    above: dict[int, list[str]] = {}
    for comment in comments:
        path = owner(comment, before)
        line = {HEAD: 1, TAIL: len(lines) + 1}.get(path) or places.get(_normal(path), 1)
        above.setdefault(line, []).append(unicodedata.normalize("NFC", comment.text))
    shown: list[str] = []
    for number, line_text in enumerate([*lines, ""], 1):
        indent = line_text[: len(line_text) - len(line_text.lstrip())]
        shown += [indent + comment for comment in above.get(number, ())]
        shown.append(line_text)
    return "\n".join(shown[:-1]) + "\n"


def _entries(written: str) -> list[tuple[int, Path]]:
    root, _ = parse_yaml(written, "")
    return list(entry_lines(root)) if root is not None else []


def _normal(path: Path) -> Path:
    return tuple(unicodedata.normalize("NFC", str(step)) for step in path)


def _says_the_same(written: str, root: Node, comments: list[Comment]) -> bool:
    again, problems = parse_yaml(written, "")
    if problems or again is None or same(again) != same(root):
        return False
    kept = find_comments(written) if "#" in written else []
    texts = sorted(unicodedata.normalize("NFC", comment.text) for comment in comments)
    return texts == sorted(comment.text for comment in kept) and isinstance(again, Fields) == (
        isinstance(root, Fields)
    )


def _about(comment: Comment, file: str, first_line: int) -> Problem:
    where = Where(file, comment.line + first_line - 1, comment.column, length=len(comment.text))
    return Problem(where, "fmt-comment")
