"""The story of a preview in order: lay both versions out, compare, draw, pack."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from microsite.engine.desk import theme_folder
from microsite.live.wardrobe import Wardrobe
from microsite.paths import ProjectPaths
from microsite.preview.archive import write_zip
from microsite.preview.bundle import LIST, OUTSIDE, STYLE, bundle
from microsite.preview.compare import compare
from microsite.preview.listing import draw_bar, draw_list, draw_outside
from microsite.preview.printer import Printer, read_edition
from microsite.preview.revision import Revision, lay_content
from microsite.problems import ContentError
from microsite.stage import FolderCache


class FormerError(Exception):
    """The other revision cannot be built by this generator: it has so many problems."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


@dataclass(frozen=True)
class Made:
    """A preview: where it lies, its size, and how many pages came, went and differ."""

    path: Path
    size: int
    counts: Counter[str]


def make_preview(
    paths: ProjectPaths,
    revision: Revision,
    out: Path,
    lang: str,
    report: Callable[[str], None] = lambda _: None,
) -> Made | None:
    """Pack what differs from ``revision`` into a zip in ``out``; None when nothing differs.

    What people wrote is compared: both versions are drawn by the templates that lie here. Raises
    ContentError for what is written here, FormerError for the other version.
    """
    charts = FolderCache(paths.charts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report("check")
        edition = read_edition(paths, charts)
        try:
            former = read_edition(lay_content(paths, revision, folder / "former"), charts)
        except ContentError as error:
            raise FormerError(len(error.problems)) from error
        report("compare")
        after = Printer(paths, edition, folder / "after")
        changes = tuple(compare(Printer(paths, former, folder / "before"), after))
        if not changes:
            return None
        wardrobe = Wardrobe(theme_folder(paths) / "assets", folder / "assets")
        wardrobe.dress(edition.site, edition.media, changed=True)

        def read(address: str) -> bytes | None:
            name = address.removeprefix("assets/")
            return wardrobe.read(name) if name != address else edition.files.get(address)

        languages = edition.site.settings.languages
        packed = bundle(changes, after, read, draw_bar(lang))
    packed[LIST] = draw_list(changes, revision, languages, lang).encode()
    packed[OUTSIDE] = draw_outside(languages).encode()
    packed[STYLE] = (files("microsite.preview") / "page" / STYLE).read_bytes()
    path = write_zip(packed, out)
    return Made(path, path.stat().st_size, Counter(change.what for change in changes))
