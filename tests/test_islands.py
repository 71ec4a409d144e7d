"""Blocks of finished HTML, put aside while Markdown is read: what comes out is the same."""

from __future__ import annotations

import random

import markdown
import pytest

from microsite.engine.islands import put_aside

EXTENSIONS = ["admonition", "attr_list", "tables", "fenced_code", "toc"]
LONG = "chữ " * 60
CITE = (
    '<sup class="ms-cite"><a href="#n1" aria-label="Nguồn 1">1</a>'
    ' <a href="#n12" aria-label="Nguồn 12">12</a></sup>'
)
BLOCKS = {
    "paragraph": f'<p class="a">{LONG}</p>',
    "nested": f"<div><div>{LONG}</div>\n\n<div>b</div></div>",
    "row": f"<p>{LONG}</p>\n<div>một\n\nhai</div>\n<ul>\n<li>ba</li>\n</ul>",
    "drawing": f'<figure><svg viewBox="0 0 1 1"><path d="M0,0"/></svg>{LONG}</figure>',
    "words after": f"<div>{LONG}</div> sau",
    "never closed": f"<div>{LONG}",
    "comment": f"<div>{LONG}<!-- </div> --></div>",
    "short": "<p>ngắn</p>",
    "in a line": f"Một <b>{LONG}</b> hai",
    "heading": "## Đầu {#dau}",
    "list": "- một\n\n    <div>hai</div>\n\n- ba",
    "code": f"```\n<div>{LONG}</div>\n```",
    "indented": f"    <div>{LONG}</div>",
    "table": "| a | b |\n| --- | ---: |\n| 1 | 2 |",
    "note": f'!!! note "N"\n\n    <div>{LONG}</div>',
    "ends in blanks": f"<div>{LONG}</div>  ",
    "marks": "**đậm** và *nghiêng*",
    "cited": f"**Đậm**{CITE}, *nghiêng {CITE}* và [liên kết{CITE}](a.md){CITE}.\n{CITE} sau",
    "cited heading": f"## Đầu{CITE} {{#cited}}",
    "cited, underlined": f"Đầu{CITE}\n===",
    "cited table": f"| a{CITE} | b |\n| --- | ---: |\n| 1{CITE} | {CITE} |",
    "cited list": f"- một{CITE}\n- {CITE}\n\n    hai{CITE}",
    "cited code": f"`một{CITE}` và _hai_{CITE}",
    "cited lines of code": f"    một{CITE}",
    "another mark": '<sup class="ms-cite"><a href="#n1" aria-label="*1*">1</a></sup>',
}


def convert(text: str) -> str:
    """Return what Markdown makes of a text as it is."""
    return markdown.Markdown(extensions=EXTENSIONS).convert(text)


def convert_aside(text: str) -> str:
    """Return the same with blocks put aside."""
    short, put_back = put_aside(text)
    return put_back(convert(short))


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_of_block_comes_out_the_same(kind: str) -> None:
    """At the beginning, between other blocks and at the end."""
    block = BLOCKS[kind]
    for text in (block, f"a\n\n{block}\n\nb", f"\n\n{block}\n", f"a\n{block}\nb"):
        assert convert_aside(text) == convert(text)


def test_any_mixture_comes_out_the_same() -> None:
    """Two thousand pages of chance blocks, with one or several empty lines or none between them."""
    chance = random.Random(7)
    for _ in range(2000):
        kinds = chance.choices(sorted(BLOCKS), k=chance.randrange(1, 6))
        text = "".join(BLOCKS[kind] + chance.choice(["\n", "\n\n", "\n\n\n"]) for kind in kinds)
        assert convert_aside(text) == convert(text), text


def test_citations_are_put_aside() -> None:
    """Of a citation Markdown reads one mark; in a heading it stays."""
    short, put_back = put_aside(f"Một{CITE}.\n\n## Hai{CITE}\n")
    assert short.count(CITE) == 1
    assert f"## Hai{CITE}" in short
    assert put_back(short) == f"Một{CITE}.\n\n## Hai{CITE}\n"


def test_long_blocks_are_put_aside() -> None:
    """What Markdown has to read gets short."""
    short, _ = put_aside(f"a\n\n{BLOCKS['row']}\n\n{BLOCKS['nested']}\n\n{BLOCKS['short']}\n")
    assert LONG not in short
    assert BLOCKS["short"] in short
