"""What is wrong, drawn over the page: file, line, the mistake marked, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from microsite.problems import Problem
from microsite.wording.catalog import load_words
from microsite.wording.excerpt import visible
from microsite.wording.problems import Message, describe
from microsite.wording.spot import Spot

# more would bury the first ones; the terminal has them all
_SHOWN = 10

_BOX = Markup(
    '<section role="alert"><header><h2>{title}</h2><button type="button">{hide}</button></header>'
    "<p>{note}</p>{body}</section>"
)
_ITEM = Markup("<li><p><strong>{where}</strong></p>{excerpt}<p>{expected}</p><p>→ {hint}</p></li>")
_LINE = Markup(
    '<pre><span>{line} | </span>{before}<mark class="{kind}">{mistake}</mark>{after}</pre>'
)


def draw_problems(problems: Sequence[Problem], texts: Mapping[str, str], lang: str) -> str:
    """Return the box that tells ``problems``; empty when there are none."""
    if not problems:
        return ""
    words = load_words(lang)
    told = [
        _item(describe(problem, lang, texts.get(problem.where.file)))
        for problem in problems[:_SHOWN]
    ]
    body = Markup("<ol>{}</ol>").format(Markup("").join(told))
    if len(problems) > _SHOWN:
        body += Markup("<p>{}</p>").format(words("live.more", count=len(problems) - _SHOWN))
    return _box(words("live.problems", count=len(problems)), Markup(body), lang)


def draw_failure(error: Exception, lang: str) -> str:
    """Return the box for a page that templates could not draw."""
    place = getattr(error, "filename", None) or getattr(error, "name", None)
    line = getattr(error, "lineno", None)
    where = f"{place}:{line}: " if place and line else ""
    said = Markup("<pre>{}</pre>").format(_lines(f"{where}{type(error).__name__}: {error}"))
    return _box(load_words(lang)("live.failed"), said, lang)


def _lines(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))


def _box(title: str, body: Markup, lang: str) -> str:
    words = load_words(lang)
    return _BOX.format(title=title, hide=words("live.hide"), note=words("live.note"), body=body)


def _item(message: Message) -> Markup:
    return _ITEM.format(
        where=message.where,
        excerpt=_excerpt(message.spot) if message.spot else "",
        expected=message.expected + message.got,
        hint=message.hint,
    )


def _excerpt(spot: Spot) -> Markup:
    before, mistake = spot.text[: spot.start - 1], spot.text[spot.start - 1 : spot.end - 1]
    shown = visible(mistake)
    return _LINE.format(
        line=spot.line,
        before=visible(before),
        mistake=shown or " ",
        kind="some" if shown.strip() else "none",
        after=visible(spot.text[spot.end - 1 :]),
    )
