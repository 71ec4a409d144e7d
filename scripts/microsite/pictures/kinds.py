"""What a file is by its first bytes; its name may say anything."""

from __future__ import annotations

HEAD = 64
READABLE = ("JPEG", "PNG", "WEBP", "AVIF")
HEIC = "HEIC"

_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"<svg", "SVG"),
    (b"<?xml", "XML"),
)
_AVIF = {b"avif", b"avis"}
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}


def kind_of(head: bytes) -> str:
    """Name the kind of a file that begins with ``head``; empty when it is none that we know."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _boxed(head)
    return next((kind for start, kind in _STARTS if head.startswith(start)), "")


def _boxed(head: bytes) -> str:
    """Tell the kinds that share the container of MP4 apart, by the brands they name."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[at : at + 4] for at in (8, *range(16, end, 4))}
    if brands & _AVIF:
        return "AVIF"
    return HEIC if brands & _HEIC else "MP4"
