"""Style sheets: one source for the dark colours, and the bundle that a page gets."""

from __future__ import annotations

import re

import pytest

from conftest import REPO
from microsite.styles import BUNDLES, ON_SCREEN, REST, bundle, write_dark

PARTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (REPO / "overrides" / "assets" / "css").glob("*.css")
}


def test_dark_is_written_once_and_said_twice() -> None:
    """A ``@dark`` block reaches those who chose dark and those whose device prefers it, never the
    one who chose light or contrast, and never paper.
    """
    css = write_dark(
        'a { x: y } @dark { :root { --a: 1 } :root[data-colour="red"] b { c: d } } e {}'
    )
    assert css == (
        "a { x: y } "
        '@media screen { :root[data-theme="dark"] { --a: 1 } '
        ':root[data-theme="dark"][data-colour="red"] b { c: d }}\n'
        "@media screen and (prefers-color-scheme: dark) "
        '{ :root:not([data-theme="light"]):not([data-theme="contrast"]) { --a: 1 } '
        ':root:not([data-theme="light"]):not([data-theme="contrast"])[data-colour="red"] b '
        "{ c: d }} e {}"
    )


@pytest.mark.parametrize("name", sorted(PARTS))
def test_no_part_says_dark_by_itself(name: str) -> None:
    """Parts use ``@dark``, so that the two ways into the dark theme can never differ."""
    assert not re.search(r"prefers-color-scheme|data-theme=.dark", PARTS[name])


@pytest.mark.parametrize("kind", sorted(BUNDLES))
def test_bundles_are_plain_css(kind: str) -> None:
    """Nothing that only our bundler understands reaches a browser, and every brace closes."""
    css = bundle(PARTS)[kind]
    assert css
    assert "@dark" not in css
    assert css.count("{") == css.count("}")


def test_every_part_is_used() -> None:
    """No style sheet part lies about that no page gets, on the portal or on a screen."""
    on_portal = {name for names in BUNDLES.values() for name in names}
    assert set(PARTS) == on_portal | set(ON_SCREEN) | set(REST)
