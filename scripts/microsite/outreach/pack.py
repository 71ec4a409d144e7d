"""The kit of a team on the road as one archive for a USB stick, with a list to print."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from microsite.checksums import SUMS, digest_of, write_sums
from microsite.outreach.channel import Filed, Order
from microsite.outreach.leaflets import TEMPLATE, frame
from microsite.outreach.studio import Studio
from microsite.paths import ProjectPaths
from microsite.publish.bundle import put_file
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number

CONTENTS = "muc-luc.pdf"
_LANG = "vi"  # people who carry a kit to a commune read Vietnamese
_KIT, _KIOSK = "bo-tuyen-truyen", "man-hinh-cham"


def pack_path(paths: ProjectPaths, units: Sequence[str], version: str) -> Path:
    """Return where the archive for ``units`` lies; none named: all."""
    return paths.dist / f"goi-luu-dong-{'-'.join(sorted(units)) or 'tat-ca'}-{version}.zip"


def kiosk_bundle(paths: ProjectPaths) -> Path | None:
    """Return the newest bundle for touch screens that was packed before, or None."""
    return max((paths.dist / "kiosk").glob("*.zip"), default=None, key=lambda one: one.name)


def write_pack(order: Order, paths: ProjectPaths, filed: Sequence[Filed]) -> Path:
    """Pack the finished kit, the kiosk bundle where there is one, the list, and the checksums.

    The former archive stays until the new one is whole. Equal contents give equal bytes.
    """
    kiosk = kiosk_bundle(paths)
    members = {CONTENTS: _contents(order, filed, kiosk)}
    target = pack_path(paths, order.units, order.edition.version)
    beside = target.with_suffix(".next")
    sums: dict[str, str] = {}
    with zipfile.ZipFile(beside, "w") as archive:
        for name, content in _members(members, paths.outreach, kiosk):
            sums[name] = digest_of(content)
            put_file(archive, name, content)
        put_file(archive, SUMS, write_sums(sums))
    beside.replace(target)
    return target


def _members(own: dict[str, bytes], kit: Path, kiosk: Path | None) -> Iterator[tuple[str, bytes]]:
    yield from own.items()
    for path in sorted(kit.rglob("*")):
        if path.is_file():
            yield f"{_KIT}/{path.relative_to(kit).as_posix()}", path.read_bytes()
    if kiosk is not None:
        yield f"{_KIOSK}/{kiosk.name}", kiosk.read_bytes()


def _contents(order: Order, filed: Sequence[Filed], kiosk: Path | None) -> bytes:
    """Return the list to print: what there is, where it lies, how large it is."""
    if order.theme is None:
        return b""
    studio, words = Studio(order.theme, order.cache), load_words(_LANG)
    names = [order.site.units[one].latest.name.vi for one in order.units if one in order.site.units]
    title = words("pack.title", unit=", ".join(names) or order.site.settings.territory.vi)
    said = words("pack.kiosk", name=kiosk.name) if kiosk else words("pack.no_kiosk")
    data = frame(order, studio, _LANG) | {
        "kind": "contents",
        "title": title,
        "text": f"{words('pack.how')} {said}",
        "parts": list(_parts(order, filed, words)),
    }
    return studio.press(TEMPLATE).pdf(data, pages=None)


def _parts(order: Order, filed: Sequence[Filed], words: Words) -> Iterator[dict[str, object]]:
    languages = order.site.settings.languages
    ordered = sorted(filed, key=lambda one: (*_place(one)[:2], languages.index(one.made.lang)))
    for (unit, channel, lang), group in groupby(ordered, key=_place):
        name = order.site.units[unit].latest.name.vi if unit else order.site.settings.territory.vi
        heading = words("outreach.heading", unit=name, channel=words(f"outreach.channel.{channel}"))
        rows = [
            _row(title, list(same), words)
            for title, same in groupby(group, key=lambda one: one.made.title)
        ]
        yield {"heading": f"{heading} ({words(f'language.{lang}')})", "files": rows}


def _place(one: Filed) -> tuple[str, str, str]:
    return one.made.unit, one.made.channel, one.made.lang


def _row(title: str, same: Sequence[Filed], words: Words) -> dict[str, object]:
    first, size = same[0].made.path, sum(one.size for one in same)
    path = first if len(same) == 1 else f"{first.rpartition('/')[0]}/"
    kilobytes = format_number(size / 1024, words.lang)
    return {
        "title": title,
        "path": f"{_KIT}/{path}",
        "size": words("pack.size", count=len(same), size=kilobytes),
    }
