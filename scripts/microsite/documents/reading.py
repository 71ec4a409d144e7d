"""A Word document to what the checker asks: paragraphs with role, place and effective letters.

Reads the XML itself and knows nothing of how documents are made here.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PREFIX = "ms-"
Properties = Mapping[str, str]

DEFAULT_SIZE = 10.0
"""Points of letters that nothing gives a size, by the standard."""


def w(name: str) -> str:
    """Return ``name`` in the language of Word documents."""
    return _W + name


@dataclass(frozen=True)
class Letters:
    """A run: its text, and how its letters look after all styles are counted."""

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    colour: str


@dataclass(frozen=True)
class Line:
    """A paragraph; ``place`` is "body", "header", "first-header" or "table/row/column"."""

    role: str
    place: str
    runs: tuple[Letters, ...]
    align: str
    spacing: Properties
    indent: Properties
    border: str
    section: int

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Paper:
    """A section: the paper and its margins in twips, and how its pages are numbered."""

    size: Properties
    margins: Properties
    numbers: Properties
    hides_first: bool
    header: tuple[Line, ...]
    has_field: bool
    first_header: tuple[Line, ...]
    first_field: bool


@dataclass(frozen=True)
class Read:
    """A document as the checker sees it."""

    lines: tuple[Line, ...]
    papers: tuple[Paper, ...]
    tables: tuple[ET.Element, ...]


class Styles:
    """The styles of a document; whatever a style does not say its base or the defaults say."""

    def __init__(self, root: ET.Element) -> None:
        self._by_id = {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}
        self._default = root.find(f"{w('docDefaults')}")
        self.normal = next(
            (
                name
                for name, style in self._by_id.items()
                if style.get(w("default")) == "1" and style.get(w("type")) == "paragraph"
            ),
            "",
        )

    def found(self, style: str, kind: str, name: str) -> ET.Element | None:
        """Return the property ``name`` of ``kind`` (rPr or pPr) that holds for ``style``."""
        while style in self._by_id:
            node = self._by_id[style]
            found = node.find(f"{w(kind)}/{w(name)}")
            if found is not None:
                return found
            base = node.find(w("basedOn"))
            style = "" if base is None else base.get(w("val"), "")
        return None if self._default is None else self._default.find(f".//{w(kind)}/{w(name)}")


def read_document(raw: bytes) -> Read:
    """Read a DOCX. Raises KeyError, zipfile.BadZipFile or ET.ParseError for something else."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith("xml")}
        links = archive.read("word/_rels/document.xml.rels")
    styles = Styles(ET.fromstring(parts["word/styles.xml"]))
    body = ET.fromstring(parts["word/document.xml"]).find(w("body"))
    if body is None:
        raise KeyError("body")
    targets = {one.get("Id", ""): one.get("Target", "") for one in ET.fromstring(links)}
    headers = {
        name: ET.fromstring(parts[f"word/{target}"])
        for name, target in targets.items()
        if target.startswith("header")
    }
    lines = tuple(_lines(body, styles))
    papers = tuple(_paper(one, headers, styles) for one in body.iter(w("sectPr")))
    return Read(lines, papers, tuple(body.iter(w("tbl"))))


def _lines(body: ET.Element, styles: Styles) -> Iterator[Line]:
    section, tables = 0, 0
    for node in body:
        if node.tag == w("p"):
            yield _line(node, "body", section, styles)
        if node.tag == w("tbl"):
            for number, row in enumerate(node.findall(w("tr"))):
                for column, cell in enumerate(row.findall(w("tc"))):
                    place = f"{tables}/{number}/{column}"
                    for inner in cell.iter(w("p")):
                        yield _line(inner, place, section, styles)
            tables += 1
        section += node.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _line(node: ET.Element, place: str, section: int, styles: Styles) -> Line:
    own = node.find(f"{w('pPr')}/{w('pStyle')}")
    style = styles.normal if own is None else own.get(w("val"), "")

    def of(name: str) -> Properties:
        found = node.find(f"{w('pPr')}/{w(name)}")
        inherited = styles.found(style, "pPr", name)
        return {
            **({} if inherited is None else _plain(inherited)),
            **({} if found is None else _plain(found)),
        }

    border = node.find(f"{w('pPr')}/{w('pBdr')}/*")
    return Line(
        style.removeprefix(_PREFIX) if style.startswith(_PREFIX) else "",
        place,
        tuple(_run(run, style, styles) for run in node.iter(w("r"))),
        of("jc").get("val", "left"),
        of("spacing"),
        of("ind"),
        "" if border is None else border.get(w("val"), ""),
        section,
    )


def _run(run: ET.Element, style: str, styles: Styles) -> Letters:
    def of(name: str) -> Properties | None:
        own, inherited = run.find(f"{w('rPr')}/{w(name)}"), styles.found(style, "rPr", name)
        if own is None:
            return None if inherited is None else _plain(inherited)
        return {**({} if inherited is None else _plain(inherited)), **_plain(own)}

    def on(name: str) -> bool:
        found = of(name)
        return found is not None and found.get("val", "1") not in ("0", "false", "none")

    fonts = of("rFonts") or {}
    named = {fonts.get(name, "") for name in ("ascii", "hAnsi", "eastAsia", "cs")}
    size = (of("sz") or {}).get("val")
    return Letters(
        "".join(node.text or "" for node in run.iter(w("t"))),
        ", ".join(sorted(named)),
        float(size) / 2 if size else DEFAULT_SIZE,
        on("b"),
        on("i"),
        on("u"),
        (of("color") or {}).get("val", "auto"),
    )


def _plain(node: ET.Element) -> Properties:
    return {name.rpartition("}")[2]: value for name, value in node.attrib.items()}


def _paper(node: ET.Element, headers: Mapping[str, ET.Element], styles: Styles) -> Paper:
    found: dict[str, ET.Element] = {}
    for one in node.findall(w("headerReference")):
        name = next((value for key, value in one.attrib.items() if key.endswith("}id")), "")
        if name in headers:
            found[one.get(w("type"), "")] = headers[name]

    def of(name: str) -> Properties:
        one = node.find(w(name))
        return {} if one is None else _plain(one)

    def lines(kind: str) -> tuple[Line, ...]:
        header = found.get(kind)
        return () if header is None else tuple(_line(p, kind, 0, styles) for p in header)

    def field(kind: str) -> bool:
        header = found.get(kind)
        told = () if header is None else header.iter(w("instrText"))
        return any((one.text or "").strip() == "PAGE" for one in told)

    return Paper(
        of("pgSz"),
        of("pgMar"),
        of("pgNumType"),
        node.find(w("titlePg")) is not None,
        lines("default"),
        field("default"),
        lines("first"),
        field("first"),
    )
