"""Whether the rules under the words of a letterhead are as long as they must be (W4, P1)."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.documents.reading import Line, Read, w
from microsite.documents.widths import width_of
from microsite.model.drafting import FormId

_TWIPS_A_MM = 1440 / 25.4
_EXACT = (0.97, 1.03)  # a hair's breadth of rounding
_SHORT = (1 / 3, 1 / 2)
# by the role of the words above: how long the rule is, as a share of them
_SHARES = {
    "nd30": {"motto": _EXACT, "issuer": _SHORT, "subject": _SHORT},
    "hd36": {"party": _EXACT},
}


def rule_faults(document: Read, form: FormId) -> Iterator[str]:
    """Yield each rule that is missing, too long or too short."""
    wanted = _SHARES[form]
    for index, line in enumerate(document.lines):
        share = wanted.get(line.role)
        if share is None:
            continue
        below = document.lines[index + 1] if index + 1 < len(document.lines) else line
        if below.role != "rule":
            yield f"{line.role}: no rule below"
            continue
        room = _room(below, document)
        size = line.runs[0].size if line.runs else 0
        words = min(width_of(line.text, size), room)
        length = room - (_indent(below, "left") + _indent(below, "right")) / _TWIPS_A_MM
        if not share[0] <= length / max(words, 1) <= share[1]:
            yield f"{line.role}: rule {length:.0f} mm under {words:.0f} mm"


def _room(line: Line, document: Read) -> float:
    """Return the width of the cell or page that ``line`` stands in, in millimetres."""
    if line.place == "body":
        paper = document.papers[0]
        edges = sum(int(paper.margins[name]) for name in ("left", "right"))
        return (int(paper.size["w"]) - edges) / _TWIPS_A_MM
    table, _, column = map(int, line.place.split("/"))
    columns = document.tables[table].findall(f"{w('tblGrid')}/{w('gridCol')}")
    return int(columns[column].get(w("w"), "0")) / _TWIPS_A_MM


def _indent(line: Line, side: str) -> int:
    return int(line.indent.get(side, "0"))
