"""Hostile words in every text field of a project's content, whatever the models have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, BeforeValidator

from microsite.check.content import Content
from microsite.model.base import Localized, Text
from microsite.model.fields import all_fields

HOSTILE = (
    """<script>x()</script>"><img src=x onerror=x()>'*_`[a](javascript:x())"""
    "</title></template>&lt;b&gt;"
)

# text that is an address inside the project: the check refuses what leads nowhere, so markup too
ADDRESSES = {
    "questions.see",
    *("site.actions.page", "site.footer_pages", "site.sections.kinds"),
    *("site.sections.pages", "site.emergency.pages", "site.emergency.withdraw"),
    *(
        f"site.addresses.{name}"
        for name in (
            *("indicators", "units", "models", "exemplars", "culture", "questions", "voices"),
            *("events", "sources", "glossary", "sitemap", "search", "open_data"),
        )
    ),
}


def _marks(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in getattr(annotation, "__args__", ()):
        yield from _marks(inner)


_WORDS = next(iter(_marks(Text))).func  # type: ignore[attr-defined]


def _is_text(info: Any) -> bool:
    marks = (*info.metadata, *_marks(info.annotation))
    return any(isinstance(one, BeforeValidator) and one.func is _WORDS for one in marks)


def text_fields() -> set[str]:
    """Return the path of every field in which somebody writes words."""
    return {one.path for one in all_fields() if _is_text(one.info)}


def plant(content: Content) -> tuple[Content, set[str]]:
    """Return ``content`` with hostile words added to each text field, and the fields' paths."""
    planted: set[str] = set()
    entries = tuple(
        replace(one, value=_planted(one.value, one.collection, planted)) for one in content.entries
    )
    pages = tuple(
        replace(one, page=replace(one.page, meta=_planted(one.page.meta, "page", planted)))
        for one in content.pages
    )
    settings = _planted(content.settings, "site", planted) if content.settings else None
    return replace(content, entries=entries, pages=pages, settings=settings), planted


def _planted(model: Any, path: str, planted: set[str]) -> Any:
    changes: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        here = f"{path}.{name}"
        value = getattr(model, name)
        if here in ADDRESSES:
            continue
        if _is_text(info):
            changes[name] = _worse(value, here)
            planted.add(here)
        elif value is None and _is_words(info.annotation):
            changes[name] = Localized(vi=f"{HOSTILE} {here}", en=f"{HOSTILE} {here}")
            planted |= {f"{here}.vi", f"{here}.en"}
        elif isinstance(value, BaseModel):
            changes[name] = _planted(value, here, planted)
        elif isinstance(value, tuple):
            changes[name] = tuple(
                _planted(one, here, planted) if isinstance(one, BaseModel) else one for one in value
            )
    return model.model_copy(update=changes)


def _is_words(annotation: object) -> bool:
    inner = getattr(annotation, "__args__", ())
    return any(isinstance(one, type) and issubclass(one, Localized) for one in inner)


def _worse(value: object, path: str) -> object:
    """Put hostile words before what is there; words that must differ still do."""
    if isinstance(value, tuple):
        return tuple(f"{HOSTILE} {one}" for one in value) or (f"{HOSTILE} {path}",)
    return f"{HOSTILE} {value or path}"
