"""YAML text to nodes, refusing everything that hides meaning: anchors, tags, duplicate keys.

PyYAML's C parser does the reading. Scalars are never resolved, so what an editor typed is what the
model gets.
"""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from microsite.load.comments import find_comments
from microsite.load.faults import syntax_problem, unreadable_letters
from microsite.load.nodes import Fields, Items, Node, Scalar
from microsite.problems import Problem, Where

MAX_BYTES = 1_000_000
MAX_DEPTH = 12

_CUT = re.compile(r"[^\s#][ \t]{1,80}#[^\s#]")
_MANY = 1000  # comments; who writes more has not cut words by mistake

_MAP_TAG = "tag:yaml.org,2002:map"
_SEQ_TAG = "tag:yaml.org,2002:seq"


def parse_yaml(text: str, file: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document.

    Returns its root (None when the file is empty or refused) and the problems of form.
    ``first_line`` is the line of ``file`` on which ``text`` starts, for front matter.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return None, [Problem(Where(file), "file-too-large", f"{len(text) // 1000} kB")]
    if letters := unreadable_letters(text, file, first_line):
        return None, letters
    try:
        refused = _refusals(text, file, first_line)
        if refused:
            return None, refused
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, file, first_line)]
    if root is None:
        return None, []
    problems: list[Problem] = []
    node = _convert(root, file, first_line, problems)
    joined = [problem for problem in problems if problem.code == "missing-dash"]
    # of two entries in one nobody can say which field belongs to which
    return (None, joined) if joined else (node, [*problems, *_cut(text, file, first_line)])


def _cut(text: str, file: str, first_line: int) -> list[Problem]:
    """Report words that are lost because they stand behind a ``#`` with a space before it; what
    has a space behind it too is meant as a comment.
    """
    if not _CUT.search(text) or text.count(" #") > _MANY:
        return []
    return [
        Problem(
            Where(file, one.line + first_line - 1, one.column, length=len(one.text)),
            "cut-words",
            one.text,
        )
        for one in find_comments(text)
        if not one.is_alone and _CUT.match("x " + one.text)
    ]


def _refusals(text: str, file: str, first_line: int) -> list[Problem]:
    """Refuse what hides meaning; events are flat, so depth cannot exhaust the stack."""
    problems: list[Problem] = []
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        where = Where(file, mark.line + first_line, mark.column + 1) if mark else Where(file)
        if isinstance(event, yaml.AliasEvent):
            got = f"*{event.anchor}"
            problems.append(Problem(replace(where, length=len(got)), "alias", got))
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                problems.append(Problem(where, "anchor", f"&{event.anchor}"))
            if getattr(event, "tag", None):
                tag = _word_at(text, mark.index if mark else 0)
                problems.append(Problem(where, "tag", tag))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return [
                    *problems,
                    Problem(where, "too-deep", "", {"limit": str(MAX_DEPTH)}),
                ]
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return problems


def _word_at(text: str, index: int) -> str:
    """Return what is written at ``index`` up to the next space, but for an anchor before a tag."""
    words = text[index:].split(maxsplit=2)
    return next((word for word in words if word.startswith("!")), "!")


def _convert(node: yaml.Node, file: str, first_line: int, problems: list[Problem]) -> Node:
    line, column = node.start_mark.line + first_line, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode):
        # a block of text ends where the next line begins
        end = node.end_mark.line - (node.end_mark.column == 0)
        last = max(line, end + first_line)
        return Scalar(node.value, line, column, plain=not node.style, last_line=last)
    if isinstance(node, yaml.SequenceNode):
        return Items(
            tuple(_convert(item, file, first_line, problems) for item in node.value), line, column
        )
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, file, first_line, problems)
        if not isinstance(key, Scalar):
            problems.append(Problem(Where(file, key.line, key.column), "key-not-text", spot=""))
            continue
        value = _convert(value_node, file, first_line, problems)
        if key.text == "id" and key.text in pairs and isinstance(value, Scalar):
            values = {"first": str(pairs["id"][0].line)}
            where = Where(file, key.line, key.column, key.text)
            problems.append(Problem(where, "missing-dash", value.text, values, spot=key.text))
            break
        if key.text in pairs:
            first = str(pairs[key.text][0].line)
            where = Where(file, key.line, key.column, key.text)
            problems.append(Problem(where, "duplicate-key", key.text, {"first": first}))
        else:
            pairs[key.text] = (key, value)
    return Fields(tuple(pairs.values()), line, column)
