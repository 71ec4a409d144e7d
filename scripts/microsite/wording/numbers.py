"""Numbers as each language writes them (CLDR): 9.068,78 and 9,068.78."""

from __future__ import annotations

from functools import lru_cache

from babel.numbers import format_decimal


@lru_cache(maxsize=1 << 14)  # a site says the same numbers on many pages
def format_number(value: float, lang: str, *, decimals: int = 0) -> str:
    """Write ``value`` with at most ``decimals`` places; trailing zeros are not invented."""
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=lang)).replace("-", "−")
