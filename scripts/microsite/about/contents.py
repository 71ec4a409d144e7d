"""What pages are about: the entries of the data behind each address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from microsite.model.learning import Question
from microsite.model.media import Photo, Recording
from microsite.model.site import Site
from microsite.render.page import Page
from microsite.render.registers import Registers

_OF_ONE_ENTRY = ("indicators", "units", "models", "exemplars", "culture")
_PHOTO = re.compile(r"\bphotos/([a-z0-9-]+)-\d+-[0-9a-f]+\.jpg")
_SOUND = re.compile(r"\baudio/([a-z0-9-]+\.[a-z0-9]+)")


@dataclass(frozen=True)
class Contents:
    """``entries`` by the path of their page, ``questions`` by the path of their group."""

    site: Site
    entries: Mapping[str, object]
    questions: Mapping[str, tuple[Question, ...]]

    def photos(self, page: Page) -> list[tuple[str, Photo]]:
        """Return the photographs on ``page``, each with the largest file every browser shows."""
        files: dict[str, str] = {}
        if "photos/" not in page.body:
            return []
        for found in _PHOTO.finditer(page.body):
            known = files.get(found[1], "")
            files[found[1]] = max(known, found[0], key=_width)
        return [(files[name], self.site.photos[name]) for name in files]

    def recordings(self, page: Page) -> list[Recording]:
        """Return the recordings on ``page``."""
        named = set(_SOUND.findall(page.body)) if "audio/" in page.body else ()
        return [one for one in self.site.recordings.values() if one.file in named]


def contents_of(site: Site, registers: Registers) -> Contents:
    """Turn the register of places round."""
    entries: dict[str, object] = {}
    for collection in _OF_ONE_ENTRY:
        for identifier, entry in getattr(site, collection).items():
            entries[registers.place(collection, identifier)[0]] = entry
    questions: dict[str, tuple[Question, ...]] = {}
    for identifier, question in site.questions.items():
        path, _ = registers.place("questions", identifier)
        questions[path] = (*questions.get(path, ()), question)
    return Contents(site, entries, questions)


def _width(name: str) -> int:
    found = re.search(r"-(\d+)-[0-9a-f]+\.", name)
    return int(found[1]) if found else 0
