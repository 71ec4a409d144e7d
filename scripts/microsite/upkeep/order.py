"""Nodes as an editor typed them to nodes in the order and with the quotes of the models."""

from __future__ import annotations

import collections.abc
import re
import types
import unicodedata
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from microsite.load.nodes import Fields, Items, Node, Scalar

# what some reader of YAML takes for a number, a switch, nothing or a date; words that look so are
# quoted, since editors' tools rewrite 4.750 as 4.75 and no as false
_NOT_WORDS = re.compile(
    r"[-+]?(?:\.?\d[\d_.,:]*(?:e[-+]?\d+)?|\.inf)|0[xob][\da-f_]+|\.nan"
    r"|true|false|yes|no|on|off|y|n|null|~|=|<<|\d{4}-\d\d?-\d\d?.*|",
    re.IGNORECASE,
)
_NOTHING = ("", "null", "~")


def in_order(node: Node, kind: object) -> Node:
    """Return ``node`` as a value of the type ``kind`` is written; what does not fit stays."""
    kind = _bare(kind)
    match node:
        case Scalar():
            return _scalar(node, kind)
        case Items():
            inner = get_args(kind)[0] if get_origin(kind) is tuple else None
            nodes = tuple(in_order(item, inner) for item in node.nodes)
            return Items(nodes, node.line, node.column)
        case Fields():
            pairs = [
                (_scalar(key, str), in_order(value, _inner(kind, key.text)))
                for key, value in node.pairs
            ]
            order = {name: index for index, name in enumerate(_names(kind))}
            pairs.sort(key=lambda pair: order.get(pair[0].text, len(order)))
            return Fields(tuple(pairs), node.line, node.column)


def same(node: Node) -> object:
    """Return what ``node`` says, for comparison: letters precomposed, order of fields aside."""
    match node:
        case Scalar():
            is_nothing = node.plain and node.text in _NOTHING
            return None if is_nothing else _nfc(node.text)
        case Items():
            return [same(item) for item in node.nodes]
        case Fields():
            return {_nfc(key.text): same(value) for key, value in node.pairs}


def _scalar(node: Scalar, kind: object) -> Scalar:
    text = _nfc(node.text)
    if node.plain and text in _NOTHING:
        return Scalar("", node.line, node.column)
    is_words = kind is str or (kind is None and not node.plain)
    plain = text not in _NOTHING and not (is_words and _NOT_WORDS.fullmatch(text))
    return Scalar(text, node.line, node.column, plain=plain)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _names(kind: object) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return list(kind.model_fields)
    return []


def _inner(kind: object, name: str) -> object:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(name)
        return field.annotation if field else None
    return get_args(kind)[1] if get_origin(kind) is collections.abc.Mapping else None


def _bare(kind: object) -> object:
    """Take off what does not change the form: annotations and “or nothing”."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        inner = [arg for arg in get_args(kind) if arg is not type(None)]
        return _bare(inner[0]) if len(inner) == 1 else None
    return kind
