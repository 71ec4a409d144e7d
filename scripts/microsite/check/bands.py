"""A cloth that a page is to carry is one that the site has and credits."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.content import Content
from microsite.check.nearest import nearest
from microsite.problems import Problem


def check(content: Content) -> Iterator[Problem]:
    """Check the bands of entries against the motifs of the site."""
    if content.settings is None:
        return
    known = [motif.id for motif in content.settings.motifs]
    for entry in content.entries:
        band = getattr(entry.value, "band", None)
        if band and band not in known:
            values = {"expected": ", ".join(known), "nearest": nearest(band, known)}
            yield Problem(entry.where("band"), "not-one-of", band, values)
