"""A photograph's bytes to the bytes of its pictures: upright, in sRGB, without a word about the
camera, the place or the hour.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageCms

from microsite.pictures.header import header_of, quiet
from microsite.pictures.kinds import READABLE
from microsite.pictures.plan import KINDS, QUALITIES, WIDTHS, height_for, most_bytes, widths_for

Encoded = dict[tuple[int, str], bytes]

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PLAIN = ("L", "RGB", "CMYK")
_ALPHA = ("LA", "La", "PA", "RGBA", "RGBa")
_TO_EIGHT_BITS = 1 / 256
# one thread each, so that equal input gives equal bytes on any machine
_OPTIONS: dict[str, dict[str, object]] = {
    "avif": {"format": "AVIF", "speed": 8, "max_threads": 1},
    "webp": {"format": "WEBP", "method": 4},
    "jpg": {"format": "JPEG", "optimize": True, "progressive": True},
}


class DecodeError(Exception):
    """A file whose header looked right and whose picture cannot be read."""


def encode_file(path: Path) -> Encoded:
    """Encode the photograph at ``path``; see `encode`."""
    return encode(path.read_bytes())


def encode(raw: bytes) -> Encoded:
    """Return the pictures made of ``raw`` by width and kind. Raises DecodeError.

    Equal input gives equal bytes.
    """
    try:
        with quiet(), Image.open(io.BytesIO(raw), formats=READABLE) as image:
            header = header_of(image)
            _read_no_more_than_needed(image)
            full = _in_srgb(image)
    except Exception as error:  # the library raises whatever its readers stumble over
        raise DecodeError(str(error)) from None
    if header.orientation in _TURNS:
        full = full.transpose(_TURNS[header.orientation])
    found: Encoded = {}
    for width in widths_for(header.width):
        size = (width, height_for(width, (header.width, header.height)))
        small = full.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        small.info = {}  # encoders take comments and profiles from here
        for kind in KINDS:
            found[width, kind] = _light_enough(small, kind, most_bytes(width))
    return found


def _read_no_more_than_needed(image: Image.Image) -> None:
    """Let a JPEG be decoded at a fraction of its size, still twice as large as we need."""
    side = 2 * WIDTHS[-1]
    scale = side / min(image.size)
    image.draft(None, (round(image.width * scale), round(image.height * scale)))


def _in_srgb(image: Image.Image) -> Image.Image:
    plain = _without_alpha(image)
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(plain, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):  # a profile that is not one of this picture
            turned = None
        if turned is not None:
            return turned
    return plain.convert("RGB")


def _without_alpha(image: Image.Image) -> Image.Image:
    """Return the picture with 8 bits a channel, lying on white where it is see-through."""
    image.load()
    if image.mode in _PLAIN:
        return image
    if image.mode.startswith("I"):  # 16 bits of grey: converting alone would cut, not scale
        return image.convert("I").point(lambda value: value * _TO_EIGHT_BITS).convert("L")
    if image.mode in _ALPHA or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return image.convert("RGB")


def _light_enough(image: Image.Image, kind: str, most: int) -> bytes:
    made = b""
    for quality in QUALITIES[kind]:
        out = io.BytesIO()
        image.save(out, quality=quality, **_OPTIONS[kind])  # type: ignore[arg-type]  # by kind
        made = out.getvalue()
        if len(made) <= most:
            break
    return made
