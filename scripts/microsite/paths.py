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
    def translations(self) -> Path:
        """The register of entries whose translation somebody has compared."""
        return self.data / "translations.lock"

    @property
    def published(self) -> Path:
        """Every address that was ever published, one a line."""
        return self.data / "published.txt"

    @property
    def docs(self) -> Path:
        """Authored pages, one folder per language."""
        return self.root / "docs"

    @property
    def media(self) -> Path:
        """Photographs that pictures are made of, and sound that goes into the site as it is."""
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
    def built_pages(self) -> Path:
        """Built pages, by the hash of what they were built from; a folder for each kind of site."""
        return self.build / "pages"

    @property
    def memory(self) -> Path:
        """What builds read and worked out, by the hash of what it was worked out from."""
        return self.build / "memory"

    @property
    def compiled(self) -> Path:
        """Compiled templates, by the hash of their text and of what compiled them."""
        return self.build / "templates"

    @property
    def pictures(self) -> Path:
        """Pictures made of photographs, by the hash of what they were made from."""
        return self.build / "pictures"

    @property
    def theme(self) -> Path:
        """What pictures for print and sharing take from the theme: templates, colours, fonts."""
        return self.build / "theme"

    @property
    def shared(self) -> Path:
        """Share pictures and unpacked fonts, by the hash of what they show."""
        return self.build / "share"

    @property
    def packed(self) -> Path:
        """Packed forms of text files, by the hash of their content."""
        return self.build / "packed"

    @property
    def beside(self) -> Path:
        """The site while it is being built."""
        return self.build / "site.next"

    @property
    def served(self) -> Path:
        """What the live preview keeps between changes."""
        return self.build / "serve"

    @property
    def previous(self) -> Path:
        """The former site during the swap."""
        return self.build / "site.prev"

    @property
    def drafts(self) -> Path:
        """The finished site with what is not approved yet."""
        return self.build / "drafts"

    @property
    def packages(self) -> Path:
        """Archives fetched from a registry, each held to its checksum."""
        return self.build / "packages"

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
    def outreach(self) -> Path:
        """The kit for loudspeakers and the other channels."""
        return self.dist / "outreach"

    @property
    def outreach_beside(self) -> Path:
        """The kit while it is being made."""
        return self.dist / "outreach.next"

    @property
    def outreach_previous(self) -> Path:
        """The former kit during the swap."""
        return self.dist / "outreach.prev"

    @property
    def outreach_cache(self) -> Path:
        """What is slow to make for the kit, by the hash of what it was made from."""
        return self.build / "outreach"

    @property
    def outreach_stamp(self) -> Path:
        """What the kit was made from, as one hash."""
        return self.outreach_cache / "stamp"

    @property
    def report(self) -> Path:
        """The report of what was done."""
        return self.dist / "report"

    @property
    def report_beside(self) -> Path:
        """The report while it is being made."""
        return self.dist / "report.next"

    @property
    def report_previous(self) -> Path:
        """The former report during the swap."""
        return self.dist / "report.prev"

    @property
    def admin(self) -> Path:
        """The web form of editors, ready to be served."""
        return self.dist / "admin"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"
