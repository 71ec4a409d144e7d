"""The whole kit: every channel's files, a list of them, a page that leads to them; then the swap."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from microsite.check.assemble import assemble
from microsite.check.release import release
from microsite.check.withdrawal import without_withdrawn
from microsite.checking import check_project
from microsite.model.site import Site
from microsite.outreach.channel import Channel, Job, Made, Order
from microsite.outreach.loudspeaker import loudspeaker_jobs
from microsite.outreach.page import page_of
from microsite.outreach.stamp import LIST
from microsite.paths import ProjectPaths
from microsite.problems import ContentError

CHANNELS: Mapping[str, Channel] = {"loa": loudspeaker_jobs}
"""The channels in the order of the page; another channel is one more line here."""

SUMS = "SHA256SUMS"

Watch = Callable[[Iterable[tuple[str, Job]], int], Iterator[Job]]
"""Shows how far the work is, while it hands on each job."""


@dataclass(frozen=True)
class Kit:
    """What was made."""

    files: tuple[Made, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(len(one.content) for one in self.files)


def read_site(paths: ProjectPaths) -> Site:
    """Return what may be published of a project. Raises ContentError with every problem."""
    content, problems = check_project(paths)
    if problems or content.settings is None:
        raise ContentError(problems, content.texts)
    shown = release(without_withdrawn(content))
    return assemble(shown, shown.settings or content.settings)


def make_kit(order: Order, watch: Watch) -> Kit:
    """Do the jobs of every channel. Writes nothing."""
    jobs = [job for channel in CHANNELS.values() for job in channel(order)]
    named = ((job.name, job) for job in jobs)
    return Kit(tuple(made for job in watch(named, len(jobs)) for made in job.make()))


def write_kit(kit: Kit, order: Order, paths: ProjectPaths) -> None:
    """Write the kit beside the old one and swap; until then the old one is left as it was."""
    beside, target, previous = paths.outreach_beside, paths.outreach, paths.outreach_previous
    shutil.rmtree(beside, ignore_errors=True)
    for name, raw in _all_files(kit, order).items():
        path = beside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    beside.rename(target)
    shutil.rmtree(previous, ignore_errors=True)


def _all_files(kit: Kit, order: Order) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for one in kit.files:
        if one.path in found:  # two channels that write the same file would hide one of them
            raise FileExistsError(one.path)
        found[one.path] = one.content
    found["index.html"] = page_of(kit.files, order).encode("utf-8")
    found["kit.css"] = (files("microsite.outreach") / "page.css").read_bytes()
    found[LIST] = _listed(kit.files, order).encode("utf-8")
    found[SUMS] = "".join(f"{one.digest}  {one.path}\n" for one in kit.files).encode("utf-8")
    return found


def _listed(made: Sequence[Made], order: Order) -> str:
    entries = [
        {
            "path": one.path,
            "channel": one.channel,
            "title": one.title,
            "unit": one.unit,
            "lang": one.lang,
            "bytes": len(one.content),
            "sha256": one.digest,
            **one.facts,
            "sources": list(one.sources),
        }
        for one in made
    ]
    whole = {
        "version": order.edition.version,
        "date": order.edition.day.isoformat(),
        "name": order.site.settings.name.vi,
        "approved": order.site.settings.owner.approved,
        "files": entries,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
