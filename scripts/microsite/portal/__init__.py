"""What a published tree has beside its pages: files for machines, packed forms, the list of all.

Nothing here goes into a kiosk's bundle, a preview or a tree with drafts.
"""

from __future__ import annotations

from microsite.portal.contents import NAME, write_contents
from microsite.portal.crawlers import SECURITY, SITEMAP, write_robots, write_security
from microsite.portal.packed import pack, pack_finest
from microsite.portal.sitemap import write_sitemap

__all__ = [
    "NAME",
    "SECURITY",
    "SITEMAP",
    "pack",
    "pack_finest",
    "write_contents",
    "write_robots",
    "write_security",
    "write_sitemap",
]
