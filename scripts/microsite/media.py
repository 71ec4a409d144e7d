"""The photographs and recordings of a site to the files that go among its assets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from microsite.check.content import Content
from microsite.kept import KeptFiles
from microsite.model.site import Site
from microsite.paths import ProjectPaths
from microsite.pictures import Picture, make_pictures
from microsite.problems import ContentError, Problem
from microsite.render.page import Asset, Page

Count = Callable[[int], None]


def make_album(
    paths: ProjectPaths, content: Content, site: Site, count: Count = lambda _: None
) -> Mapping[str, Picture]:
    """Make the pictures of every photograph; ``count`` is told how many have to be made.

    Raises ContentError for photographs that cannot be read to their end.
    """
    files = {name: paths.media / photo.path for name, photo in site.photos.items()}
    pictures, failed = make_pictures(files, KeptFiles(paths.pictures), count)
    if failed:
        entries = content.ids("photos")
        problems = (
            Problem(
                entries[name].where("file"), "picture-broken", "", {"file": path.name}, path.name
            )
            for name, path in files.items()
            if name in failed
        )
        raise ContentError(tuple(sorted(problems)), content.texts)
    return pictures


def media_files(
    paths: ProjectPaths, site: Site, pictures: Mapping[str, Picture]
) -> dict[str, Path]:
    """Return where each file among the site's assets lies now, by its name there."""
    cache = KeptFiles(paths.pictures)
    files = {one.path: paths.media / one.path for one in site.recordings.values()}
    made = (one for picture in pictures.values() for one in picture.renditions)
    return files | {one.name: cache.path(one.kept) for one in made}


def without_withdrawn_pages(
    files: Mapping[str, Path], site: Site, pages: tuple[Page, ...]
) -> dict[str, Path]:
    """Leave out what only withdrawn pages show."""
    emergency = site.settings.emergency
    if emergency is None or not emergency.withdraw:
        return dict(files)
    return {name: path for name, path in files.items() if any(name in page.body for page in pages)}


def read_media(files: Mapping[str, Path]) -> Iterator[Asset]:
    """Read one file after the other: all of them may be more than the memory holds."""
    for name, path in sorted(files.items()):
        yield Asset(name, path.read_bytes())
