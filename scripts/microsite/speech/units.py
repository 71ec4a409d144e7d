"""Units of measure in words: what stands after a number, alone or after a slash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

UNITS: Mapping[str, str] = MappingProxyType(
    {
        "%": "phần trăm",
        "‰": "phần nghìn",
        "°C": "độ xê",
        "°": "độ",
        "km²": "ki-lô-mét vuông",
        "km2": "ki-lô-mét vuông",
        "km": "ki-lô-mét",
        "m²": "mét vuông",
        "m2": "mét vuông",
        "m³": "mét khối",
        "m3": "mét khối",
        "cm": "xăng-ti-mét",
        "mm": "mi-li-mét",
        "m": "mét",
        "ha": "héc-ta",
        "kg": "ki-lô-gam",
        "g": "gam",
        "l": "lít",
        "GW": "gi-ga-oát",
        "MW": "mê-ga-oát",
        "MWh": "mê-ga-oát giờ",
        "kW": "ki-lô-oát",
        "kWh": "ki-lô-oát giờ",
        "kV": "ki-lô-vôn",
        "USD": "đô la Mỹ",
        "VND": "đồng",
        "VNĐ": "đồng",
        "đ": "đồng",
        "h": "giờ",
    }
)
"""Signs of units; words such as tấn, tạ, người, triệu đồng are said as they stand."""

_SIGNS = "|".join(re.escape(sign) for sign in sorted(UNITS, key=len, reverse=True))
_AFTER_NUMBER = re.compile(rf"(?<=\d)(?P<power> (?:nghìn|vạn|triệu|tỷ))? ?(?P<sign>{_SIGNS})(?!\w)")
# signs that are no words of the language, and so can stand alone
_ALONE = re.compile(r"(?<![\w/])(km²|km2|m²|m2|m³|km|kg|cm|mm|kWh|MWh|MW|kV|kW|USD)(?!\w)")
# what a quantity is shared out among; another slash between words only lists them
_SHARES = (
    "người|năm|tháng|tuần|ngày|giờ|phút|giây|hộ|xã|thôn|bản|vụ|tấn|lít|lần|lượt|con|cây|lao động"
    "|học sinh"
)
_PER = re.compile(rf"(?<=[^\W\d_])/(?P<unit>{_SIGNS}|{_SHARES})(?!\w)")
_DENSITY = re.compile(r"\bngười/(?P<unit>km²|km2|ha)(?!\w)")


def spell_units(text: str) -> str:
    """Return ``text`` with every unit in words; the numbers before them stay.

    A slash is “một”: “triệu đồng/người/năm” is “triệu đồng một người một năm”; a density is said
    “người trên một ki-lô-mét vuông”.
    """
    text = _DENSITY.sub(lambda found: f"người trên một {UNITS[found['unit']]}", text)
    text = _AFTER_NUMBER.sub(_after_number, text)
    text = _PER.sub(lambda found: f" một {UNITS.get(found['unit'], found['unit'])}", text)
    return _ALONE.sub(lambda found: UNITS[found[1]], text)


def _after_number(found: re.Match[str]) -> str:
    return f"{found['power'] or ''} {UNITS[found['sign']]}"
