"""What others take from the site: data with its schemas, tables, feeds, frames to embed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from microsite.charts import ChartCache
from microsite.kept import NOTHING, Kept, key_of
from microsite.model.site import Site
from microsite.offer.api import api_files
from microsite.offer.feeds import feed_files
from microsite.offer.oembed import describe_frame
from microsite.offer.package import table_files
from microsite.render.context import Shared
from microsite.render.frames import draw_frame, plan_frames
from microsite.render.offered import Frame
from microsite.render.page import Asset, Page
from microsite.render.site_pages import share


def offered_files(  # noqa: PLR0913 — what they are made of, and how
    site: Site,
    pages: Iterable[Page],
    tree: Path,
    charts: ChartCache,
    *,
    kept: Kept = NOTHING,
    workers: int = 1,
) -> Iterator[Asset]:
    """Yield every file that others take; their places begin at the root of the site.

    ``tree`` is the built site, whose articles the feeds carry. Without an address of its own a site
    has no feeds and no descriptions of frames: nobody could follow their links. ``kept`` holds what
    was made before of the same, but for the texts of pages, which only feeds tell. At most
    ``workers`` processes make the files.
    """
    shared, _ = share(site, charts, {}, offers=True)
    parts: dict[str, Callable[[], Iterable[Asset]]] = {
        "api": partial(api_files, shared),  # the two that take longest begin in two processes
        **{one.address: partial(_frame_files, shared, one) for one in plan_frames(site)},
        "tables": partial(table_files, shared),
    }
    keys = {key_of(name, shared.linked): part for name, part in parts.items()}
    yield from chain.from_iterable(kept.each(keys, lambda part: list(part()), workers).values())
    if site.settings.address:
        yield from feed_files(shared, pages, tree)


def _frame_files(shared: Shared, frame: Frame) -> Iterator[Asset]:
    yield draw_frame(shared, frame)
    if shared.site.settings.address:
        yield describe_frame(shared, frame)
