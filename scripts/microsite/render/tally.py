"""The numeral that leads a page made of many entries: how many there are, and what of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from microsite.model.learning import Question
from microsite.render.context import Context
from microsite.render.environment import fill


def draw_tally(context: Context, name: str, subject: Any = None) -> str:
    """Return the numeral in the head of the page ``name``: a template's, or a kind of page.

    Returns nothing for pages that lead with words.
    """
    count = _COUNTS.get(name)
    values = count(context, subject) if count else {}
    if not values.get("number"):
        return ""
    values = {"levels": [], **values}
    return fill("pages/tally-head.html", c=context, w=context.words, **values)


def _quiz(context: Context, _: Any) -> dict[str, Any]:
    items = context.site.quiz.values()
    levels = sorted({item.level for item in items})
    return {
        "number": len(items),
        "said": context.words("tally.quiz", count=len(levels)),
        "levels": [(level, sum(item.level == level for item in items)) for level in levels],
    }


def _questions(context: Context, group: str | None) -> dict[str, Any]:
    site = context.site.questions.values()
    return _differing(context, [one for one in site if group in (None, one.group)])


def _differing(context: Context, questions: Iterable[Question]) -> dict[str, Any]:
    found = list(questions)
    number = sum(bool(one.readings) for one in found)
    if not number:
        return {"number": len(found), "said": context.words("tally.answered")}
    return {"number": number, "said": context.words("tally.differing", count=len(found))}


def _sources(context: Context, _: Any) -> dict[str, Any]:
    return {"number": len(context.site.sources), "said": context.words("tally.sources")}


def _group(context: Context, group: Any) -> dict[str, Any]:
    return {"number": len(group.sources), "said": context.words("tally.sources")}


def _terms(context: Context, _: Any) -> dict[str, Any]:
    return {"number": len(context.site.glossary), "said": context.words("tally.terms")}


def _pages(context: Context, _: Any) -> dict[str, Any]:
    titles = context.shared.titles[context.words.lang]
    return {"number": len(titles), "said": context.words("tally.pages")}


_COUNTS: Mapping[str, Callable[[Context, Any], dict[str, Any]]] = {
    "quiz": _quiz,
    "questions": _questions,
    "sources": _sources,
    "source-group": _group,
    "glossary": _terms,
    "sitemap": _pages,
}
