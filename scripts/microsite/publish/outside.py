"""Pages → pages without a way out: addresses become codes to take along, downloads go."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable

import segno

# the engine and our templates write attributes with double quotes; `href` may stand anywhere
_LINK = re.compile(
    r"<a\b(?P<before>[^>]*?)\shref=\"(?P<target>[^\"]*)\"(?P<after>[^>]*)>(?P<text>.*?)</a>",
    re.DOTALL,
)
_CLASS = re.compile(r"class=\"([^\"]*)\"")
_AWAY = re.compile(r"https?://|//")
_INERT = re.compile(r"(?:mailto|tel):")
_FILE = re.compile(r"\.(?:csv|ics|json|pdf|txt|xlsx|xml|zip)(?:[?#]|$)")
_EMPTY_ITEM = re.compile(r"<li>\s*</li>\s*")


def keep_inside(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the page without ways out, and the addresses it names.

    A link to another host becomes a button that shows its address; mail and telephone become text;
    links to files that a screen cannot show are left out, with the list item that held one alone.
    """
    found: list[str] = []

    def write(link: re.Match[str]) -> str:
        target = link["target"]
        if _AWAY.match(target):
            found.append(target)
            classes = _CLASS.search(link["before"] + link["after"])
            names = " ".join(filter(None, ("ms-away", classes and classes[1])))
            door = f'<button type="button" class="{names}" data-away="{target}">'
            return f"{door}{link['text']}</button>"
        if _INERT.match(target):
            return f"<span>{link['text']}</span>"
        return "" if _FILE.search(target) else link[0]

    return _EMPTY_ITEM.sub("", _LINK.sub(write, html)), tuple(found)


def write_codes(addresses: Iterable[str]) -> bytes:
    """Return the script with the QR code of each address (ISO/IEC 18004, level M), bits packed."""
    codes = {address: _code(address) for address in sorted(set(addresses))}
    return f"window.msAway={json.dumps(codes, separators=(',', ':'))};\n".encode()


def _code(address: str) -> tuple[int, str]:
    matrix = segno.make_qr(address.replace("&amp;", "&"), error="m", boost_error=False).matrix
    bits = "".join("1" if bit & 1 else "0" for row in matrix for bit in row)
    packed = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    return len(matrix), base64.b64encode(packed).decode("ascii")
