"""What the YAML parser stumbles over, told as a rule of ours and at the place to mend."""

from __future__ import annotations

import re

import yaml

from microsite.load.slips import slip
from microsite.problems import Problem, Where

# what YAML cannot hold, and what it counts as the end of a line where editors see none
UNREADABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_SOFT_BREAKS = "\x0b\u2028\u2029"  # what Shift+Enter in Word becomes
_STRANGE_INDENT = re.compile("[\x20\t]*[\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_SECOND_COLON = re.compile(r":\s.*:$")
_AFTER_QUOTES = re.compile(r"""(?:^|[:-]\s+)(?P<quoted>"[^"]*"|'[^']*')\s*[^\s#,]""")


def unreadable_letters(text: str, file: str, first_line: int) -> list[Problem]:
    """Report the first letter of each line that no YAML reader takes, as the check of letters."""
    found: dict[int, Problem] = {}
    for letter in UNREADABLE.finditer(text):
        line = text.count("\n", 0, letter.start()) + first_line
        column = letter.start() - text.rfind("\n", 0, letter.start())
        where = Where(file, line, column, length=1)
        code = unreadable_code(letter.group())
        found.setdefault(line, Problem(where, code, code_point(letter.group())))
    return list(found.values())


def unreadable_code(letter: str) -> str:
    """Return the rule that a letter breaks which no YAML reader takes."""
    return "soft-break" if letter in _SOFT_BREAKS else "control-character"


def code_point(letter: str) -> str:
    """Name a letter that cannot be shown."""
    return f"U+{ord(letter):04X}"


def syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """Turn the parser's error into a Problem with the code of the likeliest slip."""
    said = str(getattr(error, "problem", None) or str(error).splitlines()[0])
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(Where(file, first_line), "yaml-syntax", said, spot="")
    lines = text.split("\n")
    for number in range(min(mark.line, len(lines) - 1), max(mark.line - _NEAR, -1), -1):
        if strange := _STRANGE_INDENT.match(lines[number]):
            where = Where(file, number + first_line, 1, length=strange.end())
            return Problem(where, "yaml-space", "", spot="")
    line = lines[mark.line] if mark.line < len(lines) else ""
    code = _code(said, str(getattr(error, "context", None) or ""), line, mark.column)
    if code in _OPENED and getattr(error, "context_mark", None):
        mark = error.context_mark  # type: ignore[attr-defined]  # every marked error has it
    number, column, length = min(mark.line, len(lines) - 1), mark.column, 0
    line = lines[number]
    if code == "yaml-quote" and (after := _AFTER_QUOTES.search(line)):
        column = after.start("quoted")
    elif code == "yaml-indent":
        column = len(line) - len(line.lstrip())
    elif code == "yaml-tab":
        column = line.find("\t")
        length = len(line) - len(line[column:].lstrip("\t")) - column
    elif code == "yaml-documents":
        number, column = lines.index("---", 1) if "---" in lines[1:] else number, 0
    code, found, got, likely = slip(code, line)
    column = found if found >= 0 else column
    where = Where(file, number + first_line, column + 1, length=len(got) or length)
    got = said if code == "yaml-syntax" else got
    return Problem(where, code, got, {"nearest": likely}, spot="")


# the parser gives up on the line of the mistake, or soon after it
_NEAR = 3
# mistakes that begin where something was opened, not where the parser gave up
_OPENED = {"yaml-bracket", "yaml-no-colon", "yaml-open-quote"}


def _code(said: str, context: str, line: str, column: int) -> str:
    if "mapping values are not allowed" in said:
        return "yaml-colon" if _SECOND_COLON.search(line[: column + 1]) else "yaml-indent"
    if "cannot start any token" in said:
        return "yaml-tab" if line[column : column + 1] == "\t" else "yaml-sign"
    whole = f"{context}; {said}"
    code = next((code for words, code in _SAID if words in whole), "yaml-syntax")
    return "yaml-quote" if code == "yaml-indent" and _AFTER_QUOTES.search(line) else code


# the words of libyaml, the context it was in first
_SAID = (
    ("found a tab character", "yaml-tab"),
    ("unknown escape", "yaml-escape"),
    ("Unicode character escape", "yaml-escape"),
    ("expected hexdecimal number", "yaml-escape"),
    ("scanning a quoted scalar", "yaml-open-quote"),
    ("parsing a flow", "yaml-bracket"),
    ("another document", "yaml-documents"),
    ("<document start>", "yaml-documents"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("undefined tag", "tag"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("block sequence entries are not allowed", "yaml-dash"),
    ("did not find expected node content", "yaml-sign"),
    ("did not find expected alphabetic", "yaml-sign"),
)
