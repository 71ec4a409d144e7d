"""What may be published: the content without everything that nobody has approved yet."""

from __future__ import annotations

from dataclasses import replace

from microsite.check.addresses import generated
from microsite.check.content import Content
from microsite.model.approval import Approvable
from microsite.model.settings import Settings


def withhold(content: Content) -> Content:
    """Return ``content`` without unapproved entries and pages; the same object when there are none.

    A page whose front matter cannot be read stays: that is a problem of its own.
    """
    held = {page.raw.file for page in content.pages if not page.page.meta.is_published}
    entries = tuple(
        entry
        for entry in content.entries
        if not isinstance(entry.value, Approvable) or entry.value.is_published
    )
    if not held and len(entries) == len(content.entries):
        return content
    return replace(
        content,
        entries=entries,
        pages=tuple(page for page in content.pages if page.raw.file not in held),
        raw_pages=tuple(page for page in content.raw_pages if page.file not in held),
    )


def count_withheld(content: Content) -> int:
    """Return how many entries and pages nobody has approved yet."""
    shown = withhold(content)
    return len(content.entries) + len(content.pages) - len(shown.entries) - len(shown.pages)


def release(content: Content) -> Content:
    """Return what a production build is made of: menus do not name pages that are withheld."""
    shown = withhold(content)
    if shown is content or content.settings is None:
        return content
    gone = _paths(content) - _paths(shown)
    return replace(shown, settings=_without(content.settings, gone))


def _paths(content: Content) -> set[str]:
    return {page.path for page in content.raw_pages} | set(generated(content).paths)


def _without(settings: Settings, gone: set[str]) -> Settings:
    """Take pages out of every menu; a section of which nothing is left goes too."""
    sections = (
        section.model_copy(
            update={"pages": tuple(path for path in section.pages if path not in gone)}
        )
        for section in settings.sections
    )
    return settings.model_copy(
        update={
            "sections": tuple(section for section in sections if section.pages),
            "footer_pages": tuple(path for path in settings.footer_pages if path not in gone),
            "actions": tuple(action for action in settings.actions if action.page not in gone),
        }
    )
