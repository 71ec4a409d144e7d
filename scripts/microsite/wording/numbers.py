"""Numbers as each language writes them: 9.068,78 in Vietnamese, 9,068.78 in English (CLDR, through babel)."""

from __future__ import annotations

from babel.numbers import format_decimal


def format_number(value: float, lang: str, *, decimals: int = 0) -> str:
    """Write ``value`` with at most ``decimals`` places; trailing zeros are not invented."""
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=lang)).replace("-", "−")
