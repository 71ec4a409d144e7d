"""The library's SVG to ours: our words, prefixed ids, nothing inline, nothing that is not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from microsite.charts.thrift import thin

SVG = "http://www.w3.org/2000/svg"
_URL = re.compile(r"url\(#([^)]+)\)")
_LONG = re.compile(r"-?\d+\.\d{3,}")
_FINE = re.compile(r"-?\d*\.\d{2,}")
_PLACES = ("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height")
_NOT_OURS = ("class", "role", "style", "pointer-events")
_PIXELS = re.compile(r"(\d)px$")


@dataclass(frozen=True)
class Labels:
    """What a screen reader hears, and a prefix that keeps ids apart on a page."""

    prefix: str
    title: str
    description: str


def tidy(svg: str, labels: Labels) -> str:
    """Return a lean ``<svg>`` element with ``role="img"``, ``<title>`` and ``<desc>``."""
    root = ET.fromstring(svg)
    _drop_unseen(root)
    for element in root.iter():
        _clean(element, labels.prefix)
    thin(root)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    return announce(root, labels)


def announce(root: ET.Element, labels: Labels) -> str:
    """Write ``root`` with its role, title and description."""
    ET.register_namespace("", SVG)
    root.set("role", "img")
    for index, (tag, text) in enumerate((("title", labels.title), ("desc", labels.description))):
        child = ET.Element(f"{{{SVG}}}{tag}")
        child.text = text
        root.insert(index, child)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _drop_unseen(parent: ET.Element) -> None:
    """Remove grounds without paint, empty text, and groups that hold nothing."""
    for child in list(parent):
        _drop_unseen(child)
        tag = child.tag.removeprefix(f"{{{SVG}}}")
        is_blank = len(child) == 0 and not (child.text or "").strip()
        is_ground = child.get("class") in ("background", "foreground")
        has_paint = child.get("fill", "none") != "none" or child.get("stroke", "none") != "none"
        if (tag in ("g", "text") and is_blank) or (tag == "path" and is_ground and not has_paint):
            parent.remove(child)


def _clean(element: ET.Element, prefix: str) -> None:
    for name, value in list(element.attrib.items()):
        if name in _NOT_OURS or name.startswith("aria-"):
            del element.attrib[name]
        elif name == "id":
            element.set(name, f"{prefix}-{value}")
        else:
            ours = _URL.sub(rf"url(#{prefix}-\1)", value)
            if name in _PLACES:  # a tenth of a pixel is enough
                ours = _FINE.sub(lambda found: _short(found[0], 1), ours)
            else:
                ours = _LONG.sub(lambda found: _short(found[0], 2), ours)
            element.set(name, _PIXELS.sub(r"\1", ours))


def _short(number: str, decimals: int) -> str:
    written = f"{float(number):.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
