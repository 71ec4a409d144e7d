"""The numbered source notes of one page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Notes:
    """Numbers sources in the order in which a page first cites them."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """Return the number of ``source`` on this page, giving it the next one when it is new."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)
