"""Vietnamese words to plain ASCII: for addresses, sorting and comparison."""

from __future__ import annotations

import re
import unicodedata

_STROKE = str.maketrans("đĐ", "dD")


def fold(text: str) -> str:
    """Return ``text`` without marks and with đ as d: ``Điện Biên`` becomes ``Dien Bien``."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def slugify(text: str) -> str:
    """Return an address part: ``Địa giới năm 2025`` becomes ``dia-gioi-nam-2025``."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text).lower()))
