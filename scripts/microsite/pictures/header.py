"""What a picture's file says of itself before it is decoded: its kind, its size, its day.

Everything that would make a picture unfit for a page is found here, but for a file that ends too
early: that shows only when it is decoded.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import ExifTags, Image

from microsite.pictures.kinds import HEAD, HEIC, READABLE, kind_of

MOST_BYTES = 25_000_000
MOST_PIXELS = 60_000_000
LEAST_WIDTH = 640
MOST_RATIO = 8

# the library's own guard for every decoding, should a header ever lie to us
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

_SIDEWAYS = range(5, 9)
_DAY = re.compile(r"(\d{4}):(\d\d):(\d\d)")
_MEGA = 1_000_000


@dataclass(frozen=True)
class Header:
    """Width and height as people see the picture, and how its rows lie in the file (EXIF)."""

    width: int
    height: int
    orientation: int = 1


@dataclass(frozen=True)
class Flaw:
    """Why a file is no picture for a page: the code of the rule, what it has, what is allowed."""

    code: str
    got: str = ""
    limit: str = ""


def read_header(path: Path) -> Header | Flaw:
    """Read the header of the picture at ``path``; nothing is decoded."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        return Flaw("picture-heavy", f"{size / _MEGA:.0f} MB", f"{MOST_BYTES // _MEGA} MB")
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD))
    if kind == HEIC:
        return Flaw("picture-heic", kind)
    if kind not in READABLE:
        return Flaw("picture-kind", kind)
    try:
        with quiet(), Image.open(path, formats=[kind]) as image:
            header = header_of(image)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        return _too_many(int("0" + "".join(re.findall(r"\d+", str(error))[:1])))
    except Exception:  # the library raises whatever its readers stumble over
        return Flaw("picture-broken")
    return _misfit(header) or header


def header_of(image: Image.Image) -> Header:
    """Return the header of an opened picture."""
    orientation = _exif(image).get(ExifTags.Base.Orientation, 1)
    if orientation not in range(1, 9):
        orientation = 1
    width, height = image.size
    if orientation in _SIDEWAYS:
        width, height = height, width
    return Header(width, height, orientation)


def day_taken(path: Path) -> str:
    """Return the day on which the camera says it took the picture; empty when it does not say."""
    try:
        with quiet(), Image.open(path, formats=READABLE) as image:
            exif = _exif(image)
            inner = exif.get_ifd(ExifTags.IFD.Exif)
            said = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    except Exception:  # a day that cannot be read is no day
        return ""
    found = _DAY.match(str(said))
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the library's remarks about odd files to itself; too many pixels are an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _exif(image: Image.Image) -> Image.Exif:
    """Return what the header says; asking the image itself could decode a PNG."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif", b""))
    except Exception:  # broken remarks of a camera do not break its picture
        return Image.Exif()
    return exif


def _too_many(pixels: int) -> Flaw:
    return Flaw("picture-pixels", f"{pixels / _MEGA:.0f} MP", f"{MOST_PIXELS // _MEGA} MP")


def _misfit(header: Header) -> Flaw | None:
    sides = f"{header.width} × {header.height}"
    if header.width * header.height > MOST_PIXELS:
        return _too_many(header.width * header.height)
    if header.width < LEAST_WIDTH:
        return Flaw("picture-small", sides, str(LEAST_WIDTH))
    if max(header.width, header.height) > MOST_RATIO * min(header.width, header.height):
        return Flaw("picture-shape", sides, str(MOST_RATIO))
    return None
