"""The library's SVG to ours: our words, prefixed ids, nothing inline, nothing that is not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from microsite.charts.thrift import thin

SVG = "http://www.w3.org/2000/svg"
_URL = re.compile(r"url\(#([^)]+)\)")
_FRACTION = re.compile(r"-?\d+\.\d+")
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
            write = _in_tenths if name in _PLACES else _in_hundredths
            element.set(name, _PIXELS.sub(r"\1", _FRACTION.sub(write, ours)))


def _in_tenths(found: re.Match[str]) -> str:
    """Write a place: a tenth of a pixel is enough."""
    return _short(f"{float(found[0]):.1f}")


def _in_hundredths(found: re.Match[str]) -> str:
    return _short(f"{float(found[0]):.2f}")


def _short(number: str) -> str:
    written = number.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
