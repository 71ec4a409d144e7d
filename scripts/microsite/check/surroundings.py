"""One hash of all that pages are made of, but for the texts that people wrote for them.

While it stays the same, what was made of a page holds as long as the page's own text does.
"""

from __future__ import annotations

from microsite.check.content import Content
from microsite.fingerprint import maker
from microsite.kept import key_of


def surroundings(content: Content, *given: object) -> str:
    """Return the hash of the data and the front matter of ``content``, of the generator, and of
    what else is ``given``, as it is written by ``repr``.
    """
    lengths = {page.file: len(page.body) for page in content.raw_pages}
    parts = [maker(), *map(repr, (*given, sorted(content.media.items())))]
    for file, text in content.texts.items():
        parts += (file, text[: len(text) - lengths.get(file, 0)])
    return key_of(*parts).hex()
