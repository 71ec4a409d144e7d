"""The whole kit: the files of every channel, a list, a page that leads to them; then the swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from microsite.check.assemble import assemble
from microsite.check.release import release
from microsite.check.withdrawal import without_withdrawn
from microsite.checking import sound_project
from microsite.checksums import LIST, SUMS, digest_of, write_list, write_sums
from microsite.documents.page import page_style
from microsite.fingerprint import fingerprint
from microsite.model.site import Site
from microsite.outreach.cards import social_jobs
from microsite.outreach.channel import Channel, Filed, Job, Made, Order
from microsite.outreach.large import print_jobs
from microsite.outreach.leaflets import leaflet_jobs
from microsite.outreach.loudspeaker import loudspeaker_jobs
from microsite.outreach.matrix import TABLE, Item, items_of, listed, matrix_table, ways_of
from microsite.outreach.outline import outline_jobs
from microsite.outreach.page import page_of
from microsite.paths import ProjectPaths
from microsite.placing import swap

CHANNELS: Mapping[str, Channel] = {
    "loa": loudspeaker_jobs,
    "de-cuong": outline_jobs,
    "in": lambda order: (*print_jobs(order), *leaflet_jobs(order)),
    "mang-xa-hoi": social_jobs,
}
"""The channels in the order of the page; another channel is one more line here."""

Watch = Callable[[Iterable[tuple[str, Job]], int], Iterator[Job]]
"""Shows how far the work is, while it hands on each job."""


def read_site(paths: ProjectPaths) -> Site:
    """Return what may be published of a project. Raises ContentError with every problem."""
    content, settings = sound_project(paths)
    shown = release(without_withdrawn(content))
    return assemble(shown, shown.settings or settings)


def make_kit(
    order: Order, paths: ProjectPaths, watch: Watch, channels: Iterable[str] = tuple(CHANNELS)
) -> tuple[Filed, ...]:
    """Do the jobs of ``channels`` beside the old kit and swap; until then it stays as it was.

    Each file is written as soon as it is made, so that sound need not lie in memory.
    """
    wanted = tuple(channels)
    jobs = [job for name in wanted for job in CHANNELS[name](order)]
    named = ((job.name, job) for job in jobs)
    beside = paths.outreach_beside
    shutil.rmtree(beside, ignore_errors=True)
    filed = tuple(_file(made, beside) for job in watch(named, len(jobs)) for made in job.make())
    for name, raw in _covers(filed, order, wanted, fingerprint(paths)).items():
        (beside / name).write_bytes(raw)
    swap(beside, paths.outreach, paths.outreach_previous)
    return filed


def _file(made: Made, folder: Path) -> Filed:
    """Write a file. Raises FileExistsError when another channel wrote one of that name."""
    path = folder / made.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(made.content)
    return Filed(replace(made, content=b""), len(made.content), digest_of(made.content))


def _covers(
    filed: Sequence[Filed], order: Order, channels: Collection[str], contents: str
) -> Mapping[str, bytes]:
    """Return what leads to the files: page, list, items by channel, checksums.

    The list keeps the hash of all that the kit was made from, so that the site offers no kit of
    former contents.
    """
    items = items_of(filed, order, channels)
    ways = tuple(ways_of(filed, order, channels))
    table = matrix_table(items, order.edition.version)
    return {
        "index.html": page_of(filed, ways, order).encode("utf-8"),
        "kit.css": page_style(),
        LIST: write_list(_listed(filed, items, order, contents)),
        TABLE: table,
        SUMS: write_sums({one.made.path: one.digest for one in filed} | {TABLE: digest_of(table)}),
    }


def _listed(
    filed: Sequence[Filed], items: Sequence[Item], order: Order, contents: str
) -> dict[str, Any]:
    entries = [
        {
            "path": one.made.path,
            "channel": one.made.channel,
            "title": one.made.title,
            "unit": one.made.unit,
            "lang": one.made.lang,
            "bytes": one.size,
            "sha256": one.digest,
            "ways": list(one.made.ways),
            **one.made.facts,
            "sources": list(one.made.sources),
        }
        for one in filed
    ]
    return {
        "version": order.edition.version,
        "date": order.edition.day.isoformat(),
        "name": order.site.settings.name.vi,
        "contents": contents,
        "approved": order.site.settings.owner.approved,
        "matrix": listed(items),
        "files": entries,
    }
