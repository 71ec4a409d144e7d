"""Names and values to one element of a head."""

from __future__ import annotations

from html import escape


def tag(element: str, **attributes: str | None) -> str:
    """Return an element without content; every value is escaped."""
    said = "".join(f' {name}="{escape(value or "")}"' for name, value in attributes.items())
    return f"<{element}{said}>"
