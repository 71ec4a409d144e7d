"""Every folder and file name of a project, said once. Imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ProjectPaths:
    """The places of the project that lies in ``root``."""

    root: Path

    @property
    def config(self) -> Path:
        """The engine's configuration."""
        return self.root / "mkdocs.yml"

    @property
    def data(self) -> Path:
        """Collections in YAML."""
        return self.root / "data"

    @property
    def schemas(self) -> Path:
        """What editor programs read to explain the collections."""
        return self.data / "schema"

    @property
    def docs(self) -> Path:
        """Authored pages, one folder per language."""
        return self.root / "docs"

    @property
    def media(self) -> Path:
        """Pictures and sound that go into the site as they are."""
        return self.docs / "assets"

    @property
    def build(self) -> Path:
        """Everything that can be made again."""
        return self.root / "build"

    @property
    def staged(self) -> Path:
        """The plain Markdown tree that the engine reads."""
        return self.build / "docs"

    @property
    def charts(self) -> Path:
        """Drawn charts, by the hash of what they were drawn from."""
        return self.build / "charts"

    @property
    def beside(self) -> Path:
        """The site while it is being built."""
        return self.build / "site.next"

    @property
    def previous(self) -> Path:
        """The former site during the swap."""
        return self.build / "site.prev"

    @property
    def kiosk_tree(self) -> Path:
        """The site of a kiosk, before it is packed."""
        return self.build / "kiosk"

    @property
    def packs_tree(self) -> Path:
        """The site that files to be sent are made of."""
        return self.build / "packs"

    @property
    def dist(self) -> Path:
        """What leaves the house."""
        return self.root / "dist"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"
