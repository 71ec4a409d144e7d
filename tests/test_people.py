"""People and places: honours and words held together, the year of festivals, units on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from changes import apply_changes
from conftest import context_of
from microsite.marks import Directive
from microsite.model.culture import CultureItem
from microsite.model.story import Exemplar, Voice
from microsite.model.unit import Square, Unit
from microsite.paths import ProjectPaths
from microsite.preparing import prepare
from microsite.render.backlinks import build_backlinks
from microsite.render.calendar import year_round
from microsite.render.context import Context, Shared
from microsite.render.lookups import by_honour, by_year, nearby, publishers, same_honour
from microsite.render.registers import build_registers
from microsite.render.theme import theme_files
from microsite.render.unit_map import part_states, shared_sources, unit_place
from microsite.wording.catalog import load_words

WORDS = {"vi": "a", "en": "a"}


@pytest.fixture(name="context")
def fixture_context(tiny: ProjectPaths) -> Context:
    """A page of the tiny project, in Vietnamese."""
    return context_of(tiny, "vi")


def having(context: Context, **collections: Any) -> Context:
    """Return ``context`` with other entries in some collections of its site."""
    named = {name: {one.id: one for one in found} for name, found in collections.items()}
    site = replace(context.site, **named)
    shared = Shared(site, build_backlinks(site), build_registers(site), {})
    return replace(context, shared=shared)


def person(name: str, honour: str, year: int | None = None) -> Exemplar:
    """Return somebody with an honour."""
    values: dict[str, Any] = {"id": name, "name": name, "role": WORDS, "field": "society"}
    values |= {"place": WORDS, "text": WORDS, "sources": ["so-tay"]}
    values["honour"] = {"vi": honour, "en": honour}
    return Exemplar.model_validate(values | ({"year": str(year)} if year else {}))


def festival(name: str, calendar: str, month: int, **more: Any) -> CultureItem:
    """Return a festival of a month."""
    season = {"calendar": calendar, "month": str(month), "sources": ["so-tay"]}
    values = {"id": name, "kind": "festival", "title": WORDS, "text": WORDS, "place": WORDS}
    return CultureItem.model_validate({**values, "season": season, "sources": ["so-tay"], **more})


def unit(name: str, **state: Any) -> Unit:
    """Return a commune with one state."""
    values = {"valid": "2021-07-01/..", "kind": "xa", "name": WORDS, "sources": ["so-tay"], **state}
    kept = {"id": name, "level": "commune", "states": [values], "sources": ["so-tay"]}
    return Unit.model_validate(kept)


def rows(*units: Unit) -> list[Any]:
    """Return units with their states."""
    return [(one, one.states[0]) for one in units]


def test_same_honour_is_said_once(context: Context) -> None:
    """Those who hold the same honour of the same year stand together, in the order of the list;
    another year is another honour.
    """
    people = (person("a", "x", 2021), person("b", "y"), person("c", "x", 2021), person("d", "x"))
    found = [[one.id for one in group] for group in by_honour(context, people)]
    assert found == [["a", "c"], ["b"], ["d"]]
    assert same_honour(having(context, exemplars=people), people[0]) == [("c", "c")]


def test_words_stand_by_their_year(context: Context) -> None:
    """What was said is told by years, the earliest first, whatever its order in the data."""
    values = {"group": "people", "who": WORDS, "text": WORDS, "sources": ["so-tay"]}
    voices = [
        Voice.model_validate({"id": name, "date": day, **values})
        for name, day in (("a", "2024"), ("b", "2014-05"), ("c", "2024-01-02"))
    ]
    found = {year: [one.id for one in said] for year, said in by_year(context, voices).items()}
    assert found == {2014: ["b"], 2024: ["a", "c"]}


def test_publishers_are_named_once(context: Context) -> None:
    """Two sources of one publisher name it once."""
    name = context.site.sources["so-tay"].publisher
    assert publishers(context, ["so-tay", "so-tay"]) == name


def test_months_keep_their_order(context: Context) -> None:
    """The year runs from its first festival to its last, with the empty months between; the moon's
    months and the sun's are never put into one row.
    """
    items = (festival("b", "lunar", 3), festival("a", "lunar", 1), festival("c", "solar", 9))
    years = year_round(having(context, culture=items), Directive("calendar"))["years"]
    told = {
        name: [(month, [one.id for one in found]) for month, found in months]
        for name, months in years.items()
    }
    assert told == {
        "lunar": [("Tháng Giêng", ["a"]), ("Tháng Hai", []), ("Tháng Ba", ["b"])],
        "solar": [("Tháng 9", ["c"])],
    }


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("calendar", ["lunar", "solar"])
def test_every_month_has_a_name(lang: str, calendar: str) -> None:
    """Both calendars name twelve months in both languages."""
    assert len(set(load_words(lang)(f"season.{calendar}_months").split(", "))) == 12


def test_units_without_measures_are_names() -> None:
    """A level of which nothing is measured becomes a list of names by its time, and what all
    sources say is cited once.
    """
    first = unit("a", sources=["so-tay", "x"])
    told, named = part_states(rows(first, unit("b"), unit("c", valid="2020/..")))
    assert told == []
    assert [[one.id for one, _ in group] for group in named] == [["a", "b"], ["c"]]
    assert shared_sources(named[0]) == ["so-tay"]
    measured = rows(unit("a", area_km2="2.5"), unit("b"))
    assert part_states(measured) == (measured, [])


def test_unit_is_shown_among_others(context: Context) -> None:
    """A unit's square is filled among those of its day; alone it is not shown."""
    squares = [
        unit(name).model_copy(update={"tile": tile})
        for name, tile in zip("ab", _squares(), strict=True)
    ]
    both = having(context, units=squares)
    drawn = unit_place(both, squares[0])
    assert drawn.count('fill-opacity="1"') == 1
    assert drawn.count("<g id=") == 2
    assert unit_place(having(context, units=squares[:1]), squares[0]) == ""


