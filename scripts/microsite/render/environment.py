"""The one Jinja environment: escaped by default, an undefined name is an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from microsite.compiled import compiled_in
from microsite.render.cards import CARDS
from microsite.render.claims import CLAIMS
from microsite.render.lookups import LOOKUPS
from microsite.render.offered import indicator_code
from microsite.render.photographs import show_picture

_MARKDOWN_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]()#+-.!|"})


def markdown_text(text: object) -> Markup:
    """Escape plain words so that Markdown and HTML take them as they are."""
    return Markup(str(escape(str(text).translate(_MARKDOWN_SPECIAL))))


@cache
def environment() -> Environment:
    """Return the environment of the templates in ``render/templates``."""
    env = Environment(
        loader=PackageLoader("microsite.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",  # {#id} is a heading anchor in Markdown
        comment_end_string="##}",
        keep_trailing_newline=False,
        auto_reload=False,
    )
    env.filters["md"] = markdown_text
    env.globals.update(
        {
            **LOOKUPS,
            **CARDS,
            **CLAIMS,
            "show_picture": show_picture,
            "indicator_code": indicator_code,
        }
    )
    return env


def keep_compiled(folder: Path) -> None:
    """Let compiled templates be kept in ``folder`` from now on."""
    environment().bytecode_cache = compiled_in(folder)


def fill(template: str, **values: object) -> str:
    """Fill a template. Raises UndefinedError when it asks for what is not there."""
    return environment().get_template(template).render(**values)
