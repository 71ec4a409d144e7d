"""One file of the outreach kit that lies beside the pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = "kit"
"""Where they lie, from the root of the site."""


@dataclass(frozen=True)
class KitFile:
    """``path`` is its place in the kit, ``lies`` where it is now; ``form`` is its size or length.

    Without a ``unit`` it is for all."""

    path: str
    lies: Path
    channel: str
    title: str
    lang: str
    size: int
    unit: str = ""
    form: str = ""

    @property
    def address(self) -> str:
        """Its place from the root of the site."""
        return f"{FOLDER}/{self.path}"

    @property
    def kind(self) -> str:
        """How people call it: PDF, PNG 1080x1080."""
        return f"{self.path.rpartition('.')[2].upper()} {self.form}".strip()
