"""All share pictures of a site, each drawn only once."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from microsite.identity import draw_head, draw_mark, draw_scene, draw_strip, paint_alone
from microsite.kept import KeptFiles
from microsite.pictures import few_colours
from microsite.share.card import SIDES, Card
from microsite.share.palette import Palettes
from microsite.typesetting import FontCase, Press, open_fonts

# counted into the names: raise it when drawing changes in what the key does not hold
_EDITION = f"1, typst {version('typst')}"
_AT_ONCE = 12


class Deck:
    """The cards of a site in the look of ``theme``, the folder of its templates and styles.

    ``cache`` keeps fonts and pictures between builds.
    """

    def __init__(self, theme: Path, cache: Path) -> None:
        self._template = theme / "print" / "card.typ"
        tokens = (theme / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
        self._palette = Palettes(tokens).of
        self._case: FontCase = open_fonts((theme / "print" / "fonts").glob("*.woff2"), cache)
        self._pictures = KeptFiles(cache / "cards")
        self._drawings: dict[str, str] = {"mark": draw_mark()}

    def name(self, card: Card) -> str:
        """Return the name of the card's file among the site's assets."""
        return f"share/{self._key(card)}.png"

    def draw(
        self, cards: Iterable[Card], report: Callable[[int], None] = lambda _: None
    ) -> dict[str, Path]:
        """Draw the cards that are not there yet; return where each lies, by its name.

        ``report`` is told how many have to be drawn. Raises TypesetError for a template that does
        not do as meant.
        """
        keys = {self._key(card): card for card in cards}
        lacking = {key: card for key, card in keys.items() if f"{key}.png" not in self._pictures}
        if lacking:
            report(len(lacking))
            self._draw_all(lacking)
        self._pictures.keep_only(f"{key}.png" for key in keys)
        return {f"share/{key}.png": self._pictures.path(f"{key}.png") for key in keys}

    def _draw_all(self, cards: Mapping[str, Card]) -> None:
        listed = list(cards.items())
        groups = [listed[at : at + _AT_ONCE] for at in range(0, len(listed), _AT_ONCE)]
        with ThreadPoolExecutor(min(len(groups), os.cpu_count() or 1)) as pool:
            for key, picture in (one for made in pool.map(self._press, groups) for one in made):
                self._pictures.put(f"{key}.png", picture)

    def _press(self, group: list[tuple[str, Card]]) -> list[tuple[str, bytes]]:
        entries = [self._entry(card) for _, card in group]
        used = {str(one[field]) for one in entries for field in ("band", "head", "scene", "mark")}
        drawings = {name: self._drawing(name) for name in sorted(used - {""})}
        pages = Press(self._template, self._case).png(
            {"cards": entries, "drawings": drawings}, pages=len(entries)
        )
        return [
            # the sky of the first page has more colours than a palette holds
            (key, page if card.is_first else few_colours(page))
            for (key, card), page in zip(group, pages, strict=True)
        ]

    def _key(self, card: Card) -> str:
        entry = self._entry(card)
        drawn = {
            name: self._drawing(str(entry[name]))
            for name in ("band", "head", "scene", "mark")
            if entry[name]
        }
        said = json.dumps([_EDITION, SIDES, self._case.mark, entry, drawn], ensure_ascii=False)
        return hashlib.sha256(said.encode() + self._look).hexdigest()[:16]

    @cached_property
    def _look(self) -> bytes:
        return self._template.read_bytes()

    def _entry(self, card: Card) -> dict[str, object]:
        """Return what the template is told of a card: words it has letters for, names, colours."""
        shown = card.without_title() if self._case.lacking(card.title) else card
        palette = self._palette(card.colour)
        return {
            "title": shown.title,
            "over": shown.over,
            "name": shown.name,
            "span": shown.span,
            "colours": {"ground": palette["paper"], "accent": palette["accent"]},
            "mark": "mark",
            "band": f"band {card.band}",
            "head": "" if card.is_first else f"head {card.section} {card.colour}",
            "scene": "scene" if card.is_first else "",
        }

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = next(self._draw(*name.split(" ")))
        return self._drawings[name]

    def _draw(self, what: str, seed: str = "", colour: str = "indigo") -> Iterator[str]:
        width, height = SIDES
        if what == "band":
            yield paint_alone(draw_strip(seed), self._palette(colour))
        elif what == "head":
            yield paint_alone(draw_head(seed), self._palette(colour))
        else:
            yield paint_alone(draw_scene("home", width=width, height=height), self._palette(colour))
