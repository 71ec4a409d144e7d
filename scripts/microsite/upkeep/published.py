"""The list of every address that was ever published; it only grows."""

from __future__ import annotations

from microsite.check.addresses import site_addresses
from microsite.check.content import Content
from microsite.check.release import release
from microsite.wording.catalog import load_words

LANGS = ("vi", "en")


def new_addresses(content: Content) -> tuple[str, ...]:
    """Return the addresses that a build of ``content`` publishes and the list does not hold yet."""
    return tuple(sorted(site_addresses(release(content)) - content.published.keys()))


def published_text(content: Content) -> str:
    """Return the list with the new addresses in it, in order."""
    head = (f"# {load_words(lang)('published.head')}" for lang in LANGS)
    addresses = sorted({*content.published, *new_addresses(content)})
    return "\n".join([*head, *addresses]) + "\n"
