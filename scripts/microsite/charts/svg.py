"""The library's SVG to ours: our words, prefixed ids, nothing inline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_URL = re.compile(r"url\(#([^)]+)\)")
_LONG = re.compile(r"-?\d+\.\d{3,}")


@dataclass(frozen=True)
class Labels:
    """What a screen reader hears, and a prefix that keeps ids apart on a page."""

    prefix: str
    title: str
    description: str


def tidy(svg: str, labels: Labels) -> str:
    """Return a lean ``<svg>`` element with ``role="img"``, ``<title>`` and ``<desc>``."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)
    for element in root.iter():
        _clean(element, labels.prefix)
    _drop_empty_groups(root)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    for index, (tag, text) in enumerate((("title", labels.title), ("desc", labels.description))):
        child = ET.Element(f"{{{_SVG}}}{tag}")
        child.text = text
        root.insert(index, child)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _clean(element: ET.Element, prefix: str) -> None:
    for name, value in list(element.attrib.items()):
        if name in ("class", "role", "style") or name.startswith("aria-"):
            del element.attrib[name]
        elif name == "id":
            element.set(name, f"{prefix}-{value}")
        else:
            element.set(name, _LONG.sub(_short, _URL.sub(rf"url(#{prefix}-\1)", value)))


def _drop_empty_groups(parent: ET.Element) -> None:
    for child in list(parent):
        _drop_empty_groups(child)
        is_empty = len(child) == 0 and not (child.text or "").strip()
        if (child.tag == f"{{{_SVG}}}g" and is_empty) or (
            child.tag == f"{{{_SVG}}}path" and child.get("d", "").startswith("M0,0h0")
        ):
            parent.remove(child)


def _short(found: re.Match[str]) -> str:
    return f"{float(found.group()):.2f}".rstrip("0").rstrip(".")
