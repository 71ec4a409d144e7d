"""What a site gets that everybody may read: metadata, share pictures, files for machines, packing.

Kiosks, previews and trees with drafts have nothing of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from microsite.about import Heads
from microsite.about.subject import Picture
from microsite.kept import NOTHING, Kept, key_of
from microsite.model.places import built_path
from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.paths import ProjectPaths
from microsite.portal import (
    NAME,
    SECURITY,
    SITEMAP,
    pack,
    pack_finest,
    write_contents,
    write_robots,
    write_security,
    write_sitemap,
)
from microsite.render.page import Page
from microsite.render.texts import without_texts
from microsite.share import SIDES, Card, Deck, card_of

# what share pictures take from the theme, before its styles are bundled
_PRINT = "print"
_TOKENS = "assets/css/tokens.css"

Report = Callable[..., None]


@dataclass(frozen=True)
class Outfit:
    """What is added to ``pages``: lines for the head of each by its place, and the share pictures
    that they name, drawn by ``deck``.
    """

    settings: Settings
    pages: tuple[Page, ...]
    heads: Mapping[str, str]
    cards: tuple[Card, ...] = ()
    deck: Deck | None = None


def plan_outfit(  # noqa: PLR0913 — what pages say is made of these, and how
    paths: ProjectPaths,
    site: Site,
    pages: tuple[Page, ...],
    tree: Path,
    *,
    kept: Kept = NOTHING,
    workers: int = 1,
) -> Outfit:
    """Say what the pages of ``tree``, as the engine left it, will say of themselves. ``kept`` holds
    what pages said before, with all the same but their texts.

    A site that does not know its address has no share pictures: their addresses must be whole.
    """
    settings = site.settings
    if not settings.address or not _lay_theme(tree, paths.theme):
        return Outfit(settings, pages, _heads(site, pages, {}, kept, workers))
    deck, cards = Deck(paths.theme, paths.shared), _cards(settings, pages)
    pictures = {
        built: Picture(settings.web_address(f"assets/{deck.name(card)}") or "", *SIDES)
        for built, card in cards.items()
    }
    return Outfit(
        settings, pages, _heads(site, pages, pictures, kept, workers), tuple(cards.values()), deck
    )


def equip(outfit: Outfit, tree: Path, report: Report) -> None:
    """Add the share pictures and what machines ask for to the finished ``tree``."""
    if outfit.deck:
        drawn = outfit.deck.draw(outfit.cards, lambda count: report("cards", count=count))
        for name, path in drawn.items():
            target = tree / "assets" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    settings = outfit.settings
    written = {
        "robots.txt": write_robots(settings),
        SECURITY: write_security(settings),
        SITEMAP: write_sitemap(settings, outfit.pages),
    }
    for name, text in written.items():
        if text is not None:
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text, encoding="utf-8")


def seal(tree: Path, former: Path | None = None) -> None:
    """Add the packed forms and the list of all files; nothing in ``tree`` may change after it.

    ``former`` is a tree that was sealed in the same way and not changed since, if there is one.
    """
    pack(tree, former)
    (tree / NAME).write_bytes(write_contents(tree, former))


def seal_finest(tree: Path, cache: Path, report: Callable[[int, int], None]) -> None:
    """Do it once more for readers, and take the time for the last eighth of the bytes.

    ``cache`` keeps what was packed; ``report`` is told how many files are, and of how many.
    """
    for path in tree.glob(f"{NAME}*"):  # it will be another one
        path.unlink()
    pack_finest(tree, cache, report)
    (tree / NAME).write_bytes(write_contents(tree))


def _heads(
    site: Site,
    pages: tuple[Page, ...],
    pictures: Mapping[str, Picture],
    kept: Kept,
    workers: int,
) -> dict[str, str]:
    places = [_built(site.settings, page) for page in pages]
    keys = {
        key_of(place, page.title, page.body, repr((page.meta, pictures.get(place)))): page
        for place, page in zip(places, pages, strict=True)
    }
    heads = cache(lambda: Heads(without_texts(site), pictures))  # slow to begin
    drawn = kept.each(keys, lambda page: heads().of(page), workers)
    return dict(zip(places, drawn.values(), strict=True))


def _cards(settings: Settings, pages: tuple[Page, ...]) -> dict[str, Card]:
    """Return the card of every page that may be listed, by its place."""
    return {_built(settings, page): card_of(settings, page) for page in pages if page.is_listed}


def _built(settings: Settings, page: Page) -> str:
    return built_path(page.path, page.lang, settings.default_lang)


def _lay_theme(tree: Path, folder: Path) -> bool:
    """Keep the theme's parts that finishing takes away; whether they are all there."""
    if not (tree / _PRINT).is_dir() or not (tree / _TOKENS).is_file():
        return False
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree / _PRINT, folder / _PRINT)
    (folder / _TOKENS).parent.mkdir(parents=True)
    shutil.copyfile(tree / _TOKENS, folder / _TOKENS)
    return True
