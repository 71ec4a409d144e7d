"""Nodes to YAML text: block style, two spaces, lists under their key, folded at one width."""

from __future__ import annotations

import yaml

from microsite.load.nodes import Items, Node, Scalar

WIDTH = 120

_STR, _MAP, _SEQ = (f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))


def write_yaml(node: Node, *, spell_out: bool = False) -> str:
    """Write a document. A scalar is plain where it may be, unless it is marked as not plain.

    Text of several lines is a block; with ``spell_out`` it is put in double quotes, which hold
    any text.
    """
    # BaseDumper resolves no types, so no text needs quotes for what another reader might see in it
    written: str = yaml.serialize(
        _build(node, spell_out=spell_out),
        Dumper=yaml.cyaml.CBaseDumper,
        width=WIDTH,
        allow_unicode=True,
    )
    return written


def _build(node: Node, *, spell_out: bool) -> yaml.Node:
    if isinstance(node, Scalar):
        return yaml.ScalarNode(_STR, node.text, style=_style(node, spell_out=spell_out))
    if isinstance(node, Items):
        items = [_build(item, spell_out=spell_out) for item in node.nodes]
        return yaml.SequenceNode(_SEQ, items, flow_style=not items)
    pairs = [
        (_build(key, spell_out=spell_out), _build(value, spell_out=spell_out))
        for key, value in node.pairs
    ]
    return yaml.MappingNode(_MAP, pairs, flow_style=not pairs)


def _style(scalar: Scalar, *, spell_out: bool) -> str | None:
    if "\n" in scalar.text:
        if spell_out:
            return '"'
        return "|" if "\n" in scalar.text.rstrip("\n") else ">"
    return None if scalar.plain else "'"
