"""Photographs that tests make, as telephones and scanners would."""

from __future__ import annotations

import io
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageDraw, ImageFilter

# what nobody may find in a published file
SECRET = "Nha ba May, so 2, ban Moi"
HANOI = ((21.0, 1.0, 40.0), (105.0, 50.0, 55.0))
CORNERS = {"nw": (220, 30, 30), "ne": (30, 200, 30), "sw": (30, 30, 220), "se": (230, 230, 30)}


def corners(width: int, height: int) -> Image.Image:
    """Return a picture whose four quarters differ, so that every turn is seen."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    half, middle = width // 2, height // 2
    draw.rectangle((0, 0, half - 1, middle - 1), fill=CORNERS["nw"])
    draw.rectangle((half, 0, width, middle - 1), fill=CORNERS["ne"])
    draw.rectangle((0, middle, half - 1, height), fill=CORNERS["sw"])
    draw.rectangle((half, middle, width, height), fill=CORNERS["se"])
    return image


def noisy(width: int, height: int) -> Image.Image:
    """Return what is hard to make small: leaves, as it were, in a dim light."""
    grain = Image.effect_noise((width, height), 90).filter(ImageFilter.GaussianBlur(0.8))
    light = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (Image.blend(light, grain, 0.6), grain, light))


def exif(orientation: int = 1, day: str = "2021:03:09 10:11:12") -> Image.Exif:
    """Return what a telephone writes: the turn, the hour, the place, its owner."""
    found = Image.Exif()
    found[ExifTags.Base.Orientation] = orientation
    found[ExifTags.Base.Artist] = SECRET
    found.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = day
    place = found.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", HANOI[0]
    place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", HANOI[1]
    return found


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the bytes of a file of that kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def as_taken(image: Image.Image, orientation: int) -> bytes:
    """Return the JPEG of a telephone held so that the picture is to be turned by ``orientation``.

    The pixels lie as the sensor saw them, and the file is full of what must not be published.
    """
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transposition that undoes each
    turned = image if orientation == 1 else image.transpose(Image.Transpose(back[orientation]))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return written(
        turned,
        exif=exif(orientation),
        comment=SECRET,
        icc_profile=profile,
        xmp=f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode(),
        quality=90,
    )


def opened(raw: bytes) -> Image.Image:
    """Return the decoded picture in ``raw``."""
    image = Image.open(io.BytesIO(raw))
    image.load()
    return image
