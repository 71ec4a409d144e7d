"""Share pictures: one for each page and language, named by all that they show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from conftest import REPO
from microsite.identity import paint_alone
from microsite.share import SIDES, Card, Deck
from microsite.share.palette import read_palette

THEME = REPO / "overrides"
CARD = Card(
    title="Chè Lai Châu: hai mươi năm",
    over="Số liệu",
    name="Vườn mẫu",
    span="2004 – 2024",
    section="so-lieu",
    colour="blue",
    band="ha-nhi",
)


@pytest.fixture(name="deck")
def fixture_deck(tmp_path: Path) -> Deck:
    """An empty deck."""
    return Deck(THEME, tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Chè"},
        {"over": "Mô hình"},
        {"name": "Vườn"},
        {"span": ""},
        {"section": "mo-hinh"},
        {"colour": "leaf"},
        {"band": "mong"},
        {"is_first": True},
    ],
)
def test_other_content_has_another_name(deck: Deck, change: dict[str, object]) -> None:
    """Networks keep a picture under its name, so whatever it shows is in the name (S2)."""
    assert deck.name(replace(CARD, **change)) != deck.name(CARD)  # type: ignore[arg-type]


def test_picture_is_drawn_once(deck: Deck) -> None:
    """An edit draws one picture; what no page has any more goes."""
    told: list[int] = []
    other = replace(CARD, title="Ngô")
    first = deck.draw([CARD, other], told.append)
    deck.draw([CARD, other], told.append)
    second = deck.draw([CARD, replace(CARD, title="Lúa")], told.append)
    assert told == [2, 1]
    assert first[deck.name(CARD)] == second[deck.name(CARD)]
    assert not first[deck.name(other)].exists()


@pytest.mark.parametrize("is_first", [True, False])
def test_picture_is_what_networks_ask_for(deck: Deck, *, is_first: bool) -> None:
    """It has their size and is light (S1); a long title makes letters smaller, not the card."""
    card = replace(CARD, title="Hợp tác xã góp vốn giữ nguồn gen sâm " * 4, is_first=is_first)
    (path,) = deck.draw([card]).values()
    assert path.stat().st_size < 200_000
    with Image.open(path) as image:
        assert image.size == SIDES
        colours = image.convert("RGB").getcolors(maxcolors=1 << 24) or []
    assert len(colours) > 20


def test_equal_cards_are_equal_bytes(tmp_path: Path) -> None:
    """Drawn twice, in whatever company, a picture has the same bytes."""
    alone = Deck(THEME, tmp_path / "a").draw([CARD])
    others = [replace(CARD, title=f"Số {number}") for number in range(15)]
    among = Deck(THEME, tmp_path / "b").draw([*others, CARD])
    (name,) = alone
    assert alone[name].read_bytes() == among[name].read_bytes()


def test_title_with_a_letter_that_the_font_lacks_is_left_out(deck: Deck) -> None:
    """Such a card shows the part of the site instead of an empty box."""
    bare = replace(CARD, title=CARD.over, over="")
    assert deck.name(replace(CARD, title="Chè 茶")) == deck.name(bare)


def test_colours_are_those_of_the_style_sheet() -> None:
    """Tokens of the light theme, then those of the section; what has no token keeps its own."""
    tokens = (THEME / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    assert read_palette(tokens, "indigo")["accent"] == "#27407a"
    assert read_palette(tokens, "green")["accent"] == "#14614f"
    svg = '<svg id="a"><path fill="var(--accent)" stroke="var(--crest,none)"/></svg>'
    assert paint_alone(svg, {"accent": "#fff"}) == (
        '<svg xmlns="http://www.w3.org/2000/svg" id="a"><path fill="#fff" stroke="none"/></svg>'
    )