def _squares() -> Iterator[Any]:
    for column in range(2):
        yield Square.model_validate({"column": str(column), "row": "0", "label": "A"})


def test_whole_province_is_not_near(context: Context) -> None:
    """What lies in the same district is near, not what concerns the province."""
    named = {"units": ["luong-mot"]}
    items = (festival("a", "lunar", 1, **named), festival("b", "lunar", 2, **named))
    near = having(context, culture=items)
    assert nearby(near, "culture", items[0]) == [("b", "a")]
    whole = context.site.units["luong-mot"].model_copy(update={"level": "province"})
    far = having(context, culture=items, units=[whole])
    assert nearby(far, "culture", items[0]) == []


def test_page_carries_its_communitys_cloth(tiny: ProjectPaths) -> None:
    """An entry that names a band shows it on its page, and the band is drawn; others keep their
    section's.
    """
    changes = {"data/culture.yml": {"replace": [["  place:", "  band: lu\n  place:"]]}}
    apply_changes(tiny.root, changes)
    prepared = prepare(tiny)
    bands = {page.path: page.meta["band"] for page in prepared.pages}
    assert bands["cay/cay-ban.md"] == "lu"
    assert bands["nguoi/nguoi-tuoi-cay.md"] == "trim"
    files = {asset.path for asset in theme_files(prepared.site)}
    assert {"bands/lu.svg", "bands/lu-short.svg", "bands/lu-contrast.svg"} <= files


def test_cover_can_be_chosen(tiny: ProjectPaths) -> None:
    """A model shows what its data asks for, small on lists and wide on its own page."""
    plain = {asset.path: asset.content for asset in theme_files(prepare(tiny).site)}
    changes = {"data/models.yml": {"replace": [["  place:", "  cover: marker\n  place:"]]}}
    apply_changes(tiny.root, changes)
    chosen = {asset.path: asset.content for asset in theme_files(prepare(tiny).site)}
    for name in ("covers/u-phan.svg", "covers/u-phan-wide.svg"):
        assert chosen[name] != plain[name]
