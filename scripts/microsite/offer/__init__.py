"""What others take from the site: data with its schemas, tables, feeds, frames to embed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from microsite.charts import ChartCache
from microsite.model.site import Site
from microsite.offer.api import api_files
from microsite.offer.feeds import feed_files
from microsite.offer.oembed import describe_frame
from microsite.offer.package import table_files
from microsite.render.frames import draw_frame, plan_frames
from microsite.render.page import Asset, Page
from microsite.render.site_pages import share


def offered_files(
    site: Site, pages: Iterable[Page], tree: Path, charts: ChartCache
) -> Iterator[Asset]:
    """Yield every file that others take; their places begin at the root of the site.

    ``tree`` is the built site, whose articles the feeds carry. Without an address of its own a site
    has no feeds and no descriptions of frames: nobody could follow their links.
    """
    shared, _ = share(site, charts, {}, offers=True)
    yield from api_files(shared)
    yield from table_files(shared)
    for frame in plan_frames(site):
        yield draw_frame(shared, frame)
        if site.settings.address:
            yield describe_frame(shared, frame)
    if site.settings.address:
        yield from feed_files(shared, pages, tree)
