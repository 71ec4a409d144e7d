"""What others take from the site: data with its schemas, tables, feeds, frames to embed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from microsite.charts import ChartCache
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
from microsite.spread import spread


def offered_files(
    site: Site, pages: Iterable[Page], tree: Path, charts: ChartCache, workers: int = 1
) -> Iterator[Asset]:
    """Yield every file that others take; their places begin at the root of the site.

    ``tree`` is the built site, whose articles the feeds carry. Without an address of its own a site
    has no feeds and no descriptions of frames: nobody could follow their links. At most ``workers``
    processes make them.
    """
    shared, _ = share(site, charts, {}, offers=True)
    parts: list[Callable[[], Iterable[Asset]]] = [
        partial(api_files, shared),  # the two that take longest begin in different processes
        *(partial(_frame_files, shared, frame) for frame in plan_frames(site)),
        partial(table_files, shared),
    ]
    if site.settings.address:
        parts.append(partial(feed_files, shared, pages, tree))
    yield from chain.from_iterable(spread(lambda part: list(part()), parts, workers))


def _frame_files(shared: Shared, frame: Frame) -> Iterator[Asset]:
    yield draw_frame(shared, frame)
    if shared.site.settings.address:
        yield describe_frame(shared, frame)
