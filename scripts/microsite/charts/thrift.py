"""The same picture in fewer bytes: shared attributes rise to the group, lone groups dissolve."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

_MOVED = re.compile(r"translate\(([^,()]+),([^,()]+)\)")
_STILL = re.compile(r"translate\(0,\s*0\)")
# what a child inherits of its group; a transform or an opacity would add up instead
_INHERITED = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-linecap",
    "stroke-miterlimit",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
)
_SHAPE = re.compile(r"M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+)+Z")
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_MARK = {"transform", "d"}
_PLACE = ("transform", "x1", "y1", "x2", "y2")
_DEFAULTS = {"opacity": "1", "stroke-opacity": "1", "fill-opacity": "1", "font-family": "inherit"}


def thin(root: ET.Element) -> None:
    """Shorten ``root`` in place; what is seen stays the same."""
    for element in root.iter():
        _plain(element)
    _settle(root)
    for element in list(root.iter()):
        _join_lines(element)
    _join_marks(root)
    _settle(root)


def _plain(element: ET.Element) -> None:
    for name, value in _DEFAULTS.items():
        if element.get(name) == value:
            del element.attrib[name]
    if _STILL.fullmatch(element.get("transform", "")):
        del element.attrib["transform"]
    if element.tag.endswith("}text"):
        if element.get("stroke"):
            element.set("paint-order", "stroke")
        moved = _MOVED.fullmatch(element.get("transform", ""))
        if moved:
            del element.attrib["transform"]
            element.set("x", moved[1])
            element.set("y", moved[2])


def _settle(parent: ET.Element) -> None:
    """From the leaves up: raise what all children share, then dissolve groups that say nothing."""
    for child in list(parent):
        _settle(child)
    for child in list(parent):
        if child.tag.endswith("}g") and _may_dissolve(child):
            at = list(parent).index(child)
            parent.remove(child)
            for offset, grandchild in enumerate(list(child)):
                for name, value in child.attrib.items():
                    grandchild.attrib.setdefault(name, value)
                parent.insert(at + offset, grandchild)
    _raise_shared(parent)


def _may_dissolve(group: ET.Element) -> bool:
    inherited = all(name in _INHERITED for name in group.attrib)
    return not group.attrib or (len(group) == 1 and inherited)


def _raise_shared(parent: ET.Element) -> None:
    children = list(parent)
    if not children[1:] or not parent.tag.endswith("}g"):
        return
    for name in _INHERITED:
        values = {child.get(name) for child in children}
        value = next(iter(values))
        if len(values) == 1 and value is not None:
            parent.set(name, value)
            for child in children:
                del child.attrib[name]


def _join_lines(group: ET.Element) -> None:
    """Lines that differ only in where they run become one path."""
    lines = list(group)
    if not lines[1:] or any(not line.tag.endswith("}line") for line in lines):
        return
    alike: dict[tuple[tuple[str, str], ...], list[ET.Element]] = {}
    for line in lines:
        look = tuple(sorted((name, text) for name, text in line.items() if name not in _PLACE))
        alike.setdefault(look, []).append(line)
        group.remove(line)
    for look, same in alike.items():
        drawn = "".join(_stroke(line) for line in same)
        ET.SubElement(group, same[0].tag.replace("}line", "}path"), {**dict(look), "d": drawn})


def _stroke(line: ET.Element) -> str:
    moved = _MOVED.fullmatch(line.get("transform", "translate(0,0)"))
    x, y = (moved[1], moved[2]) if moved else ("0", "0")
    run, rise = line.get("x2", "0"), line.get("y2", "0")
    return f"M{x},{y}l{run},{rise}"


def _join_marks(group: ET.Element) -> None:
    """Marks of one shape become one path, unless they have an outline: each covers the last one."""
    if group.get("stroke"):
        return
    marks = list(group)
    shapes = {mark.get("d", "") for mark in marks}
    if len(marks) > 1 and len(shapes) == 1 and all(set(mark.attrib) == _MARK for mark in marks):
        shape = shapes.pop()
        places = [_MOVED.fullmatch(mark.get("transform", "")) for mark in marks]
        if _SHAPE.fullmatch(shape) and all(places):
            drawn = "".join(_stamp(shape, place) for place in places if place)
            for mark in marks:
                group.remove(mark)
            ET.SubElement(group, marks[0].tag, {"d": drawn})
        return
    for child in marks:
        _join_marks(child)


def _stamp(shape: str, place: re.Match[str]) -> str:
    """Return ``shape`` drawn at ``place``, its corners told from one to the next."""
    corners = [(float(x), float(y)) for x, y in _POINT.findall(shape)]
    start = (float(place[1]) + corners[0][0], float(place[2]) + corners[0][1])
    steps = [(x - was_x, y - was_y) for (was_x, was_y), (x, y) in pairwise(corners)]
    return f"M{_pair(start)}{''.join(f'l{_pair(step)}' for step in steps)}z"


def _pair(point: tuple[float, float]) -> str:
    return ",".join(f"{value:.1f}".removesuffix(".0") for value in point)
